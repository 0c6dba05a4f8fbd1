/** Which rows of one state of a plan are those of another: by their ids, by what they say, by what is most alike between those. */

import type { Row } from '../plan.js'
import { alignSequences } from './align-sequences.js'

/**
 * For each of `olds` the index of its counterpart among `news`; `known` are pairs that are certain already. A row that
 * says the same, once in either, is the same row wherever it stands.
 */
export function alignRows(
  olds: readonly Row[],
  news: readonly Row[],
  known: readonly (number | undefined)[] = [],
): readonly (number | undefined)[] {
  const pairs = olds.map((_, index) => known[index])
  const taken = new Set(pairs.filter((pair) => pair !== undefined))
  const pair = (index: number, other: number | undefined) => {
    if (other === undefined || pairs[index] !== undefined || taken.has(other)) return
    pairs[index] = other
    taken.add(other)
  }
  const ids = uniqueIndexes(news.map(({ id }) => id))
  olds.forEach(({ id }, index) => {
    if (id !== undefined) pair(index, ids.get(id))
  })
  const [before, after] = [olds.map(sayingOf), news.map(sayingOf)]
  const [onceOld, onceNew] = [uniqueIndexes(before), uniqueIndexes(after)]
  for (const [saying, index] of onceOld) if (saying.trim() !== '') pair(index, onceNew.get(saying))
  // Between rows that are known, and never beyond one.
  const oldsBelow = groupBelow(pairs)
  const newsBelow = groupBelow(news.map((_, index) => (taken.has(index) ? index : undefined)))
  for (const [above, some] of oldsBelow) {
    const others = newsBelow.get(above) ?? []
    const found = alignSequences(some, others, {
      textOf: (index, side) => (side === 'old' ? before : after)[index]!,
      leftovers: 'part',
    })
    found.forEach((at, index) => {
      if (at !== undefined) pair(some[index]!, others[at]!)
    })
  }
  return pairs
}

/** Indexes without a pair, by the pair of the nearest one above that has one; -1 at the top. */
function groupBelow(pairs: readonly (number | undefined)[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  let above = -1
  pairs.forEach((pair, index) => {
    if (pair !== undefined) above = pair
    else groups.set(above, [...(groups.get(above) ?? []), index])
  })
  return groups
}

/** Those that stand once. */
function uniqueIndexes(texts: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>()
  const doubles = new Set<string>()
  texts.forEach((text, index) => {
    if (text === undefined) return
    if (indexes.has(text)) doubles.add(text)
    indexes.set(text, index)
  })
  for (const text of doubles) indexes.delete(text)
  return indexes
}

/** What a row says itself, whatever it is one with. */
function sayingOf({ cells }: Row): string {
  return Object.keys(cells)
    .sort()
    .flatMap((key) => {
      const cell = cells[key]!
      return cell.tag === 'text' && cell.text.trim() !== '' ? [cell.text.trim()] : []
    })
    .join('\n')
}
