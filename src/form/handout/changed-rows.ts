/** Which rows an excerpt of the changes shows: those that came, went or moved, and those in which something changed. */

import { type Comparison, listChanges, type Place } from '../../review/comparison.js'
import type { RedlineRow } from '../redline/both-rows.js'

/** Whether something changed in a row, in these columns or in the row as a whole. */
export type IsChanged = (row: RedlineRow, columns: ReadonlySet<string>) => boolean

/** A promise that goes on word for word is told by `diff` as 継続予定, but nothing of it changed. */
export function findChangedRows(comparison: Comparison): IsChanged {
  const changes = listChanges(comparison).filter(({ kinds }) => kinds.some((kind) => kind !== 'carried-over'))
  const touched = {
    old: columnsByRow(changes.flatMap((change) => change.old)),
    new: columnsByRow(changes.flatMap((change) => change.new)),
  }
  return ({ side, pair }, columns) => {
    if (side !== 'both') return true
    const found = (['old', 'new'] as const).flatMap((edition) => {
      const facts = pair[edition]
      return facts === undefined ? [] : [...(touched[edition].get(`${facts.category}/${facts.row}`) ?? [])]
    })
    return found.some((column) => column === '' || columns.has(column))
  }
}

function columnsByRow(places: readonly Place[]): ReadonlyMap<string, ReadonlySet<string>> {
  const columns = new Map<string, Set<string>>()
  for (const { category, row, column } of places) {
    const key = `${category}/${row}`
    columns.set(key, (columns.get(key) ?? new Set()).add(column))
  }
  return columns
}
