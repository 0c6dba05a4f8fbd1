/** What is said of a command's words, and of work that it had to break off. */

import { message } from './message.js'

export const COMMANDS = {
  'not-saved': message({
    severity: 'error',
    says: () => '標準入力は保存されるファイルではないので、--watch では使えません。',
    cure: () => '計画ファイルの名前を指定してください。',
    cause: '保存を待って作り直す --watch に、計画ファイルの名前の代わりに - を指定しました。',
    example: {},
  }),
  'passed-over': message({
    severity: 'warning',
    says: () => 'ファイルではないもの（パイプやデバイスなど）なので、読みません。',
    cure: () => 'パターンに当てはまらない名前にすると、この注意は出ません。',
    cause: '* などのパターンに、ファイルではないものの名前も当てはまりました。',
    example: {},
  }),
  'no-match': message({
    severity: 'error',
    says: () => '当てはまるファイルがありません。',
    cure: () => 'フォルダーと名前を確かめてください。* は名前の一部に、** はいくつものフォルダーに当てはまります。',
    cause: '* などのパターンに当てはまる名前のファイルが、一つもありません。',
    example: {},
  }),
  'same-name': message({
    severity: 'error',
    says: ({ files }: { files: readonly string[] }) =>
      `${files.map((file) => `「${file}」`).join('と')}の文書は同じ名前になり、互いに上書きするので、どれも作りません。`,
    cure: () => '計画ファイルの名前を変えるか、--out を分けて別々に実行してください。',
    cause: '名前の同じ計画ファイルを、別々のフォルダーからまとめて指定しました。',
    example: { files: ['甲/計画.yaml', '乙/計画.yaml'] },
  }),
  'name-for-web': message({
    severity: 'error',
    says: () =>
      '公開用の文書の名前は、半角の英数字とハイフン、下線、点だけにします。この計画ファイルの名前は使えません。',
    cure: () => '--publish の後に名前を書いてください。例: --publish zaitaku-r6',
    cause: 'ウェブに載せるファイルの名前に、漢字やかなや空白は使えません。',
    example: {},
  }),
  'one-name-for-web': message({
    severity: 'error',
    says: () => '--publish の名前は、計画ファイルを一つだけ指定したときに使えます。',
    cure: () => '計画ごとに keikaku build を実行してください。名前を省けば、計画ファイルの名前になります。',
    cause: 'いくつもの計画の文書に、一つの名前は付けられません。',
    example: {},
  }),
  'no-plan-file': message({
    severity: 'error',
    says: () => '計画ファイル（.yaml、.json）ではないので、開いて保存することができません。',
    cure: () => 'Word や Excel の文書は、先に keikaku import で計画ファイルにしてください。',
    cause: 'keikaku preview に、計画ファイルの代わりに文書か標準入力を指定しました。',
    example: {},
  }),
  'no-page': message({
    severity: 'error',
    says: () => 'ブラウザーで開くページがありません。',
    cure: () => 'プログラムを入れ直すか、ソースからなら npm run build:page でページを作ってください。',
    cause: 'keikaku preview が出すページ（keikaku.html）が、プログラムと一緒に入っていません。',
    example: {},
  }),
  'no-second-edition': message({
    severity: 'error',
    says: () => '比べる相手の計画ファイルがありません。',
    cure: () =>
      '「keikaku diff 旧い計画ファイル 新しい計画ファイル」と二つ指定してください。一つだけでよいのは、変更履歴のある Word 文書です。',
    cause: 'keikaku diff に計画ファイルを一つだけ指定しました。',
    example: {},
  }),
  'update-where': message({
    severity: 'error',
    says: () => '標準入力から読んだ計画ファイルは、どこに書くかが決まりません。',
    cure: () => '--out で書き出すファイルを指定してください。',
    cause: 'keikaku update に計画ファイルの名前の代わりに - を指定し、--out がありません。',
    example: {},
  }),
  'update-document': message({
    severity: 'error',
    says: () => 'Word や Excel の文書なので、計画ファイルとして書き直せません。',
    cure: () => 'keikaku import で計画ファイルにしてください。',
    cause: 'keikaku update に、計画ファイルではなく文書を指定しました。',
    example: {},
  }),
  'several-documents': message({
    severity: 'error',
    says: () => '--out と --new-form は、文書を一つだけ指定したときに使えます。',
    cure: () => '文書ごとに keikaku import を実行してください。',
    cause: 'いくつもの文書を、一つの名前の計画ファイルにはできません。',
    example: {},
  }),
  'no-document': message({
    severity: 'error',
    says: () => 'Word や Excel の文書ではありません。',
    cure: () =>
      'Word（.docx）か Excel（.xlsx）の文書を指定してください。計画ファイルは、そのまま keikaku build で印刷できます。',
    cause: 'keikaku import に、Word や Excel の文書でないファイルを指定しました。',
    example: {},
  }),
  'pages-at-size': message({
    severity: 'warning',
    says: ({ document, size, pages }: { document: string; size: number; pages: number }) =>
      `${document}は、文字を ${size} ポイントにして ${pages} ページです。`,
    cause: '--text-size で文字の大きさを変えると、列に入る字数が変わり、ページ数も変わります。',
    example: { document: '計画', size: 10.5, pages: 8 },
  }),
  'no-part': message({
    severity: 'error',
    says: ({ option, noun }: Part) => `「--${option}」に${noun}が指定されていません。`,
    cure: ({ noun, known }) => `この計画の${noun}: ${known.join('、')}`,
    cause: '--categories か --columns の値が空です。',
    example: { option: 'columns', noun: '欄', known: ['現状と課題', '取組み'] },
  }),
  'unknown-part': message({
    severity: 'error',
    says: ({ option, noun, lost }: Part & { lost: readonly string[]; guesses: readonly string[] }) =>
      `「--${option}」の${lost.map((word) => `「${word}」`).join('')}という${noun}はありません。`,
    cure: ({ noun, known, guesses }) => {
      const guess = guesses.length === 0 ? '' : `${guesses.map((each) => `「${each}」`).join('')}ではありませんか。`
      return `${guess}この計画の${noun}: ${known.join('、')}`
    },
    cause: '--categories か --columns の名前か番号が、計画と様式のどれにも当たりません。',
    example: { option: 'columns', noun: '欄', lost: ['取組'], guesses: ['取組み'], known: ['現状と課題', '取組み'] },
  }),
  'only-categories': message({
    severity: 'error',
    says: () => '「--columns」に、区分のほかの欄がありません。',
    cure: ({ known }: { known: readonly string[] }) =>
      `区分の欄はいつも載ります。ほかの欄を一つ以上指定してください: ${known.join('、')}`,
    cause: '--columns に指定した欄が区分の欄だけで、載せる内容がありません。',
    example: { known: ['現状と課題', '取組み'] },
  }),
  'broken-off': message({
    severity: 'error',
    says: ({ fault, reason }: { fault: 'memory' | 'depth' | 'program'; reason: string }) => {
      const told = { memory: 'メモリーが足りません', depth: '入れ子が深すぎるか、一行が長すぎます', program: reason }
      return `途中で止まりました（${told[fault]}）。`
    },
    cure: ({ fault }) =>
      ({
        memory: '--jobs を小さくするか、計画を分けてください。',
        depth: '計画ファイルや様式の、深い入れ子ととても長い行を直してください。',
        program: '同じ計画だけでもう一度実行してください。続くときはプログラムの誤りです。',
      })[fault],
    cause: '仕事の途中で、先へ進めない思いがけないことが起きました。括弧の中の英語はシステムの言葉です。',
    example: { fault: 'memory', reason: '' },
    others: [
      { fault: 'depth', reason: '' },
      { fault: 'program', reason: 'Invalid argument' },
    ],
  }),
} as const

/** The words of --categories or --columns, and what they could have been. */
type Part = { readonly option: string; readonly noun: string; readonly known: readonly string[] }
