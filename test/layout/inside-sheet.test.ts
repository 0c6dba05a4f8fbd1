/** Nothing stands outside the sheet, and what stands in the margins meets neither title nor table: header and footer get the room that they need. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import type { LaidOut, Page, PlacedLine } from '../../src/layout/page.js'
import { cellsOn, tablesOn } from '../../src/layout/page-sections.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { layOutPlan } from '../support/print.js'

const FOUR_COLUMNS = bundledForm('four-column')
const NOTE = '※ 数え方や区域の範囲、出典、端数の扱いを説明する文が一つここに入る。　'

interface Band {
  readonly top: number
  readonly bottom: number
}

function bandsOf(lines: readonly PlacedLine[]): Band[] {
  return lines.map(({ line, baseline }) => ({ top: baseline - 0.88 * line.size, bottom: baseline + 0.12 * line.size }))
}

/** A form with these page texts; `margin` is that of all four sides, in points. */
function formWith(header: string, footer: string, margin = 36.85): FormDefinition {
  const { paper, texts } = FOUR_COLUMNS
  const margins = { top: margin, right: margin, bottom: margin, left: margin }
  return { ...FOUR_COLUMNS, paper: { ...paper, margins }, texts: { ...texts, header, footer } }
}

function linesOf(page: Page): PlacedLine[] {
  return [...page.header, ...page.title, ...cellsOn(page).flatMap(({ lines }) => lines), ...page.footer]
}

function expectInsideSheet({ form, pages }: LaidOut): void {
  const { width, height } = form.paper
  for (const page of pages) {
    for (const { line, x, baseline } of linesOf(page)) {
      const upright = line.direction === 'vertical'
      const [left, right] = upright ? [x - line.size / 2, x + line.size / 2] : [x, x + line.width]
      const [top, bottom] = upright
        ? [baseline, baseline + line.width]
        : [baseline - 0.88 * line.size, baseline + 0.12 * line.size]
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(width)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(bottom).toBeLessThanOrEqual(height)
    }
    const header = bandsOf(page.header).at(-1)?.bottom ?? 0
    const footer = bandsOf(page.footer)[0]?.top ?? height
    const body = [
      ...bandsOf(page.title),
      ...tablesOn(page)
        .flatMap(({ rows }) => rows)
        .map((row) => ({ top: row.top, bottom: row.top + row.height })),
    ]
    for (const { top, bottom } of body) {
      expect(top).toBeGreaterThanOrEqual(header)
      expect(bottom).toBeLessThanOrEqual(footer + 0.01)
    }
  }
}

const pageText = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom('', '{{ページ番号}}／{{総ページ数}}', '\n{{年度}}'))
  .map(([notes, end]) => NOTE.repeat(notes) + end)

describe('紙の内側', () => {
  it('どんな計画、どんな長さの欄外、どんな余白でも、文は紙の内側にあり、欄外は題名にも表にも重ならない', () => {
    const margin = fc.integer({ min: 8, max: 60 })
    fc.assert(
      fc.property(arbitraryPlan, pageText, pageText, margin, (plan, header, footer, margin) => {
        expectInsideSheet(layOutPlan(plan, formWith(header, footer, margin)))
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['一行はそのまま', 1, 36.85],
    ['二行もそのまま', 3, 36.85],
    ['三行は上を広げる', 7, 3 * 11.7 + 24],
  ])('欄外の%s', (_title, notes, top) => {
    const plan = seedPlan('mogami-h30', FOUR_COLUMNS)
    const { form, pages } = layOutPlan(plan, formWith(NOTE.repeat(notes), ''))
    expect(form.paper.margins.top).toBeCloseTo(top, 6)
    expect(pages[0]!.header.map(({ line }) => line.size)).toEqual(
      pages[0]!.header.map(() => FOUR_COLUMNS.type.noteSize),
    )
    expect(form.paper.margins.bottom).toBe(36.85)
  })
})
