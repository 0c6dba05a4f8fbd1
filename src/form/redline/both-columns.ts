/** A column of the redline: the two editions beside each other, and how a cell with both is made. */

import type { ColumnDefinition } from '../../definition/form-definition.js'
import type { CellPair, Side } from '../../review/comparison.js'
import type { FormCell, FormRow, Slot } from '../form.js'
import type { RedlineRow } from './both-rows.js'
import { type RemarkedEntry, redlineParagraphs } from './marked-cell.js'

/** The rows and the bodies of the forms that they point to. */
export interface Redline {
  readonly rows: readonly RedlineRow[]
  readonly old: readonly FormRow[]
  readonly new: readonly FormRow[]
  readonly columns: readonly ColumnDefinition[]
}

/** One place a row; undefined where it is one with the place above. */
export type ColumnCells = readonly (FormCell | undefined)[]

/** The old edition's cell and the new one's as one; at least one of them is there. */
export interface CellSides {
  readonly old: FormCell | undefined
  readonly new: FormCell | undefined
}

/** `fields` are the entries that tell how the one text became the other. */
export function redlineCell({ old, new: now }: CellSides, fields: readonly (readonly RemarkedEntry[])[]): FormCell {
  const { source, ...cell } = (now ?? old)!
  return {
    ...cell,
    paragraphs: redlineParagraphs(old?.paragraphs ?? [], now?.paragraphs ?? [], fields),
    // A place in the old plan's file is none in the new one's, of which messages speak.
    ...(now && source ? { source } : {}),
  }
}

/** What the comparison says of a row in each field of a column. */
export function fieldsOf({ pair }: RedlineRow, { fields }: ColumnDefinition): readonly CellPair[] {
  return fields.flatMap(({ key }) => pair.cells.find((cell) => cell.column === key) ?? [])
}

/** The entry with only what the editions on this side say; none where they say nothing. */
export function showEntry({ old, new: now, ...entry }: RemarkedEntry, side: Side): readonly RemarkedEntry[] {
  const shown = {
    ...entry,
    ...(old !== undefined && side !== 'new' && { old }),
    ...(now !== undefined && side !== 'old' && { new: now }),
  }
  return shown.old === undefined && shown.new === undefined ? [] : [shown]
}

export function slotOf(body: readonly FormRow[], row: number | undefined, column: number): Slot | undefined {
  return row === undefined ? undefined : body[row]!.slots[column]
}
