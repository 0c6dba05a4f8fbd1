/** Finds for each category its counterpart in the other edition: by name, rows and number. */

import { groupBy } from '../../domain/group-by.js'
import type { Edition, EditionCategory, Editions } from '../edition.js'
import { foldNotation } from '../words/normalise.js'
import { type Assignment, assign, type Edge } from './assign.js'
import { findCandidates, stepsFor } from './candidates.js'
import { Mates } from './counterparts.js'
import { createMeasure, likeness, type Profile } from './likeness.js'
import { gainOf } from './match-worth.js'

/** Worth of what two categories may have in common; 1 together. */
const NAME = 0.4
const ITEMS = 0.5
const NUMBER = 0.1
/**
 * Less than this are different categories. On the seeds the same ones come to 0.6 and more even when renamed, different
 * ones to 0.2 at most, most of it from a chance number.
 */
const LEAST = 0.3
/** Up to so many pairs all are looked at; beyond, those whose names are alike. */
const ALL_PAIRS = 40_000

export interface CategoryMatches {
  readonly mates: Mates
  readonly bounded: boolean
}

export function matchCategories(old: Edition, now: Edition): CategoryMatches {
  const names = [old, now].flatMap((edition) => edition.categories.map(({ category }) => foldNotation(category.name)))
  const measure = createMeasure(names)
  const traits = (edition: Edition): Traits[] =>
    edition.categories.map((category) => ({
      name: measure.profile(foldNotation(category.category.name)),
      number: category.category.number,
      words: weighWords(category),
    }))
  const olds = traits(old)
  const news = traits(now)
  const longer = Math.max(olds.length, news.length)

  const seekers = (all: readonly Traits[]) => all.map(({ name }, at) => ({ profile: name, position: at / longer }))
  const limits = { least: 0, steps: stepsFor(olds.length + news.length) }
  const some = olds.length * news.length > ALL_PAIRS
  const candidates = some ? findCandidates(seekers(olds), seekers(news), limits) : undefined
  const pairs =
    candidates?.pairs.map((pair) => [pair.old, pair.new] as const) ??
    olds.flatMap((_, a) => news.map((_, b) => [a, b] as const))
  const edges = pairs.flatMap(([a, b]): Edge[] => {
    const alike = categoryLikeness(olds[a]!, news[b]!)
    return alike < LEAST ? [] : [{ old: a, new: b, gain: gainOf(alike, (a - b) / longer) }]
  })
  return toMates(assign(edges), candidates?.bounded ?? false)
}

/** Categories that were given a name of quite another kind are told by their rows: most of them are counterparts. */
export function joinByRows(categories: Mates, rows: Mates, { old, new: now }: Editions): void {
  const pairs = rows.pairs().map(([a, b]) => [old.rows[a]!.category, now.rows[b]!.category] as const)
  const free = pairs.filter(
    ([a, b]) => categories.newOf(a.index) === undefined && categories.oldOf(b.index) === undefined,
  )
  const edges = [...groupBy(free, ([a, b]) => `${a.index} ${b.index}`).values()].flatMap((group): Edge[] => {
    const [a, b] = group[0]!
    const alike = (2 * group.length) / (a.rows.length + b.rows.length)
    return alike < MOST_ROWS ? [] : [{ old: a.index, new: b.index, gain: alike }]
  })
  for (const [a, b] of assign(edges).pairs) categories.join(a, b)
}

/** So many of the rows of both, at least, must be counterparts. */
const MOST_ROWS = 0.5

interface Traits {
  readonly name: Profile
  readonly number: number
  /** What its items say and how much: lengths by words. */
  readonly words: ReadonlyMap<string, number>
}

function categoryLikeness(a: Traits, b: Traits): number {
  return (
    NAME * likeness(a.name, b.name) + ITEMS * likenessOfWords(a.words, b.words) + (a.number === b.number ? NUMBER : 0)
  )
}

function weighWords(category: EditionCategory): ReadonlyMap<string, number> {
  const words = new Map<string, number>()
  for (const { said } of category.rows.flatMap((row) => row.items)) {
    words.set(said.words, (words.get(said.words) ?? 0) + said.words.length)
  }
  return words
}

function likenessOfWords(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [words, weight] of a) shared += Math.min(weight, b.get(words) ?? 0)
  const total = sum(a.values()) + sum(b.values())
  return total === 0 ? 0 : (2 * shared) / total
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}

function toMates({ pairs, bounded }: Assignment, before: boolean): CategoryMatches {
  const mates = new Mates()
  for (const [a, b] of pairs) mates.join(a, b)
  return { mates, bounded: bounded || before }
}
