/** The tables of a judged plan file: rows and 区分, the texts around them, and the entries of 表. */

import { ALIGNMENTS } from '../../domain/alignment.js'
import type { Category, Cell, MarkedText, Plan, PlanPart, Row } from '../../domain/plan.js'
import { Fields } from '../shape/fields.js'
import type { Tree } from '../tree.js'
import { isRowKey } from './table-shape.js'
import { readEntry, type YearFields } from './year-cells.js'

/** What is printed of a text as it was typed. */
export type TextReader = (typed: string) => MarkedText

export type RowsReader = (table: Fields) => readonly Row[]

/** A table with the texts around it, as a plan that is one table has them and an entry of 表 too. */
export type ReadTable = Pick<Plan, 'headings' | 'lead' | 'unit' | 'notes' | 'emphasis' | 'categories'>

export function readTable(fields: Fields, read: TextReader, readRows: RowsReader): ReadTable {
  const [lead, notes] = ['前文', '注'].map((key) => {
    const typed = fields.maybe(key)
    return typed === undefined ? undefined : read(typed)
  })
  const emphasis = { ...optional('lead', lead?.emphasis), ...optional('notes', notes?.emphasis) }
  return {
    ...optional('headings', readHeadings(fields.value('列の見出し'))),
    ...optional('lead', lead?.text),
    ...optional('unit', fields.maybe('単位')),
    categories: fields.has('行')
      ? [{ name: '', number: 1, rows: readRows(fields), at: fields.tree.at }]
      : fields.maps('区分').map((category, index) => readCategory(category, index, readRows)),
    ...optional('notes', notes?.text),
    ...(Object.keys(emphasis).length > 0 && { emphasis }),
  }
}

/** The entries of 表, and the categories of all. */
export function readParts(
  entries: readonly Fields[],
  read: TextReader,
  rowsReaderOf: (index: number) => RowsReader,
): Required<Pick<Plan, 'parts' | 'categories'>> {
  const categories: Category[] = []
  const parts = entries.map((entry, index): PlanPart => {
    const common = {
      ...optional('heading', entry.maybe('見出し')),
      ...optional('headingAt', entry.value('見出し')?.at),
      startsPage: entry.flag('改ページ'),
      at: entry.tree.at,
    }
    if (entry.has('本文')) return { tag: 'text', ...common, ...read(entry.text('本文')) }
    const table = readTable(entry, read, rowsReaderOf(index))
    categories.push(...table.categories)
    const formTable = optional('formTable', entry.maybe('様式の表'))
    return { tag: 'table', ...common, ...formTable, ...table, categories: table.categories.length }
  })
  return { parts, categories }
}

function readHeadings(tree: Tree | undefined): Plan['headings'] {
  if (tree?.tag !== 'map') return undefined
  const headings = new Fields(tree)
  return Object.fromEntries(tree.entries.map(({ key }) => [key, headings.text(key)]))
}

function readCategory(category: Fields, index: number, readRows: RowsReader): Category {
  return {
    name: category.text('名称'),
    number: category.has('番号') ? category.number('番号') : index + 1,
    rows: readRows(category),
    at: category.tree.at,
  }
}

/** Reads the rows of a table or a 区分, by the fields that hold a value a year. */
export function readRows(read: TextReader, years: YearFields): RowsReader {
  return (table) => table.maps('行').map((row) => readRow(row, read, years))
}

function readRow(row: Fields, read: TextReader, years: YearFields): Row {
  const own = row.tree.entries.filter(({ key }) => !isRowKey(key))
  const cells = Object.fromEntries(own.flatMap((entry) => readEntry(entry, years, (value) => readCell(value, read))))
  return {
    ...optional('id', row.maybe('id')),
    startsPage: row.flag('改ページ'),
    ...(row.has('揃え') && { aligned: readAligned(row.map('揃え')) }),
    cells,
    at: row.tree.at,
  }
}

function readAligned(aligned: Fields): NonNullable<Row['aligned']> {
  return Object.fromEntries(
    aligned.tree.entries.map(({ key, keyAt }) => [
      key,
      { alignment: aligned.choice(key, ALIGNMENTS, 'start'), at: keyAt },
    ]),
  )
}

/** The texts alone in a cell that join it with another. */
const JOINS: Readonly<Record<string, 'joined' | 'joined-left'>> = { '↑': 'joined', '←': 'joined-left' }

/** The sign itself, alone in a cell: `\\↑`. One backslash is not printed. */
const SIGN_ITSELF = /^\s*\\+[↑←]\s*$/

function readCell(tree: Tree, read: TextReader): Cell {
  const parts = tree.tag === 'list' ? tree.items : [tree]
  const texts = parts.map((part) => (part.tag === 'text' ? part.text : ''))
  const typed = texts.join('\n')
  const at = parts.find((part) => part.tag === 'text')?.at ?? tree.at
  const joins = JOINS[typed.trim()]
  if (joins !== undefined) return { tag: joins, at }
  const said = SIGN_ITSELF.test(typed) ? { text: typed.replace('\\', '') } : read(typed)
  const consecutive = parts.length === 1 && parts[0]?.tag === 'text' && parts[0].lineByLine
  if (consecutive) return { tag: 'text', ...said, at }
  return { tag: 'text', ...said, at, lines: parts.flatMap((part, index) => linesOf(part, texts[index]!)) }
}

/** The file's line of each line of a text; where the reader cannot tell, that of the text's beginning. */
function linesOf(part: Tree, text: string): number[] {
  const lineByLine = part.tag === 'text' && part.lineByLine
  return text.split('\n').map((_, index) => part.at.line + (lineByLine ? index : 0))
}

export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V })
}
