/** What is said of a plan file whose keys and values are right each by itself. */

import { message } from './message.js'
import { guess, shorten } from './shorten.js'

export const PLAN = {
  'bad-year': message({
    severity: 'error',
    says: ({ text, year }: { text: string; year?: number }) =>
      year === undefined
        ? `年度「${shorten(text)}」を読めません。`
        : `年度「${shorten(text)}」（${year}年度）の版はありません。`,
    cure: () => 'H30、平成30年度、R元、令和元年度、2018 のように書いてください。',
    cause: '年度の書き方が違うか、ありえない年度です。',
    example: { text: '30年' },
    others: [{ text: 'R77', year: 2095 }],
  }),
  'columns-of-other-form': message({
    severity: 'error',
    says: ({ forms, form, lacking }: { forms: readonly string[]; form: string; lacking: readonly string[] }) =>
      `この計画は${forms.map((name) => `「${name}」`).join('か')}の欄で書かれています（様式「${form}」に「${lacking.slice(0, 3).join('」「')}」などの欄はありません）。`,
    cure: ({ forms }) => `計画ファイルに「様式: ${forms[0]}」と書くか、--form ${forms[0]} を付けてください。`,
    cause: '計画ファイルの行のキーが、印刷する様式の欄と違い、ほかの様式の欄とは合います。',
    example: { forms: ['進捗'], form: '公式', lacking: ['指標', '目標値'] },
  }),
  'default-form': message({
    severity: 'warning',
    says: ({ form }: { form: string }) =>
      `様式の指定がないので「${form}」で印刷します（計画ファイルに「様式: ${form}」と書くか --form を付けると、この注意は出ません）。`,
    cause: '計画ファイルに「様式」がなく、--form も付いていません。',
    example: { form: '公式' },
  }),
  'nothing-above': message({
    severity: 'error',
    says: ({ key }: { key: string }) => `「${key}」の「↑」の上に、結合するセルがありません。`,
    cure: () => '区分の最初の行では上と結合できません。文章を書くか、"" で空欄にしてください。',
    cause: '区分の最初の行に「↑」があります。',
    example: { key: '現状と課題' },
  }),
  'nothing-left': message({
    severity: 'error',
    says: ({ key }: { key: string }) => `「${key}」の「←」の左に、結合するセルがありません。`,
    cure: () => '文章を書くか、"" で空欄にしてください。',
    cause: '最初の列、又は区分の列の隣に「←」があります。',
    example: { key: '現状と課題' },
  }),
  'bad-join': message({
    severity: 'error',
    says: ({ key }: { key: string }) => `「${key}」の結合が長方形になりません。`,
    cure: () => '結合する行と列をそろえるか、結合しないセルに "" と書いてください。',
    cause: '「↑」「←」と、書かれていないセルの結合とで、一つのセルが長方形にならない形になっています。',
    example: { key: '取組み' },
  }),
  'align-joined': message({
    severity: 'error',
    says: ({ key }: { key: string }) => `「${key}」の揃えは効きません。この行では、ほかのセルと結合しています。`,
    cure: () => '結合したセルの文を書いた行の「揃え」に書いてください。',
    cause: '「揃え」に、上や左のセルと結合した列が書かれています。',
    example: { key: '実績値' },
  }),
  'join-in-record': message({
    severity: 'error',
    says: ({ key, sign }: { key: string; sign: string }) => `「${key}」の「${sign}」は、個票では使えません。`,
    cure: () => '一件ごとに別のページなので、文章を書くか、"" で空欄にしてください。',
    cause: '個票の様式で印刷する計画に、セルの結合（↑、←）があります。',
    example: { key: '所管課', sign: '↑' },
  }),
  'rows-alone': message({
    severity: 'error',
    says: ({ form }: { form: string }) => `様式「${form}」は区分の列のある様式です。`,
    cure: () => '「行」を「区分」の中に書くか、区分の列のない様式（区分の示し方: 帯）を指定してください。',
    cause: '計画ファイルが「区分」なしで「行」を書き、様式に区分の名称の列があります。',
    example: { form: '公式' },
  }),
  'beside-tables': message({
    severity: 'error',
    says: ({ key }: { key: string }) => `「表」のある計画では、「${key}」は表ごとに書きます。`,
    cure: ({ key }) => `「${key}」を、それが当たる表の中に移してください。`,
    cause: '表がいくつもあるので、どの表のものか分かりません。',
    example: { key: '単位' },
  }),
  'unknown-table': message({
    severity: 'error',
    says: ({ name, form }: { name: string; form: string; nearest?: string | undefined; known: readonly string[] }) =>
      `様式「${form}」に表「${shorten(name)}」はありません。`,
    cure: ({ known, nearest }) =>
      known.length === 0
        ? '表が一つの様式です。「様式の表」を消してください。'
        : `${guess(nearest)}この様式の表: ${known.join('、')}`,
    cause: '「様式の表」の名前が、様式の「表」のどの「名前」とも違います。',
    example: { name: '量の見込', form: '三つの表', nearest: '量の見込み', known: ['量の見込み', '確保の方策'] },
    others: [{ name: '量の見込み', form: '公式', known: [] }],
  }),
  'too-many-tables': message({
    severity: 'error',
    says: ({ form, order, known }: { form: string; order: number; known: readonly string[] }) =>
      `${order}つ目の表に当たる表が、様式「${form}」にありません（表は${known.length}つです）。`,
    cure: ({ known }) =>
      `印刷する様式の表を「様式の表: ${known[0]}」のように書いてください。この様式の表: ${known.join('、')}`,
    cause: '「様式の表」を省いた表は、様式の表を上から順に使います。',
    example: { form: '三つの表', order: 3, known: ['量の見込み', '確保の方策'] },
  }),
  'double-id': message({
    severity: 'error',
    says: ({ id, first }: { id: string; first: number }) =>
      `id「${shorten(id)}」が二つの行にあります（一度目は ${first} 行目）。`,
    cure: () => '行ごとに違う id を付けてください。',
    cause: '前年度との比較は id で行を見分けるので、同じ id は使えません。',
    example: { id: 'zaitaku-1', first: 12 },
  }),
  unfilled: message({
    severity: 'warning',
    says: ({ key, text }: { key: string | undefined; text: string }) =>
      `${key === undefined ? '' : `「${key}」に`}書き込むはずの「${text}」が残っています。`,
    cure: () => '決まった内容に書き換えてください。',
    cause: '●● や 【調整中】 のような、後で埋める印が残っています。--strict ではエラーになります。',
    example: { key: '取組み', text: '●●' },
  }),
} as const
