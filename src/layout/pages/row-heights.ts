/** The second pass: how high each row must at least be, cells that reach over several rows included. */

import type { FormCell, FormRow } from '../../form/form.js'
import type { CellLines } from '../lines/cell-lines.js'

/** Lines by cell, as the first pass found them. */
export type LinesOf = (cell: FormCell, column: number) => CellLines

/**
 * The least height of each row in points; `least` is that of an empty row. What a merged cell needs beyond its rows is shared out evenly among them,
 * so that no row of the block stands out.
 */
export function leastHeights(rows: readonly FormRow[], linesOf: LinesOf, least: number): number[] {
  const heights = rows.map((row) => {
    let height = least
    row.slots.forEach((slot, column) => {
      if (slot.tag === 'cell' && slot.rowSpan === 1) height = Math.max(height, linesOf(slot, column).height)
    })
    return height
  })
  rows.forEach((row, top) => {
    row.slots.forEach((slot, column) => {
      if (slot.tag !== 'cell' || slot.rowSpan === 1) return
      const bottom = top + slot.rowSpan
      let there = 0
      for (let index = top; index < bottom; index++) there += heights[index]!
      const share = (linesOf(slot, column).height - there) / slot.rowSpan
      if (share <= 0) return
      for (let index = top; index < bottom; index++) heights[index]! += share
    })
  })
  return heights
}
