/** A comparison as the JSON that `keikaku diff --format json` writes. */

import type { Kind } from './change-kinds.js'
import {
  type CategoryFacts,
  type Comparison,
  type ConfirmationCode,
  countFates,
  type Evidence,
  type Fate,
  listChanges,
  type Place,
  type Tally,
} from './comparison.js'
import type { Segment } from './words/segments.js'

export interface DiffJson {
  readonly old: EditionJson
  readonly new: EditionJson
  /** Nothing differs but 年度, what a form makes of it, page breaks and ids. */
  readonly same: boolean
  readonly changes: readonly ChangeJson[]
  readonly promises: readonly PromiseJson[]
  readonly toConfirm: readonly ConfirmationJson[]
  readonly warnings: readonly { readonly code: string; readonly message: string }[]
  /** Which pages of the old document are to be replaced by which of the new one. */
  readonly pages: { readonly replace: readonly PagePair[] }
  readonly counts: {
    readonly total: CountsJson
    readonly byCategory: readonly CategoryCountsJson[]
    /** How many promises came to each fate. */
    readonly promises: Partial<Record<Fate, number>>
  }
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
  /** The plan's part that it stands in, where the plan has several; the category counts within it. */
  readonly table?: number
  readonly category: number
  readonly row: number
  readonly column: string
  readonly text: string
  readonly line?: number
  /** What the row's label columns say. */
  readonly label?: string
  /** The page of the edition's own document. */
  readonly page?: number
}

export interface ConfirmationJson {
  readonly code: ConfirmationCode
  readonly place: PlaceJson
  readonly message: string
}

export interface ChangeJson {
  readonly kinds: readonly Kind[]
  readonly old: readonly PlaceJson[]
  readonly new: readonly PlaceJson[]
  readonly segments: readonly Segment[]
}

export interface PromiseJson {
  readonly old: PlaceJson
  readonly fate: Fate
  readonly evidence: Evidence
  readonly new: PlaceJson | null
  readonly reason: string
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

/** The page on which a place stands, of either edition; and which pages are to be replaced. */
export interface PageFacts {
  readonly pageOf: Readonly<Record<'old' | 'new', (place: Place) => number | undefined>>
  readonly replace: readonly PagePair[]
  /** `replace` is every page of both. */
  readonly isAll?: boolean
}

export type PagePair = readonly [old: number, now: number]

export function toJson(comparison: Comparison, pages?: PageFacts): DiffJson {
  const { old, new: now, same, promises, toConfirm, warnings, counts, categoryPairs, notes } = comparison
  const tables = {
    old: new Map(categoryPairs.map((pair) => [pair.old?.index, pair.old?.table])),
    new: new Map(categoryPairs.map((pair) => [pair.new?.index, pair.new?.table])),
  }
  const place = (side: 'old' | 'new') => (each: Place) =>
    toPlace(each, tables[side].get(each.category), pages?.pageOf[side](each))
  return {
    old: { plan: old.title, year: old.year, items: old.items },
    new: { plan: now.title, year: now.year, items: now.items },
    same,
    changes: listChanges(comparison).map((change) => ({
      kinds: change.kinds,
      old: change.old.map(place('old')),
      new: change.new.map(place('new')),
      segments: change.segments,
    })),
    promises: promises.map((promise) => ({
      old: place('old')(promise.old),
      fate: promise.fate,
      evidence: promise.evidence,
      new: promise.new && place('new')(promise.new),
      reason: promise.reason,
      results: promise.results.map(place('new')),
    })),
    toConfirm: toConfirm.map((each) => ({
      code: each.code,
      place: place(each.side)(each.place),
      message: each.message,
    })),
    warnings: warnings.map(({ code, message }) => ({ code, message })),
    pages: { replace: pages?.replace ?? [] },
    counts: {
      total: toCounts(counts.total),
      byCategory: categoryPairs.map((pair, index) => ({
        old: pair.old?.index ?? null,
        new: pair.new?.index ?? null,
        name: (pair.new ?? pair.old)!.name,
        counts: toCounts(counts.byCategory[index]!),
      })),
      promises: Object.fromEntries(countFates(promises)),
    },
    notes: notes.map(({ message }) => message),
  }
}

function toPlace(
  { table: part, category, row, column, text, line, label }: Place,
  table: CategoryFacts['table'],
  page: number | undefined,
): PlaceJson {
  const own = table?.part ?? part
  return {
    ...(own !== undefined && { table: own }),
    category: table?.index ?? category,
    row,
    column,
    text,
    ...(line !== undefined && { line }),
    ...(label !== undefined && { label }),
    ...(page !== undefined && { page }),
  }
}

function toCounts(tally: Tally): CountsJson {
  return Object.fromEntries(
    Object.entries(tally).flatMap(([kind, { changes }]) => (changes > 0 ? [[kind, changes]] : [])),
  )
}
