/** Cuts a text into the pieces that a comparison of words shows whole: words, numbers, years, dates, names in brackets. */

import { findFiscalYears } from '../../domain/fiscal-year-mention.js'

/** Made once: making one takes longer than cutting a sentence. */
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

const DIGIT = '[0-9０-９]'
const ATOMS: readonly RegExp[] = [
  // 1,234.5 and １０％. A number with its unit would be two things.
  new RegExp(`${DIGIT}+(?:[.,．，]${DIGIT}+)*[%％]?`, 'g'),
  // H29年８月, 平成30年８月１日, 令和元年.
  new RegExp(
    `(?:明治|大正|昭和|平成|令和|[MTSHRＭＴＳＨＲ])?(?:元|${DIGIT}{1,4})年(?:${DIGIT}{1,2}月(?:${DIGIT}{1,2}日)?)?`,
    'g',
  ),
  new RegExp(`${DIGIT}{1,2}月${DIGIT}{1,2}日`, 'g'),
  // [新庄最上薬剤師会], 【在宅医療推進事業費補助金】.
  /[[［【〔][^[\]［］【】〔〕\n]{1,40}[\]］】〕]/g,
  // （新庄最上薬剤師会） behind a marker.
  /(?<=^\s*\S\s?)[（(][^（）()\n]{1,40}[）)]/gm,
  // A run of kana or of letters is one word: 行っていない is not cut to 行って and いない.
  /[\p{sc=Hiragana}]{2,}|[\p{sc=Katakana}ー]{2,}|[A-Za-zＡ-Ｚａ-ｚ]{2,}/gu,
  // Raised and lowered figures belong to what they follow.
  /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ][²³¹⁰-ⁿ₀-ₙ]+/g,
  // 「もがみネット」: a name, no sentence.
  /「[^「」、。\n]{1,20}」|『[^『』、。\n]{1,20}』/g,
]

/** A text and where it may not be cut: 1 at every place that lies inside an atom. */
export interface AtomicText {
  readonly text: string
  readonly inside: Uint8Array
}

export function readAtoms(text: string): AtomicText {
  const inside = new Uint8Array(text.length + 1)
  for (const { start, end } of findFiscalYears(text)) inside.fill(1, start + 1, end)
  for (const atom of ATOMS) {
    for (const match of text.matchAll(atom)) inside.fill(1, match.index + 1, match.index + match[0].length)
  }
  return { text, inside }
}

/** The pieces of the text between two places; joined they are it. */
export function cutTokens({ text, inside }: AtomicText, from: number, to: number): readonly string[] {
  const tokens: string[] = []
  let start = from
  for (const { index } of segmenter.segment(text.slice(from, to))) {
    const place = from + index
    if (index === 0 || inside[place]) continue
    tokens.push(text.slice(start, place))
    start = place
  }
  if (start < to) tokens.push(text.slice(start, to))
  return tokens
}

/** Words end at these whatever stands beside them. */
const BORDER = /[、。・（）「」『』【】［］○□■\n]/

/**
 * How much of the beginning and of the end two texts have in common, up to a border of words: what need not be cut into
 * words, which takes long.
 */
export function commonEnds(a: AtomicText, b: AtomicText): { readonly head: number; readonly tail: number } {
  const most = Math.min(a.text.length, b.text.length)
  let head = 0
  for (let at = 0; at < most && a.text[at] === b.text[at]; at++) {
    if (BORDER.test(a.text[at]!) && !a.inside[at + 1] && !b.inside[at + 1]) head = at + 1
  }
  let tail = 0
  for (let back = 1; back <= most - head && a.text.at(-back) === b.text.at(-back); back++) {
    const isWhole = !a.inside[a.text.length - back] && !b.inside[b.text.length - back]
    if (BORDER.test(a.text.at(-back)!) && isWhole) tail = back
  }
  return { head, tail }
}
