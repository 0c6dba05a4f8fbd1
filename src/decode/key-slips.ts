/** A key, or a line that should have one, as it is written with the signs of the Japanese keyboard, and what is said of it. */

import { DASHES, type Slip, shorten, wide } from './slip.js'

/** Blanks that are no spaces. */
const BLANKS = '\\u3000\\u00a0\\u2000-\\u200b\\u202f\\u205f\\ufeff'

const WIDE_BLANK = new RegExp(`^[${BLANKS}]`)
/** With its blank, or right before a key. */
export const WIDE_DASH = new RegExp(`^[${DASHES}](?:[ ${BLANKS}]|(?=[^:：${DASHES}]{1,40}[:：](?:[ ${BLANKS}]|$)))`)
const BLANK_AT_END = new RegExp(`[${BLANKS}]$`)
const WIDE_HASH = /^＃/
const WIDE_COLON = /^[^\s:："'#&*!|>%@`[\]{},-][^:：]{0,39}?：/
const NO_BLANK = new RegExp(`^[^\\s:："'#&*!|>%@\`[\\]{},-][^:：]{0,39}?:(?:[${BLANKS}]|\\S)`)

/** What is wrong with a text that stands where a line of the file's order begins: behind its spaces. */
export function explainLineStart(text: string): Slip | undefined {
  if (WIDE_BLANK.test(text)) return wide(text[0]!, '行の初めの字下げを、半角空白にしてください。')
  if (WIDE_HASH.test(text)) return wide('＃', '覚え書きの行は、半角の「#」で始めてください。')
  if (WIDE_DASH.test(text)) return wide(text[0]!, '並びの「- 」は、半角の「-」と半角空白で書いてください。')
  return undefined
}

/** What is wrong with a key that nobody knows, where its signs tell. */
export function explainKey(key: string): Slip | undefined {
  const [blank] = BLANK_AT_END.exec(key) ?? []
  if (blank !== undefined) return wide(blank, 'キーのすぐ後に「:」を書いてください。')
  return explainLineStart(`${key}: `) ?? (key.includes('：') ? explainKeyless(key) : undefined)
}

/** What is wrong with a text that should be `key: value` and is not. */
export function explainKeyless(text: string): Slip | undefined {
  const start = explainLineStart(text)
  if (start !== undefined) return start
  const [colon] = WIDE_COLON.exec(text) ?? []
  if (colon !== undefined) {
    return wide('：', `キーの後は、半角の「:」と半角空白にしてください。例: 「${shorten(colon.slice(0, -1))}: …」`)
  }
  const [joined] = NO_BLANK.exec(text) ?? []
  if (joined === undefined) return undefined
  const key = shorten(joined.slice(0, joined.indexOf(':')))
  if (WIDE_BLANK.test(joined.at(-1)!))
    return wide(joined.at(-1)!, `「:」の後は半角空白にしてください。例: 「${key}: …」`)
  const hint = `「:」の後に半角空白を入れてください。例: 「${key}: …」`
  return { code: 'missing-blank', message: `「${key}:」の後に半角空白がありません。`, hint }
}
