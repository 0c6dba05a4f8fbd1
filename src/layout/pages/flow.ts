/** The flow of sections over pages: what every section needs to know to be placed below what stands there. */

import type { Form, TableSection } from '../../form/form.js'
import { breakCell, type CellLines, type LineSettings } from '../lines/cell-lines.js'
import type { PageStack } from './page-stack.js'
import { type LinesOf, leastHeights } from './row-heights.js'

export interface Flow {
  readonly form: Form
  readonly settings: LineSettings
  readonly pages: PageStack
  /** The first two passes over a table: lines and row heights. They are made once. */
  readonly measure: (table: TableSection) => MeasuredTable
}

/** Lengths in points. */
export interface MeasuredTable {
  /** Outer widths of the columns. */
  readonly widths: readonly number[]
  readonly linesOf: LinesOf
  readonly headHeights: readonly number[]
  /** Of the body rows, the least. */
  readonly least: readonly number[]
  /** Height of a row of one line. */
  readonly line: number
  /** Between the table and what stands above it. */
  readonly space: number
}

export function startFlow(form: Form, settings: LineSettings, pages: PageStack): Flow {
  const measured = new Map<TableSection, MeasuredTable>()
  const measure = (table: TableSection) => {
    const known = measured.get(table) ?? measureTable(table, form, settings)
    measured.set(table, known)
    return known
  }
  return { form, settings, pages, measure }
}

function measureTable(table: TableSection, form: Form, settings: LineSettings): MeasuredTable {
  const { type } = form
  const widths = table.columns.map((column) => column.width)
  const widthOf = (column: number, colSpan: number) =>
    widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0)
  const linesOf = memoize((cell, column) => breakCell(cell, widthOf(column, cell.colSpan), settings))
  const line = type.size * type.leading + 2 * form.table.padding.y
  const heights = (rows: TableSection['body']) => leastHeights(rows, linesOf, line)
  const space = table.space ?? type.size / 2
  return { widths, linesOf, headHeights: heights(table.head), least: heights(table.body), line, space }
}

function memoize(find: LinesOf): LinesOf {
  const found = new Map<object, CellLines>()
  return (cell, column) => {
    const known = found.get(cell)
    if (known !== undefined) return known
    const lines = find(cell, column)
    found.set(cell, lines)
    return lines
  }
}
