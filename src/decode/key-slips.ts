/** A key, or a line that should have one, as it is written with the signs of the Japanese keyboard, and what is said of it. */

import type { ValuesOf } from '../domain/messages/messages.js'
import type { Said } from '../domain/messages/say.js'

/** Signs that look like a list's `-`. */
const DASHES = '－ー‐‑‒–—―−ｰ・'

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
export function explainLineStart(text: string): Said | undefined {
  if (WIDE_BLANK.test(text)) return wide(text[0]!, 'indent')
  if (WIDE_HASH.test(text)) return wide('＃', 'remark')
  if (WIDE_DASH.test(text)) return wide(text[0]!, 'dash')
  return undefined
}

/** What is wrong with a key that nobody knows, where its signs tell. */
export function explainKey(key: string): Said | undefined {
  const [blank] = BLANK_AT_END.exec(key) ?? []
  if (blank !== undefined) return wide(blank, 'key')
  return explainLineStart(`${key}: `) ?? (key.includes('：') ? explainKeyless(key) : undefined)
}

/** What is wrong with a text that should be `key: value` and is not. */
export function explainKeyless(text: string): Said | undefined {
  const start = explainLineStart(text)
  if (start !== undefined) return start
  const [colon] = WIDE_COLON.exec(text) ?? []
  if (colon !== undefined) return wide('：', 'colon', colon.slice(0, -1))
  const [joined] = NO_BLANK.exec(text) ?? []
  if (joined === undefined) return undefined
  const key = joined.slice(0, joined.indexOf(':'))
  if (WIDE_BLANK.test(joined.at(-1)!)) return wide(joined.at(-1)!, 'blank', key)
  return { code: 'missing-blank', values: { sign: ':', key } }
}

/** A sign of full width, or another that looks like the right one, and what it was typed for. */
export function wide(sign: string, use: ValuesOf<'full-width'>['use'], key?: string): Said {
  return { code: 'full-width', values: { sign, use, ...(key === undefined ? {} : { key }) } }
}
