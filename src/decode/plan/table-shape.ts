/** The shape of a plan's table for a given form, whose columns are the keys of a row; and of 表, which has several. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { ALIGNS } from '../form/form-words.js'
import { readFormerKey } from '../form/former-keys.js'
import { choice, map } from '../shape/build-shapes.js'
import {
  type ByYearShape,
  type EitherShape,
  type KeyShape,
  LINE,
  LINES,
  type MapShape,
  REMARKED,
  type Shape,
  type TextShape,
  TITLE,
} from '../shape/shape.js'

const CELL: TextShape = {
  ...LINES,
  ifNothing: '空欄なら "" と、上の行のセルと結合するなら ↑ と書くか、キーごと消してください。',
}

/** ↑ and ← in the place of the map join every year that is shown. */
const CELLS: ByYearShape = { tag: 'by-year', of: CELL, forAll: ['↑', '←'] }

const FORMER: KeyShape = { shape: CELL, description: '以前の書き方の、年度ごとのキー。' }

/** What a plan's shape asks of a form: the columns of its first table, and its others. */
export type PlanForm = Pick<FormDefinition, 'columns' | 'tables'>

/** What stands around any table. */
export const LEAD: KeyShape = { shape: LINES, description: '表の前に置く文章。一行が一段落です。' }
export const NOTES: KeyShape = {
  shape: LINES,
  description: '表の後に置く注。一行が一段落です。',
  examples: ['※１　予算額は当初の額である。'],
}
const UNIT: KeyShape = { shape: LINE, description: '表の右上に置く単位。', examples: ['千円'] }

/** The keys of a plan of one table that stand in the entries of 表, where it has several. */
export const OF_TABLE: readonly string[] = ['単位', '列の見出し', '区分', '行']

const HEADING: KeyShape = { shape: TITLE, description: 'この列の見出し。行を分けるときは「|」の下に一行ずつ。' }

/** The keys of a row that are no columns. */
const ALIGNED = '揃え'
const ROW_KEYS: Readonly<Record<string, KeyShape>> = {
  id: { shape: REMARKED, description: '年度が変わっても同じ行に同じ名前を付けると、前年度との比較が確かになります。' },
  改ページ: { shape: { tag: 'flag' }, description: 'true なら、この行から新しいページにします。' },
}

/** Whether a key of a row is none of the form's columns. */
export function isRowKey(key: string): boolean {
  return key === ALIGNED || Object.hasOwn(ROW_KEYS, key)
}

/** The shape of what holds a table, by whether its rows stand in 区分; `around` makes it of the keys of the table. */
export function tableShape(form: PlanForm, around: (keys: MapShape['keys']) => MapShape): EitherShape {
  const row = rowShape(form)
  const category: MapShape = {
    tag: 'map',
    name: '区分',
    keys: {
      名称: { shape: LINE, required: true, description: '区分の名前。', examples: ['在宅医療への円滑な移行'] },
      番号: {
        shape: { tag: 'number', least: 0, most: 999, whole: true },
        description: '区分の番号。書かなければ上から順に 1、2、3…です。',
      },
      行: {
        shape: { tag: 'list', of: row, atLeast: 1 },
        required: true,
        description: 'この区分の行。印刷する表の一行ずつです。',
      },
    },
  }
  const rows: KeyShape = {
    shape: { tag: 'list', of: row, atLeast: 1 },
    required: true,
    description: '表の行。区分のない表では、区分の代わりに行を書きます。',
  }
  const categories: KeyShape = {
    shape: { tag: 'list', of: category, atLeast: 1 },
    required: true,
    description: '表の区分。上から順に印刷します。区分のない表では、代わりに「行」を書きます。',
  }
  const headings = Object.fromEntries(form.columns.map(({ fields }): [string, KeyShape] => [fields[0]!.key, HEADING]))
  const common: MapShape['keys'] = {
    列の見出し: {
      shape: { tag: 'map', name: '列の見出し', keys: headings },
      description:
        'この計画だけの列の見出しを、欄の名前ごとに書きます。欄を重ねた列は、はじめの欄の名前で書きます。文は様式の {{ }} の書き方をせず、そのまま印刷します。',
    },
    単位: UNIT,
  }
  return {
    tag: 'either',
    key: '行',
    having: around({ ...common, 行: rows }),
    lacking: around({ ...common, 区分: categories }),
  }
}

function rowShape({ columns }: PlanForm): MapShape {
  const yearFields = columns.flatMap(({ years, fields }) => (years === undefined ? [] : fields.map(({ key }) => key)))
  const cells = columns
    .flatMap((column) => column.fields.map((field) => ({ column, field })))
    .filter(({ field }) => field.part !== 'category')
    .map(({ column, field }): [string, KeyShape] => {
      const left = column.merges ? '書かなければ上の行のセルと結合します。' : '書かなければ空欄です。'
      return yearFields.includes(field.key)
        ? [field.key, { shape: CELLS, description: `${field.key}の欄。年度ごとに「R6: 値」と書きます。${left}` }]
        : [field.key, { shape: CELL, description: `${field.key}の欄。一行が一段落、空行は行あけです。${left}` }]
    })
  return {
    tag: 'map',
    name: '行',
    keys: { ...Object.fromEntries(cells), ...ROW_KEYS, [ALIGNED]: alignedKey(columns) },
    ...(yearFields.length === 0
      ? {}
      : { former: (key) => (readFormerKey(key, yearFields) === undefined ? undefined : FORMER) }),
  }
}

/** By the first fields of the columns. */
function alignedKey(columns: PlanForm['columns']): KeyShape {
  const names = columns.filter(({ fields }) => fields[0]!.part !== 'category').map(({ fields }) => fields[0]!.key)
  const one: KeyShape = { shape: choice(ALIGNS), description: 'この行のこの列の文の左右の位置。' }
  return {
    shape: map(ALIGNED, Object.fromEntries(names.map((name) => [name, one]))),
    description: 'この行だけ、様式と違う側に文を揃える列。欄の名前ごとに、左、中央、右のどれかを書きます。',
  }
}

/** 表; each entry is judged by its form of `tables`, and where this is not known by the columns of all. */
export function partsKey(form: PlanForm, tables: readonly (PlanForm | undefined)[] = []): KeyShape {
  const any: PlanForm = { columns: [form, ...(form.tables ?? [])].flatMap(({ columns }) => columns) }
  const of = partShape(any)
  return {
    shape: { tag: 'list', of, atLeast: 1, items: tables.map((own) => (own === undefined ? of : partShape(own))) },
    required: true,
    description: '表がいくつもある計画の、表と、表の間の文章。上から順に印刷します。',
  }
}

function partShape(form: PlanForm): Shape {
  const part = (keys: MapShape['keys']): MapShape => ({
    tag: 'map',
    name: '表',
    keys: {
      見出し: { shape: TITLE, description: 'この表、または本文の見出し。', examples: ['１ 需要量と確保量'] },
      改ページ: { shape: { tag: 'flag' }, description: 'true なら、この見出しから新しいページにします。' },
      ...keys,
    },
  })
  const table = (keys: MapShape['keys']) =>
    part({
      前文: LEAD,
      様式の表: { shape: REMARKED, description: '印刷する様式の表の名前。省くと、様式の表を上から順に使います。' },
      ...keys,
      注: NOTES,
    })
  const text: KeyShape = {
    shape: { ...LINES, mayBeEmpty: false },
    required: true,
    description: '表のない部分の文章。一行が一段落です。',
  }
  return { tag: 'either', key: '本文', having: part({ 本文: text }), lacking: tableShape(form, table) }
}
