/** What is said of Word and Excel documents that are read as plans, or cannot be. */

import { message } from './message.js'

export const OFFICE = {
  'damaged-document': message({
    severity: 'error',
    says: ({ what }: { what: string }) => `文書が壊れています（${what}）。`,
    cure: () =>
      'Word や Excel で開けるかを確かめ、「名前を付けて保存」で保存し直すか、元の文書をもう一度受け取ってください。',
    cause: '文書のファイルの中身が互いに食い違い、書かれたとおりに読めたと言えません。',
    example: { what: '終わりがありません。途中までしか写されていないようです' },
  }),
  'document-too-large': message({
    severity: 'error',
    says: ({ what }: { what: string }) => `文書が大きすぎます（${what}）。`,
    cure: () => '表のあるシートや章だけを別の文書に写して、それを読み込んでください。',
    cause: '計画の表としては考えられない大きさの文書です。',
    example: { what: '広げると 256 MB を超えます' },
  }),
  'encrypted-document': message({
    severity: 'error',
    says: ({ part }: { part: string | undefined }) =>
      part === undefined ? 'パスワードで暗号化された文書です。' : `「${part}」にパスワードが掛かっています。`,
    cure: ({ part }) =>
      part === undefined
        ? 'Word か Excel で開き、「ファイル」→「情報」→「文書（ブック）の保護」→「パスワードを使用して暗号化」でパスワードを消して保存してください。'
        : 'パスワードを付けずに圧縮し直すか、Word や Excel で開いて保存し直してください。',
    cause: '開くのにパスワードの要る文書です。',
    example: { part: undefined },
    others: [{ part: 'word/document.xml' }],
  }),
  'unsafe-document': message({
    severity: 'error',
    says: ({ part }: { part: string }) => `文書の部品「${part}」に文書型宣言（DOCTYPE）があります。`,
    cure: () => 'Word や Excel はこのような文書を作りません。送り主に確かめ、Word や Excel で保存し直してください。',
    cause: '文書型宣言は、開いた人のパソコンの中を読ませるのに使われることがあります。',
    example: { part: 'word/document.xml' },
  }),
  'old-document': message({
    severity: 'error',
    says: ({ what }: { what: string; program: string; ending: string }) => `${what}です。この形のままでは読めません。`,
    cure: ({ program, ending }) =>
      `${program} で開き、「名前を付けて保存」で ${ending} の形で保存して、それを指定してください。`,
    cause: '読めるのは、いまの Word と Excel の形（.docx、.xlsx）です。',
    example: { what: '古い形式の Word 文書（.doc）', program: 'Word', ending: '.docx' },
  }),
  'not-a-plan': message({
    severity: 'error',
    says: ({ kind }: { kind: OtherKind }) =>
      kind === 'unknown'
        ? '古い形式の文書ですが、何で作られたか分かりません。'
        : `${KINDS[kind].name}です。計画の表として読めません。`,
    cure: ({ kind }) => KINDS[kind].cure,
    cause: '計画の表のある Word や Excel の文書ではありません。',
    example: { kind: 'pdf' },
    others: [{ kind: 'slides' }, { kind: 'zip' }, { kind: 'unknown' }],
  }),
  'unreadable-records': message({
    severity: 'error',
    says: ({ form }: { form: string }) =>
      `文書の枠の並びが、個票の様式「${form}」と違うので、どの欄の文か分かりません。`,
    cure: () => '枠の見出しと並びを元のとおりに戻してください。文の書き直しは、そのままでかまいません。',
    cause: '個票の文書は、枠の見出しと並びで欄を見分けます。',
    example: { form: '事務事業評価シート' },
  }),
  'no-table': message({
    severity: 'error',
    says: () => '文書に表が見つかりません。',
    cure: () => '見出しの行がある表を含む文書を指定してください。画像の表は読めません。',
    cause: '文書に、見出しの行のある表が一つもありません。',
    example: {},
  }),
  'no-year': message({
    severity: 'error',
    says: () => '文書に年度が見つかりません（題名にも、題名の下にも、シートの名前にもありません）。',
    cure: () => '「--year R6」のように、計画の年度を指定してください。',
    cause: '計画には年度が要りますが、文書のどこにも書かれていません。',
    example: {},
  }),
  'missing-column': message({
    severity: 'warning',
    says: ({ name, table }: { name: string; table: string; columns: readonly string[] }) =>
      `様式の「${name}」に当たる列が、文書の表（${table}）にありません。空欄になります。`,
    cure: ({ columns }) => `文書の列: ${columns.join('、')}`,
    cause: '--form の様式にある列が、文書の表の見出しにありません。',
    example: { name: '今後の対応', table: '表1', columns: ['区分', '取組み'] },
  }),
  'tracked-changes': message({
    severity: 'error',
    says: ({ authors }: { authors: readonly string[] }) => `変更履歴が残っています（${authors.join('、')}）。`,
    cure: () => 'Word で承諾するか元に戻すか、--revisions accept か reject を指定してください。',
    cause: '--revisions fail を指定した文書に、承諾も元に戻しもしていない変更があります。',
    example: { authors: ['係員乙 3件'] },
  }),
  'document-read': message({
    severity: 'warning',
    says: ({ form, sum, kinds }: { form: string; sum: string; kinds: readonly string[]; file: string }) =>
      `文書を計画として読みました。${form}${sum}${kinds.length === 0 ? '' : `（${kinds.join('、')}）`}。`,
    cure: ({ file }) => `一覧は keikaku import ${file} で見られます。`,
    cause:
      '計画ファイルの代わりに Word や Excel の文書を指定しました。読んだ文字と、計画に入らなかった文字の数を言います。',
    example: {
      form: '様式「公式」の見出しに合わせて読みました。',
      sum: '読み取った文字 1200＝計画 1180＋一覧 20',
      kinds: ['見出し（様式が印刷します） 8件'],
      file: '計画.docx',
    },
  }),
  'merge-conflict': message({
    severity: 'error',
    says: ({ where, plan, document }: { where: string; base: string; plan: string; document: string }) =>
      `${where}が、計画ファイルと文書の両方で変わっています。計画ファイル「${inOneLine(plan)}」、文書「${inOneLine(document)}」。`,
    cure: ({ base }) =>
      `元は「${inOneLine(base)}」でした。どちらを採るかを計画ファイルか文書で決めるか、--prefer document か --prefer plan を付けてください。`,
    cause:
      'keikaku import --into で、文書を作ったあとに、同じ項目を文書でも計画ファイルでも別々に変えました。決まるまで、計画ファイルには何も書き込みません。',
    example: { where: '「在宅医療」2 行目 取組み', base: '○研修', plan: '○研修（R1年度）', document: '○研修会' },
  }),
  'rows-missing': message({
    severity: 'warning',
    says: ({ rows, fate }: { rows: readonly string[]; fate: 'kept' | 'deleted' }) =>
      `この文書にない行（${fate === 'kept' ? '削除していません' : '削除します'}）が ${rows.length} 行あります（${rows.slice(0, 5).join('、')}${rows.length > 5 ? '、…' : ''}）。`,
    cure: ({ fate }) =>
      fate === 'kept'
        ? '文書で消した行なら、--delete-missing を付けると計画ファイルからも消します。'
        : '消したくない行があれば、--delete-missing を付けずに取り込んでください。',
    cause:
      '文書の元になった計画にあった行が、文書にありません。一部だけの文書のこともあるので、言われなければ消しません。',
    example: { rows: ['「在宅医療」2 行目'], fate: 'kept' },
  }),
  'no-skeleton': message({
    severity: 'warning',
    says: ({ base }: { base: string }) =>
      `文書に控え（作ったときの計画）がないので、${base}と比べました。双方で変えた所は、確かには分かりません。`,
    cure: () => '文書を作ったときの計画ファイルが残っていれば、--base に指定してください。',
    cause: '文書が別のプログラムで作られたか、メールや別のプログラムを通って控えが取り除かれました。',
    example: { base: '今の計画ファイル' },
  }),
  'unknown-scope': message({
    severity: 'error',
    says: ({ word }: { word: string }) =>
      `--scope の「${word}」は、区分の番号や名称でも、欄の名前でも、実施主体でもありません。`,
    cure: () =>
      '「--scope 1,3」「--scope 取組み」「--scope [○○町]」のように、文書にある区分・欄・団体を書いてください。',
    cause: '--scope に、計画にない区分・欄・団体を指定しました。',
    example: { word: '９' },
  }),
  'into-document': message({
    severity: 'error',
    says: () => 'Word や Excel の文書には書き込めません。',
    cure: () => '--into には計画ファイル（.yaml か .json）を指定してください。',
    cause: 'keikaku import --into の書き込み先に、計画ファイルでないものを指定しました。',
    example: {},
  }),
} as const

function inOneLine(text: string): string {
  return text.replaceAll('\n', '／')
}

type OtherKind = 'pdf' | 'slides' | 'zip' | 'unknown'

const KINDS: Readonly<Record<OtherKind, { readonly name: string; readonly cure: string }>> = {
  pdf: { name: 'PDF', cure: 'PDF の元になった Word か Excel の文書を指定してください。' },
  slides: { name: 'PowerPoint の文書', cure: '計画の表を Word か Excel に写してください。' },
  zip: { name: '圧縮ファイル（ZIP）', cure: '中の Word か Excel の文書を取り出して指定してください。' },
  unknown: { name: '', cure: '計画の表のある Word（.docx）か Excel（.xlsx）の文書を指定してください。' },
}
