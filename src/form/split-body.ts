/** Parts the body of a form into sections that can stand as tables of their own: at forced page breaks, or wherever a format asks for it. */

import { coveringCell } from './covering-cell.js'
import type { Form, FormRow, Slot } from './form.js'
import { repeatedCell } from './repeated-cell.js'

/**
 * The body rows in sections; a section begins at each row index in `at`. A cell that reaches over a border between
 * sections ends there. It goes on below as a cell of its own, with its text again where it is a label and empty where
 * it is not: no text but a label stands twice.
 */
export function splitForm(form: Form, at: readonly number[]): readonly (readonly FormRow[])[] {
  const inside = at.filter((row) => row > 0 && row < form.body.length)
  const starts = [0, ...new Set(inside.toSorted((a, b) => a - b))]
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? form.body.length
    return form.body.slice(start, end).map((row, down) => ({
      ...row,
      slots: row.slots.map((slot, column) => cutSlot(slot, { form, start, end, row: start + down, column })),
    }))
  })
}

/**
 * The rows that a forced page break stands before. The first row begins a page in any case, and a row that may yet go
 * parts no table: without it the rest of its section would stand without the cells that it goes on.
 */
export function forcedBreaks(form: Form): readonly number[] {
  return form.body.flatMap((row, index) => (row.startsPage && index > 0 && row.revision === undefined ? [index] : []))
}

/** A place in the form's body, and the rows of its section. */
interface Place {
  readonly form: Form
  readonly start: number
  readonly end: number
  readonly row: number
  readonly column: number
}

function cutSlot(slot: Slot, { form, start, end, row, column }: Place): Slot {
  if (slot.tag === 'cell') return row + slot.rowSpan <= end ? slot : { ...slot, rowSpan: end - row }
  const up = Math.min(slot.up, row - start)
  if (up > 0 || slot.left > 0) return up === slot.up ? slot : { ...slot, up }
  const cell = coveringCell(form.body, row, column)
  const rowSpan = Math.min(cell.rowSpan - slot.up, end - row)
  return cell.isLabel ? { ...repeatedCell(cell, form.pages.continued), rowSpan } : { ...cell, paragraphs: [], rowSpan }
}
