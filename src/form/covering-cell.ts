/** Finds the cell that a place in the grid belongs to. */

import type { FormCell, Slot } from './form.js'

/** The cell at a place, or the one that covers it. Throws where the grid is not dense: that is a fault of whoever made it. */
export function coveringCell(
  rows: readonly { readonly slots: readonly (Slot | undefined)[] }[],
  row: number,
  column: number,
): FormCell {
  const slot = rows[row]?.slots[column]
  const corner = slot?.tag === 'covered' ? rows[row - slot.up]?.slots[column - slot.left] : slot
  if (corner?.tag !== 'cell') throw new Error(`no cell covers row ${row}, column ${column}`)
  return corner
}
