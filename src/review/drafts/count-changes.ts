/** Counts changes and the items in them, by kind. */

import { KINDS, type Kind } from '../change-kinds.js'
import type { Count, Counts, Tally } from '../comparison.js'
import type { CategoryNode } from './both-tables.js'
import type { Draft } from './draft.js'

/**
 * The whole, and by category in the order of `nodes`. An item counts in its own category, a change in that of its new
 * place; what concerns the document counts in none.
 */
export function countChanges(drafts: readonly Draft[], nodes: readonly CategoryNode[]): Counts {
  const total = new Counter()
  const byNode = nodes.map(() => new Counter())
  const byOld = new Map(nodes.map(({ old }, at) => [old?.index, byNode[at]!]))
  const byNew = new Map(nodes.map(({ new: now }, at) => [now?.index, byNode[at]!]))
  for (const { kinds, olds, news, oldPlaces = [], newPlaces = [] } of drafts) {
    const kind = kinds[0]!
    const oldHome = olds[0]?.cell.row.category.index ?? (oldPlaces[0] && oldPlaces[0].category - 1)
    const newHome = news[0]?.cell.row.category.index ?? (newPlaces[0] && newPlaces[0].category - 1)
    const home = newHome === undefined ? byOld.get(oldHome) : byNew.get(newHome)
    for (const counter of home ? [total, home] : [total]) counter.add(kind, 'changes')
    for (const item of olds)
      for (const counter of [total, byOld.get(item.cell.row.category.index)!]) counter.add(kind, 'old')
    for (const item of news)
      for (const counter of [total, byNew.get(item.cell.row.category.index)!]) counter.add(kind, 'new')
  }
  return { total: total.tally(), byCategory: byNode.map((counter) => counter.tally()) }
}

class Counter {
  private readonly counts = new Map<Kind, Record<keyof Count, number>>(
    KINDS.map((kind) => [kind, { changes: 0, old: 0, new: 0 }]),
  )

  add(kind: Kind, what: keyof Count): void {
    this.counts.get(kind)![what]++
  }

  tally(): Tally {
    return Object.fromEntries(this.counts) as Record<Kind, Count>
  }
}
