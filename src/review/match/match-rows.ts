/** Finds for each row its counterpart: by id, else by how alike 現状と課題, 施策 and the items are. */

import { groupBy } from '../../domain/group-by.js'
import { type Edition, type EditionItem, type EditionRow, ownerOf } from '../edition.js'
import { foldNotation } from '../words/normalise.js'
import { assign, type Edge } from './assign.js'
import { findCandidates, type Seeker, stepsFor } from './candidates.js'
import { joinUnique, Mates } from './counterparts.js'
import { joinProfiles, likeness, type Measure, type Profile } from './likeness.js'
import { gainOf } from './match-worth.js'

/** Worth of the headings beside the items. */
const OWN_HEADING = 0.4
/** Rows that share a merged heading are not told apart by it. */
const SHARED_HEADING = 0.15
const ITEMS = 0.6
/** A row whose items are all gone, or all new, may be the same by its heading. */
const NO_ITEMS = 0.3
/** Of two rows as alike, the one in the same category. */
const SAME_CATEGORY = 0.1

/**
 * Less than this are different rows. On the seeds the same rows come to 0.78 and more, different ones to 0.44 in a
 * category and, by 再掲, to 0.52 elsewhere; on generated plans, whose sentences are all built alike, nearly all of the
 * same come to 0.8 and different ones to 0.52.
 */
const LEAST_IN_CATEGORY = 0.45
const LEAST_ELSEWHERE = 0.55
/** Rows that share so much to the word need not be looked for by anything else. */
const MOST_ITEMS = 0.5
/** Up to so many pairs of a category all are looked at; beyond, those whose texts are alike. */
const ALL_PAIRS = 10_000

export interface RowMatches {
  readonly mates: Mates
  /** New rows whose id is that of another row which is the same to the word. */
  readonly swappedIds: readonly EditionRow[]
  readonly bounded: boolean
}

export function matchRows(old: Edition, now: Edition, categories: Mates, measure: Measure): RowMatches {
  const mates = new Mates()
  const swappedIds = joinSwapped(mates, old.rows, now.rows)
  joinUnique(mates, old.rows, now.rows, (row) => row.id)
  joinUnique(mates, old.rows, now.rows, literalText)
  joinUnique(mates, old.rows, now.rows, labelText)

  const olds = old.rows.filter(({ index }) => mates.newOf(index) === undefined).map((row) => readTraits(row, measure))
  const news = now.rows.filter(({ index }) => mates.oldOf(index) === undefined).map((row) => readTraits(row, measure))
  const longer = Math.max(old.rows.length, now.rows.length)
  const search = searchRows(olds, news, longer)
  const pairs = [...search.pairs, ...pairsWithinCategories(olds, news, categories)]
  const edges = pairs.flatMap(([a, b]): Edge[] => {
    const [from, to] = [olds[a]!, news[b]!]
    const together = categories.areMates(from.row.category.index, to.row.category.index)
    const alike = rowLikeness(from, to)
    if (alike < (together ? LEAST_IN_CATEGORY : LEAST_ELSEWHERE)) return []
    const apart = (from.row.index - to.row.index) / longer
    return [{ old: a, new: b, gain: gainOf(alike + (together ? SAME_CATEGORY : 0), apart) }]
  })
  const assignment = assign(edges)
  for (const [a, b] of assignment.pairs) mates.join(olds[a]!.row.index, news[b]!.row.index)
  return { mates, swappedIds, bounded: search.bounded || assignment.bounded }
}

/**
 * Ids that look swapped: the row with this label had another id last year, and the row of that label this one. The words
 * are believed.
 */
function joinSwapped(mates: Mates, olds: readonly EditionRow[], news: readonly EditionRow[]): readonly EditionRow[] {
  const oldIds = new Map(olds.flatMap((row) => (row.id === undefined ? [] : [[row.id, row]])))
  if (oldIds.size === 0) return []
  const byWords = new Mates()
  joinUnique(byWords, olds, news, literalText)
  joinUnique(byWords, olds, news, labelText)
  const swapped = news.filter((row) => {
    const owner = row.id === undefined ? undefined : oldIds.get(row.id)
    const alike = byWords.oldOf(row.index)
    if (owner === undefined || alike === undefined || alike === owner.index) return false
    const other = byWords.newOf(owner.index)
    return olds[alike]!.id !== undefined && other !== undefined && news[other]!.id !== row.id
  })
  for (const row of swapped) mates.join(byWords.oldOf(row.index)!, row.index)
  return swapped
}

interface Traits {
  readonly row: EditionRow
  readonly ownsHeading: boolean
  readonly heading: Profile
  readonly items: Profile
}

function readTraits(row: EditionRow, measure: Measure): Traits {
  const cells = [...row.cells.values()]
  const headings = cells.filter((cell) => cell.column.part === 'heading')
  const heading = headings.flatMap((cell) => ownerOf(cell).items)
  const items = row.items.filter((item) => item.cell.column.part !== 'heading')
  const profile = (all: readonly EditionItem[]) => joinProfiles(all.map(({ said }) => measure.profile(said.words)))
  return {
    row,
    ownsHeading: headings.some((cell) => cell.items.length > 0),
    heading: profile(heading),
    items: profile(items),
  }
}

/** By the items that two rows share to the word; for the rows that share few with any, by their bigrams. */
function searchRows(olds: readonly Traits[], news: readonly Traits[], longer: number): RowSearch {
  const steps = stepsFor(olds.length + news.length)
  const numbers = new Map<string, number>()
  const byItems = ({ row }: Traits): Seeker => ({ profile: profileItems(row, numbers), position: row.index / longer })
  const byBigrams = ({ row, heading, items }: Traits): Seeker => ({
    profile: joinProfiles([heading, items]),
    position: row.index / longer,
  })

  const plain = findCandidates(olds.map(byItems), news.map(byItems), { least: MOST_ITEMS, steps }).pairs
  const plainOlds = new Set(plain.map((pair) => pair.old))
  const plainNews = new Set(plain.map((pair) => pair.new))
  const restOlds = [...olds.keys()].filter((at) => !plainOlds.has(at))
  const restNews = [...news.keys()].filter((at) => !plainNews.has(at))
  const rest = findCandidates(
    restOlds.map((at) => byBigrams(olds[at]!)),
    restNews.map((at) => byBigrams(news[at]!)),
    { least: 0, steps },
  )
  const pairs = [
    ...plain.map((pair) => [pair.old, pair.new] as const),
    ...rest.pairs.map((pair) => [restOlds[pair.old]!, restNews[pair.new]!] as const),
  ]
  return { pairs, bounded: rest.bounded }
}

interface RowSearch {
  readonly pairs: readonly (readonly [old: number, new: number])[]
  readonly bounded: boolean
}

/** Whole items in the place of bigrams, by their length. */
function profileItems({ items }: EditionRow, numbers: Map<string, number>): Profile {
  const lengths = new Map<number, number>()
  for (const { said } of items) {
    const number = numbers.get(said.words) ?? numbers.size
    numbers.set(said.words, number)
    lengths.set(number, (lengths.get(number) ?? 0) + said.words.length)
  }
  const bigrams = Int32Array.from(lengths.keys()).sort()
  const weights = Float64Array.from(bigrams, (number) => lengths.get(number)!)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return { bigrams, weights, total, length: total }
}

/** 0 to 1. Two rows without any text are as alike as need be. */
function rowLikeness(a: Traits, b: Traits): number {
  const headings = a.ownsHeading && b.ownsHeading ? OWN_HEADING : SHARED_HEADING
  const headingWorth = a.heading.total === 0 && b.heading.total === 0 ? 0 : headings
  const bothHaveItems = a.items.total > 0 && b.items.total > 0
  const itemsWorth = bothHaveItems ? ITEMS : a.items.total + b.items.total > 0 ? NO_ITEMS : 0
  const worth = headingWorth + itemsWorth
  if (worth === 0) return LEAST_IN_CATEGORY
  return (headingWorth * likeness(a.heading, b.heading) + itemsWorth * likeness(a.items, b.items)) / worth
}

function pairsWithinCategories(
  olds: readonly Traits[],
  news: readonly Traits[],
  categories: Mates,
): readonly (readonly [number, number])[] {
  const byCategory = groupBy(news.keys(), (at) => news[at]!.row.category.index)
  const counts = groupBy(olds, ({ row }) => row.category.index)
  return olds.flatMap((old, at) => {
    const category = old.row.category.index
    const there = byCategory.get(categories.newOf(category) ?? -1) ?? []
    if (there.length * counts.get(category)!.length > ALL_PAIRS) return []
    return there.map((other) => [at, other] as const)
  })
}

/** What stands in its label columns, joined cells followed; undefined where that is nothing. Rows that agree in it are the same. */
function labelText(row: EditionRow): string | undefined {
  const labels = [...row.cells.values()].filter(({ column }) => column.part === 'heading')
  const texts = labels.map((cell) =>
    foldNotation(
      ownerOf(cell)
        .lines.map(({ text }) => text)
        .join('\n'),
    ),
  )
  return texts.every((text) => text === '') ? undefined : JSON.stringify(texts)
}

/** All texts of the row; undefined where it has none. */
function literalText(row: EditionRow): string | undefined {
  if (row.items.length === 0) return undefined
  return JSON.stringify([...row.cells.values()].map((cell) => cell.lines.map((line) => line.text)))
}
