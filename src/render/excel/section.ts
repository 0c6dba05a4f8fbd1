/** A part of the sheet between page breaks: rows of the sheet, and cells with the places and the rules that they have there. */

import type { Align, Direction, VerticalAlign } from '../../definition/form-definition.js'
import type { Bar, EdgeRule, FormCell, Run } from '../../form/form.js'
import type { Link } from './continued-cells.js'
import { PIXEL } from './metrics.js'
import type { Block, BlockCell, BlockRow } from './page-rows.js'

export interface Section {
  /** Its first row in the sheet. */
  readonly start: number
  /** Heights in points. */
  readonly rows: readonly number[]
  readonly cells: readonly SheetCell[]
}

/** A cell with the places that it covers; rows of the sheet and columns count from 0. */
export interface SheetCell {
  readonly row: number
  readonly rowSpan: number
  readonly column: number
  readonly colSpan: number
  readonly runs: readonly Run[]
  /** What the runs say, where it is a number. */
  readonly number?: number | undefined
  readonly look: Look
  readonly edges: Edges
  readonly link: Link
}

export interface Look {
  readonly direction: Direction
  /** Text is broken at the cell's edge and at line feeds. */
  readonly wraps: boolean
  readonly align: Align
  readonly valign: VerticalAlign
  /** Size of the type in points. */
  readonly size: number
  /** 0 (black) to 1 (white). */
  readonly shade: number
  readonly bar?: Bar | undefined
}

/** One of the table's, or a cell's own. */
export type Rule = 'outer' | 'inner' | 'none' | EdgeRule

export interface Edges {
  readonly top: Rule
  readonly right: Rule
  readonly bottom: Rule
  readonly left: Rule
}

/** Where a block stands; `over` and `below` are the rules that close it. */
export interface BlockPlace {
  readonly start: number
  readonly columns: number
  readonly over: Rule
  readonly below: Rule
}

export function tableSection(block: Block, { start, columns, over, below }: BlockPlace): Section {
  const rows = block.rows.map(sheetRows)
  const starts = [start]
  for (const each of rows) starts.push(starts.at(-1)! + each.length)
  const end = starts.at(-1)
  const cells = block.cells.flatMap((cell) => {
    const top = starts[cell.row]!
    const bottom = starts[cell.row + cell.rowSpan]!
    return sheetCells(cell, top, bottom, {
      top: top === start ? over : 'inner',
      right: cell.column + cell.colSpan === columns ? 'outer' : 'inner',
      bottom: bottom === end ? below : 'inner',
      left: cell.column === 0 ? 'outer' : 'inner',
      ...airOf(cell.cell),
      ...cell.cell.edges,
    })
  })
  return { start, rows: rows.flat(), cells }
}

/** The sheet's rows that make up a row of the table, as even in height as whole pixels allow. */
function sheetRows({ height, sheetRows: count }: BlockRow): number[] {
  const pixels = height / PIXEL
  const upTo = (row: number) => Math.floor((pixels * row) / count) * PIXEL
  return Array.from({ length: count }, (_, row) => upTo(row + 1) - upTo(row))
}

/** A cell from row `top` to before `bottom`; several below each other, with no rule between, where its text is too long for one. */
function sheetCells(blockCell: BlockCell, top: number, bottom: number, edges: Edges): SheetCell[] {
  const { column, colSpan, cell, link, size, wraps, texts } = blockCell
  const { direction, align, valign, shade, bar, number } = cell
  const look: Look = { direction, wraps, align, valign, size, shade, bar }
  const startOf = (part: number) => top + Math.floor(((bottom - top) * part) / texts.length)
  return texts.map((runs, part): SheetCell => {
    const row = startOf(part)
    const rowSpan = startOf(part + 1) - row
    const ownLink = part === 0 ? link : 'joined'
    const ownEdges = edgesOfPart(edges, part, texts.length)
    return { row, rowSpan, column, colSpan, runs, number, look, edges: ownEdges, link: ownLink }
  })
}

/** A bar fills its cell: thick rules in the colour of the ground leave air above and below. */
function airOf({ bar, shade }: FormCell): Partial<Edges> {
  const air = { width: 2, shade }
  return bar === undefined ? {} : { top: air, bottom: air }
}

function edgesOfPart(edges: Edges, part: number, count: number): Edges {
  if (count === 1) return edges
  return { ...edges, top: part === 0 ? edges.top : 'none', bottom: part === count - 1 ? edges.bottom : 'none' }
}
