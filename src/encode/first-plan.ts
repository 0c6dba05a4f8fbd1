/** The text of a first plan file: every key explained, ready to build. */

import type { ColumnDefinition, FormDefinition, Part, YearsShown } from '../definition/form-definition.js'
import { allColumns } from '../definition/form-tables.js'
import { shownYears } from '../definition/year-columns.js'
import { formatFiscalYear } from '../domain/fiscal-year.js'

const SAMPLES: Readonly<Record<Part, readonly string[]>> = {
  category: [],
  heading: ['（例）関係者の連携強化が必要'],
  initiatives: [
    '○（例）情報交換会の開催（R6～R7年度）',
    '【（例）○○推進事業費補助金】',
    '○[○○協議会]（例）研修会の開催（R7年度）',
  ],
  results: ['□（例）関係者の顔の見える関係づくりにつながった。', '■（例）継続して実施していく必要がある。'],
  responses: ['○（例）情報共有のためのルールづくり'],
  plans: ['○[○○市]（例）ルールの作成（R8年度）'],
  plain: ['（例）'],
}

const NARROW = 8

const SAMPLE_YEARS = { year: 2025, period: 'R7～R11' }

/** The text of a plan file for a form, written as `formName`; `others` are all forms that it could have been. */
export function firstPlan(form: FormDefinition, formName: string, others: readonly FormDefinition[]): string {
  return `# 計画ファイル。文字コードは UTF-8、字下げは半角空白です（タブは使えません）。
# 「#」で始まる行は説明なので、消してかまいません。文の後に「#」で説明を続けることはできません。

# 表の題名（必須）
計画: （例）○○計画に係るこれまでの取組み及び今後の対応について
# この版の年度（必須）。R7、令和7年度、2025 のどの書き方でも読めます
年度: R7
${periodLines(form)}# 省けます
区域: （例）○○区域
# 印刷する様式。欄は様式によって違います。keikaku new ファイル名 --form 様式 で、その様式の見本を作れます
${listPurposes(others)}様式: ${formName}

# 会議資料として印刷するときだけ使います。要らなければ消してください。
資料:
  番号: 資料１
  会議: （例）令和７年度第１回○○会議
  日付: （例）令和７年８月１日
  作成: （例）○○保健所

# 表の中身。区分ごとに、印刷する表の一行ずつを上から書きます。
# 文章は「キー: |」の次の行から字下げして書きます。一行が一段落、空行は行あけです。
# ○□■・などの記号、【補助金名】、[実施主体]、（R6～R7年度）は書いたとおりに印刷します。
区分:
  # 区分の名前。番号は上から順に付きます
  - 名称: （例）連携の推進
    行:
      # id は省けます。同じ行に毎年同じ名前を付けると、前年度との比較が確かになります
      - id: row-1
${rowKeys(form, true)}
      # 二つ目の行。書かない欄は${mergeNote(form.columns)}
      - ${rowKeys(form, false).trimStart()}
`
}

/** Columns that show the years of the 期間 need one. */
function periodLines(form: FormDefinition): string {
  const isNeeded = allColumns(form).some(({ years }) => years === 'period')
  return isNeeded ? `# 計画の期間（この様式は、この期間の年度の列を並べます）\n期間: ${SAMPLE_YEARS.period}\n` : ''
}

function listPurposes(forms: readonly FormDefinition[]): string {
  return forms.map(({ name, purpose = '' }) => `#   ${name}: ${purpose}\n`).join('')
}

function rowKeys(form: FormDefinition, withMerging: boolean): string {
  return form.columns
    .filter((column) => withMerging || !column.merges)
    .flatMap((column) =>
      column.fields.map((field) => ({ ...field, years: column.years, samples: samplesFor(field.part, column.width) })),
    )
    .filter((field) => field.part !== 'category')
    .map(({ key, years, samples }) => {
      if (years !== undefined) return `        ${key}:\n${yearLines(years)}`
      if (samples.length === 1) return `        ${key}: ${samples[0]}\n`
      return `        ${key}: |\n${samples.map((line) => `          ${line}\n`).join('')}`
    })
    .join('')
    .trimEnd()
}

/** A line a year, as many as say how it goes on. */
function yearLines(years: YearsShown): string {
  const [value] = SAMPLES.plain
  const shown = shownYears(years, SAMPLE_YEARS).slice(-3)
  return shown.map((year) => `          ${formatFiscalYear(year, 'letter')}: ${value}\n`).join('')
}

/** Nothing that a narrow column (in em) would break into many lines. */
function samplesFor(part: Part, width: number): readonly string[] {
  return width < NARROW ? SAMPLES.plain : SAMPLES[part]
}

function mergeNote(columns: readonly ColumnDefinition[]): string {
  const merging = columns.filter((column) => column.merges).flatMap((column) => column.fields.map((field) => field.key))
  return merging.length === 0
    ? '空欄になります。'
    : `空欄になります。ただし${merging.join('と')}は上の行のセルと結合します。`
}
