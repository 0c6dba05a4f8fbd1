/** What YAML keeps for itself of the text that was typed, and what is said of it where the text is to be printed. */

import type { Position } from '../domain/diagnostic.js'
import { type Slip, shorten, wide } from './slip.js'

/**
 * What a person typed and YAML keeps for itself, so that the value is not what stands in the file. Whether that is a slip
 * goes by what the value is for: see the shapes.
 */
export interface Loss {
  readonly kind: LossKind
  readonly at: Position
  /** What is lost or changed, as it is typed. */
  readonly typed: string
}

export type LossKind =
  /** `# …` behind the value. */
  | 'remark'
  /** `# …` behind a `|`: the text below it is whole. */
  | 'block-remark'
  /** A line of its own that begins with `#`, set in as far as the value's text. */
  | 'remark-line'
  /** `&name`, `*name`, `!name`. */
  | 'mark'
  /** `null` or `~`. */
  | 'null'
  /** `[ ]` or `{ }` around the value, in a file that is not JSON. */
  | 'brackets'
  /** A backslash in `"…"` that becomes another character. */
  | 'escape'
  /** Line feeds of a text without `|`, which become blanks. */
  | 'lines'
  /** `｜`, which is no `|`, with lines below it. */
  | 'wide-pipe'
  /** `>`, which makes blanks of line feeds. */
  | 'folded'

const QUOTE = 'そのまま印刷するには、値全体を "…" で囲んでください。'

export const WIDE_PIPE = '「キー: |」と半角の「|」で書き、次の行から文章を字下げして書いてください。'

/** What is said of a loss; `key` is the key that the value stands behind, where there is one. */
export function explainLoss({ kind, typed }: Loss, key: string | undefined): Slip {
  const of = key === undefined ? '' : `「${shorten(key)}」の`
  switch (kind) {
    case 'remark':
    case 'block-remark': {
      const message = `${of}「#」から後（${shorten(typed)}）は印刷されません。`
      const hint = '印刷する文なら値全体を "…" で囲み、覚え書きなら「#」で始まる別の行に書いてください。'
      return { code: 'remark', message, hint }
    }
    case 'remark-line': {
      const message = `「#」で始まるこの行（${shorten(typed)}）は印刷されません。`
      const hint =
        '印刷する文なら、「|」の下の文章の行と同じ深さにそろえてください。覚え書きなら、キーと同じ深さに字下げを戻してください。'
      return { code: 'remark', message, hint }
    }
    case 'mark': {
      const message = `「${typed[0]}」で始まる「${shorten(typed)}」は、YAML の目印とみなされ、印刷されません。`
      return { code: 'yaml-mark', message, hint: QUOTE }
    }
    case 'null': {
      const message = `${of}「${typed}」は「値なし」とみなされ、印刷されません。`
      return { code: 'yaml-null', message, hint: `${QUOTE}空欄にするなら "" と書きます。` }
    }
    case 'brackets': {
      const message = `${of}値を囲む「${typed}」は YAML の記号とみなされ、印刷されません。`
      return { code: 'yaml-brackets', message, hint: `${QUOTE}段落を並べるなら、一つずつ「- 」の行に分けます。` }
    }
    case 'escape': {
      const message = `${of}"…" の中の「${shorten(typed)}」は、書いたとおりには印刷されません。`
      const hint = "「\\」を印刷するには「\\\\」と二つ重ねるか、値を '…' で囲んでください。改行は「\\n」です。"
      return { code: 'yaml-escape', message, hint }
    }
    case 'lines': {
      const quotes = /^["']/.test(typed) ? `初めと終わりの「${typed[0]}」を取り、` : ''
      const block = key === undefined ? '|' : `${shorten(key)}: |`
      const message = `${of}文章が二行以上にわたっています。このままでは改行が失われます。`
      const hint = `${quotes}「${block}」と書いて、次の行から一段落を一行ずつ、キーより深く同じ深さに字下げしてください。`
      return { code: 'several-lines', message, hint }
    }
    case 'wide-pipe':
      return wide(typed, WIDE_PIPE)
    case 'folded': {
      const message = `${of}「>」を使うと改行が失われます。`
      return { code: 'several-lines', message, hint: '「>」を「|」に書き換えてください。一行が一段落になります。' }
    }
  }
}
