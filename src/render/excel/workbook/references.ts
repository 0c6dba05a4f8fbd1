/** How formulas and parts name cells: `A1`, `A1:B2`, `'Sheet'!$A$1` (ECMA-376 part 1, 18.17.2.3). */

import type { Area } from './workbook.js'

export function cellName(row: number, column: number): string {
  return columnName(column) + (row + 1)
}

export function areaName({ row, column, rowSpan, colSpan }: Area): string {
  return `${cellName(row, column)}:${cellName(row + rowSpan - 1, column + colSpan - 1)}`
}

/** The same place from wherever it is asked for. */
export function absoluteCell(sheet: string, row: number, column: number): string {
  return `${quoted(sheet)}!$${columnName(column)}$${row + 1}`
}

/** Whole rows, to before `end`. */
export function absoluteRows(sheet: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${quoted(sheet)}!$${start + 1}:$${end}`
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`
}

/** A, …, Z, AA, … */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
