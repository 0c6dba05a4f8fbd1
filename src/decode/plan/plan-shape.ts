/** The shape of the plan file for a given form: its columns are the keys of a row. */

import { parseFiscalYear } from '../../domain/fiscal-year.js'
import { FORM_SHAPE } from '../form/form-shape.js'
import {
  type EitherShape,
  type KeyShape,
  LINE,
  type MapShape,
  REMARKED,
  type TextShape,
  TITLE,
} from '../shape/shape.js'
import { LEAD, NOTES, OF_TABLE, type PlanForm, partsKey, tableShape } from './table-shape.js'

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

/**
 * The shape of a plan file whose rows have the columns of a form. `tables` are the forms of the entries of its 表 one by
 * one, where these are known: without them a row may have the columns of any.
 */
export function planShape(form: PlanForm, tables?: readonly (PlanForm | undefined)[]): EitherShape {
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
      装飾: {
        shape: { tag: 'flag' },
        description:
          'true なら、欄・前文・注の中の **太字**、__下線__、~~取消線~~、^^上付き^^、,,下付き,, を印刷に出します。書かなければ、どの記号も文字のままです。',
      },
      資料: { shape: HANDOUT, description: '会議資料として印刷するときの番号や会議名。' },
      前文: LEAD,
      ...keys,
      注: NOTES,
    },
  })
  const refused = Object.fromEntries(OF_TABLE.map((key) => [key, refusedBesideTables(key)]))
  return {
    tag: 'either',
    key: '表',
    having: plan({ ...refused, 表: partsKey(form, tables) }),
    lacking: tableShape(form, plan),
  }
}

/** What belongs to one table, where a plan has several. */
function refusedBesideTables(key: string): KeyShape {
  return { shape: LINE, description: '', refused: { code: 'beside-tables', values: { key } } }
}
