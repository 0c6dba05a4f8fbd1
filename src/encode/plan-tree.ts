/** A plan as the keys and values of its file, in their order: what is written anew and what is written into a file are made from it. */

import type { Position } from '../domain/diagnostic.js'
import type { Category, Cell, MarkedText, Plan, Row } from '../domain/plan.js'
import { listParts } from '../domain/plan-parts.js'
import { type TextWriter, writeEmphasis } from './write-emphasis.js'
import type { YamlMap } from './yaml-text.js'

export type FileValue = FileText | FileMap | FileList | { readonly tag: 'form'; readonly form: YamlMap }

export interface FileText {
  readonly tag: 'text'
  /** As it is typed, without YAML's quotes. */
  readonly text: string
  /** It goes without saying, and is written only where it stands already: a 区分's number that follows the order. */
  readonly isImplied?: boolean
}

export interface FileMap {
  readonly tag: 'map'
  readonly entries: ReadonlyMap<string, FileValue>
  /** Where an item of a list stands in the file that the plan was read from. */
  readonly at?: Position
}

export interface FileList {
  readonly tag: 'list'
  readonly items: readonly FileMap[]
}

export interface TreeStyle {
  /** Keys of a row's cells in the order in which they are written. */
  readonly columns: readonly string[]
  /** Of a plan of several tables, those of each of its tables. */
  readonly tables?: readonly (readonly string[])[]
  /** 様式: the form itself, in the place of its name. */
  readonly form?: YamlMap
}

const HANDOUT = { 番号: 'number', 会議: 'meeting', 日付: 'date', 作成: 'author' } as const

/** `marks`: the file says 装飾, and texts are typed with its marks. */
export function planTree(plan: Plan, marks: 'on' | 'off', { columns, tables = [], form }: TreeStyle): FileMap {
  const write: TextWriter = marks === 'on' ? writeEmphasis : ({ text }) => text
  const handout = Object.entries(HANDOUT).map(([key, name]) => [key, plan.handout[name]] as const)
  return mapOf([
    ['計画', plan.title],
    ['年度', plan.yearText],
    ['版', plan.draft],
    ['版の日付', plan.draftDate],
    ['期間', plan.period],
    ['区域', plan.area],
    ['様式', form === undefined ? plan.form : { tag: 'form', form }],
    ['装飾', marks === 'on' ? 'true' : undefined],
    ['資料', filledMap(handout)],
    ...tableEntries(plan, partsEntry(plan, columns, tables, write), write),
  ])
}

/** What stands in a plan that is one table, and in an entry of 表; of a plan with 表 as far as it is the plan's own. */
function tableEntries(
  { headings = {}, lead, unit, notes, emphasis }: Pick<Plan, 'headings' | 'lead' | 'unit' | 'notes' | 'emphasis'>,
  rows: Entry,
  write: TextWriter,
): readonly Entry[] {
  const marked = (text: string | undefined, ranges: MarkedText['emphasis']) =>
    text === undefined ? undefined : write({ text, ...(ranges && { emphasis: ranges }) })
  return [
    ['列の見出し', filledMap(Object.entries(headings))],
    ['前文', marked(lead, emphasis?.lead)],
    ['単位', unit],
    rows,
    ['注', marked(notes, emphasis?.notes)],
  ]
}

function partsEntry(
  plan: Plan,
  columns: readonly string[],
  tables: readonly (readonly string[])[],
  write: TextWriter,
): Entry {
  if (plan.parts === undefined) return rowsEntry(plan.categories, columns, write)
  const items = listParts(plan).map((listed) => {
    const { heading, startsPage, at } = listed.part
    const opening: readonly Entry[] = [
      ['見出し', heading],
      ['改ページ', startsPage ? 'true' : undefined],
    ]
    if (listed.tag === 'text') return mapOf([...opening, ['本文', write(listed.part)]], at)
    const { part, categories, order } = listed
    const rows = rowsEntry(categories, tables[order] ?? columns, write)
    return mapOf([...opening, ['様式の表', part.formTable], ...tableEntries(part, rows, write)], at)
  })
  return ['表', { tag: 'list', items }]
}

type Entry = readonly [string, string | FileValue | undefined]

function mapOf(entries: readonly Entry[], at?: Position): FileMap {
  const filled = entries.flatMap(([key, value]): [string, FileValue][] =>
    value === undefined ? [] : [[key, typeof value === 'string' ? { tag: 'text', text: value } : value]],
  )
  return { tag: 'map', entries: new Map(filled), ...(at && { at }) }
}

function filledMap(entries: readonly Entry[]): FileMap | undefined {
  const map = mapOf(entries)
  return map.entries.size === 0 ? undefined : map
}

/** Rows that belong to no 区分 stand alone. */
function rowsEntry(categories: readonly Category[], columns: readonly string[], write: TextWriter): Entry {
  const [only, ...others] = categories
  if (only?.name === '' && others.length === 0) return ['行', rowList(only.rows, columns, write)]
  const items = categories.map(({ name, number, rows, at }, index) =>
    mapOf(
      [
        ['名称', name],
        ['番号', { tag: 'text', text: String(number), isImplied: number === index + 1 }],
        ['行', rowList(rows, columns, write)],
      ],
      at,
    ),
  )
  return ['区分', { tag: 'list', items }]
}

function rowList(rows: readonly Row[], columns: readonly string[], write: TextWriter): FileList {
  return { tag: 'list', items: rows.map((row) => rowMap(row, columns, write)) }
}

/** A row that says nothing still is a row: its first column says that it is empty. */
function rowMap({ id, startsPage, cells, at }: Row, columns: readonly string[], write: TextWriter): FileMap {
  const keys = Object.keys(cells)
  const ordered = [...columns.filter((key) => keys.includes(key)), ...keys.filter((key) => !columns.includes(key))]
  const entries: Entry[] = [
    ['id', id],
    ['改ページ', startsPage ? 'true' : undefined],
    ...ordered.map((key): Entry => [key, typedCell(cells[key]!, write)]),
  ]
  const isEmpty = id === undefined && !startsPage && keys.length === 0
  return mapOf(isEmpty ? [[columns[0] ?? '', '']] : entries, at)
}

/** Signs that join cells; a backslash makes them the text that they are. */
const JOINS = /^\s*(?:\\*)[↑←]\s*$/

function typedCell(cell: Cell, write: TextWriter): string {
  if (cell.tag !== 'text') return cell.tag === 'joined' ? '↑' : '←'
  const typed = write(cell)
  return JOINS.test(typed) ? typed.replace(/\S/, '\\$&') : typed
}
