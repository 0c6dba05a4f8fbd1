import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form, FormRow } from '../../src/form/form.js'
import { cellsOf, linesOf } from '../support/reports.js'
import { cell, row, sampleForm } from '../support/sample-form.js'
import { bodyOf, rowsOn } from '../support/sections.js'
import { layOut, repeatHeadings } from '../support/stages.js'
import { emMeasure } from './em-measure.js'

/** A table of rows of so many lines; 0 is a heading. */
function table(lines: readonly number[]): Form {
  const body = lines.map((count, index): FormRow => {
    if (count === 0) return row([cell(`見出し${index}`)], { isHeading: true })
    return row([cell(Array.from({ length: count }, (_, line) => `${index}の${line}`).join('\n'))])
  })
  return sampleForm({ body, head: [], title: [], columns: [{ width: 300 }], pages: { minLines: 2, continued: '' } })
}

const lines = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 6 }) },
    { weight: 1, arbitrary: fc.constantFrom(40, 130) },
  ),
  { maxLength: 120 },
)

function ownTexts(form: Form): string[] {
  return cellsOf(bodyOf(form))
    .filter((each) => !each.repeated)
    .map((each) => linesOf(each.paragraphs))
}

describe('表の中の見出し', () => {
  it('どのページも見出しで始まり、見出しだけがページの最後に残ることはない', () => {
    fc.assert(
      fc.property(lines, (counts) => {
        const form = table([0, ...counts])
        const { form: headed, pages } = layOut(repeatHeadings(form, emMeasure), emMeasure)
        expect(ownTexts(headed)).toEqual(ownTexts(form))
        for (const [index, page] of pages.entries()) {
          const first = rowsOn(page)[0]!
          // The rest of a row that no page holds, and what follows it on its last page.
          const goesOn = first.part === 'middle' || first.part === 'last'
          if (!goesOn) expect(bodyOf(headed)[first.index]!.isHeading, `page ${index + 1}`).toBe(true)
          const last = rowsOn(page).at(-1)!
          if (last.index + 1 < bodyOf(headed).length) expect(bodyOf(headed)[last.index]!.isHeading).not.toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('繰り返すのは、そのページの行の上にある見出し', () => {
    const { form, pages } = layOut(
      repeatHeadings(table([0, ...Array<number>(60).fill(1), 0, ...Array<number>(60).fill(1)]), emMeasure),
      emMeasure,
    )
    const firsts = pages.map(rowsOn).map((rows) =>
      cellsOf([bodyOf(form)[rows[0]!.index]!])
        .map((each) => linesOf(each.paragraphs))
        .join(),
    )
    expect(new Set(firsts)).toEqual(new Set(['見出し0', '見出し61']))
    expect(firsts).toEqual(firsts.toSorted())
  })

  it('見出しのない表、一ページの表は、そのまま', () => {
    for (const form of [table(Array<number>(200).fill(1)), table([0, 1, 2, 3])]) {
      expect(repeatHeadings(form, emMeasure)).toEqual(form)
    }
  })

  it('とても長い表でも、何ページあっても同じに働く', () => {
    const form = table([0, ...Array<number>(1200).fill(1)])
    const { pages, form: headed } = layOut(repeatHeadings(form, emMeasure), emMeasure)
    expect(pages.map(rowsOn).every((rows) => bodyOf(headed)[rows[0]!.index]!.isHeading)).toBe(true)
    expect(ownTexts(headed)).toEqual(ownTexts(form))
    expect(bodyOf(headed)).toHaveLength(1201 + pages.length - 1)
  })
})
