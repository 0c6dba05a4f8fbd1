/** What is said of forms and styles: which one is meant, and what its file says. */

import { type FaultOfText, tellFault, tellFaultCure } from './form-texts.js'
import { message } from './message.js'
import { guess } from './shorten.js'

/** A name that was written, the names that there are, and the one of them that is near. */
type Name = { readonly name: string; readonly nearest?: string | undefined; readonly known: readonly string[] }

export const FORM = {
  'unknown-form': message({
    severity: 'error',
    says: ({ name }: Name) => `様式「${name}」が見つかりません。`,
    cure: ({ nearest, known }) => {
      const meant = nearest === undefined ? '' : `「${nearest}」ではありませんか。`
      const names = known.length === 0 ? '' : `使える様式: ${known.join('、')}。`
      return `${meant}${names}自作の様式は form.yaml のあるフォルダーで指定します。`
    },
    cause: '様式の名前にも、フォルダーの名前にも当たりません。',
    example: { name: '公私', nearest: '公式', known: ['公式', '進捗'] },
  }),
  'overview-form': message({
    severity: 'error',
    says: ({ name }: { name: string; wanted: 'columns' | 'base' }) =>
      `様式「${name}」は計画を一枚にまとめて印刷するもので、表の欄がありません。`,
    cure: ({ wanted }) =>
      wanted === 'columns'
        ? 'ここには公式などの様式を指定し、概要は keikaku build 計画ファイル --form 概要 で印刷してください。'
        : '元にできるのは表の様式です。概要は、フォルダーごと写して直してください。',
    cause: '表の様式が要るところに、概要の様式を指定しました。',
    example: { name: '概要', wanted: 'columns' },
    others: [{ name: '概要', wanted: 'base' }],
  }),
  'circular-form': message({
    severity: 'error',
    says: () => '「元の様式」をたどると、この様式に戻ってしまいます。',
    cure: () => 'どれか一つの様式を、ほかの様式に頼らずにすべて書いてください。',
    cause: '様式が互いに相手を元にしています。',
    example: {},
  }),
  'unknown-column': message({
    severity: 'error',
    says: ({ name }: Name) => `元の様式に「${name}」の列がありません。`,
    cure: ({ nearest, known }) => `${guess(nearest)}元の様式の欄: ${known.join('、')}`,
    cause: '「元の列」の名前が、元の様式のどの欄にも当たりません。',
    example: { name: '取組', nearest: '取組み', known: ['区分', '取組み'] },
  }),
  'duplicate-field': message({
    severity: 'error',
    says: ({ name }: { name: string }) => `欄の名前「${name}」が二度使われています。`,
    cure: () => '欄ごとに違う名前を付けてください。',
    cause: '計画ファイルのキーが、どちらの欄のものか決まりません。',
    example: { name: '取組み' },
  }),
  'duplicate-table': message({
    severity: 'error',
    says: ({ name }: { name: string }) => `表の名前「${name}」が二度使われています。`,
    cure: () => '表ごとに違う名前を付けてください。',
    cause: '計画ファイルの「様式の表」が、どちらの表のことか決まりません。',
    example: { name: '量の見込み' },
  }),
  'reserved-field': message({
    severity: 'error',
    says: ({ name }: { name: string }) => `「${name}」は欄の名前に使えません。`,
    cure: () => '別の名前を付けてください。',
    cause: '計画ファイルの行やプログラムが、別の意味に使う名前です。',
    example: { name: '改ページ' },
  }),
  'no-category': message({
    severity: 'error',
    says: () => '区分の名称を印刷する列がありません。',
    cure: () =>
      '「列」に、欄の役割が「区分」の列を加えるか、「区分の示し方: 帯」と書いてください。例: 欄: [{ 名前: 区分, 役割: 区分 }]',
    cause: '「区分の示し方: 列」の様式に、区分の名称を印刷する列がありません。',
    example: {},
  }),
  'too-wide': message({
    severity: 'error',
    says: ({ columns, inside, over }: { columns: string; inside: string; over: number }) =>
      `列の幅の合計が用紙に入りません（列 ${columns} ミリ、余白の内側 ${inside} ミリ。${over} 文字分の超過）。`,
    cure: () => `列の「幅」か文字の「大きさ」を小さくするか、余白を狭くしてください。${FIT}`,
    cause: '列の幅の合計が、用紙の余白の内側より広くなっています。',
    example: { columns: '280.5', inside: '273.0', over: 2.2 },
  }),
  'too-narrow': message({
    severity: 'error',
    says: ({ name }: { name: string }) => `「${name}」の列が狭すぎて一文字も入りません。`,
    cure: () => '列の「幅」を広げるか、ほかの列を狭くしてください。',
    cause: '列の幅が、その列の一文字より狭くなっています。',
    example: { name: '番号' },
  }),
  'narrow-box': message({
    severity: 'error',
    says: ({ name }: { name: string }) => `「${name}」の枠が狭すぎて一文字も入りません。`,
    cure: () => '枠の「幅」を広げるか、「見出しの幅」を小さくするか、段を分けてください。',
    cause: '個票の枠の幅から、左の見出しの幅を引くと、一文字も入りません。',
    example: { name: '事業名' },
  }),
  'of-records': message({
    severity: 'error',
    says: ({ key }: { key: string }) => `「${key}」は、個票の様式だけのものです。`,
    cure: ({ key }) => `「${key}」を消すか、「列」の代わりに「種類: 個票」と「枠」を書いてください。`,
    cause: '個票の枠の書き方が、列の様式にあります。',
    example: { key: '見出しの幅' },
  }),
  'boxes-parted': message({
    severity: 'error',
    says: () => '上の段から続く枠が、この段を二つに分けています。',
    cure: () => '「段数」のある枠は、段の左端か右端に置いてください。',
    cause: '個票の「段数」のある枠が段の途中にあり、下の段の枠を並べる場所が一続きになりません。',
    example: {},
  }),
  'no-field': message({
    severity: 'error',
    says: () => '文を入れる枠が一つもありません。',
    cure: () => '枠に「欄」を書いてください。例: - [{ 見出し: 事業名, 欄: 事業名 }]',
    cause: '個票の枠が、見出しだけです。',
    example: {},
  }),
  'bad-form-text': message({
    severity: 'error',
    says: (values: FaultOfText & { readonly key: string }) => `「${values.key}」の${tellFault(values)}`,
    cure: (values) => tellFaultCure(values),
    cause: '様式や書き方の文の {{ }} に、使えない名前か書き方があります。',
    example: { key: '題名', fault: 'unknown-name', name: '年次', nearest: '年度', known: ['年度', '区域'] },
    others: [
      { key: '題名', fault: 'unreadable' },
      { key: '題名', fault: 'statement' },
      { key: '題名', fault: 'expression', known: ['年度', '区域'] },
      { key: '題名', fault: 'block', name: 'each', usages: ['{{#if 区域}} … {{/if}}'] },
      { key: '題名', fault: 'unknown-helper', name: '西暦年', nearest: '西暦', known: ['西暦', '和暦'] },
      { key: '題名', fault: 'argument', name: '和暦', usage: '{{和暦 年度}}' },
      { key: '題名', fault: 'wrong-argument', name: '和暦', value: '区域', usage: '{{和暦 年度}}' },
      { key: '題名', fault: 'inner-name', name: 'constructor', known: ['年度', '区域'] },
    ],
  }),
  'unknown-style': message({
    severity: 'error',
    says: ({ name }: Name) => `書き方「${name}」が見つかりません。`,
    cure: ({ nearest, known }) =>
      `${nearest === undefined ? '' : `「${nearest}」ではありませんか。`}使える書き方: ${known.join('、')}。自作の書き方は .yaml のファイルで指定します。`,
    cause: '--style の名前が、どの書き方にも当たりません。',
    example: { name: '標淮', nearest: '標準', known: ['標準', '簡易'] },
  }),
  'bad-color': message({
    severity: 'error',
    says: ({ text }: { text: string }) => `棒の色「${text}」を読めません。`,
    cure: () => '赤・緑・青を 00 から FF までの二桁ずつ、34557F のように書いてください。',
    cause: '色は六桁の十六進数で書きます。',
    example: { text: '青' },
  }),
} as const

const FIT = '「列幅: 用紙いっぱい」と書けば、幅の比を保って用紙に合わせます。'
