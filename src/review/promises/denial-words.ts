/** The words that say that something planned was not done, and what each of them amounts to. */

/** What a sentence says of what was planned: given up, put off, or not done in a way that only its author can tell. */
export type Denial = 'cancelled' | 'postponed' | 'to-confirm'

/** What may stand behind a word that ends the sentence or its clause: 中止した, 中止となった, （中止）, 中止（R1年度）, not 中止基準, 中止することなく. */
const ENDS =
  '(?!する?ことなく|せず|しない|にならない|に至らず)(?=(?:と|を|に)?(?:し(?!ない)|決|な(?!い)|する|余儀)|さ?れ|[。、，．（(）)\\]】」／・\\s]|$)'
/** … and behind a verb: 行わなかった。 行わなかったが、 not 参加できなかった方への. */
const STOPS = '(?=[。、，．）)\\]】」／\\s]|$|が|ため|ので|こと|もの|けれど|（|\\()'

/** Tried in this order. A stronger word further on is not looked for: 延期し、その後中止した is an item of its own to read. */
const WORDS: readonly { readonly denial: Denial; readonly pattern: RegExp }[] = [
  {
    denial: 'postponed',
    pattern: new RegExp(
      `(?:延期|先送り|繰り?延べ|持ち?越し|繰り?越し|順延)${ENDS}|(?:翌|次|来)年度(?:に|へ|以降に)(?:延|送|持|繰|実施|行う)`,
    ),
  },
  {
    denial: 'cancelled',
    pattern: new RegExp(
      `(?:中止|取り?やめ|取り?止め|断念|廃止|打ち?切り|見送り|見合わせ|白紙撤回|凍結)${ENDS}|見送(?:った|る|られ)|見合わせ(?:た|る)|(?:取り|打ち)?(?:やめ|切っ)た${STOPS}`,
    ),
  },
  {
    denial: 'cancelled',
    pattern: new RegExp(
      `(?:行わ|行な|実施|開催|設置|作成|締結|導入|整備|配布)?(?:わ|し)?(?:なかった|ませんでした)${STOPS}|(?:行わ|実施せ|開催せ|せ)ず${STOPS}|(?:実施|開催|設置)しない${STOPS}`,
    ),
  },
  {
    denial: 'to-confirm',
    pattern:
      /(?:でき(?:なかった|ず|ていない|ません)|至らなかった|至らず|至っていない|及ばなかった|進まなかった|進んでいない|行(?:え|われ)(?:なかった|ず|ていない)|困難(?:だった|であった|となった)|得られなかった)/,
  },
  {
    denial: 'to-confirm',
    pattern: new RegExp(
      `未(?:実施|着手|開催|完了|達成|整備|設置|締結|作成|実現)(?!者|率|の者|の方|の世帯|施設|地区|世帯|団体)|(?:実施|開催|実績|参加)(?:な|無)し${ENDS}|検討(?:する?|段階|のみ)?(?:に|で)?(?:とど|留)|(?:検討|調整|準備|協議)中${ENDS}|目途が(?:立|た)`,
    ),
  },
]

/** Not able to: it would not say that nobody wanted to. Looked for before the plain past of 行わなかった. */
const UNABLE = WORDS[3]!.pattern

/** What the text denies that the promise itself does not speak of: a promise to take up again what was 中止 is no denial. */
export function readDenial(
  text: string,
  promise: string,
): { readonly denial: Denial; readonly word: string } | undefined {
  const unable = UNABLE.exec(text)
  for (const { denial, pattern } of WORDS) {
    const match = pattern.exec(text)
    if (!match || promise.includes(match[0])) continue
    const isUnable = denial === 'cancelled' && unable !== null && unable.index <= match.index
    return isUnable ? { denial: 'to-confirm', word: unable[0] } : { denial, word: match[0] }
  }
  return undefined
}

/** 一部を実施した, ２地区のみ: less than all of it. */
export function isPartial(text: string): boolean {
  return /一部(?:を?(?:実施|開催|整備|設置)|の(?:み|地区)|で)|のみ(?:実施|開催|を?実施)|(?:実施|開催)は一部/.test(text)
}
