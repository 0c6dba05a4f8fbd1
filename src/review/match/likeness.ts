/** How alike two texts are: bigrams of their characters, the rarer the weightier. */

/** The bigrams of a text with their weights, by rising number. */
export interface Profile {
  readonly bigrams: Int32Array
  readonly weights: Float64Array
  readonly total: number
  /** UTF-16 units of the text. */
  readonly length: number
}

/** Knows how often each bigram occurs in all texts of both editions, and so what it is worth. */
export interface Measure {
  profile(text: string): Profile
}

/**
 * `texts` are those of both editions. A bigram that stands in every second item (研修, 開催) tells little, one that
 * stands in two tells that they are the same: it weighs 1 + ln(texts / texts with it), in thousandths, so that sums are
 * exact.
 */
export function createMeasure(texts: Iterable<string>): Measure {
  const numbers = new Map<number, number>()
  const frequencies: number[] = []
  const lastSeen: number[] = []
  let count = 0
  for (const text of texts) {
    count++
    forEachBigram(text, (bigram) => {
      let number = numbers.get(bigram)
      if (number === undefined) {
        number = frequencies.length
        numbers.set(bigram, number)
        frequencies.push(0)
        lastSeen.push(0)
      }
      if (lastSeen[number] !== count) frequencies[number]!++
      lastSeen[number] = count
    })
  }
  const worths = frequencies.map((frequency) => Math.round(1000 * (1 + Math.log(count / frequency))))
  const known = new Map<string, Profile>()
  return {
    profile(text) {
      const remembered = known.get(text)
      if (remembered) return remembered
      const found: number[] = []
      forEachBigram(text, (bigram) => {
        const number = numbers.get(bigram)
        if (number !== undefined) found.push(number)
      })
      const profile = { ...addUp(Int32Array.from(found), (at) => worths[at]!), length: text.length }
      known.set(text, profile)
      return profile
    },
  }
}

/** The profile of several texts together. */
export function joinProfiles(profiles: readonly Profile[]): Profile {
  let joined = profiles
  // Two and two: so each bigram is passed on only as often as the list can be halved.
  while (joined.length > 1) {
    joined = Array.from({ length: Math.ceil(joined.length / 2) }, (_, pair) => {
      const [one, other] = [joined[2 * pair]!, joined[2 * pair + 1]]
      return other === undefined ? one : joinTwo(one, other)
    })
  }
  return joined[0] ?? EMPTY
}

const EMPTY: Profile = { bigrams: new Int32Array(0), weights: new Float64Array(0), total: 0, length: 0 }

function joinTwo(a: Profile, b: Profile): Profile {
  const most = a.bigrams.length + b.bigrams.length
  const bigrams = new Int32Array(most)
  const weights = new Float64Array(most)
  let count = 0
  let i = 0
  let j = 0
  while (i < a.bigrams.length && j < b.bigrams.length) {
    const difference = a.bigrams[i]! - b.bigrams[j]!
    bigrams[count] = difference <= 0 ? a.bigrams[i]! : b.bigrams[j]!
    if (difference <= 0) weights[count]! += a.weights[i++]!
    if (difference >= 0) weights[count]! += b.weights[j++]!
    count++
  }
  const [rest, from] = i < a.bigrams.length ? [a, i] : [b, j]
  bigrams.set(rest.bigrams.subarray(from), count)
  weights.set(rest.weights.subarray(from), count)
  count += rest.bigrams.length - from
  return {
    bigrams: bigrams.slice(0, count),
    weights: weights.slice(0, count),
    total: a.total + b.total,
    length: a.length + b.length,
  }
}

/** Equal numbers as one, of their worth together. */
function addUp(numbers: Int32Array, worthOf: (number: number) => number): Omit<Profile, 'length'> {
  numbers.sort()
  const bigrams = numbers.filter((number, at) => number !== numbers[at - 1])
  const weights = new Float64Array(bigrams.length)
  let place = -1
  for (let at = 0; at < numbers.length; at++) {
    if (numbers[at] !== numbers[at - 1]) place++
    weights[place]! += worthOf(numbers[at]!)
  }
  return withTotal(bigrams, weights)
}

function withTotal(bigrams: Int32Array, weights: Float64Array): Omit<Profile, 'length'> {
  return { bigrams, weights, total: weights.reduce((sum, weight) => sum + weight, 0) }
}

/** Weight of what both have. */
export function sharedWeight(a: Profile, b: Profile): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.bigrams.length && j < b.bigrams.length; ) {
    const difference = a.bigrams[i]! - b.bigrams[j]!
    if (difference === 0) shared += Math.min(a.weights[i]!, b.weights[j]!)
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared
}

/** 0 (nothing in common) to 1 (the same bigrams): Dice's coefficient. */
export function likeness(a: Profile, b: Profile): number {
  return a === b ? 1 : a.total + b.total === 0 ? 0 : (2 * sharedWeight(a, b)) / (a.total + b.total)
}

/** How much of the smaller one stands in the other, 0 to 1. */
export function containment(a: Profile, b: Profile): number {
  const smaller = Math.min(a.total, b.total)
  return smaller === 0 ? 0 : sharedWeight(a, b) / smaller
}

/** The edges of the text count as characters, so that a text of one character has bigrams too. */
const START = 2
const END = 3

/** Two UTF-16 units as one number. */
function forEachBigram(text: string, use: (bigram: number) => void): void {
  let before = START
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : END
    use(before * 0x10000 + unit)
    before = unit
  }
}
