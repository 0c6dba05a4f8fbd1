/** The rows of a found table as rows of a plan, by 区分: what goes on from above is joined, what is said again is listed. */

import { type Listed, linesOf, type OfficeParagraph } from '../office-document.js'
import type { FoundCell, FoundRow, FoundTable } from '../table/found-table.js'
import { bandOf, type CategoryNames } from './category-names.js'
import type { ColumnRole } from './column-roles.js'
import type { ReadCategory, ReadCell, ReadRow, ReadText } from './read-plan.js'

type TextCell = Extract<FoundCell, { tag: 'text' }>

/** How a 区分's printed text parts into number and name. */
export type ReadName = (text: string) => { readonly number: number | undefined; readonly name: string }

interface OpenCategory {
  name: string | undefined
  number: number | undefined
  readonly rows: ReadRow[]
}

/** Alone, or behind a label that is said again. */
const CONTINUED = /^(?:[(（〔]?(?:続き|つづき|つづく|続く)[)）〕]?|前(?:ページ|頁)(?:から|より|の)?(?:の)?続き|承前)$/
const CONTINUED_BEHIND = /\s*[(（](?:続き|つづき)[)）]$/

export function isContinued(text: string): boolean {
  return CONTINUED.test(text.trim())
}

export function readRows(
  table: FoundTable,
  roles: readonly ColumnRole[],
  names: CategoryNames,
  readName: ReadName,
  listed: Listed[],
): ReadCategory[] {
  const reader = new RowReader(roles, names, readName, listed)
  for (const row of table.rows) reader.read(row)
  return reader.categories
}

class RowReader {
  readonly categories: OpenCategory[] = []
  /** What each column last said, for labels that are said again. */
  private readonly said: string[]
  private readonly category: number

  constructor(
    private readonly roles: readonly ColumnRole[],
    private readonly names: CategoryNames,
    private readonly readName: ReadName,
    private readonly listed: Listed[],
  ) {
    this.said = roles.map(() => '')
    this.category = roles.findIndex(({ tag }) => tag === 'category')
  }

  read(row: FoundRow): void {
    if (this.names.tag === 'pieces' && row.piece >= this.categories.length) {
      const name = this.names.names[row.piece]!
      this.open(name.text, name.place)
    }
    const band = this.category < 0 && this.names.tag === 'bands' ? bandOf(row) : undefined
    if (band !== undefined) {
      this.open(band.text, band.place)
      return
    }
    const isNew = this.category >= 0 && this.readCategory(row)
    if (this.categories.length === 0) this.categories.push({ name: undefined, number: undefined, rows: [] })
    const cells: Record<string, ReadCell> = {}
    const moved = this.movedTotal(row)
    this.roles.forEach((role, index) => {
      if (role.tag === 'category') return
      const cell = index === moved?.to ? moved.cell : row.cells[index]!
      this.readCell(cell, role, index, { row, isFirst: isNew || this.rowsOfLast().length === 0 }, cells)
    })
    this.rowsOfLast().push({ cells, ...(row.anchor === undefined ? {} : { anchor: row.anchor }) })
  }

  private rowsOfLast(): ReadRow[] {
    return this.categories.at(-1)!.rows
  }

  /** True where a 区分 begins in this row. */
  private readCategory(row: FoundRow): boolean {
    const cell = row.cells[this.category]!
    if (cell.tag !== 'text') return false
    const text = joinLines(cell.paragraphs)
    if (text === '' || this.isTotal(row)) return false
    const same = text.replace(CONTINUED_BEHIND, '')
    // A list says the name again in every row, a page at its top.
    if (isContinued(text) || same === this.said[this.category]) {
      this.listed.push({ kind: 'label-repeated', place: cell.place, text })
      return false
    }
    this.open(text, cell.place)
    this.said[this.category] = text
    return true
  }

  private open(text: string, place: string): void {
    const { number, name } = this.readName(text)
    if (name !== text) this.listed.push({ kind: 'notation', place, text: text.slice(0, text.length - name.length) })
    if (number !== undefined && this.categories.some((each) => each.number === number)) {
      this.listed.push({ kind: 'number-repeated', place: `${place}（${text}）`, text: '' })
    }
    this.categories.push({ name, number, rows: [] })
  }

  /** A text of the 区分's column that reaches over the columns beside it: 合計 over all labels. */
  private isTotal(row: FoundRow): boolean {
    return row.cells[this.category]?.tag === 'text' && row.cells[this.category + 1]?.tag === 'left'
  }

  /** The 区分 has no cell in the plan's rows: its text stands in the next column, which it covers. */
  private movedTotal(row: FoundRow): { to: number; cell: TextCell } | undefined {
    if (this.category < 0 || !this.isTotal(row)) return undefined
    const cell = row.cells[this.category] as TextCell
    if (joinLines(cell.paragraphs) === '') return undefined
    this.listed.push({ kind: 'total-row', place: cell.place, text: '' })
    return { to: this.category + 1, cell }
  }

  private readCell(
    cell: FoundCell,
    { fields, merges, isLabel }: Extract<ColumnRole, { tag: 'fields' }>,
    index: number,
    { row, isFirst }: { readonly row: FoundRow; readonly isFirst: boolean },
    cells: Record<string, ReadCell>,
  ): void {
    const set = (value: ReadCell) => {
      for (const { key } of fields) cells[key] = value
    }
    const goesOn = cell.tag === 'above' || (cell.tag === 'text' && isLabel && !isFirst && this.goesOn(cell, index, row))
    if (goesOn) {
      // No cell reaches over the border of a 区分.
      if (isFirst) set({ tag: 'text', lines: [], place: row.place })
      else if (!merges) set({ tag: 'above' })
      return
    }
    if (cell.tag === 'left') {
      set({ tag: 'left' })
      return
    }
    const { paragraphs, place } = cell as TextCell
    this.said[index] = joinLines(paragraphs)
    for (const [key, value] of this.partFields(paragraphs, place, fields)) {
      if (value === 'above' && merges) continue
      cells[key] = value === 'above' ? { tag: 'above' } : { tag: 'text', lines: value.map(toReadText), place }
    }
  }

  /** A label that goes on: （続き）, or, first behind a page's end, blank or said again. */
  private goesOn({ paragraphs, place }: TextCell, index: number, row: FoundRow): boolean {
    const text = joinLines(paragraphs)
    const same = text.replace(CONTINUED_BEHIND, '')
    const isAgain =
      isContinued(text) ||
      (same !== text && same === this.said[index]) ||
      (row.startsPiece && text !== '' && same === this.said[index])
    if (isAgain) this.listed.push({ kind: 'label-repeated', place, text })
    return isAgain || (row.startsPiece && text === '')
  }

  /** Several fields in one column: a small heading begins each but the first. */
  private partFields(
    paragraphs: readonly OfficeParagraph[],
    place: string,
    fields: readonly { readonly key: string; readonly label?: string }[],
  ): [string, readonly OfficeParagraph[] | 'above'][] {
    if (fields.length === 1) return [[fields[0]!.key, paragraphs]]
    const parts = new Map<string, OfficeParagraph[]>(fields.map(({ key }) => [key, []]))
    const lines = linesOf(paragraphs)
    let current = fields.find(({ label }) => label === undefined) ?? fields[0]!
    paragraphs.forEach((paragraph, index) => {
      const labelled = fields.find(({ label }) => label !== undefined && label === lines[index])
      if (labelled === undefined) parts.get(current.key)!.push(paragraph)
      else {
        current = labelled
        this.listed.push({ kind: 'heading', place, text: lines[index]! })
      }
    })
    return [...parts].map(([key, own]) => {
      const text = linesOf(own).join('')
      if (text !== SAME_AS_ABOVE && text !== NOTHING_HERE) return [key, own]
      this.listed.push({ kind: 'label-repeated', place, text })
      return [key, text === SAME_AS_ABOVE ? 'above' : []]
    })
  }
}

/** What our forms print where one of several fields in a cell is one with the row above. */
const SAME_AS_ABOVE = '（上に同じ）'
/** And beside it, where another field says nothing. */
const NOTHING_HERE = '（記載なし）'

function joinLines(paragraphs: readonly OfficeParagraph[]): string {
  return linesOf(paragraphs).join('').replace(/\n/g, '').trim()
}

/** A paragraph with line feeds in it is several lines. */
function toReadText({ mark, runs }: OfficeParagraph): ReadText {
  return { pieces: [...(mark === '' ? [] : [{ text: mark, marks: [] }]), ...runs] }
}
