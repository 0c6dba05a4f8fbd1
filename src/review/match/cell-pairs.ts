/** Cells that stand for one another: the same column of matched rows. */

import { type EditionCell, type Editions, ownerOf } from '../edition.js'
import type { Mates } from './counterparts.js'

export interface CellsOfMates {
  readonly old: EditionCell
  readonly new: EditionCell
}

/**
 * The cells that own the texts, each pair once. A merged cell belongs to its first row; it stands also for the cells of
 * the rows below, so that a heading which passes from a dropped row to the next one under it stays where it is. Such
 * pairs come last, the upper ones first.
 */
export function pairCells({ old, new: now }: Editions, rows: Mates): readonly CellsOfMates[] {
  const own: CellsOfMates[] = []
  const shared: CellsOfMates[] = []
  for (const [a, b] of rows.pairs()) {
    for (const [key, from] of old.rows[a]!.cells) {
      const to = now.rows[b]!.cells.get(key)!
      const pair = { old: ownerOf(from), new: ownerOf(to) }
      const list = from.above || to.above ? shared : own
      if (pair.old.items.length > 0 && pair.new.items.length > 0) list.push(pair)
    }
  }
  const seen = new Map<EditionCell, Set<EditionCell>>()
  shared.sort((a, b) => placeOf(a) - placeOf(b))
  return [...own, ...shared].filter((pair) => {
    const known = seen.get(pair.old) ?? new Set()
    seen.set(pair.old, known)
    return !known.has(pair.new) && known.add(pair.new)
  })
}

/** Told the same whichever edition is the old one. */
function placeOf(pair: CellsOfMates): number {
  return pair.old.row.index + pair.new.row.index
}

/** Whether two cells stand in the same place of the table. */
export function standTogether(old: EditionCell, now: EditionCell, editions: Editions, rows: Mates): boolean {
  const { key } = old.column
  if (key !== now.column.key) return false
  const newRow = rows.newOf(old.row.index)
  if (newRow !== undefined && ownerOf(editions.new.rows[newRow]!.cells.get(key)!) === now) return true
  const oldRow = rows.oldOf(now.row.index)
  return oldRow !== undefined && ownerOf(editions.old.rows[oldRow]!.cells.get(key)!) === old
}
