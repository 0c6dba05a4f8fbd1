/** How alike two texts are: bigrams of their characters, the rarer the weightier. */

/** The bigrams of a text with their weights, by rising number. */
export interface Profile {
  readonly bigrams: readonly number[]
  readonly weights: readonly number[]
  readonly total: number
  /** UTF-16 units of the text. */
  readonly length: number
}

/** Knows how often each bigram occurs in all texts of both editions, and so what it is worth. */
export interface Measure {
  profile(text: string): Profile
  /** In how many texts a bigram occurs. */
  frequency(bigram: number): number
}

/**
 * `texts` are those of both editions. A bigram that stands in every second item (研修, 開催) tells little, one that
 * stands in two tells that they are the same: it weighs 1 + ln(texts / texts with it).
 */
export function createMeasure(texts: Iterable<string>): Measure {
  const numbers = new Map<string, number>()
  const frequencies: number[] = []
  let count = 0
  for (const text of texts) {
    count++
    for (const bigram of new Set(bigramsOf(text))) {
      let number = numbers.get(bigram)
      if (number === undefined) {
        number = frequencies.length
        numbers.set(bigram, number)
        frequencies.push(0)
      }
      frequencies[number]!++
    }
  }
  const known = new Map<string, Profile>()
  return {
    frequency: (bigram) => frequencies[bigram] ?? 0,
    profile(text) {
      const remembered = known.get(text)
      if (remembered) return remembered
      const counts = new Map<number, number>()
      for (const bigram of bigramsOf(text)) {
        const number = numbers.get(bigram)
        if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
      }
      const bigrams = [...counts.keys()].sort((a, b) => a - b)
      const weights = bigrams.map((bigram) => counts.get(bigram)! * (1 + Math.log(count / frequencies[bigram]!)))
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const profile = { bigrams, weights, total, length: text.length }
      known.set(text, profile)
      return profile
    },
  }
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

/** With the edges of the text, so that a text of one character has bigrams too. */
function bigramsOf(text: string): string[] {
  const bounded = `\u{2}${text}\u{3}`
  return Array.from({ length: bounded.length - 1 }, (_, i) => bounded.slice(i, i + 2))
}
