/** A plan laid out for comparing: categories, rows, cells and items, each knowing its place. */

import { type Item, outlineCell } from '../domain/item.js'
import { printCell } from '../domain/notation.js'
import type { Category, Cell, Plan, Row } from '../domain/plan.js'
import type { ComparedColumn } from './compared-columns.js'
import type { Place } from './comparison.js'
import { foldNotation, readSaid, type Said } from './normalise.js'

export interface Edition {
  readonly plan: Plan
  readonly categories: readonly EditionCategory[]
  readonly rows: readonly EditionRow[]
  readonly items: readonly EditionItem[]
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
  /** One with the cell above: it has no text of its own. */
  readonly joined: boolean
  /** The cell that the text stands in: itself, or the first above that it is joined with. */
  readonly owner: EditionCell
  /** Lines of the text; none where the cell is empty or joined. */
  readonly lines: readonly EditionLine[]
  readonly items: readonly EditionItem[]
}

export interface EditionLine {
  readonly text: string
  /** Its line in the plan file. */
  readonly number?: number
  readonly tag: 'gap' | 'heading' | 'item'
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

/** Remembers what it has read: the same texts come again and again, most of all in the other edition. */
export class TextReader {
  private readonly outlines = new Map<string, ReturnType<typeof outlineCell>>()
  private readonly said = new Map<Item, Said>()
  private readonly folded = new Map<string, string>()

  outline(text: string): ReturnType<typeof outlineCell> {
    return remember(this.outlines, text, () => outlineCell(text))
  }

  readSaid(item: Item): Said {
    return remember(this.said, item, () => readSaid(item))
  }

  fold(text: string): string {
    return remember(this.folded, text, () => foldNotation(text))
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
    const first = items.length
    const read = {
      index: rows.length,
      category,
      position: above ? above.position + 1 : 0,
      ...(row.id !== undefined && { id: row.id }),
      cells,
      items: [] as readonly EditionItem[],
      ...(row.at && { line: row.at.line }),
    }
    rows.push(read)
    for (const column of columns) {
      cells.set(column.key, readCell(row.cells[column.key], column, read, above?.cells.get(column.key)))
    }
    read.items = items.slice(first)
    return read
  }

  function readCell(cell: Cell | undefined, column: ComparedColumn, row: EditionRow, above?: EditionCell): EditionCell {
    const joined = above !== undefined && (cell ? cell.tag === 'joined' : column.merges)
    const text = cell?.tag === 'text' ? cell.text : ''
    const own: EditionItem[] = []
    const read = { row, column, joined, lines: [] as readonly EditionLine[], items: own }
    const whole: EditionCell = Object.assign(read, { owner: joined ? above.owner : (read as unknown as EditionCell) })
    if (text === '') return whole
    const outline = reader.outline(text)
    read.lines = outline.lines.map((line, at) => {
      const number = cell?.tag === 'text' ? lineNumber(cell, at) : undefined
      const tag = line.tag === 'paragraph' ? 'item' : line.tag
      return { text: printCell([line]), tag, ...(number !== undefined && { number }) }
    })
    for (const item of outline.items) {
      const lines = outline.lines.slice(item.from, item.to)
      const said = reader.readSaid(item)
      const made = { index: items.length, cell: whole, position: own.length, item, text: printCell(lines), said }
      own.push(made)
      items.push(made)
    }
    return whole
  }
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
