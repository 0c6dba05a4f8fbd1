/** A part of the sheet: rows of the sheet, and cells with the places and the rules that they have there. */

import type { Align, Direction, VerticalAlign } from '../../definition/form-definition.js'
import type { Bar, CellSource, EdgeRule, FormCell, Run } from '../../form/form.js'
import type { Link } from './continued-cells.js'
import { HIGHEST_ROW, PIXEL, wholePixels } from './metrics.js'
import type { GroupCell, GroupRow, RowGroup } from './row-group.js'

export interface SheetPart {
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
  /** The plan's row that begins here. */
  readonly source?: CellSource | undefined
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

/** Where a group of rows stands; `over` and `below` are the rules that close it. */
export interface GroupPlace {
  readonly start: number
  /** The sheet's column at which each column of the table begins, and the one behind the last. */
  readonly columns: readonly number[]
  readonly over: Rule
  readonly below: Rule
}

export function tablePart(group: RowGroup, { start, columns, over, below }: GroupPlace): SheetPart {
  const rows = group.rows.map(sheetRows)
  const starts = [start]
  for (const each of rows) starts.push(starts.at(-1)! + each.length)
  const end = starts.at(-1)
  const cells = group.cells.flatMap((cell) => {
    const { row, rowSpan, column, colSpan } = cell
    const top = starts[row]!
    const bottom = starts[row + rowSpan]!
    const left = columns[column]!
    const place = { top, bottom, left, right: columns[column + colSpan]! }
    return sheetCells(cell, place, {
      top: top === start ? over : 'inner',
      right: place.right === columns.at(-1) ? 'outer' : 'inner',
      bottom: bottom === end ? below : 'inner',
      left: column === 0 ? 'outer' : 'inner',
      ...airOf(cell.cell),
      ...cell.cell.edges,
    })
  })
  return { start, rows: rows.flat(), cells }
}

/** Rows that say nothing, as many as Excel's highest row asks for. */
export function emptyPart(start: number, height: number): SheetPart {
  const count = Math.ceil(height / HIGHEST_ROW)
  return { start, rows: Array.from({ length: count }, () => wholePixels(height / count)), cells: [] }
}

/** The sheet's rows that make up a row of the table, as even in height as whole pixels allow. */
function sheetRows({ height, sheetRows: count }: GroupRow): number[] {
  const pixels = height / PIXEL
  const upTo = (row: number) => Math.floor((pixels * row) / count) * PIXEL
  return Array.from({ length: count }, (_, row) => upTo(row + 1) - upTo(row))
}

/** Rows and columns of the sheet, to before `bottom` and `right`. */
interface CellPlace {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** A cell; several below each other, with no rule between, where its text is too long for one. */
function sheetCells(groupCell: GroupCell, { top, bottom, left, right }: CellPlace, edges: Edges): SheetCell[] {
  const { cell, link, size, wraps, texts } = groupCell
  const { direction, align, valign, shade, bar, number, source } = cell
  const look: Look = { direction, wraps, align, valign, size, shade, bar }
  const startOf = (part: number) => top + Math.floor(((bottom - top) * part) / texts.length)
  return texts.map((runs, part): SheetCell => {
    const row = startOf(part)
    const spans = { rowSpan: startOf(part + 1) - row, colSpan: right - left }
    const ownLink = part === 0 ? link : 'joined'
    const ownEdges = edgesOfPart(edges, part, texts.length)
    const begins = part === 0 && link === 'own' ? source : undefined
    return { row, column: left, ...spans, runs, number, look, edges: ownEdges, link: ownLink, source: begins }
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
