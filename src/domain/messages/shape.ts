/** What is said of keys and values that are not what a file of its kind holds. */

import { message } from './message.js'
import { guess, ofKey, shorten } from './shorten.js'

/** What should stand where something else was found. */
export type Wanted =
  | { readonly wants: 'list'; readonly least: number }
  | { readonly wants: 'shorter-list'; readonly most: number }
  | { readonly wants: 'flag' | 'text' | 'texts' | 'line' | 'one-dash' | 'years' }
  | { readonly wants: 'choice'; readonly choices: readonly string[] }
  | { readonly wants: 'number' | 'whole-number'; readonly least: number; readonly most: number }
  | { readonly wants: 'map'; readonly name: string }

type WrongType = Wanted & { readonly key: string | undefined; readonly found: string }

export const SHAPE = {
  'wrong-type': message({
    severity: 'error',
    says: ({ key, found }: WrongType) => `${ofKey(key)}値が正しくありません（${found}）。`,
    cure: (values) => tellWanted(values),
    cause: 'そのキーに書けるものと違う種類の値が書かれています。',
    example: { wants: 'choice', key: '向き', found: '「斜め」', choices: ['縦', '横'] },
    others: [
      { wants: 'number', key: '大きさ', found: '「大」', least: 4, most: 40 },
      { wants: 'whole-number', key: '番号', found: '「一番」', least: 0, most: 999 },
      { wants: 'flag', key: '改ページ', found: '「する」' },
      { wants: 'line', key: '年度', found: '「H30 H31」' },
      { wants: 'text', key: '計画', found: '「- 」の並び' },
      { wants: 'texts', key: '取組み', found: '「キー: 値」の並び' },
      { wants: 'one-dash', key: '取組み', found: '「- 」の並び' },
      { wants: 'years', key: '実績値', found: '「- 」の並び' },
      { wants: 'list', key: '区分', found: '「在宅医療」', least: 1 },
      { wants: 'shorter-list', key: '書体', found: '「- 」の並び', most: 8 },
      { wants: 'map', key: '行', found: '「○周知」', name: '行' },
    ],
  }),
  'no-value': message({
    severity: 'error',
    says: ({
      key,
      behind,
    }: {
      key: string | undefined
      behind: 'key' | 'dash' | 'quotes'
      instead?: string | undefined
    }) => {
      const what = key === undefined ? 'ここ' : `「${shorten(key)}」`
      switch (behind) {
        case 'key':
          return `${what}に値がありません。`
        case 'dash':
          return `${what}の「-」の後に何もありません。`
        case 'quotes':
          return `${what}が空です。`
      }
    },
    cure: ({ behind, instead }) => {
      switch (behind) {
        case 'key':
          return instead ?? '値を書くか、キーごと消してください。'
        case 'dash':
          return '文章を書くか、空行なら - "" と書いてください。'
        case 'quotes':
          return '値を書いてください。'
      }
    },
    cause: '書き忘れか、わざと空けたのかが分かりません。',
    example: { key: '区域', behind: 'key' },
    others: [
      { key: '取組み', behind: 'dash' },
      { key: '計画', behind: 'quotes' },
    ],
  }),
  'missing-key': message({
    severity: 'error',
    says: ({ name, key }: { name: string; key: string; hint: string }) => `${name}に必要なキー「${key}」がありません。`,
    cure: ({ hint }) => hint,
    cause: '省くことのできないキーがありません。',
    example: { name: '計画ファイル', key: '年度', hint: '例: 「年度: H30」' },
  }),
  'unknown-key': message({
    severity: 'error',
    says: ({
      name,
      key,
      others = 0,
    }: {
      name: string
      key: string
      nearest?: string | undefined
      known: readonly string[]
      others?: number
    }) =>
      `${name}に知らないキー「${shorten(key)}」があります。${others === 0 ? '' : `ほかに ${others} か所あります。`}`,
    cure: ({ name, known, nearest }) => `${guess(nearest)}${name}に書けるキー: ${known.join('、')}`,
    cause: '知らないキーの内容は、印刷する場所がありません。読み飛ばさずに知らせます。',
    example: { name: '行', key: '取り組み', nearest: '取組み', known: ['施策', '取組み'] },
  }),
  unprintable: message({
    severity: 'error',
    says: ({
      key,
      sign,
      code,
      others,
    }: {
      key: string | undefined
      sign: 'tab' | 'control'
      code: string
      others: number
    }) => {
      const what = sign === 'tab' ? 'タブ' : '印刷できない制御文字'
      return `${key === undefined ? 'ここ' : `「${shorten(key)}」`}に${what}（${code}）があります。${others === 0 ? '' : `ほかに ${others} か所あります。`}`
    },
    cure: () => '消すか、空白に置き換えてください。',
    cause: '文書に入れられない文字です。黙って落とさずに知らせます。',
    example: { key: '取組み', sign: 'tab', code: 'U+0009', others: 0 },
    others: [{ key: '取組み', sign: 'control', code: 'U+000B', others: 2 }],
  }),
} as const

/** How values of years are written. */
export function byYear(field = '実績値', years: readonly string[] = ['R5', 'R6']): string {
  return `「${shorten(field)}:」の下に、年度ごとに一行ずつ字下げして${years.map((year) => `「${year}: …」`).join('')}と書いてください。`
}

function tellWanted(wanted: Wanted & { readonly key: string | undefined }): string {
  switch (wanted.wants) {
    case 'list':
      return `「${wanted.key}:」の下に「- 」で始めて${wanted.least}つ以上並べてください。`
    case 'shorter-list':
      return `${wanted.most}つまでにしてください。`
    case 'flag':
      return 'true（はい）か false（いいえ）を書いてください。'
    case 'text':
      return '文章を書いてください。'
    case 'texts':
      return '文章、または文章の一覧を書いてください。'
    case 'line':
      return '一行で書いてください。'
    case 'one-dash':
      return '「- 」は一つの文章に一つです。「-」を印刷するなら、文章を "…" で囲んでください。'
    case 'years':
      return byYear(wanted.key)
    case 'choice':
      return `${wanted.choices.map((choice) => `「${choice}」`).join('')}のどれかを書いてください。`
    case 'number':
      return `${wanted.least} から ${wanted.most} までの数を書いてください。`
    case 'whole-number':
      return `${wanted.least} から ${wanted.most} までの整数を書いてください。`
    case 'map':
      return `${wanted.name}は「キー: 値」の並びで書きます。`
  }
}
