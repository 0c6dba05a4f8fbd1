/** Title and texts outside a table as rows of a sheet. */

import type { Form } from '../../form/form.js'
import type { Page, PlacedBlock, PlacedLine } from '../../layout/page.js'
import { extentOf } from '../../layout/page-sections.js'
import { joinParagraphs, textOfLines } from './cell-text.js'
import { linkOfPart } from './continued-cells.js'
import { linePitch, PIXEL, wholePixels } from './metrics.js'
import { type Edges, emptyPart, type Look, type SheetCell, type SheetPart } from './sheet-part.js'

const NO_RULES: Edges = { top: 'none', right: 'none', bottom: 'none', left: 'none' }

/** The title of `form` as it stands on its page; `start` is its first row in the sheet, `widths` are those of its columns. */
export function titlePart(form: Form, page: Page, start: number, widths: readonly number[]): SheetPart {
  if (page.title.length === 0) return { start, rows: [], cells: [] }
  const { titleSize: size, officeFont } = form.type
  const look: Look = { direction: 'horizontal', wraps: true, align: 'center', valign: 'middle', size, shade: 1 }
  const [below] = page.sections
  const room = ((below && extentOf(below)?.top) ?? 0) - form.paper.margins.top
  const rows = form.title.map((_, index) => {
    const count = linesIn(
      page.title.filter(({ line }) => line.paragraph === index),
      sum(widths),
    )
    return wholePixels(Math.max(count * linePitch(officeFont, size), room / form.title.length))
  })
  const cells = form.title.map(
    (paragraph, index): SheetCell => ({
      row: start + index,
      rowSpan: 1,
      column: 0,
      colSpan: widths.length,
      runs: joinParagraphs([paragraph]),
      look,
      edges: NO_RULES,
      link: 'own',
    }),
  )
  return { start, rows, cells }
}

/** Where the blocks stand. */
export interface TextPlace {
  /** The first row in the sheet. */
  readonly start: number
  /** Heights on the page, in points: where the first row begins, and where the last one has to end. */
  readonly top: number
  readonly bottom: number
  /** Of the sheet's columns in the layout, in points. */
  readonly widths: readonly number[]
  readonly font: string
}

/** Rows for the blocks and for the space between them. */
export function textPart(blocks: readonly PlacedBlock[], { start, top, bottom, widths, font }: TextPlace): SheetPart {
  const rows: number[] = []
  const cells: SheetCell[] = []
  const addRows = (height: number) => {
    const added = emptyPart(start, height).rows
    rows.push(...added)
    return added.length
  }
  const leaveFree = (space: number) => {
    if (space >= PIXEL) addRows(space)
  }
  let end = top
  for (const placed of blocks) {
    leaveFree(placed.top - end)
    const { column, colSpan } = columnsOf(placed, widths)
    const width = sum(widths.slice(column, column + colSpan))
    const row = start + rows.length
    const rowSpan = addRows(heightIn(placed, width, font))
    cells.push({
      row,
      rowSpan,
      column,
      colSpan,
      runs: textOfLines(placed.block.paragraphs, placed.lines, placed.part),
      look: lookOf(placed),
      edges: edgesOf(placed),
      link: linkOfPart(placed),
    })
    end = placed.top + placed.height
  }
  if (blocks.length > 0) leaveFree(bottom - end)
  return { start, rows, cells }
}

/** A frame goes along the columns: as many of them as it takes, from the side at which it stands. */
function columnsOf(
  { block: { frame, align }, width }: PlacedBlock,
  widths: readonly number[],
): { readonly column: number; readonly colSpan: number } {
  const count = widths.length
  if (frame === undefined || align === 'center') return { column: 0, colSpan: count }
  const fromSide = align === 'end' ? widths.toReversed() : widths
  const enough = fromSide.findIndex((_, index) => sum(fromSide.slice(0, index + 1)) >= width)
  const colSpan = enough < 0 ? count : enough + 1
  return { column: align === 'end' ? count - colSpan : 0, colSpan }
}

function heightIn({ block, lines, height }: PlacedBlock, width: number, font: string): number {
  return Math.max(height, linesIn(lines, width) * linePitch(font, block.size))
}

/** A narrow table breaks a text into more lines than the page does. */
function linesIn(lines: readonly PlacedLine[], width: number): number {
  return lines.reduce((total, { line }) => total + Math.max(1, Math.ceil(line.width / width)), 0)
}

function lookOf({ block: { frame, align, size } }: PlacedBlock): Look {
  const own = frame === undefined ? align : 'center'
  return { direction: 'horizontal', wraps: true, align: own, valign: 'middle', size, shade: 1 }
}

function edgesOf({ block: { frame } }: PlacedBlock): Edges {
  const rule = frame === undefined ? 'none' : 'inner'
  return { top: rule, right: rule, bottom: rule, left: rule }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
