/** The rows of one page, or the heading rows, as Excel needs them: what each cell says, and heights at which nothing of it is cut off. */

import type { Run } from '../form/form.js'
import type { Page, PageCell } from '../layout/page.js'
import { HIGHEST_ROW, linePitch, reserveLines, wholePixels } from './excel-metrics.js'
import { partText, textOnPage } from './excel-text.js'

export interface Block {
  readonly rows: readonly BlockRow[]
  readonly cells: readonly BlockCell[]
}

export interface BlockRow {
  /** In points, whole pixels. */
  readonly height: number
  /** Rows of the sheet that make up this one: Excel has a highest row. */
  readonly sheetRows: number
}

/** `row` counts within the block. */
export interface BlockCell extends Pick<PageCell, 'row' | 'rowSpan' | 'column' | 'colSpan' | 'cell'> {
  /** Size of the type in points. */
  readonly size: number
  readonly wraps: boolean
  /** One text, or several where one is too long for a cell of Excel. */
  readonly texts: readonly (readonly Run[])[]
  /** In points. */
  readonly needs: number
}

export function blockOf(page: Page, kind: 'head' | 'body', font: string): Block {
  const first = page.rows.findIndex((row) => row.kind === kind)
  const rows = page.rows.filter((row) => row.kind === kind)
  const cells = page.cells
    .filter((cell) => page.rows[cell.row]?.kind === kind)
    .map((cell) => blockCell(cell, first, font))
  const heights = rows.map((row) => wholePixels(row.height))
  for (const { row, rowSpan, needs } of cells.toSorted((a, b) => a.rowSpan - b.rowSpan)) {
    const last = row + rowSpan - 1
    heights[last]! += Math.max(0, needs - sum(heights.slice(row, last + 1)))
  }
  const counts = heights.map((height) => Math.ceil(height / HIGHEST_ROW))
  for (const { row, rowSpan, texts } of cells) {
    const last = row + rowSpan - 1
    counts[last]! += Math.max(0, texts.length - sum(counts.slice(row, last + 1)))
  }
  return { rows: heights.map((height, index) => ({ height, sheetRows: counts[index]! })), cells }
}

function blockCell(pageCell: PageCell, first: number, font: string): BlockCell {
  const { row, rowSpan, column, colSpan, cell, lines } = pageCell
  const runs = textOnPage(pageCell)
  // A vertical name that is too long for its page is set in smaller type there.
  const size = Math.min(cell.size, lines[0]?.line.size ?? cell.size)
  const below = cell.direction === 'vertical' ? longestColumn(pageCell) : Math.max(lines.length, paragraphCount(runs))
  const needs = runs.length === 0 ? 0 : (below + reserveLines(below)) * linePitch(font, size)
  // LibreOffice sets a vertical text that may wrap at the cell's left edge, whatever its alignment says.
  const wraps = cell.direction === 'horizontal' || lines.length > 1
  const texts = partText(runs)
  return { row: row - first, rowSpan, column, colSpan, cell, size, wraps, texts, needs: wholePixels(needs) }
}

function paragraphCount(runs: readonly Run[]): number {
  return sum(runs.map((run) => run.text.split('\n').length - 1)) + 1
}

/** Excel sets vertical characters below each other like lines. */
function longestColumn({ cell, lines }: PageCell): number {
  const lengths = lines.map(({ line }) => {
    const text = cell.paragraphs[line.paragraph]?.runs.map((run) => run.text).join('') ?? ''
    return [...text.slice(line.start, line.end).replace(/\p{M}/gu, '')].length
  })
  return Math.max(0, ...lengths)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
