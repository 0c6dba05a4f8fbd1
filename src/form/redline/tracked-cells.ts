/** Cells whose revisions can be accepted or rejected: either way the cells of one edition are left. */

import type { Side } from '../../review/comparison.js'
import type { FormCell, Revision, Slot } from '../form.js'
import { type ColumnCells, emptyPlace, type RedlineSlots } from './both-grids.js'
import { type RemarkedEntry, redlineCell, showEntry } from './marked-cell.js'
import { fuseReplaced } from './marked-text.js'

/** Rows of both tables beside each other, on the columns of both. */
export interface PairedRows {
  readonly rows: readonly PairedRow[]
  readonly old: readonly RedlineSlots[]
  readonly new: readonly RedlineSlots[]
  readonly columns: number
  /** Rows that begin a table of their own, behind a page break: nothing in them goes on above. */
  readonly seams: ReadonlySet<number>
  /** Of the type in a place that neither table has. */
  readonly size: number
}

/** Indexes of the rows in their tables. */
export interface PairedRow {
  readonly side: Side
  readonly old?: number
  readonly new?: number
}

/** The entries that tell how the texts of a row became the others, for each field of a column. */
export type EntriesOf = (row: number, column: number) => readonly (readonly RemarkedEntry[])[]

/**
 * A place is one with the cell above if it is so in each edition that has its row. Whatever rows then go, it joins the
 * cell that comes to stand above it (ECMA-376 part 1, 17.4.84 vMerge), and that is the right one. A place that is so in
 * one edition only says which (17.13.5.1 cellMerge). Every other place has the text that either edition has just there. No
 * remarks: they would be left over.
 */
export function trackedColumns(
  { rows, columns, seams, size, ...tables }: PairedRows,
  entriesOf: EntriesOf,
): readonly ColumnCells[] {
  return Array.from({ length: columns }, (_, column) =>
    rows.map((row, index) => {
      const old = slotOf(tables.old, row.old, column)
      const now = slotOf(tables.new, row.new, column)
      if (!old && !now) return emptyPlace(size)
      const sides = { old: cellIn(old), new: cellIn(now) }
      if (!sides.old && !sides.new) return undefined
      const fields = entriesOf(index, column).map((entries) => entries.flatMap((entry) => showEntry(entry, row.side)))
      const cell = redlineCell(sides, fields)
      const join = old && now && !seams.has(index) ? joinOf(sides.old, sides.new) : undefined
      return { ...cell, paragraphs: fuseReplaced(cell.paragraphs), ...(join && { join }) }
    }),
  )
}

/** Both editions have the place, and one of them has no cell of its own there. */
function joinOf(old: FormCell | undefined, now: FormCell | undefined): FormCell['join'] {
  if (old && now) return undefined
  return now ? 'parted' : 'joined'
}

/** What came or went with the row. */
export function revisionOfRow({ side }: Pick<PairedRow, 'side'>): Revision | undefined {
  if (side === 'both') return undefined
  return side === 'old' ? 'deleted' : 'inserted'
}

export function slotOf(body: readonly RedlineSlots[], row: number | undefined, column: number): Slot | undefined {
  return row === undefined ? undefined : body[row]!.slots[column]
}

function cellIn(slot: Slot | undefined): FormCell | undefined {
  return slot?.tag === 'cell' ? slot : undefined
}
