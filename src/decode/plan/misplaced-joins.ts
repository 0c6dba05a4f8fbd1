/** Cells that ↑ or ← cannot join: nothing is there to join, or what they join makes no rectangle. */

import type { ColumnDefinition } from '../../definition/form-definition.js'
import { joinCells } from '../../definition/joined-cells.js'
import { planKey } from '../../definition/year-columns.js'
import type { Diagnostic, Place } from '../../domain/diagnostic.js'
import { readYearKey } from '../../domain/fiscal-year.js'
import { say } from '../../domain/messages/say.js'
import type { Category, Cell } from '../../domain/plan.js'

export function findMisplacedJoins(
  file: string,
  category: Category,
  columns: readonly ColumnDefinition[],
): Diagnostic[] {
  const lost = [
    ...findNothingAbove(file, category),
    ...findNothingLeft(file, category, columns),
    ...findLeftOfYears(file, category, columns),
  ]
  // One ↑ may stand for every year that is shown.
  return (lost.length > 0 ? lost : findBrokenCells(file, category, columns)).filter(isFirstThere)
}

/** A record has its pages to itself: none of its cells has one beside it to join. */
export function findJoinsInRecords(file: string, { rows }: Category): Diagnostic[] {
  return rows.flatMap(({ cells }) =>
    Object.entries(cells).flatMap(([key, cell]) => {
      if (cell.tag === 'text') return []
      return [say('join-in-record', { key, sign: cell.tag === 'joined' ? '↑' : '←' }, placeOf(file, cell))]
    }),
  )
}

function isFirstThere({ place }: Diagnostic, index: number, all: readonly Diagnostic[]): boolean {
  return all.findIndex((other) => JSON.stringify(other.place) === JSON.stringify(place)) === index
}

function findNothingAbove(file: string, { rows }: Category): Diagnostic[] {
  return Object.entries(rows[0]?.cells ?? {}).flatMap(([key, cell]) => {
    if (cell.tag !== 'joined') return []
    return [say('nothing-above', { key: readYearKey(key)?.field ?? key }, placeOf(file, cell))]
  })
}

/** A value of a year has no part in what is joined beside it. Within a map that is told by `findYearSlips`. */
function findLeftOfYears(file: string, { rows }: Category, columns: readonly ColumnDefinition[]): Diagnostic[] {
  const fieldAt = (at: number) => columns[at]?.fields[0]?.ofYear?.field
  return rows.flatMap(({ cells }) => {
    const leftAt = (at: number) => columns[at]!.fields.find(({ key }) => cells[key]?.tag === 'joined-left')
    return columns.flatMap((_, at) => {
      const beside = fieldAt(at - 1)
      const own = leftAt(at)
      if (own === undefined || beside === undefined || beside === fieldAt(at) || leftAt(at - 1) !== undefined) return []
      return [say('left-of-year', { key: planKey(own) }, placeOf(file, cells[own.key]!))]
    })
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
