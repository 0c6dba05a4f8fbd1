/** What Word or Excel put on the clipboard as `text/html`, as a document: the same rows become of it as of a file. */

import type {
  Listed,
  OfficeCell,
  OfficeDocument,
  OfficePart,
  OfficeRow,
  OfficeRun,
  RunMark,
} from '../office-document.js'
import { type HtmlToken, readHtml } from './html-tokens.js'

export function readClipboard(html: string): OfficeDocument {
  const reader = new ClipboardReader()
  for (const token of readHtml(html)) reader.read(token)
  return { kind: 'clipboard', parts: reader.end(), listed: reader.listed, revisions: new Map() }
}

type OpenCell = { -readonly [Key in keyof OfficeCell]: OfficeCell[Key] }

interface OpenTable {
  readonly rows: OfficeRow[]
  /** By column: in how many further rows a cell above stands there. */
  readonly covered: number[]
  row: OpenCell[] | undefined
  cell: OpenCell | undefined
  /** Of a table within a cell: its texts go into the cell that holds it. */
  readonly isNested: boolean
}

/** The marks that an element puts on the text in it. */
const MARKS: Readonly<Record<string, RunMark>> = {
  b: 'bold',
  strong: 'bold',
  u: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sup: 'superscript',
  sub: 'subscript',
}

const BLOCKS = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** A line end of the source between two wide characters is none of the text (CSS Text 3, 4.1.3). */
const BREAK_IN_WIDE = /(?<=[\u2e80-\uffef])[ \t]*\r?\n[ \t]*(?=[\u2e80-\uffef])/g

class ClipboardReader {
  readonly listed: Listed[] = []
  private readonly parts: OfficePart[] = []
  private readonly tables: OpenTable[] = []
  private readonly open: { readonly name: string; readonly mark: RunMark | 'reading' | undefined }[] = []
  private lines: OfficeRun[][] = [[]]
  private count = 0

  read(token: HtmlToken): void {
    if (token.tag === 'text') this.addText(token.text)
    else if (token.tag === 'start') this.start(token.name, token.attributes)
    else this.finish(token.name)
  }

  end(): OfficePart[] {
    while (this.tables.length > 0) this.finish('table')
    this.closeText()
    return this.parts
  }

  private start(name: string, attributes: Readonly<Record<string, string>>): void {
    const style = attributes.style ?? ''
    if (name === 'br') {
      this.lines.push([])
      return
    }
    if (name === 'table') this.openTable()
    else if (name === 'tr') this.openRow()
    else if (name === 'td' || name === 'th') this.openCell(attributes, style)
    else if (BLOCKS.has(name) && this.lines.at(-1)!.length > 0) this.lines.push([])
    if (name !== 'img' && name !== 'col' && name !== 'hr')
      this.open.push({ name, mark: markOf(name, style, attributes) })
  }

  private finish(name: string): void {
    const at = this.open.findLastIndex((each) => each.name === name)
    if (at >= 0) this.open.splice(at)
    const table = this.tables.at(-1)
    if ((name === 'td' || name === 'th') && table !== undefined) this.closeCell(table)
    else if (name === 'tr' && table !== undefined) this.closeRow(table)
    else if (name === 'table' && table !== undefined) this.closeTable(table)
    else if (BLOCKS.has(name)) {
      if (this.tables.length === 0) this.closeText()
      else this.lines.push([])
    }
  }

  /** Blanks and line ends of the source are one blank, and none at a line's end; full-width ones are text. */
  private addText(text: string): void {
    if (this.tables.length > 0 && this.tables.at(-1)!.cell === undefined) return
    const line = this.lines.at(-1)!
    const folded = text
      .replace(BREAK_IN_WIDE, '')
      .replace(/[ \t\r\n]+/g, ' ')
      .replaceAll('\u00a0', ' ')
    const said = line.length === 0 ? folded.replace(/^ +/, '') : folded
    if (said === '' || (text.trim() === '' && /[\r\n]/.test(text))) return
    const marks = this.open.flatMap(({ mark }) => (mark === undefined || mark === 'reading' ? [] : [mark]))
    if (this.open.some(({ mark }) => mark === 'reading')) {
      this.listed.push({ kind: 'furigana', place: this.placeOf(), text: said.trim() })
    } else line.push({ text: said, marks: [...new Set(marks)] })
  }

  private placeOf(): string {
    return this.tables.at(-1)?.cell?.place ?? `段落${this.count + 1}`
  }

  private openTable(): void {
    if (this.tables.length === 0) this.closeText()
    this.tables.push({ rows: [], covered: [], row: undefined, cell: undefined, isNested: this.tables.length > 0 })
  }

  private openRow(): void {
    const table = this.tables.at(-1)
    if (table === undefined) return
    this.closeRow(table)
    table.row = []
  }

  private openCell(attributes: Readonly<Record<string, string>>, style: string): void {
    const table = this.tables.at(-1)
    if (table === undefined) return
    this.closeCell(table)
    table.row ??= []
    if (table.isNested) return
    const last = table.row.at(-1)
    let column = last === undefined ? 0 : last.column + last.colSpan
    while ((table.covered[column] ?? 0) > 0) column++
    const span = (name: string) => Math.min(1000, Math.max(1, Math.trunc(Number(attributes[name] ?? 1)) || 1))
    table.cell = {
      column,
      rowSpan: span('rowspan'),
      colSpan: span('colspan'),
      paragraphs: [],
      direction: /layout-flow:\s*vertical|writing-mode:\s*tb|mso-rotate:\s*255/i.test(style)
        ? 'vertical'
        : 'horizontal',
      align: attributes.align === 'center' ? 'center' : attributes.align === 'right' ? 'end' : 'start',
      place: `表${this.parts.filter(({ tag }) => tag === 'table').length + 1} 行${table.rows.length + 1} 列${column + 1}`,
      hasBorder: true,
    }
    this.lines = [[]]
  }

  private closeCell(table: OpenTable): void {
    if (table.isNested) {
      if (this.lines.at(-1)!.length > 0) this.lines.push([])
      return
    }
    const { cell } = table
    if (cell === undefined) return
    cell.paragraphs = this.takeLines()
    table.row?.push(cell)
    table.cell = undefined
  }

  private closeRow(table: OpenTable): void {
    this.closeCell(table)
    const { row } = table
    table.row = undefined
    if (row === undefined || table.isNested) return
    const width = Math.max(table.covered.length, ...row.map(({ column, colSpan }) => column + colSpan))
    for (let at = 0; at < width; at++) table.covered[at] = Math.max(0, (table.covered[at] ?? 0) - 1)
    for (const { column, colSpan, rowSpan } of row) {
      for (let at = column; at < column + colSpan; at++) table.covered[at] = rowSpan - 1
    }
    table.rows.push({ cells: row, isHeading: false })
  }

  private closeTable(table: OpenTable): void {
    this.closeRow(table)
    this.tables.pop()
    if (table.isNested) return
    const place = `表${this.parts.filter(({ tag }) => tag === 'table').length + 1}`
    const widths = table.covered.map(() => 54)
    // Cells copied from a sheet may have a title above them and notes below.
    if (table.rows.length > 0)
      this.parts.push({ tag: 'table', table: { place, isSheet: false, widths, rows: table.rows } })
    this.lines = [[]]
  }

  private closeText(): void {
    for (const paragraph of this.takeLines()) {
      this.count++
      this.parts.push({ tag: 'text', paragraph, place: `段落${this.count}`, role: 'flow' })
    }
  }

  private takeLines(): { readonly mark: ''; readonly runs: readonly OfficeRun[] }[] {
    const lines = this.lines.map(trimEnd)
    this.lines = [[]]
    while (lines.length > 0 && lines.at(-1)!.length === 0) lines.pop()
    return lines.map((runs) => ({ mark: '', runs }))
  }
}

function trimEnd(runs: readonly OfficeRun[]): readonly OfficeRun[] {
  const last = runs.at(-1)
  if (last === undefined) return runs
  const text = last.text.replace(/ +$/, '')
  return text === '' ? trimEnd(runs.slice(0, -1)) : runs.with(-1, { ...last, text })
}

function markOf(
  name: string,
  style: string,
  attributes: Readonly<Record<string, string>>,
): RunMark | 'reading' | undefined {
  if (name === 'rt' || name === 'rp') return 'reading'
  if (MARKS[name] !== undefined) return MARKS[name]
  if (/text-decoration:[^;]*line-through/i.test(style)) return 'strike'
  if (/text-decoration:[^;]*underline/i.test(style)) return 'underline'
  if (/(?:^|;)\s*color:\s*(?:red|#ff0000)/i.test(style) || /^(?:red|#ff0000)$/i.test(attributes.color ?? ''))
    return 'red'
  return /font-weight:\s*(?:bold|700)/i.test(style) ? 'bold' : undefined
}
