/** The third pass: rows onto pages. A row stays whole where it fits on a page; a taller one parts between lines. */

import type { Form, FormCell, FormRow, TableSection } from '../../form/form.js'
import { repeatedCell } from '../../form/split-table.js'
import { breakCell, type CellLines, fitVerticalCell, type LineSettings } from '../lines/cell-lines.js'
import type { Line, PageCell, RowPart } from '../page.js'
import { linesThatStay } from './break-text.js'
import type { LinesOf } from './row-heights.js'

/** What of a table's body stands on one page, before lines get their places on the sheet. */
export interface TableBody {
  readonly rows: readonly BodyRow[]
  readonly cells: readonly BodyCell[]
}

export interface BodyRow {
  readonly index: number
  readonly part: RowPart
  readonly height: number
}

/** The part of a cell on one page; `row` is the index of its first row in `TableBody.rows`. */
export interface BodyCell extends Pick<PageCell, 'row' | 'rowSpan' | 'column' | 'cell' | 'flow' | 'openBelow'> {
  readonly lines: readonly Line[]
  readonly pitch: number
  readonly height: number
}

/** Room for body rows in points, on the first page and on the others. */
export interface PageRoom {
  readonly first: number
  readonly other: number
}

/** A cell on its way down the rows and pages. */
interface OpenCell {
  /** The cell as the form has it, and as it stands here: a repeated label may carry a mark. */
  readonly original: FormCell
  cell: FormCell
  readonly column: number
  readonly width: number
  /** The row that ends it. */
  readonly lastRow: number
  text: CellLines
  /** The first of its lines that no page has yet. */
  next: number
  flow: PageCell['flow']
  /** Its first row on this page and its height there so far. */
  row: number
  height: number
}

/** A label higher than this part of a page is not repeated: it would leave no room for what it names. */
const HIGHEST_LABEL = 0.5

/** Rounding of sums of heights, in points. */
const ROUNDING = 0.001

/** Puts all rows on pages, or those of the first `most` pages. `least` are the rows' least heights and `widths` the columns' outer widths, in points. */
export function paginate(
  table: TableSection,
  form: Form,
  widths: readonly number[],
  least: readonly number[],
  linesOf: LinesOf,
  settings: LineSettings,
  room: PageRoom,
  most: number,
): TableBody[] {
  const pages = new Pages(form, settings, room)
  for (const [index, row] of table.body.entries()) {
    if (row.startsPage) pages.turn()
    if (pages.done.length >= most) return pages.done
    pages.add(index, openCells(index, row, widths, linesOf), least[index]!)
  }
  pages.turn()
  return pages.done
}

function openCells(index: number, row: FormRow, widths: readonly number[], linesOf: LinesOf): OpenCell[] {
  return row.slots.flatMap((cell, column) => {
    if (cell.tag === 'covered') return []
    const width = widths.slice(column, column + cell.colSpan).reduce((sum, each) => sum + each, 0)
    const lastRow = index + cell.rowSpan - 1
    const text = linesOf(cell, column)
    return { original: cell, cell, column, width, lastRow, text, next: 0, flow: 'first', row: 0, height: 0 }
  })
}

/** A label over several rows of which nothing stands on a page yet. A vertical one shrinks instead. */
function isWholeLabel({ original, flow, next, text }: OpenCell): boolean {
  return original.isLabel && original.rowSpan > 1 && flow === 'first' && next === 0 && text.direction === 'horizontal'
}

class Pages {
  readonly done: TableBody[] = []
  private rows: BodyRow[] = []
  private cells: BodyCell[] = []
  private open: OpenCell[] = []
  private used = 0

  constructor(
    private readonly form: Form,
    private readonly settings: LineSettings,
    private readonly room: PageRoom,
  ) {}

  add(index: number, starting: readonly OpenCell[], least: number): void {
    const before = this.open
    this.begin(before, starting)
    const wanted = Math.max(this.heightOf(index, least), this.labelHeight(starting))
    if (wanted > this.left() && this.rows.length > 0 && !this.partsHere(index, least)) {
      this.open = before
      this.turn()
      this.begin(this.open, starting)
    }
    let part: RowPart = 'whole'
    let needed = this.heightOf(index, least)
    while (needed > this.left() + ROUNDING) {
      part = part === 'whole' ? 'first' : 'middle'
      this.commit(index, part, this.left())
      this.turn()
      needed = this.heightOf(index, 0)
    }
    this.commit(index, part === 'whole' ? 'whole' : 'last', needed)
    this.close(index)
  }

  /** Ends the page: every open cell leaves here what fits and goes on on the next. */
  turn(): void {
    if (this.rows.length === 0) return
    this.completeLabels()
    for (const each of this.open) {
      const shown = this.linesHere(each)
      this.show(each, shown, true)
      each.next += shown.length
      each.row = 0
      each.height = 0
      // A label that was cut by the page's end has been said before: it stands again from its beginning.
      if (each.flow !== 'repeated' && each.next < each.text.lines.length) each.flow = 'continued'
      else this.repeat(each)
    }
    const cells = this.cells.sort((a, b) => a.row - b.row || a.column - b.column)
    this.done.push({ rows: this.rows, cells })
    this.rows = []
    this.cells = []
    this.used = 0
  }

  private begin(open: readonly OpenCell[], starting: readonly OpenCell[]): void {
    for (const each of starting) each.row = this.rows.length
    this.open = [...open, ...starting]
  }

  /** What the labels among these cells need to be read where they begin; nothing where no page is high enough. */
  private labelHeight(starting: readonly OpenCell[]): number {
    const heights = starting.filter(isWholeLabel).map((each) => each.text.height)
    return Math.max(0, ...heights.filter((height) => height <= this.room.other))
  }

  /** Where the page has room left, its last row gives it to a label that has just begun, for it to be read here. */
  private completeLabels(): void {
    const lacking = this.open.filter(isWholeLabel).map((each) => each.text.height - each.height)
    const more = Math.max(0, ...lacking.filter((height) => height <= this.left()))
    if (more < ROUNDING) return
    const last = this.rows.length - 1
    const ending = (cell: BodyCell) => cell.row + cell.rowSpan > last
    this.rows[last] = { ...this.rows[last]!, height: this.rows[last]!.height + more }
    this.cells = this.cells.map((cell) => (ending(cell) ? { ...cell, height: cell.height + more } : cell))
    for (const each of this.open) each.height += more
    this.used += more
  }

  private left(): number {
    return (this.done.length === 0 ? this.room.first : this.room.other) - this.used
  }

  /** Whether a row that does not fit here is one that no page can hold, and worth beginning here. */
  private partsHere(index: number, least: number): boolean {
    const pitch = this.form.type.size * this.form.type.leading
    const enough = 2 * this.form.pages.minLines * pitch + 2 * this.settings.padding.y
    return this.left() >= enough && this.heightOnFreshPage(index, least) > this.room.other
  }

  /** The height that the row needs here: what its own cells and those that end with it still need. */
  private heightOf(index: number, least: number): number {
    let height = least
    for (const each of this.open) {
      if (each.lastRow === index) height = Math.max(height, this.heightFrom(each, each.next) - each.height)
    }
    return height
  }

  /** The same if the page were turned before the row. */
  private heightOnFreshPage(index: number, least: number): number {
    let height = least
    for (const each of this.open) {
      if (each.lastRow !== index) continue
      const next = each.height > 0 ? each.next + this.linesHere(each).length : 0
      const again = next >= each.text.lines.length && each.height > 0
      height = Math.max(height, again ? this.labelOf(each).text.height : this.heightFrom(each, next))
    }
    return height
  }

  /** What the lines from `next` on need, padding included. A vertical name shrinks rather than overflow the page. */
  private heightFrom(each: OpenCell, next: number): number {
    if (each.text.direction === 'vertical') return Math.min(each.text.height, this.room.other * HIGHEST_LABEL)
    return (each.text.lines.length - next) * each.text.pitch + 2 * this.settings.padding.y
  }

  /** The lines of an open cell that stay on this page when it ends now. */
  private linesHere(each: OpenCell): readonly Line[] {
    const { lines, pitch, direction } = each.text
    if (direction === 'vertical') return lines
    const room = Math.max(0, Math.floor((each.height - 2 * this.settings.padding.y) / pitch + ROUNDING))
    const count = linesThatStay(lines, each.next, room, each.cell.paragraphs, this.form.pages.minLines)
    // A row that has the page to itself takes what fits, whatever the rules say: it could go on for ever.
    const alone = this.rows.length === 1 && this.left() < ROUNDING
    return lines.slice(each.next, each.next + (count === 0 && alone ? Math.max(room, 1) : count))
  }

  /** The label of a cell for the next page: empty where it names nothing or is too high to stand twice. */
  private labelOf(each: OpenCell): Pick<OpenCell, 'cell' | 'text'> {
    const cell = repeatedCell(each.original, this.form.pages.continued)
    const text = breakCell(cell, each.width, this.settings)
    const fits = text.direction === 'vertical' || text.height <= this.room.other * HIGHEST_LABEL
    if (each.original.isLabel && fits) return { cell, text }
    return { cell: each.original, text: { ...text, lines: [], height: 0 } }
  }

  private repeat(each: OpenCell): void {
    const { cell, text } = this.labelOf(each)
    each.cell = cell
    each.text = text
    each.next = 0
    each.flow = 'repeated'
  }

  private commit(index: number, part: RowPart, height: number): void {
    this.rows.push({ index, part, height })
    this.used += height
    for (const each of this.open) each.height += height
  }

  /** Puts the cells that end with this row on the page. */
  private close(index: number): void {
    for (const each of this.open) {
      if (each.lastRow === index) this.show(each, each.text.lines.slice(each.next), false)
    }
    this.open = this.open.filter((each) => each.lastRow !== index)
  }

  private show(each: OpenCell, lines: readonly Line[], openBelow: boolean): void {
    const { cell, column, row, height, flow, width } = each
    const rowSpan = this.rows.length - row
    const text = each.text.direction === 'vertical' ? fitVerticalCell(cell, width, height, this.settings) : each.text
    const shown = each.text.direction === 'vertical' ? text.lines : lines
    this.cells.push({ row, rowSpan, column, cell, lines: shown, pitch: text.pitch, height, flow, openBelow })
  }
}
