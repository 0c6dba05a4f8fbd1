/** Cells that were broken into lines before: a form is laid out again where its headings are repeated. */

import type { FormCell } from '../../form/form.js'
import { breakCell, type CellLines, type LineSettings } from './cell-lines.js'

/** Lines by cell, with the width that they were broken for. For one form with one measure. */
export type BrokenCells = Map<FormCell, { readonly width: number; readonly lines: CellLines }>

/** Breaks cells, of outer widths that `widthOf` tells, but for those that are known; adds what it breaks to them. */
export function rememberLines(
  broken: BrokenCells,
  widthOf: (cell: FormCell, column: number) => number,
  settings: LineSettings,
): (cell: FormCell, column: number) => CellLines {
  return (cell, column) => {
    const known = broken.get(cell)
    const width = widthOf(cell, column)
    if (known?.width === width) return known.lines
    const lines = breakCell(cell, width, settings)
    broken.set(cell, { width, lines })
    return lines
  }
}
