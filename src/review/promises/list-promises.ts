/** Which items of an edition are promises: those of its plans that count, 同上 followed to what it stands for. */

import { countedItems } from '../../domain/notation/counted-items.js'
import { type DittoColumn, followDitto } from '../../domain/notation/ditto.js'
import type { Edition, EditionCell, EditionItem, EditionRow } from '../edition.js'

export interface Promised {
  /** Where it stands: the item itself, or the 同上 that stands for another cell. */
  readonly item: EditionItem
  /** What was promised: the item itself, or one of the cell that 同上 stands for. */
  readonly said: EditionItem
}

/** In the order of the table. */
export function listPromises(edition: Edition): readonly Promised[] {
  return edition.rows.flatMap((row) =>
    [...row.cells.values()].filter(isPlanned).flatMap((cell) => {
      const target = cellStoodFor(cell)
      const counted = new Set(countedItems(target.items.map(({ item }) => item)).map(({ item }) => item))
      const said = target.items.filter(({ item }) => counted.has(item))
      return target === cell
        ? said.map((item) => ({ item, said: item }))
        : said.map((each) => ({ item: cell.items[0]!, said: each }))
    }),
  )
}

/** A column of plans, where it is not the edition's own row of years. */
function isPlanned(cell: EditionCell): boolean {
  return cell.column.part === 'plans' && cell.items.length > 0
}

/** The cell that a cell which says no more than 同上 stands for; itself where it says something of its own. */
export function cellStoodFor(cell: EditionCell): EditionCell {
  if (cell.items.length !== 1 || cell.items[0]!.item.ditto === undefined) return cell
  const { row, column } = cell
  const rows = row.category.rows
  const columns = [...row.cells.values()].map(({ column }): DittoColumn & { readonly id: string } => ({
    key: column.source ?? '',
    part: column.part,
    merges: column.merges,
    id: column.key,
  }))
  const from = { row: row.position, column: columns.findIndex(({ id }) => id === column.key) }
  const to = followDitto(row.category.category.rows, columns, from)
  return rows[to.row]!.cells.get(columns[to.column]!.id) ?? cell
}

/** The items of a row in columns that play these parts. */
export function itemsOfParts(row: EditionRow, parts: readonly string[]): readonly EditionItem[] {
  return row.items.filter(({ cell }) => parts.includes(cell.column.part))
}
