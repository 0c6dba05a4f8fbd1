/** Two sequences as one: what kept its order stays in place, all else stands where it went from and where it came to. */

import type { Side } from '../comparison.js'

export interface OrderedPair {
  readonly old: number
  readonly new: number
  /** How much it would be noticed if this one had moved. Above 0. */
  readonly weight: number
}

/**
 * The heaviest pairs that all keep their order: a longest increasing subsequence by weight (Fredman 1975), over a
 * Fenwick tree of the best chains. The rest was reordered.
 */
export function keepOrder<T extends OrderedPair>(pairs: readonly T[]): ReadonlySet<T> {
  const sorted = pairs.toSorted((a, b) => a.old - b.old)
  const ranks = new Map(
    sorted
      .map((pair) => pair.new)
      .sort((a, b) => a - b)
      .map((place, rank) => [place, rank + 1]),
  )
  const chains: Chain<T>[] = []
  const tree = new Array<Chain<T> | undefined>(sorted.length + 1).fill(undefined)
  for (const pair of sorted) {
    let before: Chain<T> | undefined
    for (let at = ranks.get(pair.new)! - 1; at > 0; at -= at & -at) before = heavier(before, tree[at])
    const chain = { pair, before, weight: (before?.weight ?? 0) + pair.weight }
    chains.push(chain)
    for (let at = ranks.get(pair.new)!; at < tree.length; at += at & -at) tree[at] = heavier(tree[at], chain)
  }
  const kept = new Set<T>()
  for (let chain = chains.reduce<Chain<T> | undefined>(heavier, undefined); chain; chain = chain.before) {
    kept.add(chain.pair)
  }
  return kept
}

interface Chain<T> {
  readonly pair: T
  readonly before: Chain<T> | undefined
  readonly weight: number
}

function heavier<T>(a: Chain<T> | undefined, b: Chain<T> | undefined): Chain<T> | undefined {
  return (b?.weight ?? 0) > (a?.weight ?? 0) ? b : a
}

/**
 * Weights for `keepOrder`: above all as few pairs as possible move, then the shorter ones, then by their texts. They do
 * not hang on the order of the pairs nor on which edition is the old one.
 */
export function orderWeights(texts: readonly string[]): readonly number[] {
  const ranks = new Map([...new Set(texts)].sort().map((text, rank) => [text, rank]))
  return texts.map((text) => 1e9 + Math.min(text.length, 1e4) * 1e4 + Math.min(ranks.get(text)!, 9999))
}

export interface Step {
  readonly side: Side
  readonly old?: number
  readonly new?: number
}

/** All places of both sequences. `kept` pairs stand once; between them what is only old comes before what is only new. */
export function interleave(oldCount: number, newCount: number, kept: Iterable<Omit<OrderedPair, 'weight'>>): Step[] {
  const anchors = [...kept].sort((a, b) => a.old - b.old)
  const steps: Step[] = []
  let old = 0
  let now = 0
  for (const anchor of [...anchors, { old: oldCount, new: newCount }]) {
    for (; old < anchor.old; old++) steps.push({ side: 'old', old })
    for (; now < anchor.new; now++) steps.push({ side: 'new', new: now })
    if (old < oldCount && now < newCount) steps.push({ side: 'both', old: old++, new: now++ })
  }
  return steps
}

export interface Merged<T> {
  readonly side: Side
  readonly old?: T
  readonly new?: T
}

/** Two lists as one. Those that have a counterpart but did not keep their order stand at both their places. */
export function mergeSequences<T>(
  olds: readonly T[],
  news: readonly T[],
  mateOf: (old: T) => T | undefined,
  textOf: (each: T) => string,
): readonly Merged<T>[] {
  const places = new Map(news.map((each, at) => [each, at]))
  const pairs = olds.flatMap((each, old) => {
    const mate = mateOf(each)
    const now = mate === undefined ? undefined : places.get(mate)
    return now === undefined ? [] : [{ old, new: now }]
  })
  const kept = isInOrder(pairs) ? pairs : keepOrder(weigh(pairs))
  return interleave(olds.length, news.length, kept).map(({ side, old, new: now }) => ({
    side,
    ...(old !== undefined && { old: olds[old]! }),
    ...(now !== undefined && { new: news[now]! }),
  }))

  function weigh(all: typeof pairs): readonly OrderedPair[] {
    const texts = all.map((pair) => [textOf(olds[pair.old]!), textOf(news[pair.new]!)].sort().join('\n'))
    const weights = orderWeights(texts)
    return all.map((pair, at) => ({ ...pair, weight: weights[at]! }))
  }
}

/** `pairs` by rising old place: whether nothing moved. */
function isInOrder(pairs: readonly Omit<OrderedPair, 'weight'>[]): boolean {
  return pairs.every((pair, at) => at === 0 || pair.new > pairs[at - 1]!.new)
}
