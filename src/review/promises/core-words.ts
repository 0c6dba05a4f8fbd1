/** How much two sentences have in common beside what every sentence of a plan says: 開催, 実施, 支援. */

/** That something is done, whatever it is: one of them stands for another. */
const DOING =
  '実施|開催|推進|促進|支援|検討|取組|充実|強化|整備|作成|設置|活用|運営|継続|普及|向上|確保|対象|事業|及び|並びに|等'
/** Said of anything: they tell nothing of what it is. */
const GENERAL = new RegExp(`${DOING}|連携|研修会?|講演会?|会議|関係者?|機関|地域|医療|介護|在宅`, 'g')
const WORD = /[\p{sc=Han}々]+|[\p{sc=Katakana}ー]+|[A-Za-z0-9]+/gu

/** 0 to 1: of the words of the one that tells less of the other, the part of which something stands in the other. */
export function coreLikeness(one: string, other: string): number {
  const [a, b] = [coreWords(one), coreWords(other)]
  const shared = [...a.bigrams].filter((bigram) => b.bigrams.has(bigram)).length
  return shared < 2 ? 0 : Math.min(shareIn(a.words, b.bigrams), shareIn(b.words, a.bigrams))
}

/**
 * A word of a promise, beside those of doing, of which the other text does not say so much: for whom, where or what it
 * is. 協定締結 is said by 協定の締結, 研修会 by 研修; 南部 is not by 北部. How often or how many is judged elsewhere: a
 * figure is no word.
 */
export function missingWord(promise: string, other: string): string | undefined {
  const said = new Set(bigramsOf(other))
  const words = promise.replace(new RegExp(DOING, 'g'), ' ').match(WORD) ?? []
  return words.find((word) => {
    if (/^\d+$/.test(word)) return false
    const isSaid = Array.from({ length: word.length }, (_, at) =>
      [word.slice(at - 1, at + 1), word.slice(at, at + 2)].some((bigram) => said.has(bigram)),
    )
    const unsaid = isSaid.flatMap((each, at) => (each ? [] : [at]))
    return word.length > 1 && (unsaid[0] === 0 || unsaid.some((at, nth) => unsaid[nth + 1] === at + 1))
  })
}

interface CoreWords {
  readonly words: readonly (readonly string[])[]
  readonly bigrams: ReadonlySet<string>
}

/** Each word as its bigrams. */
function coreWords(text: string): CoreWords {
  const found = text.replace(GENERAL, ' ').match(WORD) ?? []
  const words = found.map(bigramsOf).filter((bigrams) => bigrams.length > 0)
  return { words, bigrams: new Set(words.flat()) }
}

function bigramsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2))
}

function shareIn(words: CoreWords['words'], bigrams: ReadonlySet<string>): number {
  return words.filter((word) => word.some((bigram) => bigrams.has(bigram))).length / words.length
}
