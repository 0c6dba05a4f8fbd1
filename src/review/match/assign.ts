/** The assignment with the highest sum of gains: one to one, and nobody need be matched. Exact, over a sparse graph. */

export interface Edge {
  readonly old: number
  readonly new: number
  /** More than 0; being unmatched gains 0. */
  readonly gain: number
}

export interface Assignment {
  readonly pairs: readonly (readonly [old: number, new: number])[]
  /** The search was cut short: the rest was taken by highest gain. */
  readonly bounded: boolean
}

/** Gains are counted in whole units of this size, so that sums are exact and no result hangs on their order. */
const UNIT = 1e-10
/** Below the units: what is worth the same is told apart by chance, but by the same chance whichever list is the old one. */
const CHANCES = 1024
/** Steps over edges that one assignment may take, some seconds' work. Reached only where thousands are alike. */
const MAX_STEPS = 2e7

/**
 * Shortest augmenting paths with potentials (Jonker and Volgenant 1987; on a sparse graph with a heap). Each old one
 * looks for the cheapest way to be matched or to leave another one, on its way, unmatched.
 */
export function assign(edges: readonly Edge[], maxSteps = MAX_STEPS): Assignment {
  const graph = buildGraph(edges)
  const search = new Search(graph)
  let bounded = false
  for (let old = 0; old < graph.edgesOf.length; old++) {
    if (search.steps > maxSteps) {
      bounded = true
      break
    }
    search.augment(old)
  }
  if (bounded) search.matchRestGreedily()
  const pairs = graph.olds.flatMap((old, at) => {
    const mate = search.mateOfOld[at]!
    return mate === NONE ? [] : [[old, graph.news[mate]!] as const]
  })
  return { pairs, bounded }
}

const NONE = -1

interface Graph {
  /** The caller's numbers. */
  readonly olds: readonly number[]
  readonly news: readonly number[]
  /** Per old one: whom it may be matched with and at what cost, which is the gain below zero. */
  readonly edgesOf: readonly (readonly { readonly to: number; readonly cost: number }[])[]
}

/** In the order of the caller's numbers, whatever the order of the edges. Of two edges between the same, the better. */
function buildGraph(edges: readonly Edge[]): Graph {
  const sorted = edges.toSorted((a, b) => a.old - b.old || a.new - b.new || b.gain - a.gain)
  const news = [...new Set(sorted.map((edge) => edge.new))].sort((a, b) => a - b)
  const placeOfNew = new Map(news.map((each, at) => [each, at]))
  const olds: number[] = []
  const edgesOf: { to: number; cost: number }[][] = []
  for (const [at, edge] of sorted.entries()) {
    const before = sorted[at - 1]
    if (before?.old !== edge.old) {
      olds.push(edge.old)
      edgesOf.push([])
    } else if (before.new === edge.new) continue
    edgesOf
      .at(-1)!
      .push({ to: placeOfNew.get(edge.new)!, cost: -Math.round(edge.gain / UNIT) * CHANCES - chanceOf(edge) })
  }
  return { olds, news, edgesOf }
}

function chanceOf({ old, new: now }: Edge): number {
  const [less, more] = old < now ? [old, now] : [now, old]
  const mixed = Math.imul(less + 1, 0x9e3779b1) ^ Math.imul(more + 1, 0x85ebca77)
  return (mixed ^ (mixed >>> 13)) & (CHANCES - 1)
}

class Search {
  readonly mateOfOld: Int32Array
  steps = 0
  private readonly mateOfNew: Int32Array
  /** Prices; the reduced cost of an edge, cost − price of old − price of new, is never below zero, and zero in a match. */
  private readonly priceOfOld: Float64Array
  private readonly priceOfNew: Float64Array
  private readonly distance: Float64Array
  private readonly cameFrom: Int32Array

  constructor(private readonly graph: Graph) {
    const { olds, news, edgesOf } = graph
    this.mateOfOld = new Int32Array(olds.length).fill(NONE)
    this.mateOfNew = new Int32Array(news.length).fill(NONE)
    // To stay unmatched costs nothing: no price is above zero.
    this.priceOfOld = Float64Array.from(edgesOf, (edges) => edges.reduce((least, { cost }) => Math.min(least, cost), 0))
    this.priceOfNew = new Float64Array(news.length)
    this.distance = new Float64Array(news.length).fill(Number.POSITIVE_INFINITY)
    this.cameFrom = new Int32Array(news.length).fill(NONE)
  }

  /** Dijkstra from one old one to the nearest end: a free new one, or an old one that had best stay unmatched. */
  augment(start: number): void {
    const heap = new Heap()
    const reached: number[] = []
    const settled: number[] = []
    /** Distances of the old ones on the way, in the order in which they were met. */
    const met: { old: number; at: number }[] = []
    let end: { distance: number; new: number; leaves: number } = {
      distance: Number.POSITIVE_INFINITY,
      new: NONE,
      leaves: NONE,
    }
    const meet = (old: number, at: number): void => {
      met.push({ old, at })
      const leaving = at - this.priceOfOld[old]!
      if (leaving < end.distance) end = { distance: leaving, new: NONE, leaves: old }
      for (const { to, cost } of this.graph.edgesOf[old]!) {
        this.steps++
        const distance = at + cost - this.priceOfOld[old]! - this.priceOfNew[to]!
        if (distance >= this.distance[to]! || distance >= end.distance) continue
        if (this.distance[to] === Number.POSITIVE_INFINITY) reached.push(to)
        this.distance[to] = distance
        this.cameFrom[to] = old
        heap.push(distance, to)
      }
    }
    meet(start, 0)
    for (let next = heap.pop(); next && next.key < end.distance; next = heap.pop()) {
      if (next.key > this.distance[next.value]!) continue
      const mate = this.mateOfNew[next.value]!
      if (mate === NONE) {
        end = { distance: next.key, new: next.value, leaves: NONE }
        break
      }
      settled.push(next.value)
      meet(mate, next.key)
    }
    for (const { old, at } of met) this.priceOfOld[old]! += end.distance - at
    for (const each of settled) this.priceOfNew[each]! -= end.distance - this.distance[each]!
    this.follow(end, start)
    for (const each of reached) {
      this.distance[each] = Number.POSITIVE_INFINITY
    }
  }

  /** Changes partners along the path, from its end back to its start. */
  private follow(end: { readonly new: number; readonly leaves: number }, start: number): void {
    let free = end.new
    if (free === NONE) {
      if (end.leaves === start) return
      free = this.mateOfOld[end.leaves]!
      this.mateOfOld[end.leaves] = NONE
    }
    for (;;) {
      const old = this.cameFrom[free]!
      const before = this.mateOfOld[old]!
      this.mateOfOld[old] = free
      this.mateOfNew[free] = old
      if (old === start) return
      free = before
    }
  }

  matchRestGreedily(): void {
    const rest = this.graph.edgesOf.flatMap((edges, old) => edges.map(({ to, cost }) => ({ old, to, cost })))
    for (const { old, to } of rest.sort((a, b) => a.cost - b.cost || a.old - b.old || a.to - b.to)) {
      if (this.mateOfOld[old] !== NONE || this.mateOfNew[to] !== NONE) continue
      this.mateOfOld[old] = to
      this.mateOfNew[to] = old
    }
  }
}

/** A binary heap of numbers by key; of equal keys the smaller value first. */
class Heap {
  private readonly keys: number[] = []
  private readonly values: number[] = []

  push(key: number, value: number): void {
    let at = this.keys.length
    for (; at > 0; at = (at - 1) >> 1) {
      const parent = (at - 1) >> 1
      if (!isBefore(key, value, this.keys[parent]!, this.values[parent]!)) break
      this.keys[at] = this.keys[parent]!
      this.values[at] = this.values[parent]!
    }
    this.keys[at] = key
    this.values[at] = value
  }

  pop(): { readonly key: number; readonly value: number } | undefined {
    const key = this.keys[0]
    const value = this.values[0]
    const lastKey = this.keys.pop()
    const lastValue = this.values.pop()
    if (key === undefined || value === undefined || lastKey === undefined || lastValue === undefined) return undefined
    const size = this.keys.length
    if (size === 0) return { key, value }
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.isChildBefore(child + 1, child)) child++
      if (!isBefore(this.keys[child]!, this.values[child]!, lastKey, lastValue)) break
      this.keys[at] = this.keys[child]!
      this.values[at] = this.values[child]!
      at = child
    }
    this.keys[at] = lastKey
    this.values[at] = lastValue
    return { key, value }
  }

  private isChildBefore(a: number, b: number): boolean {
    return isBefore(this.keys[a]!, this.values[a]!, this.keys[b]!, this.values[b]!)
  }
}

function isBefore(keyA: number, valueA: number, keyB: number, valueB: number): boolean {
  return keyA < keyB || (keyA === keyB && valueA < valueB)
}
