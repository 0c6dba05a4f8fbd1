/** A plan laid out for comparing: categories, rows, cells and items, each knowing its place. */

import type { Part } from '../definition/form-definition.js'
import { findYearsOfField } from '../domain/fiscal-year-mention.js'
import { type Item, outlineCell } from '../domain/notation/item.js'
import { printCell, printLine } from '../domain/notation/notation.js'
import type { Category, Cell, EmphasisRange, Plan, Row } from '../domain/plan.js'
import { listParts } from '../domain/plan-parts.js'
import type { ComparedColumn } from './columns.js'
import type { ColumnPair } from './compared-columns.js'
import type { Place } from './comparison.js'
import { readSaid, type Said } from './words/normalise.js'

export interface Edition {
  readonly plan: Plan
  readonly categories: readonly EditionCategory[]
  readonly rows: readonly EditionRow[]
  readonly items: readonly EditionItem[]
}

export interface Editions {
  readonly old: Edition
  readonly new: Edition
}

export interface EditionCategory {
  readonly index: number
  /** The plan's part that it stands in, where the plan has several, and its place there: from 1. */
  readonly table?: { readonly part: number; readonly index: number }
  readonly category: Category
  readonly rows: readonly EditionRow[]
}

/** A column of either edition, as this one has it. */
export interface EditionColumn {
  /** The same for both editions. */
  readonly key: string
  /** What places of this edition call it. */
  readonly name: string
  /** The key in this edition's plan file; none where it has no such column. */
  readonly source?: string
  readonly part: Part
  readonly merges: boolean
  /** It says in which years something is done. */
  readonly isOfYears: boolean
  /** Only one of the editions has it. */
  readonly isAlone: boolean
  /** The fiscal year that it stands for. */
  readonly year?: number
}

/** The columns as one of the editions has them. */
export function columnsOf(pairs: readonly ColumnPair[], side: 'old' | 'new'): readonly EditionColumn[] {
  return pairs.map((pair) => {
    const { id, part, year } = pair
    const own = pair[side]
    return {
      key: id,
      name: (own ?? pair.new ?? pair.old)!.key,
      ...(own && { source: own.key }),
      part,
      merges: own?.merges ?? false,
      isOfYears: year === undefined && [pair.old, pair.new].some((column) => column && namesYears(column)),
      isAlone: !pair.old || !pair.new,
      ...(year !== undefined && { year }),
    }
  })
}

function namesYears({ key, heading = '' }: ComparedColumn): boolean {
  return [key, heading].some((name) => /^(?:実施|計画|事業|取組)?(?:年度|年次|時期|期間)/.test(name.trim()))
}

export interface EditionRow {
  /** Among all rows of the edition. */
  readonly index: number
  readonly category: EditionCategory
  /** Within the category, from 0. */
  readonly position: number
  readonly id?: string
  /** By column key, all compared columns. */
  readonly cells: ReadonlyMap<string, EditionCell>
  readonly items: readonly EditionItem[]
  /** What its label columns say, shortened: by it a member finds the row. */
  readonly label?: string
  readonly line?: number
}

export interface EditionCell {
  readonly row: EditionRow
  readonly column: EditionColumn
  /** The cell that it is one with, having no text of its own: the one above or the one at its left. */
  readonly above?: EditionCell
  readonly left?: EditionCell
  /** What is emphasised in the text. */
  readonly emphasis?: readonly EmphasisRange[]
  /** Lines of the text; none where the cell is empty or joined. */
  readonly lines: readonly EditionLine[]
  readonly items: readonly EditionItem[]
}

export interface EditionLine {
  readonly text: string
  readonly emphasis?: readonly EmphasisRange[]
  /** Its line in the plan file. */
  readonly number?: number
  readonly tag: 'gap' | 'funding' | 'item'
  /** Of a 【…】 line: whether it names who pays or how an item stands. */
  readonly names?: 'funding' | 'tag'
}

export interface EditionItem {
  /** Among all items of the edition. */
  readonly index: number
  readonly cell: EditionCell
  /** Within the cell, from 0. */
  readonly position: number
  readonly item: Item
  /** Its lines to the letter, with gaps between them. */
  readonly text: string
  readonly emphasis?: readonly EmphasisRange[]
  readonly said: Said
}

const LINE_TAGS = { gap: 'gap', heading: 'funding', paragraph: 'item' } as const

/** What a text says in whatever cell it stands. */
interface ReadText {
  readonly lines: readonly Pick<EditionLine, 'text' | 'tag' | 'names'>[]
  readonly items: readonly Pick<EditionItem, 'item' | 'text' | 'said'>[]
}

/** Remembers what it has read: the same texts come again and again, most of all in the other edition. */
export class TextReader {
  private readonly plain = new Map<string, ReadText>()
  private readonly ofYears = new Map<string, ReadText>()

  /** In a column of years a bare R6～R8 is years too. */
  read(text: string, isOfYears: boolean): ReadText {
    const known = isOfYears ? this.ofYears : this.plain
    const before = known.get(text)
    if (before !== undefined) return before
    const { lines, items } = outlineCell(text)
    const read = {
      lines: lines.map((line) => ({
        text: printLine(line),
        tag: LINE_TAGS[line.tag],
        ...(line.tag === 'heading' && { names: line.says }),
      })),
      items: items.map((each) => {
        const item = isOfYears ? { ...each, years: findYearsOfField(each.text) } : each
        return { item, text: printCell(lines.slice(item.from, item.to)), said: readSaid(item) }
      }),
    }
    known.set(text, read)
    return read
  }
}

export function readEdition(plan: Plan, columns: readonly EditionColumn[], reader: TextReader): Edition {
  const rows: EditionRow[] = []
  const items: EditionItem[] = []
  const tables = tablesOfCategories(plan)
  const categories = plan.categories.map((category, index) => {
    const own: EditionRow[] = []
    const table = tables[index]
    const read: EditionCategory = { index, category, rows: own, ...(table && { table }) }
    for (const row of category.rows) own.push(readRow(row, read, own.at(-1)))
    return read
  })
  return { plan, categories, rows, items }

  function readRow(row: Row, category: EditionCategory, above: EditionRow | undefined): EditionRow {
    const cells = new Map<string, EditionCell>()
    const own: EditionItem[] = []
    const read: EditionRow & { label?: string } = {
      index: rows.length,
      category,
      position: above ? above.position + 1 : 0,
      ...(row.id !== undefined && { id: row.id }),
      cells,
      items: own,
      ...(row.at && { line: row.at.line }),
    }
    rows.push(read)
    let beside: EditionCell | undefined
    for (const column of columns) {
      const cell = readCell(
        column.source === undefined ? undefined : row.cells[column.source],
        column,
        read,
        above?.cells.get(column.key),
        beside,
      )
      cells.set(column.key, cell)
      if (column.source !== undefined) beside = cell
      own.push(...cell.items)
    }
    const label = rowLabel(cells)
    if (label !== undefined) read.label = label
    return read
  }

  function readCell(
    cell: Cell | undefined,
    column: EditionColumn,
    row: EditionRow,
    above: EditionCell | undefined,
    left: EditionCell | undefined,
  ): EditionCell {
    const isJoined = above !== undefined && (cell ? cell.tag === 'joined' : column.merges)
    if (isJoined) return { row, column, above, lines: [], items: [] }
    if (cell?.tag === 'joined-left' && left) return { row, column, left, lines: [], items: [] }
    if (cell?.tag !== 'text' || cell.text === '') return { row, column, lines: [], items: [] }
    const said = reader.read(cell.text, column.isOfYears)
    const { emphasis } = cell
    const within = (text: string, line: number) => {
      if (emphasis === undefined) return undefined
      const before = said.lines.slice(0, line).reduce((length, each) => length + each.text.length + 1, 0)
      return emphasisWithin(emphasis, before, text.length)
    }
    const lines = said.lines.map((line, at): EditionLine => {
      const number = lineNumber(cell, at)
      return { ...line, ...within(line.text, at), ...(number !== undefined && { number }) }
    })
    const own: EditionItem[] = []
    const read: EditionCell = { row, column, ...(emphasis && { emphasis }), lines, items: own }
    for (const item of said.items) {
      const place = { index: items.length, cell: read, position: own.length }
      const made = { ...place, ...item, ...within(item.text, item.item.from) }
      own.push(made)
      items.push(made)
    }
    return read
  }
}

/** For each category where it stands among the parts of a plan that has several. */
function tablesOfCategories(plan: Plan): readonly EditionCategory['table'][] {
  if (plan.parts === undefined) return []
  return listParts(plan).flatMap((part, at) =>
    part.tag === 'text' ? [] : part.categories.map((_, index) => ({ part: at + 1, index: index + 1 })),
  )
}

/** The cell that the text stands in: itself, or the first above or at its left that it is one with. */
export function ownerOf(cell: EditionCell): EditionCell {
  let owner = cell
  for (let next = ownerBeside(owner); next; next = ownerBeside(owner)) owner = next
  return owner
}

function ownerBeside({ above, left }: EditionCell): EditionCell | undefined {
  return above ?? left
}

/** What of it lies in the stretch of the text that begins at `start`, counted from there. */
function emphasisWithin(
  all: readonly EmphasisRange[],
  start: number,
  length: number,
): { readonly emphasis?: readonly EmphasisRange[] } {
  const own = all.filter((each) => each.start >= start && each.end <= start + length)
  if (own.length === 0) return {}
  return { emphasis: own.map((each) => ({ ...each, start: each.start - start, end: each.end - start })) }
}

/** Whether a text is emphasised in the same places, in whatever order that was typed. */
export function isSameEmphasis(
  a: readonly EmphasisRange[] | undefined = [],
  b: readonly EmphasisRange[] | undefined = [],
): boolean {
  const sameAs = (one: EmphasisRange) => (other: EmphasisRange) =>
    one.start === other.start && one.end === other.end && one.emphasis === other.emphasis
  return a.length === b.length && a.every((one) => b.some(sameAs(one)))
}

/** Lines follow one another from the cell's place on, unless the cell says where each one stands. */
function lineNumber(cell: Extract<Cell, { tag: 'text' }>, at: number): number | undefined {
  return cell.lines?.[at] ?? (cell.at && cell.at.line + at)
}

export function placeOf({ cell, text, emphasis, item, position }: EditionItem): Place {
  const { row, column, lines } = cell
  const number = lines[item.from]?.number
  return {
    category: row.category.index + 1,
    row: row.position + 1,
    column: column.name,
    text,
    ...(row.label !== undefined && { label: row.label }),
    ...(emphasis && { emphasis }),
    ...(number !== undefined && { line: number }),
    item: position,
  }
}

/** The place of a cell; `text` is to be filled in. */
export function cellPlace({ row, column }: EditionCell): Omit<Place, 'line'> {
  return { ...placeInTable(row), column: column.name }
}

/** The place of a whole row. */
export function rowPlace(row: EditionRow): Place {
  return { ...placeInTable(row), ...(row.line !== undefined && { line: row.line }) }
}

function placeInTable({ category, position, label }: EditionRow): Place {
  return {
    category: category.index + 1,
    row: position + 1,
    column: '',
    text: '',
    ...(label !== undefined && { label }),
  }
}

/** Label columns that say what the row is about come before those that number it or say why. */
const NAMING = ['施策', '指標']
const LONGEST_LABEL = 30

function rowLabel(cells: ReadonlyMap<string, EditionCell>): string | undefined {
  const labels = [...cells.values()].filter(({ column }) => column.part === 'heading')
  const named = labels.toSorted((a, b) => rank(a.column.name) - rank(b.column.name))
  const texts = named.map((cell) =>
    ownerOf(cell)
      .lines.map(({ text }) => text)
      .join(' ')
      .trim(),
  )
  const text = texts.find((each) => /[^\d\s.()（）-]/.test(each)) ?? texts.find((each) => each !== '')
  return text !== undefined && text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text
}

function rank(name: string): number {
  const at = NAMING.indexOf(name)
  return at < 0 ? NAMING.length : at
}
