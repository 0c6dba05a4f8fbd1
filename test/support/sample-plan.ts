/** Small plans for tests of the comparison, in the columns of the official form. */

import type { Category, Cell, Plan, Row } from '../../src/domain/plan.js'
import type { ComparedColumn } from '../../src/review/columns.js'
import { type CompareOptions, compare } from '../../src/review/compare.js'
import { type Change, type Comparison, listChanges, type Place } from '../../src/review/comparison.js'

export const COLUMNS: readonly ComparedColumn[] = [
  { key: '区分', part: 'category', merges: true },
  { key: '現状と課題', part: 'heading', merges: true },
  { key: '施策', part: 'heading', merges: true },
  { key: '取組み', part: 'initiatives', merges: false },
  { key: '成果と課題', part: 'results', merges: false },
  { key: '今後の対応', part: 'responses', merges: false },
  { key: '具体的な取組み', part: 'plans', merges: false },
]

/** Texts by column key; `↑` joins the cell above. `id` is the row's id. */
export type SampleRow = Readonly<Record<string, string>>
export type SampleCategory = readonly [name: string, ...rows: SampleRow[]]

/** Every line of a text has a line of the file, from 1 on and one after the other. */
export function planOf(...categories: readonly SampleCategory[]): Plan {
  let line = 0
  const at = () => ({ line: line + 1, column: 1 })
  const readCell = (text: string): Cell => {
    const cell: Cell = text === '↑' ? { tag: 'joined', at: at() } : { tag: 'text', text, at: at() }
    line += text.split('\n').length
    return cell
  }
  const readRow = ({ id, ...cells }: SampleRow): Row => ({
    ...(id !== undefined && { id }),
    startsPage: false,
    at: at(),
    cells: Object.fromEntries(Object.entries(cells).map(([key, text]) => [key, readCell(text)])),
  })
  const readCategory = ([name, ...rows]: SampleCategory, index: number): Category => {
    line++
    return { name, number: index + 1, at: { line, column: 1 }, rows: rows.map(readRow) }
  }
  return { title: '計画', year: 2018, yearText: 'H30', handout: {}, categories: categories.map(readCategory) }
}

/** One category of one row with these texts. */
export function rowPlan(row: SampleRow): Plan {
  return planOf(['在宅医療の推進', { 現状と課題: '連携の強化が必要', 施策: '連携ツールの検討', ...row }])
}

/** The second plan is that of the next year, where its year is the same: two of one year are drafts. */
export function compareSamples(old: Plan, now: Plan, options: Partial<CompareOptions> = {}): Comparison {
  const next = now.year === old.year ? { ...now, year: old.year + 1 } : now
  return compare(old, next, { columns: { old: COLUMNS, new: COLUMNS }, ...options })
}

/** The changes as one reads them: `reworded+moved: 旧 → 新`, several texts joined by ＆, 無 for none. */
export function tellChanges(comparison: Comparison): readonly string[] {
  return listChanges(comparison).map(tell)
}

function tell({ kinds, subject, old, new: now }: Change): string {
  return `${kinds.join('+')}: ${tellSide(old, subject)} → ${tellSide(now, subject)}`
}

/** A row by its place and the number of its items. */
function tellSide(places: readonly Place[], subject: Change['subject']): string {
  const [first] = places
  if (!first) return '無'
  if (subject === 'row') return `${first.category}-${first.row}（${places.length}）`
  return places.map(({ text }) => text.replaceAll('\n', '／')).join('＆')
}
