/** The columns that a table of Word needs: where the form has more than Word can open, those between which no cell ends are one. */

import type { FormRow, Slot } from '../../form/form.js'

/** Word opens no table with more. */
const MOST_COLUMNS = 63

export interface UsedGrid {
  readonly blocks: readonly (readonly FormRow[])[]
  /** In twentieths of a point. */
  readonly widths: readonly number[]
}

/** The rows on the columns that they use. */
export function usedGrid(blocks: readonly (readonly FormRow[])[], widths: readonly number[]): UsedGrid {
  if (widths.length <= MOST_COLUMNS) return { blocks, widths }
  const starts = new Set(blocks.flat().flatMap(({ slots }) => slots.flatMap(startOf)))
  const kept = widths.flatMap((_, column) => (starts.has(column) ? [column] : []))
  const numberOf = (column: number) => kept.findLastIndex((start) => start <= column)
  const narrow = (slot: Slot, column: number): Slot => {
    if (slot.tag === 'covered') return { ...slot, left: numberOf(column) - numberOf(column - slot.left) }
    return { ...slot, colSpan: numberOf(column + slot.colSpan - 1) - numberOf(column) + 1 }
  }
  return {
    blocks: blocks.map((rows) =>
      rows.map((row) => ({ ...row, slots: kept.map((column) => narrow(row.slots[column]!, column)) })),
    ),
    widths: kept.map((column, index) => widths.slice(column, kept[index + 1]).reduce((sum, width) => sum + width, 0)),
  }
}

/** The columns in which a cell begins: it ends where the next one does. */
function startOf(slot: Slot, column: number): readonly number[] {
  return slot.tag === 'cell' || slot.left === 0 ? [column] : []
}
