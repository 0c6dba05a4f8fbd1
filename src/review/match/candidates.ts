/** Finds who may be whose counterpart without comparing everyone with everyone: an inverted index of bigrams. */

import { likeness, type Profile } from './likeness.js'

/** Something that looks for its counterpart in the other edition. */
export interface Seeker {
  /** By it others are found and judged. */
  readonly profile: Profile
  /** Where it stands, 0 to 1 of its edition. Of many that are equally alike the nearest are taken. */
  readonly position: number
}

export interface Candidate {
  readonly old: number
  readonly new: number
  readonly likeness: number
}

export interface Candidates {
  readonly pairs: readonly Candidate[]
  /** The work was bounded: someone was looked for by less than a third of what tells it apart. */
  readonly bounded: boolean
}

export interface SearchLimits {
  /** Pairs that are less alike are left out. */
  readonly least: number
  /** Steps over the index that each seeker may take, see `stepsFor`. */
  readonly steps: number
}

/** Steps over the index that all seekers together may take, less than a second's work. */
const ALL_STEPS = 2e7

/** A fair share of them for each of so many seekers. */
export function stepsFor(seekers: number): number {
  return ALL_STEPS / Math.max(seekers, 1)
}

/** Each keeps so many of those that seem most alike. */
const KEPT = 12
/** Beyond so many steps a seeker is content with the bigrams that make up this part of its weight, the rarest of them. */
const FEW_STEPS = 1000
const ENOUGH = 0.5
/** With less than this the search was cut short. */
const TOO_LITTLE = 0.3

/** The pairs that may be, indexes into the two lists; the same whichever list is the old one. */
export function findCandidates(olds: readonly Seeker[], news: readonly Seeker[], limits: SearchLimits): Candidates {
  const frequency = countHolders([...olds, ...news])
  const pairs = new Map<number, Candidate>()
  let bounded = false
  const forth = new Index(news, frequency)
  for (const [old, seeker] of olds.entries()) {
    const found = forth.search(seeker, limits.steps)
    for (const now of found.nearest) keep(old, now)
    bounded ||= found.bounded
  }
  const back = new Index(olds, frequency)
  for (const [now, seeker] of news.entries()) {
    const found = back.search(seeker, limits.steps)
    for (const old of found.nearest) keep(old, now)
    bounded ||= found.bounded
  }
  return { pairs: [...pairs.values()], bounded }

  function keep(old: number, now: number): void {
    const key = old * news.length + now
    if (pairs.has(key)) return
    const alike = likeness(olds[old]!.profile, news[now]!.profile)
    if (alike >= limits.least) pairs.set(key, { old, new: now, likeness: alike })
  }
}

class Index {
  private readonly holders = new Map<number, number[]>()
  /** Per one of those in the index, the weight that it shares with the seeker so far. */
  private readonly shared: Float64Array

  constructor(
    private readonly all: readonly Seeker[],
    private readonly frequency: ReadonlyMap<number, number>,
  ) {
    this.shared = new Float64Array(all.length)
    for (const [at, { profile }] of all.entries()) {
      for (const bigram of profile.bigrams) {
        const known = this.holders.get(bigram)
        if (known) known.push(at)
        else this.holders.set(bigram, [at])
      }
    }
  }

  search(seeker: Seeker, maxSteps: number): { readonly nearest: readonly number[]; readonly bounded: boolean } {
    const { bigrams, weights, total } = seeker.profile
    const touched: number[] = []
    let steps = 0
    let looked = 0
    for (const at of rarestFirst(seeker.profile, this.frequency)) {
      const holders = this.holders.get(bigrams[at]!) ?? []
      steps += holders.length
      if (steps > maxSteps || (steps > FEW_STEPS && looked > ENOUGH * total)) break
      const weight = weights[at]!
      looked += weight
      for (const holder of holders) {
        if (this.shared[holder] === 0) touched.push(holder)
        this.shared[holder]! += weight
      }
    }
    const nearest = this.pickNearest(seeker, touched)
    for (const each of touched) this.shared[each] = 0
    return { nearest, bounded: looked < TOO_LITTLE * total }
  }

  private pickNearest(seeker: Seeker, touched: readonly number[]): readonly number[] {
    const picked: Ranked[] = []
    for (const at of touched) {
      const other = this.all[at]!
      const rank = this.shared[at]! / (seeker.profile.total + other.profile.total)
      const last = picked[KEPT - 1]
      if (last && rank < last.rank) continue
      const one = { at, rank, apart: Math.abs(seeker.position - other.position) }
      let place = picked.length
      while (place > 0 && isNearer(one, picked[place - 1]!)) place--
      picked.splice(place, 0, one)
      if (picked.length > KEPT) picked.pop()
    }
    return picked.map(({ at }) => at)
  }
}

interface Ranked {
  readonly at: number
  readonly rank: number
  readonly apart: number
}

function isNearer(a: Ranked, b: Ranked): boolean {
  if (a.rank !== b.rank) return a.rank > b.rank
  return a.apart !== b.apart ? a.apart < b.apart : a.at < b.at
}

function countHolders(all: readonly Seeker[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { profile } of all) for (const bigram of profile.bigrams) counts.set(bigram, (counts.get(bigram) ?? 0) + 1)
  return counts
}

/** Places in the profile; the rarest bigrams come first, since they tell most at the least cost. */
function rarestFirst({ bigrams }: Profile, frequency: ReadonlyMap<number, number>): Iterable<number> {
  const counts = Uint32Array.from(bigrams, (bigram) => frequency.get(bigram)!)
  return Uint32Array.from(bigrams.keys()).sort((a, b) => counts[a]! - counts[b]! || a - b)
}
