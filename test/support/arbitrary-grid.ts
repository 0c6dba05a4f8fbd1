/** Random tables for laws: dense grids with merged cells, and texts with all that official plans contain. */

import fc from 'fast-check'
import type { FormRow, Paragraph, Slot } from '../../src/form/form.js'
import { cell, row } from './sample-form.js'

const FRAGMENTS = [
  '○',
  '□',
  '在宅医療',
  '𠮷野家',
  '葛󠄀城市',
  '㈱',
  'ﾊﾝｶｸ',
  '｛｝',
  '～〜',
  ' ',
  '　',
  '\t',
  '&<>"',
  'H29',
  'が',
]

/** A line of a cell; without line feeds, which part paragraphs. */
export const oddText = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 12 })
  .map((parts) => parts.join('').replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, (char) => (char === '\t' ? char : '')))

/** A paragraph whose text is cut into runs at random. */
export const oddParagraph: fc.Arbitrary<Paragraph> = fc
  .array(oddText, { maxLength: 3 })
  .map((texts) => ({ runs: texts.map((text) => ({ text })), marker: 0, keepWithNext: false }))

/** Rows in which random cells reach over rows and columns without overlapping. */
export const denseGrid: fc.Arbitrary<readonly FormRow[]> = fc
  .record({
    rows: fc.integer({ min: 1, max: 7 }),
    columns: fc.integer({ min: 1, max: 4 }),
    spans: fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }), fc.boolean()), {
      minLength: 28,
      maxLength: 28,
    }),
    paragraphs: fc.array(oddParagraph, { minLength: 28, maxLength: 28 }),
  })
  .map(({ rows, columns, spans, paragraphs }) => {
    const slots: (Slot | undefined)[][] = Array.from({ length: rows }, () =>
      new Array<undefined>(columns).fill(undefined),
    )
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < columns; x++) {
        if (slots[y]![x] !== undefined) continue
        const [tall, wide, isLabel] = spans[y * columns + x]!
        const rowSpan = Math.min(tall, rows - y)
        let colSpan = 1
        while (colSpan < wide && x + colSpan < columns && slots[y]![x + colSpan] === undefined) colSpan++
        for (let up = 0; up < rowSpan; up++) {
          for (let left = 0; left < colSpan; left++) slots[y + up]![x + left] = { tag: 'covered', up, left }
        }
        slots[y]![x] = cell('', { rowSpan, colSpan, isLabel, paragraphs: [paragraphs[y * columns + x]!] })
      }
    }
    return slots.map((each) => row(each as Slot[]))
  })
