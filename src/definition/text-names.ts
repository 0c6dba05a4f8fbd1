/** What the Handlebars texts of a form can name, and the helpers that they can call. Data only. */

/** What every text can name: values of the plan. */
export const PLAN_NAMES = [
  '計画',
  '年度',
  '区域',
  '期間',
  '資料.番号',
  '資料.会議',
  '資料.日付',
  '資料.作成',
  '件数.区分',
  '件数.行',
  '件数.取組み',
  '件数.成果',
  '件数.課題',
  '件数.対応',
  '件数.予定',
] as const

/** What 区分 can name beside; there 件数 counts within the category. */
export const CATEGORY_NAMES = ['番号', '名称'] as const

/** What 単位 can name beside. */
export const UNIT_NAMES = ['単位'] as const

/** What 年の見出し can name beside: the year that the column stands for. */
export const YEAR_NAMES = ['年'] as const

/** What 上の欄外 and 下の欄外 can name beside. */
export const PAGE_NAMES = ['ページ番号', '総ページ数'] as const

/** What the texts of a handout can name beside; empty where nothing is given. */
export const HANDOUT_NAMES = ['議題', '案'] as const

/** What 抜粋 of a handout can name beside: which part of the plan stands there. */
export const EXCERPT_NAMES = ['区分', '区分数', '欄', '欄数'] as const

/** What 変更 of a handout can name beside: what was compared, and how many rows of how many stand there. */
export const CHANGES_NAMES = ['旧計画', '旧年度', '行', '変更行', '旧行', 'ほかの行'] as const

/** What a helper works on: a fiscal year, which a number of years behind it may move; a number; any text. */
export type HelperInput = 'year' | 'number' | 'text'

export interface HelperDefinition {
  readonly takes: HelperInput
  /** How it is written, for messages. */
  readonly usage: string
}

export const HELPERS = {
  和暦: { takes: 'year', usage: '{{和暦 年度}}、前の年度なら {{和暦 年度 -1}}' },
  西暦: { takes: 'year', usage: '{{西暦 年度}}、前の年度なら {{西暦 年度 -1}}' },
  略記: { takes: 'year', usage: '{{略記 年度}}（H30 の形）、前の年度なら {{略記 年度 -1}}' },
  元号なし: { takes: 'year', usage: '{{元号なし 年度}}（30、元 の形）、全角なら {{全角 (元号なし 年度)}}' },
  丸数字: { takes: 'number', usage: '{{丸数字 番号}} か {{丸数字 件数.取組み}}' },
  漢数字: { takes: 'number', usage: '{{漢数字 番号}} か {{漢数字 件数.取組み}}' },
  全角: { takes: 'text', usage: '{{全角 年度}} か {{全角 (略記 年度)}}' },
} as const satisfies Readonly<Record<string, HelperDefinition>>

export type HelperName = keyof typeof HELPERS

/** The names that hold what a helper works on. Page numbers are known too late for any. */
export const NAMES_FOR: Readonly<Record<HelperInput, readonly string[]>> = {
  year: ['年度', '旧年度', ...YEAR_NAMES],
  number: ['番号', ...PLAN_NAMES.filter((name) => name.startsWith('件数.'))],
  text: [
    ...PLAN_NAMES,
    ...CATEGORY_NAMES,
    ...UNIT_NAMES,
    ...YEAR_NAMES,
    ...HANDOUT_NAMES,
    ...EXCERPT_NAMES,
    ...CHANGES_NAMES,
  ],
}

/** Handlebars' own blocks that a text can use; each takes one value. */
export const BLOCKS: readonly string[] = ['if', 'unless']
