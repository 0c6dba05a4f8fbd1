/** Names of places in either edition, as reports print them: ②3行目 取組み. */

import type { CategoryFacts, CategoryPair, Change, Comparison, Place } from '../../review/comparison.js'
import { circledNumber } from '../text-helpers.js'

export type Edition = 'old' | 'new'

/** ②3行目 取組み. */
export function placeName(comparison: Comparison, edition: Edition, place: Place): string {
  return `${rowName(comparison, edition, place)}${place.column === '' ? '' : ` ${place.column}`}`
}

/** ②3行目. */
export function rowName(comparison: Comparison, edition: Edition, { category, row }: Place): string {
  const facts = pairOf(comparison, edition, category)[edition]
  // Rows that stand without a 区分 are counted through the table.
  const number = facts?.name === '' ? '' : circledNumber(facts?.number ?? category)
  return `${tableName(facts)}${number}${row}行目`
}

/** 表３の, of a plan of several tables. */
function tableName(facts: CategoryFacts | undefined): string {
  return facts?.table === undefined ? '' : `表${facts.table.part}の`
}

/** What concerns the document as a whole, where reports name a 区分. */
export const WHOLE = '計画全体'

/** A row as a member finds it: ②退院調整のルールづくり; by its number where no label names it. */
export function labelName(comparison: Comparison, edition: Edition, place: Place): string {
  if (place.label === undefined) return rowName(comparison, edition, place)
  const facts = pairOf(comparison, edition, place.category)[edition]
  const number = facts?.name === '' ? '' : circledNumber(facts?.number ?? place.category)
  return `${tableName(facts)}${number}${place.label}`
}

/** ②日常の療養生活の支援, as the edition has it or, where it has none, the other one. */
export function categoryName(pair: CategoryPair | undefined, edition: Edition = 'new'): string {
  if (pair === undefined) return WHOLE
  const facts = pair[edition] ?? pair.new ?? pair.old
  if (facts === undefined) return ''
  const name = facts.name === '' ? '' : `${circledNumber(facts.number)}${facts.name}`
  const table = facts.table === undefined ? '' : `表${facts.table.part}`
  return [table, name].filter((text) => text !== '').join(' ')
}

/** A category with what changed in it. */
export interface ChangesOfCategory {
  /** None of what concerns the document as a whole. */
  readonly pair?: CategoryPair
  readonly changes: readonly Change[]
}

/**
 * The changes by category, in the order of reading: each where it stands now, what was dropped where it stood. No
 * category without any.
 */
export function byCategory(comparison: Comparison, changes: readonly Change[]): readonly ChangesOfCategory[] {
  const groups = new Map<CategoryPair, Change[]>(orderedPairs(comparison).map((pair) => [pair, []]))
  const ofDocument = changes.filter(({ subject }) => subject === 'document')
  for (const change of changes) {
    if (change.subject === 'document') continue
    const [now] = change.new
    const pair = now ? pairOf(comparison, 'new', now.category) : pairOf(comparison, 'old', change.old[0]!.category)
    groups.get(pair)!.push(change)
  }
  const ofCategories = [...groups].filter(([, own]) => own.length > 0).map(([pair, own]) => ({ pair, changes: own }))
  return ofDocument.length === 0 ? ofCategories : [{ changes: ofDocument }, ...ofCategories]
}

/** Each once: what moved at its new place. */
export function orderedPairs({ categories, categoryPairs }: Comparison): readonly CategoryPair[] {
  const isHere = ({ side, index }: Comparison['categories'][number]) =>
    side !== 'old' || categoryPairs[index]!.new === undefined
  return categories.filter(isHere).map(({ index }) => categoryPairs[index]!)
}

export function pairOf({ categoryPairs }: Comparison, edition: Edition, index: number): CategoryPair {
  const pair = categoryPairs.find((each) => each[edition]?.index === index)
  if (pair === undefined) throw new Error(`no category ${index} in the ${edition} edition`)
  return pair
}
