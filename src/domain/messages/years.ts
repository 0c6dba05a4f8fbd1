/** What is said of values of years: in plan files, and of the columns of a form that spread over years. */

import { message } from './message.js'
import { byYear } from './shape.js'
import { ofKey, shorten } from './shorten.js'

export const YEARS = {
  'not-by-year': message({
    severity: 'error',
    says: ({ key, text }: { key: string | undefined; text: string }) =>
      `${ofKey(key)}値は年度ごとに書きます（「${shorten(text)}」が、どの年度の値か分かりません）。`,
    cure: ({ key }) => byYear(key),
    cause: '年ごとの列に入る値は、年度の下に一つずつ書きます。そうすれば、年度が進んでも値はその年度のままです。',
    example: { key: '実績値', text: '38.9' },
  }),
  'unknown-year': message({
    severity: 'error',
    says: ({ field, text, others = 0 }: { field: string; text: string; others?: number }) =>
      `「${field}」の年度「${shorten(text)}」を読めません。${others === 0 ? '' : `ほかに ${others} か所あります。`}`,
    cure: () => 'R6、令和6年度、2024 のように書いてください。',
    cause: '年ごとの値のキーが、年度として読めません。',
    example: { field: '実績値', text: '6年' },
    others: [{ field: '実績値', text: '6', others: 3 }],
  }),
  'double-year': message({
    severity: 'error',
    says: ({ year, first, line }: { year: string; first: string; line: number }) =>
      `「${year}」は「${first}」（${line} 行目）と同じ年度です。`,
    cure: () => 'どちらかを消してください。',
    cause: '一つの年度の値が、二つの書き方で二度書かれています。どちらが正しいか分かりません。',
    example: { year: 'H31', first: 'R1', line: 12 },
  }),
  'comma-in-figure': message({
    severity: 'error',
    says: ({ figure }: { key: string; figure: string }) => `{ } の中の「,」で数が切れます（「${figure}」）。`,
    cure: ({ key, figure }) =>
      `{ } を使わずに、一行ずつ字下げして「${key}: ${figure}」と書くか、数を "…" で囲んでください。`,
    cause: '{ } の中では、「,」が次のキーの始まりです。桁区切りのある数は、{ } を使わずに一行ずつ書きます。',
    example: { key: 'R4', figure: '1,234' },
  }),
  'years-in-keys': message({
    severity: 'warning',
    says: ({ key, field }: { key: string; field: string; year: string; file: string }) =>
      `「${key}」のような年度ごとのキーは、以前の書き方です。今は「${field}」の下に年度ごとに書きます。このままでも読めます。`,
    cure: ({ field, year, file }) => `${byYear(field, [year])}keikaku update ${file} で書き直せます。`,
    cause:
      '前年度や今年度というキーの値は、計画の年度を進めると別の年度の値になります。年度の下に書けば、その年度のままです。',
    example: { key: '前年度', field: '実績値', year: 'R5', file: '計画.yaml' },
  }),
  'year-not-shown': message({
    severity: 'warning',
    says: ({ field, years, form }: { field: string; years: readonly string[]; form: string }) =>
      `「${field}」の${years.join('、')}の値は、様式「${form}」が示す年度ではないので印刷しません（計画には残ります）。`,
    cause: '様式の列が示すのは、決まった年度だけです。ほかの年度の値は、計画ファイルに残り、印刷されません。',
    example: { field: '実績値', years: ['R2', 'R3'], form: '進捗管理表' },
  }),
  'no-period': message({
    severity: 'error',
    says: ({ field, text }: { field: string; text: string | undefined }) =>
      text === undefined
        ? `「${field}」の列は計画の期間の年度に広がりますが、「期間」がありません。`
        : `期間「${shorten(text)}」の、はじめと終わりの年度を読めません。`,
    cure: () => '計画ファイルに「期間: R6～R11」のように書いてください。',
    cause: '様式の列が「年: 期間」で、計画の「期間」が年度から年度までになっていません。',
    example: { field: '計画値', text: undefined },
    others: [{ field: '計画値', text: '当分の間' }],
  }),
  'left-of-year': message({
    severity: 'error',
    says: ({ key }: { key: string }) => `「${key}」の「←」は、年ごとの値をまたいで結合します。`,
    cure: ({ key }) =>
      `値を書くか、"" で空欄にしてください。年のすべての列を左と結合するなら、年度を書かずに「${key.split(' ')[0]}: ←」とします。`,
    cause: '年ごとの値は、隣の列や隣の年度のセルと結合できません。',
    example: { key: '実績値 R5' },
  }),
  'bad-years': message({
    severity: 'error',
    says: ({ text }: { text: string }) => `示す年度「${shorten(text)}」を読めません。`,
    cure: () => '「年」には、計画の年度からの隔たり [-2, -1, 0]、決まった年度 [R4, R5]、または 期間 と書いてください。',
    cause: '年ごとの列の「年」が、年度の並びでも「期間」でもありません。',
    example: { text: '三年' },
  }),
} as const
