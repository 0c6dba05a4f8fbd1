/** Finds counterparts for the items that are not plainly the same: in their cell or wherever they may have gone. */

import { groupBy } from '../../domain/group-by.js'
import type { Edition, EditionItem, Editions } from '../edition.js'
import { assign, type Edge } from './assign.js'
import { type Candidate, findCandidates, stepsFor } from './candidates.js'
import type { CellsOfMates } from './cell-pairs.js'
import type { Mates } from './counterparts.js'
import { containment, likeness, type Measure, type Profile } from './likeness.js'
import { gainOf } from './match-worth.js'

/**
 * Likenesses below which two items are different ones. Found on the seeds and on 150 generated pairs of plans: in one
 * cell the same item, reworded, comes to 0.53 and more, and 95 in 100 pairs of different ones to 0.45 at most; over the
 * whole plan 999 in 1,000 pairs of different items stay below 0.66. A promise and what realised it stand in one row.
 */
const LEAST_IN_CELL = 0.45
/** An item that has such a one in its cell is not looked for elsewhere. */
const PLAIN = 0.85
const LEAST_ELSEWHERE = 0.66
const LEAST_REALISED = 0.58
/** Shorter texts (同上, 研修会) are no evidence outside their cell. */
const LEAST_LENGTH = 6
/** What a long text repeats of a shorter one counts too, if the shorter is no mere phrase. */
const CONTAINED = 0.8
const LEAST_CONTAINED = 12

/** What speaks for or against a match besides the words. */
const SAME_CELL = 0.25
const SAME_ROW = 0.12
const SAME_CATEGORY = 0.05
const SAME_ACTOR = 0.05
const OTHER_ACTOR = -0.1
const OTHER_SIGN = -0.05
const OTHER_AGAIN = -0.2
const SAME_NEIGHBOUR = 0.02

/** Up to so many pairs of a cell all are looked at. */
const ALL_PAIRS = 10_000

export interface Leftovers {
  readonly editions: Editions
  readonly cells: readonly CellsOfMates[]
  /** Gets the new matches. */
  readonly mates: Mates
  readonly rows: Mates
  readonly categories: Mates
  readonly measure: Measure
  /** Items without counterpart that one is to be found for. */
  readonly isLeft: (item: EditionItem) => boolean
}

/** Returns whether the search was cut short. */
export function matchLeftovers({ editions, cells, mates, rows, categories, measure, isLeft }: Leftovers): boolean {
  const { old, new: now } = editions
  const olds = old.items.filter((item) => mates.newOf(item.index) === undefined && isLeft(item))
  const news = now.items.filter((item) => mates.oldOf(item.index) === undefined && isLeft(item))
  const inCells = candidatesInCells(cells, new Set([...olds, ...news]), measure)
  const plain = inCells.filter((pair) => pair.likeness >= PLAIN)
  const plainOlds = new Set(plain.map((pair) => pair.old))
  const plainNews = new Set(plain.map((pair) => pair.new))
  const search = searchElsewhere(
    olds.filter(({ index }) => !plainOlds.has(index)),
    news.filter(({ index }) => !plainNews.has(index)),
    editions,
    measure,
  )
  const candidates = [...inCells, ...search.pairs]
  const longer = Math.max(old.items.length, now.items.length)
  const inOneCell = new Set(cells.map((pair) => pairKey(pair, longer)))
  const edges = candidates.flatMap(({ old: a, new: b, likeness: alike }): Edge[] => {
    const [from, to] = [old.items[a]!, now.items[b]!]
    const inCell = inOneCell.has(pairKey({ old: from.cell, new: to.cell }, longer))
    const inRow = rows.areMates(from.cell.row.index, to.cell.row.index)
    if (alike < leastLikeness(from, to, inCell, inRow)) return []
    const inCategory = categories.areMates(from.cell.row.category.index, to.cell.row.category.index)
    const where = inCell ? SAME_CELL : inRow ? SAME_ROW : inCategory ? SAME_CATEGORY : 0
    const apart = inCell ? (from.position - to.position) / 100 : (a - b) / longer
    return [{ old: a, new: b, gain: gainOf(Math.max(alike + where + circumstances(from, to), 0), apart) }]
  })
  const assignment = assign(edges)
  for (const [a, b] of assignment.pairs) mates.join(a, b)
  return search.bounded || assignment.bounded
}

function candidatesInCells(
  cells: readonly CellsOfMates[],
  left: ReadonlySet<EditionItem>,
  measure: Measure,
): readonly Candidate[] {
  return cells.flatMap((pair) => {
    const olds = pair.old.items.filter((item) => left.has(item))
    const news = pair.new.items.filter((item) => left.has(item))
    if (olds.length * news.length > ALL_PAIRS) return []
    return olds.flatMap((from) =>
      news.map((to) => {
        const [a, b] = [measure.profile(from.said.words), measure.profile(to.said.words)]
        return { old: from.index, new: to.index, likeness: likenessInCell(a, b) }
      }),
    )
  })
}

function likenessInCell(a: Profile, b: Profile): number {
  const isPhrase = Math.min(a.length, b.length) < LEAST_CONTAINED
  return Math.max(likeness(a, b), isPhrase ? 0 : CONTAINED * containment(a, b))
}

/** In the same column of other rows, and in other columns: a promise is realised, or taken back, an issue becomes a response. */
function searchElsewhere(
  olds: readonly EditionItem[],
  news: readonly EditionItem[],
  editions: Editions,
  measure: Measure,
): { readonly pairs: readonly Candidate[]; readonly bounded: boolean } {
  const oldPools = groupBy(olds.filter(isEvidence), (item) => item.cell.column.key)
  const newPools = groupBy(news.filter(isEvidence), (item) => item.cell.column.key)
  const seekers = (pool: readonly EditionItem[], { rows }: Edition) =>
    pool.map(({ said, cell }) => ({ profile: measure.profile(said.words), position: cell.row.index / rows.length }))
  const limits = { least: LEAST_REALISED, steps: stepsFor(olds.length + news.length) }
  const found = [...oldPools.values()].flatMap((from) =>
    [...newPools.values()].flatMap((to) => {
      if (!mayPass(from[0]!, to[0]!)) return []
      const { pairs, bounded } = findCandidates(seekers(from, editions.old), seekers(to, editions.new), limits)
      return [
        {
          bounded,
          pairs: pairs.map((pair) => ({ ...pair, old: from[pair.old]!.index, new: to[pair.new]!.index })),
        },
      ]
    }),
  )
  return { pairs: found.flatMap(({ pairs }) => pairs), bounded: found.some(({ bounded }) => bounded) }
}

function isEvidence({ item, said }: EditionItem): boolean {
  return !item.ditto && said.words.length >= LEAST_LENGTH
}

function mayPass(from: EditionItem, to: EditionItem): boolean {
  return from.cell.column.key === to.cell.column.key || (isSentence(from) && isSentence(to))
}

/** In a column that holds sentences: labels and values stay in theirs. */
function isSentence({ cell }: EditionItem): boolean {
  return cell.column.part !== 'heading' && cell.column.part !== 'plain'
}

function isPlanPassing(from: EditionItem, to: EditionItem): boolean {
  const parts = [from.cell.column.part, to.cell.column.part]
  return parts.includes('plans') && parts.includes('initiatives')
}

function leastLikeness(from: EditionItem, to: EditionItem, inCell: boolean, inRow: boolean): number {
  const { part, key } = from.cell.column
  // A heading of the same row is the same heading however much it says otherwise, and so is a value.
  if (inCell && (part === 'heading' || (isValue(from) && isValue(to)))) return 0
  if (inCell) return !from.item.ditto === !to.item.ditto ? LEAST_IN_CELL : NEVER
  if (key !== to.cell.column.key && compareActors(from, to) < 0) return NEVER
  if (key !== to.cell.column.key && inRow && isPlanPassing(from, to)) return LEAST_REALISED
  if (key === to.cell.column.key && from.item.again !== to.item.again) return NEVER
  return LEAST_ELSEWHERE - Math.min(compareActors(from, to), 0)
}

/** All that its cell says, unmarked, and in a column of values or too short for a sentence: ○, Ｂ, 43.8. */
function isValue({ cell, item, said }: EditionItem): boolean {
  const isAlone = cell.items.length === 1 && !item.marker && !item.ditto
  return isAlone && (cell.column.part === 'plain' || said.words.length < LEAST_LENGTH)
}

/** More than any likeness. */
const NEVER = 2

function circumstances(from: EditionItem, to: EditionItem): number {
  return (
    compareActors(from, to) +
    (from.said.sign === to.said.sign ? 0 : OTHER_SIGN) +
    (from.item.again === to.item.again ? 0 : OTHER_AGAIN) +
    (neighbour(from, -1) === neighbour(to, -1) ? SAME_NEIGHBOUR : 0) +
    (neighbour(from, 1) === neighbour(to, 1) ? SAME_NEIGHBOUR : 0)
  )
}

function compareActors(from: EditionItem, to: EditionItem): number {
  const [a, b] = [from.said.actor, to.said.actor]
  return a === '' || b === '' ? 0 : a === b ? SAME_ACTOR : OTHER_ACTOR
}

/** What the item beside says; empty at the end of the cell. */
function neighbour({ cell, position }: EditionItem, step: number): string {
  return cell.items[position + step]?.said.words ?? ''
}

function pairKey(pair: Pick<CellsOfMates, 'old' | 'new'>, longer: number): number {
  return (pair.old.items[0]?.index ?? 0) * (longer + 1) + (pair.new.items[0]?.index ?? 0)
}
