/** All that is matched between two editions, from categories down to items and promises. */

import type { EditionRow, Editions } from './edition.js'
import { decideFates, joinLinked } from './links/apply-links.js'
import type { ResolvedLink } from './links/resolve-links.js'
import type { Mates } from './match/counterparts.js'
import type { Measure } from './match/likeness.js'
import { joinByRows, matchCategories } from './match/match-categories.js'
import { matchItems } from './match/match-items.js'
import { matchRows } from './match/match-rows.js'
import type { Partings } from './match/splits-and-merges.js'
import { type Judgement, judgePromises } from './promises/judge-promises.js'

export interface Matches {
  readonly categories: Mates
  readonly rows: Mates
  /** New rows whose id is that of another row which is the same to the word. */
  readonly swappedIds: readonly EditionRow[]
  /** Items one to one; those that parted or were merged are not among them. */
  readonly items: Mates
  readonly partings: Partings
  /** What became of last year's promises; none of two drafts of one year. */
  readonly promises: readonly Judgement[]
  /** Somewhere the search was cut short. */
  readonly bounded: boolean
}

export interface MatchOptions {
  /** Two drafts of one year: promises are not followed. */
  readonly areDrafts?: boolean
  readonly links?: readonly ResolvedLink[]
}

/** What links say goes before what is found. */
export function matchEditions(
  editions: Editions,
  measure: Measure,
  { areDrafts = false, links = [] }: MatchOptions = {},
): Matches {
  const { old, new: now } = editions
  const categories = matchCategories(old, now)
  const rows = matchRows(old, now, categories.mates, measure)
  joinByRows(categories.mates, rows.mates, editions)
  const items = matchItems(editions, rows.mates, categories.mates, measure)
  joinLinked(links, items.mates, items.partings)
  const found = { rows: rows.mates, items: items.mates, partings: items.partings }
  return {
    ...found,
    categories: categories.mates,
    swappedIds: rows.swappedIds,
    promises: areDrafts ? [] : decideFates(judgePromises({ editions, measure, ...found }), links, items.mates),
    bounded: categories.bounded || rows.bounded || items.bounded,
  }
}
