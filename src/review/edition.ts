/** A plan laid out for comparing: categories, rows, cells and items, each knowing its place. */

import { type Item, outlineCell } from '../domain/item.js'
import { printCell, printLine } from '../domain/notation.js'
import type { Category, Cell, Plan, Row } from '../domain/plan.js'
import type { ComparedColumn } from './compared-columns.js'
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
  readonly category: Category
  readonly rows: readonly EditionRow[]
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
  readonly line?: number
}

export interface EditionCell {
  readonly row: EditionRow
  readonly column: ComparedColumn
  /** The cell that it is one with, having no text of its own. */
  readonly above?: EditionCell
  /** Lines of the text; none where the cell is empty or joined. */
  readonly lines: readonly EditionLine[]
  readonly items: readonly EditionItem[]
}

export interface EditionLine {
  readonly text: string
  /** Its line in the plan file. */
  readonly number?: number
  readonly tag: 'gap' | 'funding' | 'item'
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
  readonly said: Said
}

const LINE_TAGS = { gap: 'gap', heading: 'funding', paragraph: 'item' } as const

/** Remembers what it has read: the same texts come again and again, most of all in the other edition. */
export class TextReader {
  private readonly outlines = new Map<string, ReturnType<typeof outlineCell>>()
  private readonly said = new Map<Item, Said>()

  outline(text: string): ReturnType<typeof outlineCell> {
    return remember(this.outlines, text, () => outlineCell(text))
  }

  readSaid(item: Item): Said {
    return remember(this.said, item, () => readSaid(item))
  }
}

export function readEdition(plan: Plan, columns: readonly ComparedColumn[], reader: TextReader): Edition {
  const rows: EditionRow[] = []
  const items: EditionItem[] = []
  const categories = plan.categories.map((category, index) => {
    const own: EditionRow[] = []
    const read: EditionCategory = { index, category, rows: own }
    for (const row of category.rows) own.push(readRow(row, read, own.at(-1)))
    return read
  })
  return { plan, categories, rows, items }

  function readRow(row: Row, category: EditionCategory, above: EditionRow | undefined): EditionRow {
    const cells = new Map<string, EditionCell>()
    const own: EditionItem[] = []
    const read: EditionRow = {
      index: rows.length,
      category,
      position: above ? above.position + 1 : 0,
      ...(row.id !== undefined && { id: row.id }),
      cells,
      items: own,
      ...(row.at && { line: row.at.line }),
    }
    rows.push(read)
    for (const column of columns) {
      const cell = readCell(row.cells[column.key], column, read, above?.cells.get(column.key))
      cells.set(column.key, cell)
      own.push(...cell.items)
    }
    return read
  }

  function readCell(
    cell: Cell | undefined,
    column: ComparedColumn,
    row: EditionRow,
    above: EditionCell | undefined,
  ): EditionCell {
    const isJoined = above !== undefined && (cell ? cell.tag === 'joined' : column.merges)
    if (isJoined) return { row, column, above, lines: [], items: [] }
    if (cell?.tag !== 'text' || cell.text === '') return { row, column, lines: [], items: [] }
    const outline = reader.outline(cell.text)
    const lines = outline.lines.map((line, at): EditionLine => {
      const number = lineNumber(cell, at)
      return { text: printLine(line), tag: LINE_TAGS[line.tag], ...(number !== undefined && { number }) }
    })
    const own: EditionItem[] = []
    const read: EditionCell = { row, column, lines, items: own }
    for (const item of outline.items) {
      const text = printCell(outline.lines.slice(item.from, item.to))
      const made = { index: items.length, cell: read, position: own.length, item, text, said: reader.readSaid(item) }
      own.push(made)
      items.push(made)
    }
    return read
  }
}

/** The cell that the text stands in: itself, or the first above that it is one with. */
export function ownerOf(cell: EditionCell): EditionCell {
  let owner = cell
  while (owner.above) owner = owner.above
  return owner
}

/** Lines follow one another from the cell's place on, unless the cell says where each one stands. */
function lineNumber(cell: Extract<Cell, { tag: 'text' }>, at: number): number | undefined {
  return cell.lines?.[at] ?? (cell.at && cell.at.line + at)
}

export function placeOf({ cell, text, item, position }: EditionItem): Place {
  const number = cell.lines[item.from]?.number
  return { ...cellPlace(cell), text, ...(number !== undefined && { line: number }), item: position }
}

/** The place of a cell; `text` is to be filled in. */
export function cellPlace(cell: EditionCell): Omit<Place, 'line'> {
  const { row, column } = cell
  return { category: row.category.index + 1, row: row.position + 1, column: column.key, text: '' }
}

function remember<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}
