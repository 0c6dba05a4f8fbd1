/** The laws of the pages: nothing lost, nothing doubled, nothing outside its cell, labels on every page. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan, Row } from '../../src/domain/plan.js'
import type { LaidOut, PageCell } from '../../src/layout/page.js'
import { cellsOn } from '../../src/layout/page-sections.js'
import { arbitraryForm } from '../support/arbitrary-form.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm } from '../support/forms.js'
import { layOutPlan } from '../support/print.js'
import { bodyOf, columnsOf, rowsOn } from '../support/sections.js'

const official = bundledForm('official')

describe('ページ割りの法則', () => {
  // Seeds that once found a label cut in two and a name beyond its cell: the same plans at every run.
  it.each([-1758780579, 1152271920])(
    'どんな計画でも、文は一度ずつ残らず並び、セルからはみ出さず、区分はどのページにも立つ（%i）',
    (seed) => {
      fc.assert(
        fc.property(arbitraryPlan, (plan) => {
          const laidOut = layOutPlan(plan, official)
          expectNothingLost(plan, laidOut)
          expectInside(laidOut)
          expectWholeRows(laidOut)
          expectLabels(laidOut)
        }),
        { seed, numRuns: 60, endOnFailure: true },
      )
    },
  )

  it('どんな見出しと向きと揃えの様式でも', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryForm, (plan, form) => {
        const laidOut = layOutPlan(plan, form)
        expectNothingLost(plan, laidOut)
        expectInside(laidOut)
        expectWholeRows(laidOut)
        expectLabels(laidOut)
      }),
      { numRuns: 30, endOnFailure: true },
    )
  })
})

describe('長い行と長いセル', () => {
  const line = '○在宅医療に係る研修会の開催により、関係者の顔の見える関係づくりにつながった（H30年度）。'
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `${line}${index}`).join('\n')
  const text = (value: string) => ({ tag: 'text' as const, text: value })
  const plan = (rows: Row[]): Plan => ({
    title: '題',
    year: 2018,
    yearText: 'H30',
    handout: {},
    categories: [{ name: '長い区分', number: 1, rows }],
  })
  const row = (cells: Record<string, string>): Row => ({
    startsPage: false,
    cells: Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, text(value)])),
  })
  const check = (laidOut: LaidOut, source: Plan) => {
    expectNothingLost(source, laidOut)
    expectInside(laidOut)
    expectWholeRows(laidOut)
    expectLabels(laidOut)
  }

  it('三ページにわたる一行は行の間で分かれ、見出しの欄は次のページにも立つ', () => {
    const source = plan([row({ 現状と課題: '課題', 施策: '施策', 取組み: lines(45) })])
    const laidOut = layOutPlan(source, official)
    check(laidOut, source)
    expect(laidOut.pages.length).toBe(3)
    expect(laidOut.pages.map((page) => rowsOn(page).at(-1)!.part)).toEqual(['first', 'middle', 'last'])
    for (const page of laidOut.pages.slice(1)) {
      expect(
        cellsOn(page)
          .filter((cell) => cell.flow === 'repeated')
          .map(linesText),
      ).toContain('課題')
    }
  })

  it('三百行のセルの隣が空でも、欠けない', () => {
    const source = plan([row({ 成果と課題: lines(300) })])
    check(layOutPlan(source, official), source)
  })

  it('四ページにわたる区分は、どのページにも名前が立つ', () => {
    const source = plan(Array.from({ length: 30 }, (_, index) => row({ 現状と課題: `課題${index}`, 取組み: lines(2) })))
    const laidOut = layOutPlan(source, official)
    check(laidOut, source)
    expect(laidOut.pages.length).toBeGreaterThanOrEqual(4)
  })

  it('十行に結合した二千字の現状と課題は、次のページに続く', () => {
    const long = '在宅療養の体制を整える必要がある。'.repeat(118)
    const source = plan([
      row({ 現状と課題: long, 取組み: lines(1) }),
      ...Array.from({ length: 9 }, () => row({ 取組み: lines(1) })),
    ])
    const laidOut = layOutPlan(source, official)
    check(laidOut, source)
    expect(laidOut.pages.flatMap((page) => cellsOn(page)).some((cell) => cell.flow === 'continued')).toBe(true)
  })

  it('ページに入らない長さの区分の名前は、小さくして収める', () => {
    const source = { ...plan([row({ 取組み: '○あ' })]) }
    const long = { ...source, categories: [{ ...source.categories[0]!, name: '長い名前の区分'.repeat(40) }] }
    check(layOutPlan(long, official), long)
  })

  it('【…】の見出しや○[団体]だけの行は、ページの最後に残らない', () => {
    for (let before = 20; before < 60; before++) {
      const cell = `${Array(before).fill('○あ').join('\n')}\n【補助金】\n○[協議会]\n${Array(60).fill('・い').join('\n')}`
      const laidOut = layOutPlan(plan([row({ 取組み: cell })]), official)
      const last = cellsOn(laidOut.pages[0]!)
        .find((each) => each.column === 3 && each.cell.source)!
        .lines.at(-1)!
      const paragraph = last.line.pieces.map((piece) => piece.text).join('')
      expect(paragraph).not.toMatch(/^【|\]$/)
    }
  })

  it('一段落をまたぐときは、前にも後にも二行以上残す', () => {
    for (let before = 25; before < 60; before++) {
      const cell = `${Array(before).fill('○あ').join('\n')}\n○${'長い段落です。'.repeat(14)}\n${Array(60).fill('・い').join('\n')}`
      const laidOut = layOutPlan(plan([row({ 取組み: cell })]), official)
      const left = columnLines(cellsOn(laidOut.pages[0]!), 3).filter((each) => each === before).length
      const all = laidOut.pages
        .flatMap((page) => columnLines(cellsOn(page), 3))
        .filter((each) => each === before).length
      expect(all).toBeGreaterThanOrEqual(4)
      expect(left === 0 || left === all || (left >= 2 && all - left >= 2)).toBe(true)
    }
  })
})

function columnLines(cells: readonly PageCell[], column: number): number[] {
  return cells
    .filter((cell) => cell.column === column && cell.cell.source)
    .flatMap((cell) => cell.lines.map(({ line }) => line.paragraph))
}

/** The text of a cell's lines, blanks at a line's end included, which are not drawn. */
function linesText(cell: PageCell): string {
  return cell.lines
    .map(({ line }) => {
      const text = cell.cell.paragraphs[line.paragraph]!.runs.map((run) => run.text).join('')
      const range = text.slice(line.start, line.end)
      const drawn = line.pieces.map((piece) => piece.text).join('')
      expect(drawn.trimEnd()).toBe(range.trimEnd())
      return range
    })
    .join('')
}

/** Every cell's text stands once on the pages, beside the labels that are repeated as such. */
function expectNothingLost(plan: Plan, laidOut: LaidOut): void {
  const printed = new Map<string, string>()
  for (const cell of laidOut.pages.flatMap((page) => cellsOn(page))) {
    const { source } = cell.cell
    if (source === undefined || cell.flow === 'repeated') continue
    const key = `${source.category}/${source.row}/${source.column}`
    printed.set(key, (printed.get(key) ?? '') + linesText(cell))
  }
  plan.categories.forEach((category, at) => {
    category.rows.forEach((row, index) => {
      for (const [column, cell] of Object.entries(row.cells)) {
        if (cell.tag !== 'text') continue
        expect(printed.get(`${at + 1}/${index + 1}/${column}`)).toBe(cell.text.replaceAll('\n', ''))
      }
    })
  })
}

/** Every line stands within its cell, every cell within the margins, and cells of a page do not overlap. */
function expectInside({ form, pages }: LaidOut): void {
  const { paper, table } = form
  for (const page of pages) {
    const bottom = paper.height - paper.margins.bottom
    for (const cell of cellsOn(page)) {
      expect(cell.top + cell.height).toBeLessThanOrEqual(bottom + 0.01)
      for (const { line, x, baseline } of cell.lines) {
        if (line.direction === 'vertical') {
          expect(baseline).toBeGreaterThanOrEqual(cell.top - 0.01)
          expect(baseline + line.width).toBeLessThanOrEqual(cell.top + cell.height + 0.01)
          expect(x - line.size / 2).toBeGreaterThanOrEqual(cell.left - 0.01)
          expect(x + line.size / 2).toBeLessThanOrEqual(cell.left + cell.width + 0.01)
          continue
        }
        expect(x + line.width).toBeLessThanOrEqual(cell.left + cell.width - table.padding.x + 0.01)
        expect(baseline - line.size).toBeGreaterThanOrEqual(cell.top - 0.01)
        expect(baseline + 0.12 * line.size).toBeLessThanOrEqual(cell.top + cell.height + 0.01)
      }
    }
    const covered = new Set<string>()
    for (const cell of cellsOn(page)) {
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
          expect(covered.has(`${row}/${column}`)).toBe(false)
          covered.add(`${row}/${column}`)
        }
      }
    }
    expect(covered.size).toBe(rowsOn(page).length * columnsOf(form).length)
  }
}

/** Rows come in order, each whole or in first, middle and last parts, and a split one would not fit on a page. */
function expectWholeRows({ form, pages }: LaidOut): void {
  const parts = pages.flatMap((page) => rowsOn(page).filter((row) => row.kind === 'body'))
  const joined = parts.map(({ index, part }) => `${index}:${part}`).join(' ')
  const expected = bodyOf(form).map((_, index) => `${index}:whole|${index}:first( ${index}:middle)* ${index}:last`)
  expect(joined).toMatch(new RegExp(`^${expected.map((each) => `(${each})`).join(' ')}$`))
}

/** Where a category goes on on a further page, its name stands there again. */
function expectLabels({ pages }: LaidOut): void {
  for (const page of pages) {
    const labels = cellsOn(page).filter(
      ({ column, cell }) => column === 0 && cell.source && cell.direction === 'vertical',
    )
    expect(labels.every((cell) => linesText(cell) !== '')).toBe(true)
  }
}
