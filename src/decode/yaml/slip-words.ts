/** What is said of the slips that break a file's order, in the words of somebody who writes a plan. */

import { type Slip, shorten, wide } from '../slip.js'

const QUOTE = '値に記号が含まれるときは、値全体を "…" で囲むか、「キー: |」の次の行に字下げして書いてください。'

export const TAB: Slip = {
  code: 'tab-indent',
  message: '字下げにタブが使われています。',
  hint: '字下げには半角空白を使います。タブを半角空白に置き換えてください。',
}

/** A line that has its `: ` only where no key is so long. */
export const LONG_KEY: Slip = {
  code: 'long-key',
  message: 'この行の「:」までが、キーとしては長すぎるか、キーに使えない記号で始まっています。',
  hint: 'キーなら短くしてください。文章なら「キー: |」の次の行に字下げして書いてください。',
}

export const CUT_OFF: Slip = {
  code: 'no-colon',
  message: 'ファイルの最後の行に「:」がなく、途中で終わっています。',
  hint: 'ファイルの終わりが失われていないかを確かめ、「キー: 値」の形に直してください。',
}

export function badIndent(key: string | undefined, here: number, near: number): Slip {
  const what = key === undefined ? 'この行' : `「${shorten(key)}」`
  const message = `${what}の字下げ（半角空白 ${here} 個）が、上の行とそろっていません。`
  return { code: 'bad-indent', message, hint: `上の行と同じ並びなら、半角空白を ${near} 個にしてください。` }
}

/** A key where a list goes on, or a dash where keys go on. */
export function wrongKind(key: string | undefined, kind: 'map' | 'list'): Slip {
  if (kind === 'list') {
    const message = `「${shorten(key ?? '')}」の行に、並びの「- 」がありません。`
    return {
      code: 'bad-indent',
      message,
      hint: '次の項目なら「- 」で始め、上の項目の続きなら字下げを深くしてください。',
    }
  }
  const message = '「- 」の行が、並びの始まらないところにあります。'
  const hint = '文章の一行なら「|」の下の行と同じ深さに字下げし、並びの項目ならほかの「- 」とそろえてください。'
  return { code: 'bad-indent', message, hint }
}

export function dashWithoutBlank(text: string): Slip {
  if (/\s/.test(text[1]!)) return wide(text[1]!, '「-」の後は半角空白にしてください。')
  const message = '「-」の後に半角空白がありません。'
  return { code: 'missing-blank', message, hint: `「- ${shorten(text.slice(1))}」と、間に半角空白を入れてください。` }
}

/** A line that has no key; `above` and `value` are the key of the line before and what stands behind it. */
export function lineWithoutKey(above: string | undefined, value: string | undefined): Slip {
  const isBlock = above !== undefined && /^[|>]/.test(value ?? '')
  const hint = isBlock
    ? `「${shorten(above)}」の文章の続きなら、上の行と同じ深さに字下げしてください。`
    : '「キー: 値」の形に直すか、文章なら「キー: |」の次の行に字下げして書いてください。'
  const message = isBlock ? '「|」の下の文章の字下げが足りません。' : 'この行に「キー: 値」のキーと「:」がありません。'
  return { code: isBlock ? 'bad-indent' : 'no-colon', message, hint }
}

export function textBehindPipe(text: string): Slip {
  const message = `「${text[0]}」と同じ行に文章（${shorten(text.slice(1))}）があります。`
  const hint = '文章は「|」の次の行から、字下げして書いてください。「|」を印刷するなら、値全体を "…" で囲んでください。'
  return { code: 'text-behind-pipe', message, hint }
}

export function signAtStart(sign: string, value: string): Slip {
  const message = `値「${shorten(value)}」が、YAML の記号である「${sign}」で始まっています。`
  return { code: 'sign-at-start', message, hint: 'そのまま印刷するには、値全体を "…" で囲んでください。' }
}

export function colonInside(key: string | undefined): Slip {
  const of = key === undefined ? '' : `「${shorten(key)}」の`
  const message = `${of}値の中に「:」があり、そこまでがキーとみなされます。`
  return { code: 'colon-in-value', message, hint: QUOTE }
}

export function textBehindQuote(text: string, end: number): Slip {
  const message = `「${shorten(text.slice(0, end + 1))}」の後に文章が続いています。`
  const hint = `引用符も印刷するなら、値全体を ${text[0] === '"' ? "'…'" : '"…"'} で囲んでください。`
  return { code: 'text-behind-quote', message, hint }
}

export function textBehindBracket(text: string): Slip {
  const message = `値が、YAML の記号である「${text[0]}」で始まっています（${shorten(text)}）。`
  return { code: 'sign-at-start', message, hint: 'そのまま印刷するには、値全体を "…" で囲んでください。' }
}

/** A quotation mark or a bracket that opens and is never closed. */
export function openMark(mark: string): Slip {
  const close = mark === '[' ? ']' : mark === '{' ? '}' : mark
  const message = `ここで始まる「${mark}」が閉じられていません。`
  const hint = `値の終わりに「${close}」を書いてください。「${mark}」を印刷するなら、値全体を ${mark === '"' ? "'…'" : '"…"'} で囲んでください。`
  return { code: 'open-mark', message, hint }
}
