/** 区分 as bands across the table, rows without a 区分, and cells joined sideways. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/domain/plan.js'
import { arbitraryEditions } from '../support/arbitrary-editions.js'
import { bundledForm, expectValue, planFrom, seedPlan } from '../support/forms.js'
import { handoutOf } from '../support/handouts.js'
import { bundledFonts } from '../support/print.js'
import { describeParagraph, redlineOf } from '../support/print-redline.js'
import { cellsOf, linesOf, rowTexts } from '../support/reports.js'
import { bodyOf, rowsOn } from '../support/sections.js'
import { layOut, repeatHeadings, toForm } from '../support/stages.js'

const OFFICIAL = bundledForm('official')
const FORM = { ...OFFICIAL, categories: 'band' as const, columns: OFFICIAL.columns.slice(1) }
const PLAN = seedPlan('mogami-h30')

/** What stands in the rows of the plan, bands left out. */
function ownRows(plan: Plan, form = FORM) {
  return bodyOf(toForm(plan, form)).filter((row) => row.isHeading !== true)
}

describe('区分の帯', () => {
  it('区分ごとに、その行の上に一つ立ち、しおりと改ページは帯に移る', () => {
    const body = bodyOf(toForm(PLAN, FORM))
    const bands = body.filter((row) => row.isHeading)
    expect(bands.map(({ bookmark }) => bookmark)).toEqual(
      PLAN.categories.map(({ name }) => expect.stringContaining(name)),
    )
    expect(bands.every(({ slots }) => slots[0]!.tag === 'cell' && slots[0]!.colSpan === 6)).toBe(true)
    expect(body).toHaveLength(bands.length + PLAN.categories.flatMap(({ rows }) => rows).length)
    expect(body.filter(({ isHeading }) => !isHeading).some(({ bookmark }) => bookmark)).toBe(false)
  })

  it('どのページも、そのページの行の区分の帯で始まる', () => {
    const fonts = bundledFonts()
    const { form, pages } = layOut(repeatHeadings(toForm(PLAN, FORM), fonts), fonts)
    const body = bodyOf(form)
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      const first = rowsOn(page).find(({ kind }) => kind === 'body')!
      expect(body[first.index]!.isHeading).toBe(true)
    }
  })

  it('見え消しの帯は、変わった名に印を付け、どの行の文も失わない', () => {
    fc.assert(
      fc.property(arbitraryEditions, fc.constantFrom('plain', 'tracked'), (editions, revisions) => {
        const body = bodyOf(redlineOf(editions, { revisions }, FORM))
        const bands = body.filter((row) => row.isHeading).flatMap((row) => cellsOf([row]))
        const said = (revision: 'inserted' | 'deleted') =>
          bands.map(({ paragraphs }) =>
            paragraphs
              .flatMap(({ runs }) => runs.filter((run) => run.revision !== revision).map(({ text }) => text))
              .join(''),
          )
        for (const { name } of editions.new.categories)
          expect(said('deleted').some((each) => each.includes(name))).toBe(true)
        for (const { name } of editions.old.categories)
          expect(said('inserted').some((each) => each.includes(name))).toBe(true)
      }),
      { numRuns: 30 },
    )
    const renamed = {
      ...PLAN,
      categories: PLAN.categories.map((each, at) => (at === 0 ? { ...each, name: '新しい名' } : each)),
    }
    const [band] = bodyOf(redlineOf({ old: PLAN, new: renamed }, { revisions: 'plain' }, FORM))
    expect(
      cellsOf([band!])
        .flatMap(({ paragraphs }) => paragraphs.map(describeParagraph))
        .join(),
    ).toMatch(/\[-.+-\].*\{\+.+\+\}/)
  })

  it('会議資料の抜粋にも、選んだ区分の帯だけがある', () => {
    const body = bodyOf(handoutOf({ plan: PLAN, definition: FORM, part: { categories: [1] } }))
    expect(body.filter((row) => row.isHeading).map((row) => rowTexts(row)[0])).toEqual([
      expect.stringContaining(PLAN.categories[1]!.name),
    ])
  })
})

describe('区分のない行と、横に結合したセル', () => {
  const HEAD = '計画: 題\n年度: R6\n行:\n'

  it('帯もしおりもなく、行だけが並ぶ', () => {
    const plan = expectValue(planFrom(`${HEAD}  - 取組み: ○い\n  - 取組み: ○ろ\n`, FORM))
    const body = bodyOf(toForm(plan, FORM))
    expect(body.map(({ bookmark, isHeading }) => [bookmark, isHeading])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  it('← は左のセルに、↑ と合わせれば長方形に結合する', () => {
    const rows =
      '  - 現状と課題: 一\n    施策: ←\n    取組み: ←\n  - 現状と課題: ↑\n    施策: ↑\n    取組み: ↑\n    成果と課題: 二\n'
    const [first, second] = ownRows(expectValue(planFrom(HEAD + rows, FORM)))
    expect(first!.slots[0]).toMatchObject({ tag: 'cell', rowSpan: 2, colSpan: 3 })
    expect(second!.slots.slice(0, 3)).toEqual([0, 1, 2].map((left) => ({ tag: 'covered', up: 1, left })))
    expect(second!.slots[3]).toMatchObject({ tag: 'cell', rowSpan: 1, colSpan: 1 })
  })

  it('見え消しでは一つずつのセルに戻し、文は一度だけ立つ', () => {
    const plan = (text: string) =>
      expectValue(planFrom(`${HEAD}  - 現状と課題: ${text}\n    施策: ←\n    取組み: ○い\n`, FORM))
    const body = bodyOf(redlineOf({ old: plan('一つ'), new: plan('二つ') }, { revisions: 'plain' }, FORM))
    const texts = cellsOf(body).map(({ paragraphs }) => linesOf(paragraphs))
    expect(texts.filter((text) => text !== '')).toEqual(['一つ二つ', '○い'])
  })
})
