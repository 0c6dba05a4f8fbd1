/** The known key that a mistyped one most likely means. */

/** Nobody mistypes a key into a longer one. */
const LONGEST = 100

/** Finds the nearest of `known` by edit distance on folded characters; nothing where even the nearest is far off. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  if (key.length > LONGEST) return undefined
  const folded = fold(key)
  let nearest: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const each of known) {
    const distance = editDistance(folded, fold(each))
    if (distance < least) {
      least = distance
      nearest = each
    }
  }
  return least <= Math.max(1, Math.floor(key.length / 2)) ? nearest : undefined
}

/** Width, case and the kana that are written or left out in the same word (取り組み, 取組み) do not count. */
function fold(key: string): string {
  return (
    key
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[ぁ-ん\s]/g, '') || key
  )
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(substitution, previous[j]! + 1, current[j - 1]! + 1))
    }
    previous = current
  }
  return previous[b.length]!
}
