/** What is said of lines that break a file's order, in the words of somebody who writes a plan. */

import { message } from './message.js'
import { ofKey, shorten } from './shorten.js'
import { explainStop, STOPS } from './yaml-library.js'

const QUOTE = 'そのまま印刷するには、値全体を "…" で囲んでください。'

/** How a line stands wrongly below the one above it. */
type BadIndent =
  | { readonly slip: 'uneven'; readonly key: string | undefined; readonly here: number; readonly near: number }
  /** A key where a list goes on. */
  | { readonly slip: 'no-dash'; readonly key: string }
  /** A dash where keys go on. */
  | { readonly slip: 'stray-dash' }
  /** A text below `|`, which stands behind the key. */
  | { readonly slip: 'shallow-text'; readonly key: string }

export const YAML = {
  'tab-indent': message({
    severity: 'error',
    says: () => '字下げにタブが使われています。',
    cure: () => '字下げには半角空白を使います。タブを半角空白に置き換えてください。',
    cause: 'タブの幅は人や画面によって違うので、YAML では字下げに使えません。',
    example: {},
  }),
  'long-key': message({
    severity: 'error',
    says: () => 'この行の「:」までが、キーとしては長すぎるか、キーに使えない記号で始まっています。',
    cure: () => 'キーなら短くしてください。文章なら「キー: |」の次の行に字下げして書いてください。',
    cause: '文章の途中の「:」までが、キーとして読まれます。',
    example: {},
  }),
  'no-colon': message({
    severity: 'error',
    says: ({ where }: { where: 'line' | 'end' }) =>
      where === 'line'
        ? 'この行に「キー: 値」のキーと「:」がありません。'
        : 'ファイルの最後の行に「:」がなく、途中で終わっています。',
    cure: ({ where }) =>
      where === 'line'
        ? '「キー: 値」の形に直すか、文章なら「キー: |」の次の行に字下げして書いてください。'
        : 'ファイルの終わりが失われていないかを確かめ、「キー: 値」の形に直してください。',
    cause: 'キーの並ぶところに、キーのない行があります。',
    example: { where: 'line' },
    others: [{ where: 'end' }],
  }),
  'bad-indent': message({
    severity: 'error',
    says: (values: BadIndent) => {
      switch (values.slip) {
        case 'uneven': {
          const what = values.key === undefined ? 'この行' : `「${shorten(values.key)}」`
          return `${what}の字下げ（半角空白 ${values.here} 個）が、上の行とそろっていません。`
        }
        case 'no-dash':
          return `「${shorten(values.key)}」の行に、並びの「- 」がありません。`
        case 'stray-dash':
          return '「- 」の行が、並びの始まらないところにあります。'
        case 'shallow-text':
          return '「|」の下の文章の字下げが足りません。'
      }
    },
    cure: (values) => {
      switch (values.slip) {
        case 'uneven':
          return `上の行と同じ並びなら、半角空白を ${values.near} 個にしてください。`
        case 'no-dash':
          return '次の項目なら「- 」で始め、上の項目の続きなら字下げを深くしてください。'
        case 'stray-dash':
          return '文章の一行なら「|」の下の行と同じ深さに字下げし、並びの項目ならほかの「- 」とそろえてください。'
        case 'shallow-text':
          return `「${shorten(values.key)}」の文章の続きなら、上の行と同じ深さに字下げしてください。`
      }
    },
    cause: 'YAML では、行の初めの空白の数で、どれがどれに属するかが決まります。',
    example: { slip: 'uneven', key: '取組み', here: 5, near: 4 },
    others: [{ slip: 'no-dash', key: '名称' }, { slip: 'stray-dash' }, { slip: 'shallow-text', key: '取組み' }],
  }),
  'text-behind-pipe': message({
    severity: 'error',
    says: ({ text }: { text: string }) => `「${text[0]}」と同じ行に文章（${shorten(text.slice(1))}）があります。`,
    cure: () =>
      '文章は「|」の次の行から、字下げして書いてください。「|」を印刷するなら、値全体を "…" で囲んでください。',
    cause: '「|」は、文章が次の行から始まる印です。',
    example: { text: '| ○一つめ' },
  }),
  'sign-at-start': message({
    severity: 'error',
    says: ({ sign, text }: { sign: string; text: string }) =>
      `値「${shorten(text)}」が、YAML の記号である「${sign}」で始まっています。`,
    cure: () => QUOTE,
    cause: 'YAML の記号で始まる値は、文字として読まれません。',
    example: { sign: '@', text: '@窓口' },
  }),
  'colon-in-value': message({
    severity: 'error',
    says: ({ key }: { key: string | undefined }) => `${ofKey(key)}値の中に「:」があり、そこまでがキーとみなされます。`,
    cure: () => '値に記号が含まれるときは、値全体を "…" で囲むか、「キー: |」の次の行に字下げして書いてください。',
    cause: '一行の値の中の「: 」は、YAML ではキーの終わりです。',
    example: { key: '取組み' },
  }),
  'text-behind-quote': message({
    severity: 'error',
    says: ({ quoted }: { quoted: string }) => `「${shorten(quoted)}」の後に文章が続いています。`,
    cure: ({ quoted }) => `引用符も印刷するなら、値全体を ${quoted[0] === '"' ? "'…'" : '"…"'} で囲んでください。`,
    cause: '引用符で始まる値は、閉じる引用符で終わります。',
    example: { quoted: '"地域"' },
  }),
  'open-mark': message({
    severity: 'error',
    says: ({ mark }: { mark: string }) => `ここで始まる「${mark}」が閉じられていません。`,
    cure: ({ mark }) => {
      const close = mark === '[' ? ']' : mark === '{' ? '}' : mark
      return `値の終わりに「${close}」を書いてください。「${mark}」を印刷するなら、値全体を ${mark === '"' ? "'…'" : '"…"'} で囲んでください。`
    },
    cause: '引用符や括弧で始まる値は、閉じるまで続きます。',
    example: { mark: '"' },
  }),
  'too-deep': message({
    severity: 'error',
    says: ({ most }: { most: number }) => `入れ子が深すぎます（${most} 段まで）。`,
    cure: () => '字下げを確かめてください。',
    cause: '計画や様式としては考えられない深さの入れ子です。',
    example: { most: 30 },
  }),
  'bad-key': message({
    severity: 'error',
    says: () => 'キーが文字ではありません。',
    cure: () => 'キーは「計画:」のように文字で書いてください。{{ }} などの記号で始まる値は "…" で囲みます。',
    cause: 'キーのところに、並びや括弧があります。',
    example: {},
  }),
  'duplicate-key': message({
    severity: 'error',
    says: ({ key, first }: { key: string; first: number }) =>
      `キー「${shorten(key)}」が二度書かれています（一度目は ${first} 行目）。`,
    cure: () => 'どちらかを消すか、内容を一つにまとめてください。次の行や区分の始まりなら「- 」を付けます。',
    cause: '一つの並びに同じキーが二つあり、どちらを印刷するか決まりません。',
    example: { key: '取組み', first: 12 },
  }),
  'comma-in-braces': message({
    severity: 'error',
    says: ({ key }: { key: string }) => `{ } の中の「,」で文章が切れ、「${shorten(key)}」がキーとみなされます。`,
    cure: () => '「,」のある文章は、全体を "…" で囲んでください。',
    cause: '{ } の中では、「,」が次のキーの始まりです。',
    example: { key: '周知する' },
  }),
  alias: message({
    severity: 'error',
    says: ({ name }: { name: string }) => `「*${shorten(name)}」で引ける文章がありません。`,
    cure: () => '「*」で引けるのは、「&」で名前を付けた一つの文章だけです。そのまま書いてください。',
    cause: '様式ファイルの「*」が、どの文章の名前にも当たりません。',
    example: { name: '余白' },
  }),
  yaml: message({
    severity: 'error',
    says: ({ stop }: { stop: string }) => explainStop(stop).says,
    cure: ({ stop }) => explainStop(stop).cure,
    cause: 'YAML として読めないところがあります。',
    example: { stop: 'BAD_INDENT' },
    others: [...STOPS.filter((stop) => stop !== 'BAD_INDENT'), 'OTHER'].map((stop) => ({ stop })),
  }),
} as const
