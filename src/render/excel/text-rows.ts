/** Texts outside a table as rows of a sheet. */

import type { PlacedBlock } from '../../layout/page.js'
import { textOfLines } from './cell-text.js'
import { linkOfPart } from './continued-cells.js'
import { linePitch, PIXEL } from './metrics.js'
import { type Edges, emptyPart, type Look, type SheetCell, type SheetPart } from './sheet-part.js'

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

/** A narrow table breaks a text into more lines than the page does. */
function heightIn({ block, lines, height }: PlacedBlock, width: number, font: string): number {
  const count = lines.reduce((total, { line }) => total + Math.max(1, Math.ceil(line.width / width)), 0)
  return Math.max(height, count * linePitch(font, block.size))
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
