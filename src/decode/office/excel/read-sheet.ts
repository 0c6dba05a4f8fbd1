/** A sheet to a table of its cells as they are shown: values in their formats, spans, what is hidden. */

import type {
  ListedKind,
  OfficeCell,
  OfficeParagraph,
  OfficeRow,
  OfficeTable,
  ReadingOptions,
} from '../office-document.js'
import { linesOf } from '../office-document.js'
import type { OfficePackage } from '../package/office-package.js'
import { tooLarge } from '../package/refusal.js'
import { childOf, childrenOf, type Element, textOf } from '../package/xml-elements.js'
import { cellAddress, columnNumber, type Range, readRange } from './addresses.js'
import type { CellStyle } from './cell-styles.js'
import { formatNumber, formatText } from './number-format.js'
import { decode, type RichText, readRichText, toParagraphs } from './rich-text.js'
import { eachSheetRow } from './sheet-rows.js'
import type { WorkbookSheet } from './workbook.js'

/** What the sheets of a workbook share. */
export interface SheetContext {
  readonly strings: readonly RichText[]
  readonly styleOf: (index: number) => CellStyle
  readonly is1904: boolean
  readonly options: ReadingOptions
  list(kind: ListedKind, place: string, text: string): void
}

export interface ReadSheet {
  readonly table: OfficeTable
  /** `x:pageSetup`, `x:headerFooter`, `x:sheetProtection`. */
  readonly settings: readonly Element[]
}

const MOST_ROWS = 100_000
const MOST_CELLS = 2_000_000
/** No sheet of Excel has more. */
const MOST_SHEET_ROWS = 1_048_576

interface FilledCell {
  readonly column: number
  readonly paragraphs: readonly OfficeParagraph[]
  readonly style: CellStyle
}

interface FilledRow {
  readonly row: number
  readonly cells: readonly FilledCell[]
}

export function readSheet(office: OfficePackage, sheet: WorkbookSheet, context: SheetContext): ReadSheet {
  const part = sheet.part!
  const found = new SheetCells(sheet, context)
  eachSheetRow(
    office,
    part,
    (element) => found.take(element),
    (row, style) => found.skip(row, style),
  )
  return { table: found.toTable(), settings: found.settings }
}

class SheetCells {
  readonly settings: Element[] = []
  private readonly rows: FilledRow[] = []
  /** Rows without text that rules surround: they are rows of a table where filled ones follow. */
  private readonly ruled = new Set<number>()
  private readonly merges: Range[] = []
  private readonly widths: number[] = []
  private readonly hiddenColumns = new Set<number>()
  private nextRow = 0
  private cells = 0
  private seen = 0

  constructor(
    private readonly sheet: WorkbookSheet,
    private readonly context: SheetContext,
  ) {}

  take(element: Element): void {
    if (element.name === 'x:row') this.takeRow(element)
    else if (element.name === 'x:mergeCell') this.takeMerge(element)
    else if (element.name === 'x:col') this.takeColumns(element)
    else this.settings.push(element)
  }

  skip(row: number, style: number): void {
    this.nextRow = row + 1
    // Ruled rows beyond what a plan can have lie below the last filled one.
    if (style >= 0 && this.ruled.size < MOST_ROWS && this.context.styleOf(style).hasBorder) this.ruled.add(row)
  }

  private takeRow(element: Element): void {
    const row = element.attributes.r === undefined ? this.nextRow : Number(element.attributes.r) - 1
    this.nextRow = row + 1
    if (++this.seen > MOST_SHEET_ROWS) throw tooLarge(`シート「${this.sheet.name}」の行が多すぎます`)
    const cells: FilledCell[] = []
    let column = 0
    let isRuled = false
    for (const cell of childrenOf(element, 'x:c')) {
      const letters = /^[A-Z]+/.exec(cell.attributes.r ?? '')?.[0]
      if (letters !== undefined) column = columnNumber(letters)
      const style = this.context.styleOf(Number(cell.attributes.s ?? 0))
      const paragraphs = this.readCell(cell, style, this.placeOf(row, column))
      if (paragraphs.length > 0) cells.push({ column, paragraphs, style })
      else if (style.isVertical || style.hasBorder) isRuled = true
      column++
    }
    this.cells += cells.length
    if (this.cells > MOST_CELLS) throw tooLarge(`シート「${this.sheet.name}」に文字のあるセルが200万を超えます`)
    if (cells.length === 0) {
      if (isRuled && this.ruled.size < MOST_ROWS) this.ruled.add(row)
      return
    }
    const isHidden = isYes(element.attributes.hidden)
    if (isHidden) this.context.list('hidden', `${this.sheet.name}!${row + 1}行`, this.skipped(cells))
    if (isHidden && this.context.options.hidden === 'skip') return
    this.rows.push({ row, cells })
    if (this.rows.length > MOST_ROWS) throw tooLarge(`シート「${this.sheet.name}」に文字のある行が10万を超えます`)
  }

  /** The text of cells that are left out; none where they are read. */
  private skipped(cells: readonly FilledCell[]): string {
    if (this.context.options.hidden === 'read') return ''
    return cells.flatMap(({ paragraphs }) => linesOf(paragraphs)).join('\n')
  }

  private placeOf(row: number, column: number): string {
    return `${this.sheet.name}!${cellAddress(row, column)}`
  }

  private readCell(cell: Element, style: CellStyle, place: string): readonly OfficeParagraph[] {
    const value = childOf(cell, 'x:v')
    const hasFormula = childOf(cell, 'x:f') !== undefined
    const text = value === undefined ? '' : textOf(value)
    if (hasFormula) this.context.list(text === '' ? 'formula-without-value' : 'formula', place, '')
    return toParagraphs(this.showValue(cell, text, style, place), style.marks)
  }

  /** 18.18.11 ST_CellType. */
  private showValue(cell: Element, value: string, style: CellStyle, place: string): RichText {
    switch (cell.attributes.t ?? 'n') {
      case 's':
        return this.showString(this.context.strings[Number(value)], style, place)
      case 'inlineStr': {
        const string = childOf(cell, 'x:is')
        return this.showString(string === undefined ? undefined : readRichText(string), style, place)
      }
      case 'str':
        return plain(formatText(decode(value), style.format))
      case 'b':
        return plain(value === '' ? '' : value === '1' || value === 'true' ? 'TRUE' : 'FALSE')
      case 'e':
        return plain(value)
      case 'd':
        return plain(formatNumber(serialOf(value), style.format, false))
      default: {
        const number = Number(value)
        if (value === '' || Number.isNaN(number)) return plain(value)
        return plain(formatNumber(number, style.format, this.context.is1904))
      }
    }
  }

  private showString(string: RichText | undefined, style: CellStyle, place: string): RichText {
    if (string === undefined) return plain('')
    if (string.reading !== '') this.context.list('furigana', place, string.reading)
    const [only, second] = string.runs
    if (second !== undefined || only === undefined || style.format === 'General') return string
    return { ...string, runs: [{ ...only, text: formatText(only.text, style.format) }] }
  }

  private takeMerge({ attributes }: Element): void {
    const range = readRange(attributes.ref ?? '')
    if (range === undefined || (range.top === range.bottom && range.left === range.right)) return
    this.merges.push(range)
    if (this.merges.length > MOST_ROWS * 10) throw tooLarge(`シート「${this.sheet.name}」に結合が多すぎます`)
  }

  /** 18.3.1.13 col: width in characters of seven pixels, five pixels beside them. */
  private takeColumns({ attributes }: Element): void {
    const [first, last] = [Number(attributes.min) - 1, Math.min(Number(attributes.max) - 1, 16_383)]
    for (let column = first; column <= last && column < 1000; column++) {
      this.widths[column] = (Number(attributes.width ?? 8.43) * 7 + 5) * 0.75
      if (isYes(attributes.hidden)) this.hiddenColumns.add(column)
    }
  }

  toTable(): OfficeTable {
    const { name, titles, links, anchors } = this.sheet
    const filled = this.withoutHiddenColumns(this.rows.toSorted((a, b) => a.row - b.row))
    const last = Math.max(-1, ...filled.slice(-1).map(({ row }) => row))
    const width = filled.reduce((most, { cells }) => Math.max(most, cells.at(-1)!.column + 1), 0)
    const lines = this.linesUpTo(filled, last)
    const spans = new SheetSpans(this.merges, lines, width)
    const rows = lines.map(({ row, cells, isGap }, index): OfficeRow => {
      const own: OfficeCell[] = []
      const byColumn = new Map(cells.map((cell) => [cell.column, cell]))
      const linked = links.get(row)
      for (const column of spans.columnsOf(index, [...byColumn.keys(), ...(linked?.keys() ?? [])])) {
        const cell = byColumn.get(column)
        const place = this.placeOf(row, column)
        const link = linked?.get(column)
        own.push({
          column,
          ...spans.spanOf(index, column),
          paragraphs: cell?.paragraphs ?? [],
          direction: cell?.style.isVertical ? 'vertical' : 'horizontal',
          align: cell?.style.align ?? 'start',
          place,
          hasBorder: cell?.style.hasBorder ?? true,
          ...(link === undefined ? {} : { link }),
        })
      }
      for (const { column, paragraphs } of cells) {
        if (spans.isCovered(index, column))
          this.context.list('hidden', this.placeOf(row, column), linesOf(paragraphs).join('\n'))
      }
      const isHeading = titles !== undefined && row >= titles.top && row <= titles.bottom
      const anchor = anchors.get(row)
      return { cells: own, isHeading, ...(isGap ? { isGap } : {}), ...(anchor === undefined ? {} : { anchor }) }
    })
    const widths = Array.from({ length: width }, (_, column) => this.widths[column] ?? 54)
    return { place: name, isSheet: true, widths, rows }
  }

  private withoutHiddenColumns(rows: readonly FilledRow[]): readonly FilledRow[] {
    if (this.hiddenColumns.size === 0) return rows
    const gone = rows.flatMap(({ cells }) => cells.filter(({ column }) => this.hiddenColumns.has(column)))
    if (gone.length === 0) return rows
    const columns = [...new Set(gone.map(({ column }) => column))].map((column) =>
      cellAddress(0, column).replace('1', ''),
    )
    this.context.list('hidden', `${this.sheet.name}!${columns.join('、')}列`, this.skipped(gone))
    if (this.context.options.hidden === 'read') return rows
    return rows.flatMap(({ row, cells }) => {
      const shown = cells.filter(({ column }) => !this.hiddenColumns.has(column))
      return shown.length === 0 ? [] : [{ row, cells: shown }]
    })
  }

  /** Filled rows, ruled ones between them, and one gap for whatever else lies between. */
  private linesUpTo(filled: readonly FilledRow[], last: number): (FilledRow & { readonly isGap: boolean })[] {
    const ruled = [...this.ruled].filter((row) => row < last).map((row) => ({ row, cells: [] as FilledCell[] }))
    const covered = this.rowsWithinMerges(filled)
    const lines = [...filled, ...ruled, ...covered].toSorted((a, b) => a.row - b.row)
    return lines.flatMap((line, index) => {
      const before = index === 0 ? line.row - 1 : lines[index - 1]!.row
      if (before === line.row) return []
      const own = { ...line, isGap: false }
      return before < line.row - 1 ? [{ row: before + 1, cells: [], isGap: true }, own] : [own]
    })
  }

  /** Rows without text that a cell with text reaches over, where the rows around are no more than a table's. */
  private rowsWithinMerges(filled: readonly FilledRow[]): FilledRow[] {
    const known = new Set(filled.map(({ row }) => row))
    const rows = new Set<number>()
    for (const { top, bottom, left, right } of this.merges) {
      if (!known.has(top) || bottom - top > 1000 || right - left > 100) continue
      for (let row = top + 1; row <= bottom; row++) if (!known.has(row)) rows.add(row)
    }
    return [...rows].map((row) => ({ row, cells: [] }))
  }
}

function plain(text: string): RichText {
  return { runs: text === '' ? [] : [{ text, marks: undefined }], reading: '' }
}

function isYes(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** A date of ISO 8601 as the number that Excel would store. */
function serialOf(date: string): number {
  const time = Date.parse(/[zZ]|[+-]\d\d:\d\d$/.test(date) ? date : `${date}${date.includes('T') ? 'Z' : ''}`)
  return (time - Date.UTC(1899, 11, 30)) / 86_400_000
}

/** Merged cells among the rows that are kept: their corners, and the places that they cover. */
class SheetSpans {
  private readonly spans = new Map<string, { rowSpan: number; colSpan: number }>()
  private readonly covered = new Set<string>()
  private readonly corners = new Map<number, number[]>()

  constructor(merges: readonly Range[], lines: readonly { readonly row: number }[], width: number) {
    const numbers = lines.map(({ row }) => row)
    for (const { top, left, bottom, right } of merges) {
      const first = lowerBound(numbers, top)
      const end = lowerBound(numbers, bottom + 1)
      const columns = Math.min(right, width - 1) - left + 1
      if (first >= end || columns < 1 || this.isTaken(first, left)) continue
      if ((end - first) * columns + this.covered.size > MOST_CELLS) throw tooLarge('結合されたセルが多すぎます')
      this.spans.set(`${first} ${left}`, { rowSpan: end - first, colSpan: columns })
      this.corners.set(first, [...(this.corners.get(first) ?? []), left])
      for (let row = first; row < end; row++) {
        for (let column = left; column < left + columns; column++) {
          if (row !== first || column !== left) this.covered.add(`${row} ${column}`)
        }
      }
    }
  }

  private isTaken(row: number, column: number): boolean {
    return this.covered.has(`${row} ${column}`) || this.spans.has(`${row} ${column}`)
  }

  isCovered(row: number, column: number): boolean {
    return this.covered.has(`${row} ${column}`)
  }

  spanOf(row: number, column: number): { rowSpan: number; colSpan: number } {
    return this.spans.get(`${row} ${column}`) ?? { rowSpan: 1, colSpan: 1 }
  }

  /** The columns in which a cell begins: those with text, and the corners of merged ones. */
  columnsOf(row: number, filled: readonly number[]): number[] {
    const columns = new Set([
      ...filled.filter((column) => !this.isCovered(row, column)),
      ...(this.corners.get(row) ?? []),
    ])
    return [...columns].sort((a, b) => a - b)
  }
}

/** The first place in a rising list whose number is not below `value`. */
function lowerBound(numbers: readonly number[], value: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
