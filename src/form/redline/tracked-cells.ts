/** Cells whose revisions can be accepted or rejected: either way the cells of one edition are left. */

import type { FormCell, Slot } from '../form.js'
import { type ColumnCells, fieldsOf, type Redline, redlineCell, showEntry, slotOf } from './both-columns.js'
import { fuseReplaced } from './marked-text.js'

/**
 * A place is one with the cell above if it is so in each edition that has its row. Whatever rows then go, it joins the
 * cell that comes to stand above it (ECMA-376 part 1, 17.4.84 vMerge), and that is the right one. A place that is so in
 * one edition only says which (17.13.5.1 cellMerge). Every other place has the text that either edition has just there. No
 * remarks: they would be left over.
 */
export function trackedColumns({ rows, old: olds, new: news, columns }: Redline): readonly ColumnCells[] {
  return columns.map((definition, column) =>
    rows.map((row) => {
      const old = cellIn(slotOf(olds, row.old, column))
      const now = cellIn(slotOf(news, row.new, column))
      if (!old && !now) return undefined
      const fields = fieldsOf(row, definition).map(({ entries }) =>
        entries.flatMap((entry) => showEntry(entry, row.side)),
      )
      const cell = redlineCell({ old, new: now }, fields)
      const join = row.side === 'both' ? joinOf(old, now) : undefined
      return { ...cell, paragraphs: fuseReplaced(cell.paragraphs), ...(join && { join }) }
    }),
  )
}

/** Both editions have the row, and one of them has no cell of its own here. */
function joinOf(old: FormCell | undefined, now: FormCell | undefined): FormCell['join'] {
  if (old && now) return undefined
  return now ? 'parted' : 'joined'
}

function cellIn(slot: Slot | undefined): FormCell | undefined {
  return slot?.tag === 'cell' ? slot : undefined
}
