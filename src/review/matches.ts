/** All that is matched between two editions, from categories down to items and promises. */

import type { Editions } from './edition.js'
import type { Mates } from './match/counterparts.js'
import type { Measure } from './match/likeness.js'
import { joinByRows, matchCategories } from './match/match-categories.js'
import { matchItems } from './match/match-items.js'
import { matchRows } from './match/match-rows.js'
import type { Partings } from './match/splits-and-merges.js'
import { findPromises, type Promises } from './promises/match-promises.js'

export interface Matches {
  readonly categories: Mates
  readonly rows: Mates
  /** Items one to one; those that parted or were merged are not among them. */
  readonly items: Mates
  readonly partings: Partings
  readonly promises: Promises
  /** Somewhere the search was cut short. */
  readonly bounded: boolean
}

export function matchEditions(editions: Editions, measure: Measure): Matches {
  const { old, new: now } = editions
  const categories = matchCategories(old, now)
  const rows = matchRows(old, now, categories.mates, measure)
  joinByRows(categories.mates, rows.mates, editions)
  const items = matchItems(editions, rows.mates, categories.mates, measure)
  return {
    categories: categories.mates,
    rows: rows.mates,
    items: items.mates,
    partings: items.partings,
    promises: findPromises(editions, items.mates, rows.mates, items.partings, measure),
    bounded: categories.bounded || rows.bounded || items.bounded,
  }
}
