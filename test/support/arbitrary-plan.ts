/** Plans of any content that a plan file can hold: odd characters, empty cells, very long cells, merged ones. */

import fc from 'fast-check'
import type { ColumnDefinition, FormDefinition } from '../../src/definition/form-definition.js'
import { yearKey } from '../../src/domain/fiscal-year.js'
import type { Category, Cell, Plan, Row } from '../../src/domain/plan.js'

const FRAGMENTS = [
  '在宅医療',
  '連携強化',
  '情報交換会の開催',
  '（H25～H30年度）',
  '（Ｈ29年度～）',
  '[山形県介護支援専門員協会]',
  '［最上総合支庁］',
  '【在宅医療推進事業費補助金】',
  '𠮷野家',
  '葛󠄀城市',
  '㈱テスト',
  'ｶﾞｷﾞ',
  '｛｝',
  '～〜',
  '……――',
  '、。',
  'ー々っ',
  ' ',
  '　',
  '10,000千円',
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  'か\u3099',
  '＝=1+1',
  '_x0041_',
  '<a>&amp;"\'',
  '同上',
  '↑↓',
]

const MARKERS = ['', '○', '□', '■', '・', '①', '(1)', '※', '→', '【', '　○']

const sentence = fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
const line = fc.tuple(fc.constantFrom(...MARKERS), sentence).map(([marker, text]) => marker + text)

/** A cell's text: a few lines and gaps. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 6, arbitrary: line }, { weight: 1, arbitrary: fc.constant('') }), { maxLength: 8 })
  .map((lines) => lines.join('\n'))

/** A cell's text higher than a page. */
export const arbitraryLongText: fc.Arbitrary<string> = fc
  .array(line, { minLength: 60, maxLength: 300 })
  .map((lines) => lines.join('\n'))

const COLUMNS = ['現状と課題', '施策', '取組み', '成果と課題', '今後の対応', '具体的な取組み']

const textCell = (text: string): Cell => ({ tag: 'text', text: text.trim() === '↑' ? '' : text })
const cell = fc.oneof(
  { weight: 30, arbitrary: arbitraryText.map(textCell) },
  { weight: 1, arbitrary: arbitraryLongText.map(textCell) },
  { weight: 6, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.constant<Cell>({ tag: 'joined' }) },
)

function arbitraryRow(first: boolean): fc.Arbitrary<Row> {
  return fc.tuple(fc.tuple(...COLUMNS.map(() => cell)), fc.nat(9)).map(([cells, breaks]) => {
    const entries = COLUMNS.flatMap((key, index): [string, Cell][] => {
      const each = cells[index]
      return each === undefined || (first && each.tag === 'joined') ? [] : [[key, each]]
    })
    // What is one with another cell has nothing to align.
    const aligned = breaks === 1 && entries.some(([key, each]) => key === '取組み' && each.tag === 'text')
    return {
      startsPage: breaks === 0,
      ...(aligned && { aligned: { 取組み: { alignment: 'end' } } }),
      cells: Object.fromEntries(entries),
    }
  })
}

const category = fc
  .tuple(
    sentence.filter((name) => name.trim() !== ''),
    fc.integer({ min: 0, max: 60 }),
    arbitraryRow(true),
    fc.array(arbitraryRow(false), { maxLength: 6 }),
  )
  .map(([name, number, first, rows]): Category => ({ name, number, rows: [first, ...rows] }))

/** Any plan for the official form. */
export const arbitraryPlan: fc.Arbitrary<Plan> = fc
  .tuple(
    sentence.filter((title) => title.trim() !== ''),
    fc.integer({ min: 2000, max: 2040 }),
    fc.array(category, { minLength: 1, maxLength: 4 }),
  )
  .map(([title, year, categories]) => ({ title, year, yearText: `${year}`, handout: {}, categories }))

const YEAR_FIELD = '実績値'

/** The official form with a column of years at its end. */
export function withYearColumn(official: FormDefinition): FormDefinition {
  const last = official.columns.at(-1)!
  const ofYears: ColumnDefinition = {
    ...last,
    heading: YEAR_FIELD,
    upperHeadings: [],
    fields: [{ key: YEAR_FIELD, part: 'plain' }],
    width: 5,
    years: [{ offset: -2 }, { offset: -1 }, { offset: 0 }],
    yearHeading: '{{略記 年}}',
  }
  const columns = official.columns.map((column) => ({ ...column, width: column.width * 0.85 }))
  return { ...official, columns: [...columns, ofYears] }
}

const value = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('38.9', '1,234', '△ ３', '***', '', '−', '45 %').map(textCell) },
  { weight: 2, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant<Cell>({ tag: 'joined' }) },
)

/** Any plan for that form: values of years that it shows and of one before them, joined and left out. */
export const arbitraryYearsPlan: fc.Arbitrary<Plan> = arbitraryPlan.chain((plan) => {
  const rows = plan.categories.flatMap((each) => each.rows)
  return fc
    .array(fc.tuple(value, value, value, value), { minLength: rows.length, maxLength: rows.length })
    .map((all) => {
      let index = 0
      const categories = plan.categories.map((each) => ({
        ...each,
        rows: each.rows.map((row, place): Row => {
          const values = all[index++]!.flatMap((cell, at): [string, Cell][] => {
            const key = yearKey({ field: YEAR_FIELD, year: plan.year - 3 + at })
            return cell === undefined || (place === 0 && cell.tag === 'joined') ? [] : [[key, cell]]
          })
          return { ...row, cells: { ...row.cells, ...Object.fromEntries(values) } }
        }),
      }))
      return { ...plan, categories }
    })
})
