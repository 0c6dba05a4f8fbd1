/** The longest common words of two texts in their order. */

/** What was dropped and put in, and the words behind it that stayed. */
export interface WordStep {
  readonly del: readonly string[]
  readonly ins: readonly string[]
  readonly same: readonly string[]
}

/** Cells of the table, 4 bytes each: two texts of 2,000 words. Longer ones count as replaced. */
const MAX_CELLS = 4_000_000

/** By letters rather than by number of words: 在宅医療 in common is more than の in common (longest common subsequence). */
export function commonWords(olds: readonly string[], news: readonly string[]): readonly WordStep[] {
  if ((olds.length + 1) * (news.length + 1) > MAX_CELLS) return [{ del: olds, ins: news, same: [] }]
  const best = tabulate(olds, news)
  const width = news.length + 1
  const steps: WordStep[] = []
  let [i, j] = [0, 0]
  while (i < olds.length || j < news.length) {
    const [fromOld, fromNew] = [i, j]
    while (!takes(i, j)) {
      const skipsOld = i < olds.length && (j === news.length || best[i * width + j] === best[(i + 1) * width + j])
      if (skipsOld) i++
      else if (j < news.length) j++
      else break
    }
    const [toOld, toNew] = [i, j]
    while (takes(i, j)) {
      i++
      j++
    }
    steps.push({ del: olds.slice(fromOld, toOld), ins: news.slice(fromNew, toNew), same: olds.slice(toOld, i) })
  }
  return steps

  /** The two words that stand here are one of the common ones. */
  function takes(i: number, j: number): boolean {
    if (i === olds.length || j === news.length || olds[i] !== news[j]) return false
    return best[i * width + j] === best[(i + 1) * width + j + 1]! + worth(olds[i]!)
  }
}

/** For every pair of places the worth of the words in common from there to the end. */
function tabulate(olds: readonly string[], news: readonly string[]): Int32Array {
  const width = news.length + 1
  const best = new Int32Array((olds.length + 1) * width)
  for (let i = olds.length - 1; i >= 0; i--) {
    for (let j = news.length - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
      const take = olds[i] === news[j] ? best[(i + 1) * width + j + 1]! + worth(olds[i]!) : 0
      best[i * width + j] = Math.max(skip, take)
    }
  }
  return best
}

/** Signs and single hiragana hold nothing together. */
function worth(word: string): number {
  return /^[\p{P}\p{Z}\p{S}\p{sc=Hiragana}]$/u.test(word) ? 1 : 2 * word.length
}
