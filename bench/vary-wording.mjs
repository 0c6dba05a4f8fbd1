/** Other words of the same length in the same glyphs: real plans do not repeat themselves word for word. */

/** @typedef {import('./generate/random.mjs').Random} Random */

/** How many of the kanji are put in the place of others. */
const SHARE = 1 / 7

/** What is read as notation stays: all in brackets, the words of years, 同上. Only what is left is `kanji`. */
const PARTS =
  /【[^】]*】|\[[^\]]*\]|［[^］]*］|（[^）]*）|\([^)]*\)|平成|令和|昭和|年度|[年月日]|同上|(?<kanji>[\u4e00-\u9fff])/g

/** The kanji of a text that may be exchanged, each once. */
export function listKanji(text) {
  return [...new Set([...text.matchAll(PARTS)].flatMap(({ groups: { kanji } }) => kanji ?? []))]
}

/** The text with about one kanji in seven replaced by another of the list. @param {Random} random */
export function varyWording(text, list, random) {
  return text.replace(PARTS, (part, kanji) =>
    kanji !== undefined && random.chance(SHARE) ? pickOther(list, kanji, random) : part,
  )
}

/** `random.pickOther` would go through the list for each. */
function pickOther(list, than, random) {
  const at = random.integer(0, list.length - 1)
  return list[at] === than ? list[(at + 1) % list.length] : list[at]
}
