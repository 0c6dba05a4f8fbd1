/** Parts a table into such as can stand by themselves: at forced page breaks, or wherever a format asks for it. */

import { coveringCell } from './covering-cell.js'
import type { FormCell, FormRow, Paragraph, Slot, TableSection } from './form.js'

/**
 * The body rows in parts; one begins at each row index in `at`. A cell that reaches over a border between parts ends
 * there. It goes on below as a cell of its own, with its text again where it is a label, behind it `continued`, and
 * empty where it is not: no text but a label stands twice.
 */
export function splitTable(
  { body }: Pick<TableSection, 'body'>,
  at: readonly number[],
  continued: string,
): readonly (readonly FormRow[])[] {
  const inside = at.filter((row) => row > 0 && row < body.length)
  const starts = [0, ...new Set(inside.toSorted((a, b) => a - b))]
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? body.length
    return body.slice(start, end).map((row, down) => ({
      ...row,
      slots: row.slots.map((slot, column) => cutSlot(slot, { body, continued, start, end, row: start + down, column })),
    }))
  })
}

/**
 * The rows that a forced page break stands before. The first row begins a page in any case, and a row that may yet go
 * parts no table: without it the rest of its part would stand without the cells that it goes on.
 */
export function forcedBreaks({ body }: Pick<TableSection, 'body'>): readonly number[] {
  return body.flatMap((row, index) => (row.startsPage && index > 0 && row.revision === undefined ? [index] : []))
}

/** A place in the body, and the rows of its part. */
interface Place {
  readonly body: readonly FormRow[]
  readonly continued: string
  readonly start: number
  readonly end: number
  readonly row: number
  readonly column: number
}

function cutSlot(slot: Slot, { body, continued, start, end, row, column }: Place): Slot {
  if (slot.tag === 'cell') return row + slot.rowSpan <= end ? slot : { ...slot, rowSpan: end - row }
  const up = Math.min(slot.up, row - start)
  if (up > 0 || slot.left > 0) return up === slot.up ? slot : { ...slot, up }
  const cell = coveringCell(body, row, column)
  const rowSpan = Math.min(cell.rowSpan - slot.up, end - row)
  return cell.isLabel ? { ...repeatedCell(cell, continued), rowSpan } : { ...cell, paragraphs: [], rowSpan }
}

/** The cell as it stands again, with the form's mark for that, （続き）, behind its text: in a vertical line, or below. */
export function repeatedCell(cell: FormCell, continued: string): FormCell {
  if (continued === '') return { ...cell, repeated: true }
  const mark: Paragraph = { runs: [{ text: continued }], marker: 0, keepWithNext: false }
  const last = cell.paragraphs.at(-1)
  const paragraphs =
    cell.direction === 'vertical' && last !== undefined
      ? cell.paragraphs.with(-1, { ...last, runs: [...last.runs, ...mark.runs] })
      : [...cell.paragraphs, mark]
  return { ...cell, paragraphs, repeated: true }
}
