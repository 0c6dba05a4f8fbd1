/** A plan as the keys and values of its file, in their order: what is written anew and what is written into a file are made from it. */

import { nameOfAlignment } from '../domain/alignment.js'
import type { Position } from '../domain/diagnostic.js'
import { formatFiscalYear, readYearKey, type YearValue } from '../domain/fiscal-year.js'
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
  /** Its keys are fiscal years, which may be written otherwise in a file. */
  readonly isByYear?: boolean
  /** Where an item of a list stands in the file that the plan was read from. */
  readonly at?: Position
}

export interface FileList {
  readonly tag: 'list'
  readonly items: readonly FileMap[]
}

export interface TreeStyle extends RowKeys {
  /** Of a plan of several tables, those of each of its tables. */
  readonly tables?: readonly RowKeys[]
  /** 様式: the form itself, in the place of its name. */
  readonly form?: YamlMap
}

/** The keys of a row of a plan file. */
export interface RowKeys {
  /** In the order in which they are written. */
  readonly columns: readonly string[]
  /** Those that hold a value a year, with the years that the form shows of the plan. */
  readonly yearFields?: ReadonlyMap<string, readonly number[]>
}

const HANDOUT = { 番号: 'number', 会議: 'meeting', 日付: 'date', 作成: 'author' } as const

/** `marks`: the file says 装飾, and texts are typed with its marks. */
export function planTree(plan: Plan, marks: 'on' | 'off', { tables = [], form, ...keys }: TreeStyle): FileMap {
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
    ...tableEntries(plan, partsEntry(plan, keys, tables, write), write),
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

function partsEntry(plan: Plan, keys: RowKeys, tables: readonly RowKeys[], write: TextWriter): Entry {
  if (plan.parts === undefined) return rowsEntry(plan.categories, keys, write)
  const items = listParts(plan).map((listed) => {
    const { heading, startsPage, at } = listed.part
    const opening: readonly Entry[] = [
      ['見出し', heading],
      ['改ページ', startsPage ? 'true' : undefined],
    ]
    if (listed.tag === 'text') return mapOf([...opening, ['本文', write(listed.part)]], at)
    const { part, categories, order } = listed
    const rows = rowsEntry(categories, tables[order] ?? keys, write)
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
function rowsEntry(categories: readonly Category[], keys: RowKeys, write: TextWriter): Entry {
  const [only, ...others] = categories
  if (only?.name === '' && others.length === 0) return ['行', rowList(only.rows, keys, write)]
  const items = categories.map(({ name, number, rows, at }, index) =>
    mapOf(
      [
        ['名称', name],
        ['番号', { tag: 'text', text: String(number), isImplied: number === index + 1 }],
        ['行', rowList(rows, keys, write)],
      ],
      at,
    ),
  )
  return ['区分', { tag: 'list', items }]
}

function rowList(rows: readonly Row[], keys: RowKeys, write: TextWriter): FileList {
  return { tag: 'list', items: rows.map((row) => rowMap(row, keys, write)) }
}

/** A row that says nothing still is a row: its first column says that it is empty. */
function rowMap(
  { id, startsPage, aligned = {}, cells, at }: Row,
  { columns, yearFields }: RowKeys,
  write: TextWriter,
): FileMap {
  const typed = foldYears(cells, yearFields, write)
  const keys = [...typed.keys()]
  const ordered = [...columns.filter((key) => keys.includes(key)), ...keys.filter((key) => !columns.includes(key))]
  const sides = Object.entries(aligned).map(([key, each]): Entry => [key, nameOfAlignment(each.alignment)])
  const entries: Entry[] = [
    ['id', id],
    ['改ページ', startsPage ? 'true' : undefined],
    ['揃え', filledMap(sides)],
    ...ordered.map((key): Entry => [key, typed.get(key)]),
  ]
  const isEmpty = id === undefined && !startsPage && sides.length === 0 && keys.length === 0
  return mapOf(isEmpty ? [[columns[0] ?? '', '']] : entries, at)
}

/** What stands behind each key of a row: a text, or for values of years a map of them. */
function foldYears(
  cells: Row['cells'],
  yearFields: RowKeys['yearFields'] = new Map(),
  write: TextWriter,
): ReadonlyMap<string, string | FileMap> {
  const folded = new Map<string, string | FileMap>()
  const values = new Map<string, (YearValue & { readonly cell: Cell })[]>()
  for (const [key, cell] of Object.entries(cells)) {
    const value = yearFields.size > 0 ? readYearKey(key) : undefined
    if (value === undefined || !yearFields.has(value.field)) folded.set(key, typedCell(cell, write))
    else {
      values.set(value.field, [...(values.get(value.field) ?? []), { ...value, cell }])
      folded.set(value.field, '')
    }
  }
  for (const [field, own] of values) folded.set(field, foldValues(own, yearFields.get(field)!, write))
  return folded
}

/** One ↑ or ← for all years that are shown, where no year says anything else. */
function foldValues(
  values: readonly (YearValue & { readonly cell: Cell })[],
  shown: readonly number[],
  write: TextWriter,
): string | FileMap {
  const { cell } = values[0]!
  const isOne = values.length === shown.length && values.every((each) => each.cell.tag === cell.tag)
  if (cell.tag !== 'text' && isOne && values.every(({ year }) => shown.includes(year))) return typedCell(cell, write)
  const byYear = values.toSorted((a, b) => a.year - b.year)
  const entries = byYear.map((each): Entry => [formatFiscalYear(each.year, 'letter'), typedCell(each.cell, write)])
  return { ...mapOf(entries), isByYear: true }
}

/** Signs that join cells; a backslash makes them the text that they are. */
const JOINS = /^\s*(?:\\*)[↑←]\s*$/

function typedCell(cell: Cell, write: TextWriter): string {
  if (cell.tag !== 'text') return cell.tag === 'joined' ? '↑' : '←'
  const typed = write(cell)
  return JOINS.test(typed) ? typed.replace(/\S/, '\\$&') : typed
}
