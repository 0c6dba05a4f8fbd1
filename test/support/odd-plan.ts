/** Random plans for laws: any texts in any cells, merged cells, markers, headings, gaps, characters of all kinds. */

import fc from 'fast-check'
import type { Cell, Plan, Row } from '../../src/domain/plan.js'
import { oddText } from './arbitrary-grid.js'
import { COLUMNS } from './sample-plan.js'

const LINES = [
  '',
  '　',
  '同上',
  '○同上',
  '【在宅医療推進事業費補助金】',
  '○[新庄最上薬剤師会]',
  '・研修会の開催（H28～H30年度）',
  '○研修会の開催（Ｈ30年度）',
  '○（再掲）研修会の開催',
  '■担当者の交代により引継ぎが滞っている。',
  '□担当者の交代により引き継ぎが滞っている',
  '続きの行',
  '①葛󠄀城市の𠮷田町｛仮称｝〜重点～',
]

const line = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...LINES) }, { weight: 1, arbitrary: oddText })
const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'))

function cellsOf(isFirst: boolean): fc.Arbitrary<Row['cells']> {
  const cell: fc.Arbitrary<Cell | undefined> = fc.oneof(
    { weight: 5, arbitrary: text.map((each): Cell => ({ tag: 'text', text: each, at: { line: 1, column: 1 } })) },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: isFirst ? 0 : 1, arbitrary: fc.constant<Cell>({ tag: 'joined' }) },
  )
  const keys = COLUMNS.filter(({ part }) => part !== 'category').map(({ key }) => key)
  return fc
    .tuple(...keys.map(() => cell))
    .map((cells) => Object.fromEntries(keys.flatMap((key, at) => (cells[at] ? [[key, cells[at]]] : []))))
}

function rowOf(isFirst: boolean): fc.Arbitrary<Row> {
  return cellsOf(isFirst).map((cells) => ({ startsPage: false, cells }))
}

const category = fc
  .record({
    name: fc.oneof(fc.constantFrom('急変時の対応', '看取りの普及', '急変時の対応等'), oddText),
    first: rowOf(true),
    others: fc.array(rowOf(false), { maxLength: 3 }),
  })
  .map(({ name, first, others }) => ({ name, rows: [first, ...others] }))

export const oddPlan: fc.Arbitrary<Plan> = fc.array(category, { minLength: 1, maxLength: 3 }).map((categories) => ({
  title: '計画',
  year: 2018,
  yearText: 'H30',
  handout: {},
  categories: categories.map((each, at) => ({ ...each, number: at + 1 })),
}))

/** Two editions that have rows and whole categories in common. */
export const oddPair: fc.Arbitrary<readonly [old: Plan, now: Plan]> = fc
  .tuple(oddPlan, oddPlan, fc.array(fc.nat(8), { maxLength: 5 }))
  .map(([old, other, picks]) => {
    const rows = old.categories.flatMap(({ rows }) => rows.filter(({ cells }) => Object.values(cells).every(isText)))
    const taken = picks.flatMap((pick) => rows[pick] ?? [])
    const [first, ...rest] = other.categories
    const mixed = { ...first!, rows: [...first!.rows, ...taken] }
    return [old, { ...other, categories: [mixed, ...old.categories.slice(1), ...rest].map(numbered) }] as const
  })

function isText(cell: Cell): boolean {
  return cell.tag === 'text'
}

function numbered<T>(category: T, at: number): T & { readonly number: number } {
  return { ...category, number: at + 1 }
}
