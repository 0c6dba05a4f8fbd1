/** Sequences that a line end does not part: words, numbers with their signs and units, 第８次, leaders (JLREQ 3.1.10). */

import { type ClassName, classOf } from './character-class.js'

/** Stand inside a word or number, between letters or figures: H.30, 13:30, it’s, 3‐4. */
const WORD_MARKS = '.．:：’‐–'
/** Stand inside a number, between figures only: ＱＯＬ，ＡＤＬ is a list, １０，０００ a number. */
const NUMBER_MARKS = ',，'

/** Stand before a number and are no letters; a blank may part △ and the number. */
const SIGNS = '▲△▼▽−＋'

/** A number after 第 is looked back for so far. */
const ORDINAL_LENGTH = 12

/** Whether the character before `index` and the one at `index` are one unit. */
export function areInseparable(text: string, index: number): boolean {
  const at = baseBefore(text, index)
  const before = classOf(text.charCodeAt(at))
  const after = classOf(text.charCodeAt(index))
  if (before === 'leader') return text[at] === text[index]
  if (isWord(before) && (isWord(after) || after === 'hyphen')) return true
  if (isWord(after) && isInnerMark(text, at, after)) return true
  if (isNumber(before) && after === 'postfix') return true
  if (after === 'digit' && SIGNS.includes(text[at]!)) return true
  return isOrdinal(text, at, after)
}

/** Whether the number at `index` has a sign before it, with one blank between. */
export function followsSign(text: string, index: number): boolean {
  return index > 1 && classOf(text.charCodeAt(index)) === 'digit' && SIGNS.includes(text[index - 2]!)
}

/** Index of the character before `index`, the marks that join it passed over. */
export function baseBefore(text: string, index: number): number {
  let at = index - 1
  while (at > 0 && classOf(text.charCodeAt(at)) === 'joined') at--
  return at
}

function isWord(name: ClassName): boolean {
  return name === 'western' || name === 'digit'
}

function isNumber(name: ClassName): boolean {
  return name === 'digit' || name === 'numeral'
}

function isInnerMark(text: string, at: number, after: ClassName): boolean {
  if (at < 1) return false
  const before = classOf(text.charCodeAt(at - 1))
  if (WORD_MARKS.includes(text[at]!)) return isWord(before)
  return NUMBER_MARKS.includes(text[at]!) && before === 'digit' && after === 'digit'
}

/** 第 with its number and one counter: 第８次, 第十回. */
function isOrdinal(text: string, at: number, after: ClassName): boolean {
  if (!isNumber(after) && after !== 'ideograph') return false
  if (text[at] === '第') return isNumber(after)
  let first = at
  while (first > 0 && at - first < ORDINAL_LENGTH && isNumber(classOf(text.charCodeAt(first)))) first--
  return first < at && text[first] === '第'
}
