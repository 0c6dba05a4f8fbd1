/** The flow of sections over pages: what every section needs to know to be placed below what stands there. */

import type { Form, TableSection } from '../../form/form.js'
import { type BrokenCells, rememberLines } from '../lines/broken-cells.js'
import { breakUprightHeading, type LineSettings } from '../lines/cell-lines.js'
import type { SectionStretch } from '../stretches.js'
import { blockBox } from './page-boxes.js'
import type { PageStack } from './page-stack.js'
import type { Box } from './place-lines.js'
import { type LinesOf, leastHeights } from './row-heights.js'

export interface Flow {
  readonly form: Form
  readonly settings: LineSettings
  readonly pages: PageStack
  /** The first two passes over a table: lines and row heights. They are made once. */
  readonly measure: (table: TableSection) => MeasuredTable
  /** No more than so many pages of a table are made. */
  readonly most: number
  /** The index behind the last section on this paper. */
  readonly end: number
  /** Where blocks stand: see `blockBox`. */
  readonly box: Box
}

/** Lengths in points. */
export interface MeasuredTable {
  /** Outer widths of the columns. */
  readonly widths: readonly number[]
  readonly linesOf: LinesOf
  readonly headLinesOf: LinesOf
  readonly headHeights: readonly number[]
  /** Of the body rows, the least. */
  readonly least: readonly number[]
  /** Height of a row of one line. */
  readonly line: number
  /** Between the table and what stands above it. */
  readonly space: number
}

export function startFlow(
  form: Form,
  settings: LineSettings,
  pages: PageStack,
  broken: BrokenCells,
  most: number,
  { from, to }: SectionStretch,
): Flow {
  const measured = new Map<TableSection, MeasuredTable>()
  const measure = (table: TableSection) => {
    const known = measured.get(table) ?? measureTable(table, form, settings, broken)
    measured.set(table, known)
    return known
  }
  const box = blockBox(form, form.sections.slice(from, to))
  return { form, settings, pages, measure, most, end: to, box }
}

function measureTable(table: TableSection, form: Form, settings: LineSettings, broken: BrokenCells): MeasuredTable {
  const { type } = form
  const widths = table.columns.map((column) => column.width)
  const linesOf = rememberLines(broken, (cell, column) => spanWidth(widths, column, cell.colSpan), settings)
  const line = type.size * type.leading + 2 * form.table.padding.y
  const headLinesOf: LinesOf = (cell, column) =>
    cell.direction === 'vertical' ? breakUprightHeading(cell, settings) : linesOf(cell, column)
  const space = table.space ?? type.size / 2
  const headHeights = leastHeights(table.head, headLinesOf, line)
  const least = leastHeights(table.body, linesOf, line)
  return { widths, linesOf, headLinesOf, headHeights, least, line, space }
}

/** Of the columns that a cell reaches over. */
export function spanWidth(widths: readonly number[], column: number, colSpan: number): number {
  let width = 0
  for (let at = column; at < column + colSpan; at++) width += widths[at]!
  return width
}
