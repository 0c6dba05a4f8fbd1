/** Which things of one sequence are those of another: the same ones first, then between them those that are most alike. */

import { likenessOf } from './likeness.js'

export interface Alignment<T> {
  /** The text by which a thing is known, the same where the things are the same. */
  readonly textOf: (thing: T, side: 'old' | 'new') => string
  /** pair: one that stands where one stood is that one, in whatever words. part: nothing that is not alike is the same. */
  readonly leftovers: 'pair' | 'part'
}

/** For each of `olds` the index of its counterpart among `news`, in rising order; undefined where it has none. */
export function alignSequences<T>(
  olds: readonly T[],
  news: readonly T[],
  { textOf, leftovers }: Alignment<T>,
): (number | undefined)[] {
  const [before, after] = [olds.map((each) => textOf(each, 'old')), news.map((each) => textOf(each, 'new'))]
  const pairs = pairSame(before, after)
  fillStretches(pairs, after.length, (from, to, start, end) => {
    if (leftovers === 'pair' && to - from === end - start) {
      for (let at = from; at < to; at++) pairs[at] = start + at - from
      return
    }
    const worths = matrix(to - from, end - start, (i, j) => worthOf(before[from + i]!, after[start + j]!))
    bestPairs(worths, end - start).forEach((at, index) => {
      if (at !== undefined) pairs[from + index] = start + at
    })
  })
  return pairs
}

/** Less alike than this is another thing. */
const LEAST = 0.4

function worthOf(a: string, b: string): number {
  const likeness = likenessOf(a, b)
  return likeness < LEAST ? 0 : likeness
}

/** The longest common sequence. */
function pairSame(before: readonly string[], after: readonly string[]): (number | undefined)[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head++
  let tail = 0
  const rest = Math.min(before.length, after.length) - head
  while (tail < rest && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const [rows, columns] = [before.length - head - tail, after.length - head - tail]
  const worths = matrix(rows, columns, (i, j) => (before[head + i] === after[head + j] ? 1 : 0))
  const middle = bestPairs(worths, columns).map((at) => (at === undefined ? undefined : at + head))
  const end = Array.from({ length: tail }, (_, index) => after.length - tail + index)
  return [...Array.from({ length: head }, (_, index) => index), ...middle, ...end]
}

/** Calls `fill` with every stretch of both sequences that lies between pairs. */
function fillStretches(
  pairs: readonly (number | undefined)[],
  length: number,
  fill: (from: number, to: number, start: number, end: number) => void,
): void {
  const known = [...pairs]
  let [from, start] = [0, 0]
  for (let at = 0; at <= known.length; at++) {
    const pair = at === known.length ? length : known[at]
    if (pair === undefined) continue
    if (at > from && pair > start) fill(from, at, start, pair)
    from = at + 1
    start = pair + 1
  }
}

type Matrix = readonly Float64Array[]

function matrix(rows: number, columns: number, worth: (i: number, j: number) => number): Matrix {
  return Array.from({ length: rows }, (_, i) => Float64Array.from({ length: columns }, (__, j) => worth(i, j)))
}

/** The pairs in rising order that are worth most together; the first ones where several are. */
function bestPairs(worths: Matrix, columns: number): (number | undefined)[] {
  const best = Array.from({ length: worths.length + 1 }, () => new Float64Array(columns + 1))
  for (let i = worths.length - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const worth = worths[i]![j]!
      const paired = worth > 0 ? worth + best[i + 1]![j + 1]! : 0
      best[i]![j] = Math.max(paired, best[i + 1]![j]!, best[i]![j + 1]!)
    }
  }
  const pairs: (number | undefined)[] = worths.map(() => undefined)
  for (let i = 0, j = 0; i < worths.length && j < columns; ) {
    const worth = worths[i]![j]!
    if (worth > 0 && best[i]![j] === worth + best[i + 1]![j + 1]!) pairs[i++] = j++
    else if (best[i]![j] === best[i + 1]![j]!) i++
    else j++
  }
  return pairs
}
