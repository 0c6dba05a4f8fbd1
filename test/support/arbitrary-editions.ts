/** Pairs of editions: any plan, and what is left of it after rough edits that spare neither merged cells nor categories. */

import fc from 'fast-check'
import { joinCells } from '../../src/definition/joined-cells.js'
import type { Category, Cell, Plan, Row } from '../../src/domain/plan.js'
import { arbitraryPlan } from './arbitrary-plan.js'

export interface Editions {
  readonly old: Plan
  readonly new: Plan
}

const KEYS = ['現状と課題', '施策', '取組み', '成果と課題', '今後の対応', '具体的な取組み']

/** Numbers choose what is edited, each modulo as many as there are. */
interface Edit {
  readonly kind: keyof typeof EDITS
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

interface Draft {
  categories: { name: string; number: number; rows: Row[] }[]
  /** What is put in comes from here. */
  readonly stock: readonly Category[]
}

const EDITS = {
  addRow: ({ categories, stock }: Draft, { a, b, c, d }: Edit) => {
    const { rows } = at(categories, a)
    rows.splice(b % (rows.length + 1), 0, at(at(stock, c).rows, d))
  },
  removeRow: ({ categories }: Draft, { a, b }: Edit) => {
    const { rows } = at(categories, a)
    if (rows.length > 1) rows.splice(b % rows.length, 1)
  },
  moveRow: ({ categories }: Draft, { a, b, c, d }: Edit) => {
    const from = at(categories, a).rows
    if (from.length < 2) return
    const [row] = from.splice(b % from.length, 1)
    const to = at(categories, c).rows
    to.splice(d % (to.length + 1), 0, row!)
  },
  addCategory: ({ categories, stock }: Draft, { a, b }: Edit) => {
    const category = at(stock, b)
    categories.splice(a % (categories.length + 1), 0, { ...category, rows: [...category.rows] })
  },
  removeCategory: ({ categories }: Draft, { a }: Edit) => {
    if (categories.length > 1) categories.splice(a % categories.length, 1)
  },
  moveCategory: ({ categories }: Draft, { a, b }: Edit) => {
    const [category] = categories.splice(a % categories.length, 1)
    categories.splice(b % (categories.length + 1), 0, category!)
  },
  renameCategory: ({ categories, stock }: Draft, { a, b, c }: Edit) => {
    const category = at(categories, a)
    category.name = b % 2 === 0 ? `${category.name}及び充実` : at(stock, c).name
    category.number += b % 3
  },
  joinCell: (draft: Draft, edit: Edit) => setCell(draft, edit, () => ({ tag: 'joined' })),
  joinLeft: (draft: Draft, edit: Edit) => setCell(draft, edit, () => ({ tag: 'joined-left' })),
  leaveOutCell: (draft: Draft, edit: Edit) => setCell(draft, edit, () => undefined),
  fillCell: (draft: Draft, edit: Edit) => setCell(draft, edit, () => ({ tag: 'text', text: stockText(draft, edit) })),
  emptyCell: (draft: Draft, edit: Edit) => setCell(draft, edit, () => ({ tag: 'text', text: '' })),
  addLine: (draft: Draft, edit: Edit) =>
    editLines(draft, edit, (lines) => lines.toSpliced(edit.d % (lines.length + 1), 0, firstLine(draft, edit))),
  removeLine: (draft: Draft, edit: Edit) =>
    editLines(draft, edit, (lines) => lines.toSpliced(edit.d % lines.length, 1)),
  changeLine: (draft: Draft, edit: Edit) =>
    editLines(draft, edit, (lines) => lines.with(edit.d % lines.length, `${at(lines, edit.d)}及び支援（R1年度）`)),
  cutLine: (draft: Draft, edit: Edit) =>
    editLines(draft, edit, (lines) => lines.with(edit.d % lines.length, [...at(lines, edit.d)].slice(3).join(''))),
  sinkLine: (draft: Draft, edit: Edit) =>
    editLines(draft, edit, (lines) => [...lines.toSpliced(edit.d % lines.length, 1), at(lines, edit.d)]),
  turnPage: ({ categories }: Draft, { a, b }: Edit) => {
    const { rows } = at(categories, a)
    const row = b % rows.length
    rows[row] = { ...rows[row]!, startsPage: !rows[row]!.startsPage }
  },
} satisfies Record<string, (draft: Draft, edit: Edit) => void>

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...(Object.keys(EDITS) as (keyof typeof EDITS)[])),
  a: fc.nat(99),
  b: fc.nat(99),
  c: fc.nat(99),
  d: fc.nat(99),
})

/** Every other row has an id, by which it is found again however it was edited. */
export const arbitraryEditions: fc.Arbitrary<Editions> = fc
  .tuple(arbitraryPlan, arbitraryPlan, fc.array(edit, { maxLength: 14 }))
  .map(([plan, stock, edits]) => {
    const old = { ...plan, categories: plan.categories.map(nameRows) }
    const draft: Draft = {
      categories: old.categories.map((category) => ({ ...category, rows: [...category.rows] })),
      stock: stock.categories,
    }
    for (const each of edits) EDITS[each.kind](draft, each)
    const categories = draft.categories.map(({ rows: [first, ...rest], ...category }) => ({
      ...category,
      rows: keepRectangles([beginCategory(first!), ...rest]),
    }))
    return { old, new: { ...old, year: old.year + 1, yearText: `${old.year + 1}`, categories } }
  })

/** Which columns of the official form an edition's form has, the category's first, and in what order. */
export const arbitraryColumns: fc.Arbitrary<readonly number[]> = fc
  .shuffledSubarray(
    KEYS.map((_, at) => at + 1),
    { minLength: 4 },
  )
  .chain((columns) => fc.constantFrom(columns, columns.toSorted()))
  .map((columns) => [0, ...columns])

/** The same pairs without a forced page break. */
export const editionsWithoutBreaks: fc.Arbitrary<Editions> = arbitraryEditions.map(({ old, new: now }) => ({
  old: withoutBreaks(old),
  new: withoutBreaks(now),
}))

export function withoutBreaks(plan: Plan): Plan {
  const categories = plan.categories.map((category) => ({
    ...category,
    rows: category.rows.map((row) => ({ ...row, startsPage: false })),
  }))
  return { ...plan, categories }
}

function nameRows(category: Category, index: number): Category {
  const rows = category.rows.map((row, row1) => (row1 % 2 === 0 ? { ...row, id: `${index}-${row1}` } : row))
  return { ...category, rows }
}

/** Nothing is above the first row of a category. */
function beginCategory(row: Row): Row {
  const cells = Object.entries(row.cells).filter(([, cell]) => cell.tag !== 'joined')
  return { ...row, cells: Object.fromEntries(cells) }
}

const COLUMNS = KEYS.map((key, at) => ({ keys: [key], merges: at < 2 }))

/** Without the ← that would make no rectangle. */
function keepRectangles(rows: readonly Row[]): readonly Row[] {
  const { corners, spanOf } = joinCells(rows, COLUMNS)
  const wrong = rows.flatMap((row, at) =>
    KEYS.flatMap((key, column) => {
      const isLeft = row.cells[key]?.tag === 'joined-left'
      const corner = corners[at]![column]!
      return isLeft && (spanOf(corner) === undefined || corner.column === column) ? [{ at, key }] : []
    }),
  )
  if (wrong.length === 0) return rows
  return keepRectangles(
    rows.map((row, at) => {
      const own = wrong.filter((each) => each.at === at)
      return { ...row, cells: { ...row.cells, ...Object.fromEntries(own.map(({ key }) => [key, EMPTY])) } }
    }),
  )
}

const EMPTY: Cell = { tag: 'text', text: '' }

function setCell({ categories }: Draft, { a, b, c }: Edit, change: (cell: Cell | undefined) => Cell | undefined): void {
  const { rows } = at(categories, a)
  const key = at(KEYS, c)
  const { [key]: cell, ...others } = at(rows, b).cells
  const changed = change(cell)
  rows[b % rows.length] = { ...at(rows, b), cells: changed ? { ...others, [key]: changed } : others }
}

function editLines(draft: Draft, edit: Edit, change: (lines: readonly string[]) => readonly string[]): void {
  setCell(draft, edit, (cell) =>
    cell?.tag === 'text' ? { tag: 'text', text: change(cell.text.split('\n')).join('\n') } : cell,
  )
}

function stockText({ stock }: Draft, { b, c, d }: Edit): string {
  const cell = at(at(stock, d).rows, b).cells[at(KEYS, c)]
  return cell?.tag === 'text' ? cell.text : '○新しい項目'
}

function firstLine(draft: Draft, edit: Edit): string {
  return stockText(draft, edit).split('\n')[0]!
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length]!
}
