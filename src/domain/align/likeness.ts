/** How alike two texts are: the share of their pairs of neighbouring characters that both have (Dice), 0 to 1. */

export function likenessOf(a: string, b: string): number {
  if (a === b) return 1
  const [one, other] = [bigramsOf(a), bigramsOf(b)]
  const total = one.length + other.length
  if (total === 0) return 0
  const counts = new Map<string, number>()
  for (const bigram of one) counts.set(bigram, (counts.get(bigram) ?? 0) + 1)
  let shared = 0
  for (const bigram of other) {
    const left = counts.get(bigram) ?? 0
    if (left === 0) continue
    counts.set(bigram, left - 1)
    shared++
  }
  return (2 * shared) / total
}

function bigramsOf(text: string): string[] {
  const letters = text.replace(/\s/g, '')
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
}
