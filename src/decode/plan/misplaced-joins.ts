/** Cells that ↑ or ← cannot join: nothing is there to join, or what they join makes no rectangle. */

import type { ColumnDefinition } from '../../definition/form-definition.js'
import { joinCells } from '../../definition/joined-cells.js'
import type { Diagnostic, Place } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { Category, Cell } from '../../domain/plan.js'

export function findMisplacedJoins(
  file: string,
  category: Category,
  columns: readonly ColumnDefinition[],
): Diagnostic[] {
  const lost = [...findNothingAbove(file, category), ...findNothingLeft(file, category, columns)]
  return lost.length > 0 ? lost : findBrokenCells(file, category, columns)
}

function findNothingAbove(file: string, { rows }: Category): Diagnostic[] {
  return Object.entries(rows[0]?.cells ?? {}).flatMap(([key, cell]) => {
    if (cell.tag !== 'joined') return []
    return [say('nothing-above', { key }, placeOf(file, cell))]
  })
}

/** The first column has nothing at its left, nor has one beside the names of the 区分. */
function findNothingLeft(file: string, { rows }: Category, columns: readonly ColumnDefinition[]): Diagnostic[] {
  const keys = columns.map(ownKeys)
  return rows.flatMap(({ cells }) =>
    keys.flatMap((own, column) =>
      own.flatMap((key) => {
        const cell = cells[key]
        if (cell?.tag !== 'joined-left' || (keys[column - 1]?.length ?? 0) > 0) return []
        return [say('nothing-left', { key }, placeOf(file, cell))]
      }),
    ),
  )
}

function findBrokenCells(file: string, { rows }: Category, columns: readonly ColumnDefinition[]): Diagnostic[] {
  const keys = columns.map(ownKeys)
  const { corners, spanOf } = joinCells(
    rows,
    columns.map(({ merges }, column) => ({ merges, keys: keys[column]! })),
  )
  const told = new Set<string>()
  return corners.flatMap((line, row) =>
    line.flatMap((corner, column) => {
      const name = `${corner.row}/${corner.column}`
      const isOwn = corner.row === row && corner.column === column
      if (isOwn || told.has(name) || spanOf(corner) !== undefined) return []
      const cell = keys[column]!.map((key) => rows[row]!.cells[key]).find((each) => each && each.tag !== 'text')
      if (cell === undefined) return []
      told.add(name)
      return [say('bad-join', { key: keys[column]!.join('・') }, placeOf(file, cell))]
    }),
  )
}

function ownKeys({ fields }: ColumnDefinition): readonly string[] {
  return fields.flatMap(({ key, part }) => (part === 'category' ? [] : [key]))
}

function placeOf(file: string, { at }: Cell): Place {
  return at ? { kind: 'text', file, ...at } : { kind: 'file', file }
}
