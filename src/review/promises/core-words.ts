/** How much two sentences have in common beside what every sentence of a plan says: 開催, 実施, 支援. */

/** Said of anything: they tell nothing of what it is. */
const GENERAL =
  /実施|開催|推進|促進|支援|検討|取組|充実|強化|整備|作成|設置|活用|運営|継続|普及|向上|確保|連携|研修会?|講演会?|会議|事業|関係者?|機関|対象|地域|医療|介護|在宅|及び|並びに|等/g
const WORD = /[\p{sc=Han}々]+|[\p{sc=Katakana}ー]+|[A-Za-z0-9]+/gu

/** 0 to 1: the part of the shorter one's bigrams that the longer one has too, if there are two of them at least. */
export function coreLikeness(one: string, other: string): number {
  const [a, b] = [coreBigrams(one), coreBigrams(other)]
  const shared = [...a].filter((bigram) => b.has(bigram)).length
  return shared < 2 ? 0 : shared / Math.min(a.size, b.size)
}

function coreBigrams(text: string): ReadonlySet<string> {
  const words = text.replace(GENERAL, ' ').match(WORD) ?? []
  return new Set(words.flatMap((word) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))))
}
