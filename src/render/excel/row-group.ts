/** The heading rows of a table, or its body rows on one page, as Excel needs them: what each cell says, and heights at which nothing of it is cut off. */

import type { Run } from '../../form/form.js'
import type { PageCell, PageTable } from '../../layout/page.js'
import { partText, textOnPage } from './cell-text.js'
import { type Link, linkOf } from './continued-cells.js'
import { HIGHEST_ROW, linePitch, reserveLines, wholePixels } from './metrics.js'

export interface RowGroup {
  readonly rows: readonly GroupRow[]
  readonly cells: readonly GroupCell[]
}

export interface GroupRow {
  /** In points, whole pixels. */
  readonly height: number
  /** Rows of the sheet that make up this one: Excel has a highest row. */
  readonly sheetRows: number
}

/** `row` counts within the group. */
export interface GroupCell extends Pick<PageCell, 'row' | 'rowSpan' | 'column' | 'colSpan' | 'cell'> {
  readonly link: Link
  /** Size of the type in points. */
  readonly size: number
  readonly wraps: boolean
  /** One text, or several where one is too long for a cell of Excel. */
  readonly texts: readonly (readonly Run[])[]
  /** In points. */
  readonly needs: number
}

export function rowGroup(table: PageTable, kind: 'head' | 'body', font: string): RowGroup {
  const first = table.rows.findIndex((row) => row.kind === kind)
  const rows = table.rows.filter((row) => row.kind === kind)
  const heights = rows.map((row) => wholePixels(row.height))
  const grow = (cells: readonly GroupCell[]) => {
    for (const { row, rowSpan, needs } of cells.toSorted((a, b) => a.rowSpan - b.rowSpan)) {
      const last = row + rowSpan - 1
      heights[last]! += Math.max(0, needs - sum(heights.slice(row, last + 1)))
    }
    return cells
  }
  const tableCells = table.cells.filter((cell) => table.rows[cell.row]?.kind === kind)
  const isVertical = ({ cell }: PageCell) => cell.direction === 'vertical'
  const horizontal = grow(
    tableCells.filter((each) => !isVertical(each)).map((each) => horizontalCell(each, first, font)),
  )
  // Their type goes by the room that the text beside them makes.
  const vertical = tableCells.filter(isVertical).map((each) => {
    const row = each.row - first
    return verticalCell(each, first, font, sum(heights.slice(row, row + each.rowSpan)))
  })
  const cells = [...horizontal, ...grow(vertical)]
  const counts = heights.map((height) => Math.ceil(height / HIGHEST_ROW))
  for (const { row, rowSpan, texts } of cells) {
    const last = row + rowSpan - 1
    counts[last]! += Math.max(0, texts.length - sum(counts.slice(row, last + 1)))
  }
  return { rows: heights.map((height, index) => ({ height, sheetRows: counts[index]! })), cells }
}

function horizontalCell(pageCell: PageCell, first: number, font: string): GroupCell {
  const { row, rowSpan, column, colSpan, cell, lines } = pageCell
  const runs = textOnPage(pageCell)
  const count = Math.max(lines.length, linesIn(runs))
  const size = lines[0]?.line.size ?? cell.size
  const needs = wholePixels(runs.length === 0 ? 0 : heightOf(count, size, font))
  const link = linkOf(pageCell)
  return { row: row - first, rowSpan, column, colSpan, cell, link, size, wraps: true, texts: partText(runs), needs }
}

/** Smaller type is not for reading: below it the row grows instead. In points. */
const SMALLEST = 7

/**
 * One upright column of text, whatever number the layout found: LibreOffice stacks all characters below each other, and
 * nothing says on which side Excel sets the second column. Its type is so much smaller that it fits into `height` (points).
 */
function verticalCell(pageCell: PageCell, first: number, font: string, height: number): GroupCell {
  const { row, rowSpan, column, colSpan, cell, lines } = pageCell
  const runs = textOnPage(pageCell)
  const text = textOf(runs)
  const count = [...text.replace(/[\p{M}\n]/gu, '')].length
  // A name that is too long for its page is set in smaller type there.
  let size = Math.min(cell.size, lines[0]?.line.size ?? cell.size)
  while (size - 0.5 >= SMALLEST && heightOf(count, size, font) > height) size -= 0.5
  const needs = wholePixels(heightOf(count, size, font))
  // LibreOffice sets a vertical text that may wrap at the cell's left edge, whatever its alignment says.
  const wraps = text.includes('\n')
  const place = { row: row - first, rowSpan, column, colSpan, cell, link: linkOf(pageCell) }
  return { ...place, size, wraps, texts: partText(runs), needs }
}

/** So many lines, or characters that stand below each other like lines. */
function heightOf(count: number, size: number, font: string): number {
  return (count + reserveLines(count)) * linePitch(font, size)
}

/** Lines between line feeds. */
function linesIn(runs: readonly Run[]): number {
  let count = 1
  for (const { text } of runs) for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
