/** What is said of signs that YAML keeps for itself, or does not know for what they are meant. */

import { message } from './message.js'
import { ofKey, shorten } from './shorten.js'

/** A value, and the key that it stands behind. */
type Typed = { readonly key: string | undefined; readonly typed: string }

const QUOTE = 'そのまま印刷するには、値全体を "…" で囲んでください。'

/** What a sign of full width was typed for. */
type Use = 'indent' | 'remark' | 'dash' | 'key' | 'colon' | 'blank' | 'blank-of-dash' | 'pipe'

export const TYPED = {
  'full-width': message({
    severity: 'error',
    says: ({ sign }: { sign: string; use: Use; key?: string }) =>
      `${nameSign(sign)}が使われています。ここに要るのは${halfWidth(sign)}です。`,
    cure: ({ use, key }) => {
      const example = key === undefined ? '' : `例: 「${shorten(key)}: …」`
      return `${USES[use]}${example}`
    },
    cause: '全角の記号や空白は、YAML では文字であって、キーや並びや字下げの印になりません。',
    example: { sign: '：', use: 'colon', key: '計画' },
    others: [
      { sign: '　', use: 'indent' },
      { sign: '　', use: 'key' },
      { sign: '　', use: 'blank', key: '計画' },
      { sign: '－', use: 'dash' },
      { sign: '　', use: 'blank-of-dash' },
      { sign: '＃', use: 'remark' },
      { sign: '｜', use: 'pipe' },
    ],
  }),
  'missing-blank': message({
    severity: 'error',
    says: ({ sign, key }: { sign: ':' | '-'; key?: string; text?: string }) =>
      sign === '-' ? '「-」の後に半角空白がありません。' : `「${shorten(key ?? '')}:」の後に半角空白がありません。`,
    cure: ({ sign, key = '', text = '' }) =>
      sign === '-'
        ? `「- ${shorten(text)}」と、間に半角空白を入れてください。`
        : `「:」の後に半角空白を入れてください。例: 「${shorten(key)}: …」`,
    cause: 'YAML では、「:」や「-」のすぐ後に文字が続くと、キーや並びになりません。',
    example: { sign: ':', key: '計画' },
    others: [{ sign: '-', text: '○○の取組み' }],
  }),
  remark: message({
    severity: 'error',
    says: ({ where, key, typed }: Typed & { where: 'behind' | 'line' }) =>
      where === 'behind'
        ? `${ofKey(key)}「#」から後（${shorten(typed)}）は印刷されません。`
        : `「#」で始まるこの行（${shorten(typed)}）は印刷されません。`,
    cure: ({ where }) =>
      where === 'behind'
        ? '印刷する文なら値全体を "…" で囲み、覚え書きなら「#」で始まる別の行に書いてください。'
        : '印刷する文なら、「|」の下の文章の行と同じ深さにそろえてください。覚え書きなら、キーと同じ深さに字下げを戻してください。',
    cause: 'YAML では「#」から後が覚え書きになり、値に入りません。「|」の後のものは注意だけです。',
    example: { where: 'behind', key: '取組み', typed: '# 要確認' },
    others: [{ where: 'line', key: '取組み', typed: '# 要確認' }],
  }),
  'yaml-mark': message({
    severity: 'error',
    says: ({ typed }: { typed: string }) =>
      `「${typed[0]}」で始まる「${shorten(typed)}」は、YAML の目印とみなされ、印刷されません。`,
    cure: () => QUOTE,
    cause: 'YAML では、「&」「*」「!」で始まる値は文字ではなく目印です。',
    example: { typed: '*印の事業' },
  }),
  'yaml-null': message({
    severity: 'error',
    says: ({ key, typed }: Typed) => `${ofKey(key)}「${typed}」は「値なし」とみなされ、印刷されません。`,
    cure: () => `${QUOTE}空欄にするなら "" と書きます。`,
    cause: 'YAML では、null や ~ だけの値は文字ではなく「値なし」です。',
    example: { key: '取組み', typed: '~' },
  }),
  'yaml-brackets': message({
    severity: 'error',
    says: ({ key, typed }: Typed) => `${ofKey(key)}値を囲む「${typed}」は YAML の記号とみなされ、印刷されません。`,
    cure: () => `${QUOTE}段落を並べるなら、一つずつ「- 」の行に分けます。`,
    cause: 'YAML では、[ ] や { } で囲まれた値は並びになります。',
    example: { key: '取組み', typed: '[ ]' },
  }),
  'yaml-escape': message({
    severity: 'error',
    says: ({ key, typed }: Typed) => `${ofKey(key)}"…" の中の「${shorten(typed)}」は、書いたとおりには印刷されません。`,
    cure: () => "「\\」を印刷するには「\\\\」と二つ重ねるか、値を '…' で囲んでください。改行は「\\n」です。",
    cause: 'YAML では、"…" の中の「\\」とその次の字が一つの別の字になります。',
    example: { key: '取組み', typed: '\\t' },
  }),
  'several-lines': message({
    severity: 'error',
    says: ({ by, key }: Typed & { by: 'lines' | 'folded' }) =>
      by === 'lines'
        ? `${ofKey(key)}文章が二行以上にわたっています。このままでは改行が失われます。`
        : `${ofKey(key)}「>」を使うと改行が失われます。`,
    cure: ({ by, key, typed }) => {
      if (by === 'folded') return '「>」を「|」に書き換えてください。一行が一段落になります。'
      const quotes = /^["']/.test(typed) ? `初めと終わりの「${typed[0]}」を取り、` : ''
      const block = key === undefined ? '|' : `${shorten(key)}: |`
      return `${quotes}「${block}」と書いて、次の行から一段落を一行ずつ、キーより深く同じ深さに字下げしてください。`
    },
    cause: 'YAML では、「|」のない文章の改行は空白になります。',
    example: { by: 'lines', key: '取組み', typed: '○一つめ' },
    others: [{ by: 'folded', key: '取組み', typed: '>' }],
  }),
} as const

function nameSign(sign: string): string {
  if (sign === '　') return '全角空白'
  const code = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  return isBlank(sign) ? `半角空白でない空白（${code}）` : `全角の「${sign}」`
}

function halfWidth(sign: string): string {
  return isBlank(sign) ? '半角空白「 」' : `半角の「${HALF_WIDTH[sign] ?? '-'}」`
}

function isBlank(sign: string): boolean {
  return /[\s\u200b]/.test(sign)
}

/** All others are dashes. */
const HALF_WIDTH: Readonly<Record<string, string>> = { '：': ':', '＃': '#', '｜': '|', '＞': '|' }

const USES: Readonly<Record<Use, string>> = {
  indent: '行の初めの字下げを、半角空白にしてください。',
  remark: '覚え書きの行は、半角の「#」で始めてください。',
  dash: '並びの「- 」は、半角の「-」と半角空白で書いてください。',
  key: 'キーのすぐ後に「:」を書いてください。',
  colon: 'キーの後は、半角の「:」と半角空白にしてください。',
  blank: '「:」の後は半角空白にしてください。',
  'blank-of-dash': '「-」の後は半角空白にしてください。',
  pipe: '「キー: |」と半角の「|」で書き、次の行から文章を字下げして書いてください。',
}
