/** Which cells of a 区分 are one: ↑ and what is left out join the cell above, ← the cell at the left. */

import type { Row } from '../domain/plan.js'

/** A column of the form: the keys of its fields, those that name the 区分 left out. */
export interface JoiningColumn {
  readonly keys: readonly string[]
  /** A cell that is left out is one with the cell above. */
  readonly merges: boolean
}

export interface Corner {
  readonly row: number
  readonly column: number
}

export interface JoinedCells {
  /** For every place, row by row, the upper left corner of the cell that it belongs to. */
  readonly corners: readonly (readonly Corner[])[]
  /** How many rows and columns the cell of a corner reaches over; undefined where its places make no rectangle. */
  readonly spanOf: (corner: Corner) => { readonly rowSpan: number; readonly colSpan: number } | undefined
}

export function joinCells(rows: readonly Row[], columns: readonly JoiningColumn[]): JoinedCells {
  const corners: Corner[][] = []
  const found = new Map<Corner, { places: number; bottom: number; right: number }>()
  for (const [row, { cells }] of rows.entries()) {
    corners.push([])
    for (const [column, { keys, merges }] of columns.entries()) {
      const joinsAbove = keys.every((key) => (cells[key] ? cells[key].tag === 'joined' : merges))
      const joinsLeft = keys.some((key) => cells[key]?.tag === 'joined-left')
      const above = row > 0 && joinsAbove ? corners[row - 1]![column] : undefined
      const left = column > 0 && joinsLeft ? corners[row]![column - 1] : undefined
      const corner = above ?? left ?? { row, column }
      const { places = 0, bottom = row, right = column } = found.get(corner) ?? {}
      found.set(corner, { places: places + 1, bottom: Math.max(bottom, row), right: Math.max(right, column) })
      corners[row]!.push(corner)
    }
  }
  return {
    corners,
    spanOf: (corner) => {
      const { places, bottom, right } = found.get(corner)!
      const [rowSpan, colSpan] = [bottom - corner.row + 1, right - corner.column + 1]
      return places === rowSpan * colSpan ? { rowSpan, colSpan } : undefined
    },
  }
}
