/** What is said of a slip, before anyone knows its place. */

export interface Slip {
  readonly code: string
  readonly message: string
  readonly hint: string
}

/** Signs that look like a list's `-`. */
export const DASHES = '－ー‐‑‒–—―−ｰ・'

/** A sign of full width, or another that looks like the right one. */
export function wide(sign: string, hint: string): Slip {
  const code = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  const name =
    sign === '　' ? '全角空白' : /[\s\u200b]/.test(sign) ? `半角空白でない空白（${code}）` : `全角の「${sign}」`
  const half = HALF_WIDTH[sign] ?? '半角空白「 」'
  return { code: 'full-width', message: `${name}が使われています。ここに要るのは${half}です。`, hint }
}

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '：': '半角の「:」',
  '＃': '半角の「#」',
  '｜': '半角の「|」',
  '＞': '半角の「|」',
  ...Object.fromEntries([...DASHES].map((dash) => [dash, '半角の「-」'])),
}

/** What a message shows of a text: its beginning, on one line. */
export function shorten(text: string): string {
  const line = text.slice(0, 100).trim().replace(/\s+/g, ' ')
  return line.length > 20 ? `${line.slice(0, 20)}…` : line
}
