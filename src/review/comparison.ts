/** The result of comparing two editions of a plan. Data only: whoever reports it need not match anything again. */

import type { Part } from '../definition/form-definition.js'
import type { Diagnostic } from '../domain/diagnostic.js'
import type { Fate, Link } from '../domain/link.js'
import type { EmphasisRange } from '../domain/plan.js'
import { FATE_LABELS, type Kind } from './change-kinds.js'
import type { ColumnPair } from './compared-columns.js'
import type { Segment } from './words/segments.js'

export interface Comparison {
  /** Nothing differs but 年度, what a form makes of it, page breaks and ids. */
  readonly same: boolean
  readonly old: EditionFacts
  readonly new: EditionFacts
  /**
   * Every item of either edition stands in exactly one of these, the unchanged too. What concerns the document as a whole
   * comes first, then the new table in its order.
   */
  readonly changes: readonly Change[]
  /** Last year's promises, in the order of the old table. */
  readonly promises: readonly PromiseFate[]
  readonly counts: Counts
  /** The categories in the order of reading: the new order, what was dropped at its old place. */
  readonly categories: readonly Appearance[]
  readonly categoryPairs: readonly CategoryPair[]
  /** Two drafts of one year: promises are not followed. */
  readonly areDrafts: boolean
  /** The columns of both forms, those of one alone among them; and the part of them that both have. */
  readonly columns: readonly ColumnPair[]
  readonly sharedColumns: number
  readonly rowPairs: readonly RowPair[]
  /** The tables and texts of both plans; of a plan that is one table, that. */
  readonly parts: readonly PartPair[]
  /** What an official has to look at: it cannot be known, or it hardly was meant so. */
  readonly toConfirm: readonly Confirmation[]
  /** Doubts whether these editions are to be compared at all, or this way round. */
  readonly warnings: readonly Diagnostic[]
  /** The official's links that fit neither edition any more. */
  readonly staleLinks: readonly Link[]
  /** What was not compared, and why. */
  readonly notes: readonly Diagnostic[]
  /** The work was bounded: matches far apart may have been missed. A note says so too. */
  readonly bounded: boolean
}

export interface EditionFacts {
  readonly title: string
  /** Fiscal year as a western year. */
  readonly year: number
  readonly yearText: string
  /** 案２ of this year's edition, and its date. */
  readonly draft?: string
  readonly draftDate?: string
  readonly items: number
}

export type ConfirmationCode =
  | 'fate-unknown'
  | 'fate-shortfall'
  | 'same-as-last-year'
  | 'past-year'
  | 'repeat-differs'
  | 'ditto-target-changed'
  | 'past-value-rewritten'
  | 'result-without-words'
  | 'sense-reversed'
  | 'ids-swapped'

export interface Confirmation {
  readonly code: ConfirmationCode
  /** In the new edition where it stands there, else in the old one. */
  readonly place: Place
  readonly side: 'old' | 'new'
  readonly message: string
}

/**
 * Where something stands in an edition. Category and row count from 1, the row within its category; both are 0 for what
 * concerns the document, and the column names what that is: 題名, 見出し:取組み.
 */
export interface Place {
  /** Of a text of the document: the plan's part that it is of, from 1, where the plan has several. */
  readonly table?: number
  readonly category: number
  readonly row: number
  /** The column's key; empty for a row as a whole. */
  readonly column: string
  /** To the letter; lines are joined with a line feed. */
  readonly text: string
  /** What is emphasised in the text; no part of what is compared as text. */
  readonly emphasis?: readonly EmphasisRange[]
  /** The row's first label, by which a member finds it. */
  readonly label?: string
  /** Line in the plan file, from 1. */
  readonly line?: number
  /** Which item of its cell, from 0; left out for what is no item. */
  readonly item?: number
}

export interface Change {
  /** By rank; it is counted under the first. */
  readonly kinds: readonly Kind[]
  readonly subject: Subject
  /** Empty for what is new. Two for a merger. A row's change lists the items that come or go with it. */
  readonly old: readonly Place[]
  /** Empty for what is dropped. Two for a split, and for a promise that was realised and is carried over. */
  readonly new: readonly Place[]
  /**
   * From all texts of `old`, joined with line feeds, to all of `new`: they tell of no single place of a split, of a merger
   * or of a promise that is carried over too. Empty for whole rows and where the joined texts are the same.
   */
  readonly segments: readonly Segment[]
  /** realised, and what realised it stands in a change of its own. */
  readonly realisedIn?: Place
}

/**
 * What changed: an item; a whole row; a category's label; a 【…】 line; a cell in nothing but its blank lines or in being
 * one with the cell above; the document.
 */
export type Subject = 'item' | 'row' | 'category' | 'funding' | 'cell' | 'document'

/** What the fate was told by: the row's id, the words, the years they are written with, the official's own link. */
export type Evidence = 'id' | 'wording' | 'years' | 'link' | 'none'

export type { Fate }

export interface PromiseFate {
  readonly old: Place
  readonly fate: Fate
  readonly evidence: Evidence
  readonly reason: string
  /** Where it stands now: in the initiatives if it was realised, else in the plans. */
  readonly new: Place | null
  /** realised, and it stands in the plans as well. */
  readonly carriedTo?: Place
  /** The results and issues that now stand beside it, the likeliest first. */
  readonly results: readonly Place[]
  /** Index of its change. */
  readonly change: number
  /** 担当 and 説明（事務局記入）. */
  readonly assignee?: string
  readonly explanation?: string
}

/** Index into `categoryPairs`, `rowPairs` or `changes` and the side on which it stands at this point of the sequence. */
export interface Appearance {
  /** `both`: in the same place in both. What moved appears twice, at its old place and at its new one. */
  readonly side: Side
  readonly index: number
}
export type Side = 'both' | 'old' | 'new'

export interface CategoryPair {
  readonly old?: CategoryFacts
  readonly new?: CategoryFacts
  /** Indexes of the changes of its label and of its place among the categories. */
  readonly changes: readonly number[]
  /** Rows in the order of reading; indexes into `rowPairs`. */
  readonly rows: readonly Appearance[]
}

export interface CategoryFacts {
  /** From 1, among all of the plan. */
  readonly index: number
  readonly name: string
  readonly number: number
  /** The plan's part that it stands in, where the plan has several, and its place there: from 1. */
  readonly table?: { readonly part: number; readonly index: number }
}

/** Indexes of parts in their plans. */
export interface PartPair {
  readonly old?: number
  readonly new?: number
}

export interface RowPair {
  readonly status: 'matched' | 'moved' | 'added' | 'removed'
  readonly old?: RowFacts
  readonly new?: RowFacts
  /** Index of the row's own change, where it was added, removed or moved. */
  readonly change?: number
  /** All compared columns, in the order of the new form. */
  readonly cells: readonly CellPair[]
}

export interface RowFacts {
  /** From 1; the row counts within its category. */
  readonly category: number
  readonly row: number
  readonly id?: string
  readonly line?: number
}

export interface CellPair {
  /** The key of the new form's column; another name where only the old one has it. */
  readonly column: string
  /** What places of either edition call it. */
  readonly names: { readonly old: string; readonly new: string }
  readonly part: Part
  readonly old?: CellFacts
  readonly new?: CellFacts
  /** The lines of both cells in the order of reading. Those with an old side are the old cell to the letter, and so the new. */
  readonly entries: readonly Entry[]
}

export interface CellFacts {
  /** One with the cell above. */
  readonly joined: boolean
  readonly text: string
  readonly emphasis?: readonly EmphasisRange[]
}

/** An item, a 【…】 line or a gap, at this point of the cell. */
export interface Entry {
  readonly tag: 'item' | 'funding' | 'gap'
  readonly side: Side
  /** The lines here, to the letter; `old` and `new` by `side`. */
  readonly old?: string
  readonly new?: string
  /** Index of the change that it belongs to; none for gaps and for 【…】 lines that stayed. */
  readonly change?: number
  /** From this entry's own `old` to its own `new`, where both stand here and differ: whatever else its change holds. */
  readonly segments?: readonly Segment[]
}

export interface Counts {
  readonly total: Tally
  /** One for each of `categoryPairs`. */
  readonly byCategory: readonly Tally[]
}

/** Over all kinds, `old` adds up to the items of the old edition (or category) and `new` to those of the new one. */
export type Tally = Readonly<Record<Kind, Count>>

export interface Count {
  /** Each change once, under its first kind; in the category of its new place, or of its old one if it has no other. */
  readonly changes: number
  /** Items of either edition in these changes. */
  readonly old: number
  readonly new: number
}

/** How many promises came to each fate, those of none left out: every document counts them so. */
export function countFates(promises: Comparison['promises']): readonly (readonly [Fate, number])[] {
  const fates = Object.keys(FATE_LABELS) as Fate[]
  return fates
    .map((fate) => [fate, promises.filter((promise) => promise.fate === fate).length] as const)
    .filter(([, count]) => count > 0)
}

/** The changes that are to be told: all but the unchanged. */
export function listChanges({ changes }: Pick<Comparison, 'changes'>): readonly Change[] {
  return changes.filter((change) => change.kinds[0] !== 'unchanged')
}
