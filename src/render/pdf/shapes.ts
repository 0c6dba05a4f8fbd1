/** What of a page is no text: shades, bars, rules and frames, for whatever can fill boxes and draw straight lines. */

import type { Form } from '../../form/form.js'
import type { Page, PageCell, PageTable } from '../../layout/page.js'
import { blocksOn, cellsOn, tablesOn } from '../../layout/page-sections.js'
import { drawEdges } from './bars-and-edges.js'
import type { Box, Sheet } from './content.js'

/** Draws them, bottom layer first. */
export function drawShapes(
  page: Page,
  form: Form,
  sheet: Sheet,
  drawBar: (cell: PageCell, table: PageTable) => void,
): void {
  const tables = tablesOn(page)
  const cells = cellsOn(page)
  for (const cell of cells) if (cell.cell.shade < 1) sheet.fill(cell, { grey: cell.cell.shade })
  for (const table of tables) for (const cell of table.cells) drawBar(cell, table)
  for (const table of tables) drawRules(table, form, sheet)
  drawEdges(cells, sheet)
  const blocks = [...(page.stamp ? [page.stamp] : []), ...blocksOn(page)]
  for (const placed of blocks) if (placed.block.frame !== undefined) drawBox(placed, placed.block.frame.rule, sheet)
}

/** Every cell is closed on all sides, on every page; the frame is drawn over them. */
function drawRules({ cells }: PageTable, form: Form, sheet: Sheet): void {
  const first = cells[0]
  if (first === undefined) return
  const right = Math.max(...cells.map((cell) => cell.left + cell.width))
  const bottom = Math.max(...cells.map((cell) => cell.top + cell.height))
  const { innerRule, outerRule } = form.table
  for (const { left, top, width, height } of cells) {
    if (left + width < right - 0.01) sheet.rule(left + width, top, left + width, top + height, innerRule)
    if (top + height < bottom - 0.01) sheet.rule(left, top + height, left + width, top + height, innerRule)
  }
  const { left, top } = first
  drawBox({ left, top, width: right - left, height: bottom - top }, outerRule, sheet)
}

function drawBox({ left, top, width, height }: Box, rule: number, sheet: Sheet): void {
  const [right, bottom] = [left + width, top + height]
  sheet.rule(left, top, right, top, rule)
  sheet.rule(left, bottom, right, bottom, rule)
  sheet.rule(left, top, left, bottom, rule)
  sheet.rule(right, top, right, bottom, rule)
}
