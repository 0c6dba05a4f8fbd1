/** What an official does to a plan, as a new plan. Rows and 区分 that stay keep their place in the file, by which the file is patched. */

import { type JoiningColumn, joinCells } from '../../definition/joined-cells.js'
import type { Category, Cell, Plan, Row } from '../../domain/plan.js'
import type { RowPlace, TextPlace } from './text-place.js'
import { readTyped, withPartText, withPlanText } from './typed-text.js'

export type PlanEdit =
  | { readonly tag: 'write'; readonly place: TextPlace; readonly typed: string }
  | { readonly tag: 'add-row'; readonly at: RowPlace }
  | { readonly tag: 'remove-row'; readonly at: RowPlace }
  | { readonly tag: 'move-row'; readonly at: RowPlace; readonly by: 1 | -1 }
  | { readonly tag: 'start-page'; readonly at: RowPlace; readonly starts: boolean }
  | { readonly tag: 'name-row'; readonly at: RowPlace; readonly id: string }
  | { readonly tag: 'join'; readonly at: RowPlace; readonly column: string; readonly with: 'above' | 'left' }
  /** Of joined cells, each is one of its own again; the text stays in the first. */
  | { readonly tag: 'part'; readonly at: RowPlace; readonly column: string }
  | { readonly tag: 'add-category'; readonly category: number; readonly name: string }
  | { readonly tag: 'remove-category'; readonly category: number }
  | { readonly tag: 'move-category'; readonly category: number; readonly by: 1 | -1 }

/** `columnsOf` are those of the form that prints a 区分. */
export function editPlan(plan: Plan, edit: PlanEdit, columnsOf: (category: number) => readonly JoiningColumn[]): Plan {
  const columns = columnsOf(categoryOf(edit))
  switch (edit.tag) {
    case 'write':
      return write(plan, edit.place, edit.typed, columns)
    case 'add-row':
      return withRows(plan, edit.at.category, (rows) => rows.toSpliced(edit.at.row + 1, 0, emptyRow(columns)))
    case 'remove-row':
      return withRows(plan, edit.at.category, (rows) => removeRow(rows, edit.at.row, columns))
    case 'move-row':
      return moveRow(plan, edit.at, edit.by)
    case 'start-page':
      return withRow(plan, edit.at, (row) => ({ ...row, startsPage: edit.starts }))
    case 'name-row':
      return withRow(plan, edit.at, ({ id: _, ...row }) => ({ ...row, ...(edit.id !== '' && { id: edit.id }) }))
    case 'join':
      return withRows(plan, edit.at.category, (rows) => joinCell(rows, edit, columns))
    case 'part':
      return withRows(plan, edit.at.category, (rows) => partCell(rows, edit, columns))
    case 'add-category': {
      const added: Category = { name: edit.name, number: edit.category + 2, rows: [emptyRow(columns)] }
      return withCategories(plan, edit.category, (own, at) => own.toSpliced(at + 1, 0, added))
    }
    case 'remove-category':
      return withCategories(plan, edit.category, (own, at) => (own.length === 1 ? own : own.toSpliced(at, 1)))
    case 'move-category':
      return withCategories(plan, edit.category, (own, at) => swap(own, at, at + edit.by))
  }
}

function categoryOf(edit: PlanEdit): number {
  if (edit.tag === 'write') return 'category' in edit.place ? edit.place.category : 0
  return 'at' in edit ? edit.at.category : edit.category
}

function write(plan: Plan, place: TextPlace, typed: string, columns: readonly JoiningColumn[]): Plan {
  switch (place.tag) {
    case 'cell':
      return withRow(plan, place, (row) => withCell(row, place.column, readTyped(typed, plan), columns))
    case 'category':
      if (typed.trim() === '') return plan
      return withCategory(plan, place.category, (category) => ({ ...category, name: typed.replaceAll('\n', '') }))
    case 'text':
      return withPlanText(plan, place.name, typed)
    case 'heading':
      return writeHeading(plan, place, typed)
    case 'part':
      return withPartText(plan, place.part, place.name, typed)
    case 'handout': {
      const { [place.name]: _, ...others } = plan.handout
      return { ...plan, handout: typed === '' ? others : { ...others, [place.name]: typed } }
    }
  }
}

function writeHeading(plan: Plan, place: Extract<TextPlace, { readonly tag: 'heading' }>, typed: string): Plan {
  const { part: index, column } = place
  const change = (own: Plan['headings'] = {}) => {
    const { [column]: _, ...others } = own
    return typed === '' ? others : { ...others, [column]: typed }
  }
  const part = index === undefined ? undefined : plan.parts?.[index]
  if (index === undefined) return { ...plan, headings: change(plan.headings) }
  if (part?.tag !== 'table') return plan
  return { ...plan, parts: plan.parts!.with(index, { ...part, headings: change(part.headings) }) }
}

/** An empty cell is written where it would join the one above otherwise, or stood in the file before. */
function withCell(row: Row, key: string, cell: Cell, columns: readonly JoiningColumn[]): Row {
  const known = row.cells[key]
  const merges = columns.some((column) => column.merges && column.keys.includes(key))
  const saysNothing = cell.tag === 'text' && cell.text === ''
  if (saysNothing && known === undefined && !merges) return row
  // Its place stays: messages and the comparison point to it.
  const at = known?.at
  return { ...row, cells: { ...row.cells, [key]: at === undefined ? cell : { ...cell, at } } }
}

/** Cells that would be one with the row above are empty ones of their own. */
function emptyRow(columns: readonly JoiningColumn[]): Row {
  const keys = columns.flatMap(({ merges, keys }) => (merges ? keys : []))
  return { startsPage: false, cells: Object.fromEntries(keys.map((key) => [key, EMPTY])) }
}

const EMPTY: Cell = { tag: 'text', text: '' }

/** Where the first of joined cells goes, its text goes to the next one. */
function removeRow(rows: readonly Row[], at: number, columns: readonly JoiningColumn[]): readonly Row[] {
  const gone = rows[at]
  const below = rows[at + 1]
  if (gone === undefined || rows.length === 1) return rows
  const rest = rows.toSpliced(at, 1)
  if (below === undefined) return rest
  const { corners } = joinCells(rows, columns)
  const heirs = columns.flatMap((column, index) => {
    const isCorner = corners[at]![index]!.row === at && corners[at]![index]!.column === index
    return isCorner && corners[at + 1]![index] === corners[at]![index] ? column.keys : []
  })
  const inherited = heirs.map((key): [string, Cell] => [key, gone.cells[key] ?? EMPTY])
  return rest.with(at, { ...below, cells: { ...below.cells, ...Object.fromEntries(inherited) } })
}

/** Beyond the first or last row of its 区分 a row goes to the one beside. */
function moveRow(plan: Plan, { category, row }: RowPlace, by: 1 | -1): Plan {
  const rows = plan.categories[category]?.rows ?? []
  const moved = rows[row]
  const to = row + by
  if (moved === undefined) return plan
  if (to >= 0 && to < rows.length) return withRows(plan, category, (own) => swap(own, row, to))
  const { first, count } = tableOf(plan, category)
  const other = category + by
  if (other < first || other >= first + count || rows.length === 1) return plan
  const left = withRows(plan, category, (own) => own.toSpliced(row, 1))
  return withRows(left, category + by, (own) => (by === 1 ? [moved, ...own] : [...own, moved]))
}

/** The text goes to the end of what it is joined with. */
function joinCell(
  rows: readonly Row[],
  { at, column, with: other }: Extract<PlanEdit, { readonly tag: 'join' }>,
  columns: readonly JoiningColumn[],
): readonly Row[] {
  const { corners } = joinCells(rows, columns)
  const index = columns.findIndex(({ keys }) => keys.includes(column))
  const corner = other === 'above' ? corners[at.row - 1]?.[index] : corners[at.row]?.[index - 1]
  const own = rows[at.row]
  const target = corner && columns[corner.column]
  if (corner === undefined || target === undefined || own === undefined) return rows
  const join: Cell = { tag: other === 'above' ? 'joined' : 'joined-left' }
  return columns[index]!.keys.reduce((all, key, nth) => {
    const taker = target.keys[Math.min(nth, target.keys.length - 1)]!
    const joined = all.with(at.row, setCell(all[at.row]!, key, join))
    return joined.with(
      corner.row,
      setCell(joined[corner.row]!, taker, append(joined[corner.row]!.cells[taker], own.cells[key])),
    )
  }, rows)
}

function append(cell: Cell | undefined, more: Cell | undefined): Cell {
  const first: Cell = cell?.tag === 'text' ? cell : EMPTY
  if (first.tag !== 'text' || more?.tag !== 'text' || more.text === '') return first
  const start = first.text === '' ? 0 : first.text.length + 1
  const moved = (more.emphasis ?? []).map((range) => ({ ...range, start: range.start + start, end: range.end + start }))
  const emphasis = [...(first.emphasis ?? []), ...moved]
  const { at } = first
  const text = first.text === '' ? more.text : `${first.text}\n${more.text}`
  return { tag: 'text', text, ...(emphasis.length > 0 && { emphasis }), ...(at && { at }) }
}

function partCell(
  rows: readonly Row[],
  { at, column }: Extract<PlanEdit, { readonly tag: 'part' }>,
  columns: readonly JoiningColumn[],
): readonly Row[] {
  const { corners } = joinCells(rows, columns)
  const index = columns.findIndex(({ keys }) => keys.includes(column))
  const corner = corners[at.row]?.[index]
  return rows.map((row, nth) => {
    const keys = columns.flatMap((each, at) => {
      const isCorner = corner?.row === nth && corner.column === at
      return corners[nth]![at] === corner && !isCorner ? each.keys : []
    })
    return keys.reduce((own, key) => setCell(own, key, EMPTY), row)
  })
}

function setCell(row: Row, key: string, cell: Cell): Row {
  return { ...row, cells: { ...row.cells, [key]: cell } }
}

function withRow(plan: Plan, { category, row }: RowPlace, change: (row: Row) => Row): Plan {
  return withRows(plan, category, (rows) => (rows[row] === undefined ? rows : rows.with(row, change(rows[row]))))
}

function withRows(plan: Plan, category: number, change: (rows: readonly Row[]) => readonly Row[]): Plan {
  return withCategory(plan, category, (own) => ({ ...own, rows: change(own.rows) }))
}

function withCategory(plan: Plan, index: number, change: (category: Category) => Category): Plan {
  const own = plan.categories[index]
  return own === undefined ? plan : { ...plan, categories: plan.categories.with(index, change(own)) }
}

/** Changes the categories of the table that one stands in; numbers that followed the order follow it still. */
function withCategories(
  plan: Plan,
  index: number,
  change: (own: readonly Category[], at: number) => readonly Category[],
): Plan {
  const { first, count, part } = tableOf(plan, index)
  const own = plan.categories.slice(first, first + count)
  const isCounted = own.every(({ number }, at) => number === at + 1)
  const changed = change(own, index - first).map((each, at) => (isCounted ? { ...each, number: at + 1 } : each))
  const categories = plan.categories.toSpliced(first, count, ...changed)
  if (part === undefined || plan.parts === undefined) return { ...plan, categories }
  const table = plan.parts[part]!
  const counted = table.tag === 'table' ? { ...table, categories: changed.length } : table
  return { ...plan, categories, parts: plan.parts.with(part, counted) }
}

/** Of the table in which a category stands: its part, where there are several, and its categories. */
function tableOf(
  plan: Plan,
  index: number,
): { readonly first: number; readonly count: number; readonly part?: number } {
  let first = 0
  for (const [part, each] of (plan.parts ?? []).entries()) {
    if (each.tag !== 'table') continue
    if (index < first + each.categories) return { first, count: each.categories, part }
    first += each.categories
  }
  return { first: 0, count: plan.categories.length }
}

function swap<T>(list: readonly T[], one: number, other: number): readonly T[] {
  const [a, b] = [list[one], list[other]]
  return a === undefined || b === undefined ? list : list.with(one, b).with(other, a)
}
