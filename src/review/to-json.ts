/** A comparison as the JSON that `keikaku diff --format json` writes. */

import type { Kind } from './change-kinds.js'
import { type Comparison, listChanges, type Place, type Tally } from './comparison.js'
import type { Segment } from './words/segments.js'

export interface DiffJson {
  readonly old: EditionJson
  readonly new: EditionJson
  readonly changes: readonly ChangeJson[]
  readonly promises: readonly PromiseJson[]
  readonly counts: { readonly total: CountsJson; readonly byCategory: readonly CategoryCountsJson[] }
  /** What was not compared, in words. */
  readonly notes: readonly string[]
}

export interface EditionJson {
  readonly plan: string
  readonly year: number
  /** All items of the edition. */
  readonly items: number
}

export interface PlaceJson {
  readonly category: number
  readonly row: number
  readonly column: string
  readonly text: string
  readonly line?: number
}

export interface ChangeJson {
  readonly kinds: readonly Kind[]
  readonly old: readonly PlaceJson[]
  readonly new: readonly PlaceJson[]
  readonly segments: readonly Segment[]
}

export interface PromiseJson {
  readonly old: PlaceJson
  readonly fate: string
  readonly new: PlaceJson | null
  readonly results: readonly PlaceJson[]
}

/** Changes by kind; kinds without any are left out. `items` are those of either edition that the changes hold. */
export type CountsJson = Partial<Record<Kind, number>>

export interface CategoryCountsJson {
  /** The category's number of order in either edition, null where it has no such category. */
  readonly old: number | null
  readonly new: number | null
  readonly name: string
  readonly counts: CountsJson
}

export function toJson(comparison: Comparison): DiffJson {
  const { old, new: now, promises, counts, categoryPairs, notes } = comparison
  return {
    old: { plan: old.title, year: old.year, items: old.items },
    new: { plan: now.title, year: now.year, items: now.items },
    changes: listChanges(comparison).map((change) => ({
      kinds: change.kinds,
      old: change.old.map(toPlace),
      new: change.new.map(toPlace),
      segments: change.segments,
    })),
    promises: promises.map((promise) => ({
      old: toPlace(promise.old),
      fate: promise.fate,
      new: promise.new && toPlace(promise.new),
      results: promise.results.map(toPlace),
    })),
    counts: {
      total: toCounts(counts.total),
      byCategory: categoryPairs.map((pair, index) => ({
        old: pair.old?.index ?? null,
        new: pair.new?.index ?? null,
        name: (pair.new ?? pair.old)!.name,
        counts: toCounts(counts.byCategory[index]!),
      })),
    },
    notes: notes.map(({ message }) => message),
  }
}

function toPlace({ category, row, column, text, line }: Place): PlaceJson {
  return { category, row, column, text, ...(line !== undefined && { line }) }
}

function toCounts(tally: Tally): CountsJson {
  return Object.fromEntries(
    Object.entries(tally).flatMap(([kind, { changes }]) => (changes > 0 ? [[kind, changes]] : [])),
  )
}
