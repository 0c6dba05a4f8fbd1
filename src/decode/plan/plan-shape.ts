/** The shape of the plan file for a given form: its columns are the keys of a row. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { planKeys } from '../../definition/year-columns.js'
import { parseFiscalYear } from '../../domain/fiscal-year.js'
import { FORM_SHAPE } from '../form/form-shape.js'
import {
  type ByYearShape,
  type EitherShape,
  type KeyShape,
  LINE,
  LINES,
  type MapShape,
  type TextShape,
  TITLE,
} from '../shape/shape.js'
import { readFormerKey } from './former-keys.js'

/** A line behind which a remark may stand. */
const REMARKED: TextShape = { ...LINE, mayLose: 'remarks' }

const CELL: TextShape = {
  ...LINES,
  ifNothing: '空欄なら "" と、上の行のセルと結合するなら ↑ と書くか、キーごと消してください。',
}

/** ↑ and ← in the place of the map join every year that is shown. */
const CELLS: ByYearShape = { tag: 'by-year', of: CELL, forAll: ['↑', '←'] }

const FORMER: KeyShape = { shape: CELL, description: '以前の書き方の、年度ごとのキー。' }

/** No edition of a plan is of a year so far ahead: R77 is a slip for R7. */
const LAST_EDITION = 2060
/** 昭和, the longest of the eras, had so many years. */
const LONGEST_ERA = 64

const YEAR: TextShape = { ...REMARKED, judge: judgeYear }

function judgeYear(text: string): ReturnType<NonNullable<TextShape['judge']>> {
  const year = parseFiscalYear(text)
  if (year === undefined) return { code: 'bad-year', values: { text } }
  const yearOfEra = Number(/^[a-z]\s*(\d+)/i.exec(text.normalize('NFKC').trim())?.[1] ?? 0)
  if (year <= LAST_EDITION && yearOfEra <= LONGEST_ERA) return undefined
  return { code: 'bad-year', values: { text, year } }
}

const HANDOUT: MapShape = {
  tag: 'map',
  name: '資料',
  keys: {
    番号: { shape: LINE, description: '資料番号。右上の枠の中に印刷します。', examples: ['資料３'] },
    会議: { shape: LINE, description: '会議の名前。', examples: ['平成30年度第１回○○会議'] },
    日付: { shape: LINE, description: '会議の日付。書いたとおりに印刷します。', examples: ['平成30年８月１日'] },
    作成: { shape: LINE, description: '作成した機関の名前。', examples: ['○○保健所'] },
  },
}

const HEADING: KeyShape = { shape: TITLE, description: 'この列の見出し。行を分けるときは「|」の下に一行ずつ。' }

/** The keys of a row that are no columns. */
const ROW_KEYS: Readonly<Record<string, KeyShape>> = {
  id: { shape: REMARKED, description: '年度が変わっても同じ行に同じ名前を付けると、前年度との比較が確かになります。' },
  改ページ: { shape: { tag: 'flag' }, description: 'true なら、この行から新しいページにします。' },
}

/** Whether a key of a row is none of the form's columns. */
export function isRowKey(key: string): boolean {
  return Object.hasOwn(ROW_KEYS, key)
}

/** The shape of a plan file whose rows have the columns of a form. */
export function planShape({ columns }: Pick<FormDefinition, 'columns'>): EitherShape {
  const { yearFields } = planKeys({ columns })
  const cells = columns
    .flatMap((column) => column.fields.map((field) => ({ column, field })))
    .filter(({ field }) => field.part !== 'category')
    .map(({ column, field }): [string, KeyShape] => {
      const left = column.merges ? '書かなければ上の行のセルと結合します。' : '書かなければ空欄です。'
      return yearFields.includes(field.key)
        ? [field.key, { shape: CELLS, description: `${field.key}の欄。年度ごとに「R6: 値」と書きます。${left}` }]
        : [field.key, { shape: CELL, description: `${field.key}の欄。一行が一段落、空行は行あけです。${left}` }]
    })
  const row: MapShape = {
    tag: 'map',
    name: '行',
    keys: { ...Object.fromEntries(cells), ...ROW_KEYS },
    ...(yearFields.length === 0
      ? {}
      : { former: (key) => (readFormerKey(key, yearFields) === undefined ? undefined : FORMER) }),
  }
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
  const headings = Object.fromEntries(columns.map(({ fields }): [string, KeyShape] => [fields[0]!.key, HEADING]))
  const plan = (keys: MapShape['keys']): MapShape => ({
    tag: 'map',
    name: '計画ファイル',
    keys: {
      計画: {
        shape: TITLE,
        required: true,
        description: '表の題名。行を分けるときは「|」の下に一行ずつ。',
        examples: ['○○計画の取組み状況について'],
      },
      年度: {
        shape: YEAR,
        required: true,
        description: 'この版の年度。H30、平成30、平成30年度、R1、R元、令和元年度、2018 のどの書き方でもかまいません。',
        examples: ['H30'],
      },
      版: {
        shape: REMARKED,
        description: 'この年度の何番目の案か。同じ年度の案どうしを比べるとき、表題に出ます。',
        examples: ['案２'],
      },
      版の日付: { shape: REMARKED, description: 'その案の日付。', examples: ['平成30年７月12日'] },
      期間: { shape: REMARKED, description: '計画の期間。', examples: ['H30～R5'] },
      区域: { shape: LINE, description: '計画の区域。', examples: ['最上構想区域'] },
      様式: {
        shape: { tag: 'named', name: REMARKED, whole: FORM_SHAPE },
        description: '印刷する様式の名前、またはフォルダー。様式ファイルの中身をここに書くこともできます。',
        examples: ['公式'],
      },
      列の見出し: {
        shape: { tag: 'map', name: '列の見出し', keys: headings },
        description:
          'この計画だけの列の見出しを、欄の名前ごとに書きます。欄を重ねた列は、はじめの欄の名前で書きます。文は様式の {{ }} の書き方をせず、そのまま印刷します。',
      },
      装飾: {
        shape: { tag: 'flag' },
        description:
          'true なら、欄・前文・注の中の **太字**、__下線__、~~取消線~~、^^上付き^^、,,下付き,, を印刷に出します。書かなければ、どの記号も文字のままです。',
      },
      資料: { shape: HANDOUT, description: '会議資料として印刷するときの番号や会議名。' },
      前文: { shape: LINES, description: '表の前に置く文章。一行が一段落です。' },
      単位: { shape: LINE, description: '表の右上に置く単位。', examples: ['千円'] },
      ...keys,
      注: {
        shape: LINES,
        description: '表の後に置く注。一行が一段落です。',
        examples: ['※１　予算額は当初の額である。'],
      },
    },
  })
  return { tag: 'either', key: '行', having: plan({ 行: rows }), lacking: plan({ 区分: categories }) }
}
