/** What a cell has of its own beside text: its stretch of a bar, and the rules along its edges. */

import type { CellEdges } from '../../form/form.js'
import type { PageCell } from '../../layout/page.js'
import type { Box, Sheet, Stripe } from './content.js'

/** Between one stripe and the next, measured across the sheet, and the width of a stripe; in points. */
const PITCH = 3
const STRIPE = 0.75

export function drawBar({ cell, left, top, width, height }: PageCell, sheet: Sheet): void {
  if (cell.bar === undefined) return
  const thick = Math.min(height, cell.size)
  const box = { left, top: top + (height - thick) / 2, width, height: thick }
  const { color, pattern } = cell.bar
  if (pattern === 'solid') sheet.fill(box, { color })
  else sheet.stripes(box, stripesOf(box), STRIPE, { color })
}

/** The lightest ones first: they cut no darker one. */
export function drawEdges(cells: readonly PageCell[], sheet: Sheet): void {
  const rules = cells.flatMap((each) => (each.cell.edges === undefined ? [] : edgesOf(each, each.cell.edges)))
  for (const { box, shade } of rules.sort((a, b) => b.shade - a.shade)) sheet.fill(box, { grey: shade })
}

function edgesOf({ left, top, width, height }: Box, edges: CellEdges): { readonly box: Box; readonly shade: number }[] {
  const across = (y: number, rule: number): Box => ({ left, top: y - rule / 2, width, height: rule })
  const down = (x: number, rule: number): Box => ({ left: x - rule / 2, top, width: rule, height })
  const boxes = {
    top: (rule: number) => across(top, rule),
    right: (rule: number) => down(left + width, rule),
    bottom: (rule: number) => across(top + height, rule),
    left: (rule: number) => down(left, rule),
  }
  return (['top', 'right', 'bottom', 'left'] as const).flatMap((side) => {
    const rule = edges[side]
    return rule === undefined ? [] : [{ box: boxes[side](rule.width), shade: rule.shade }]
  })
}

/**
 * Stripes that rise to the right, from the foot of a box to its head; what stands out at its sides is to be cut off.
 * They go by the sheet: those of neighbouring boxes meet.
 */
export function stripesOf({ left, top, width, height }: Box): readonly Stripe[] {
  const bottom = top + height
  // On a stripe x + y is the same everywhere.
  const first = Math.ceil((left + top - STRIPE) / PITCH)
  const last = Math.floor((left + width + bottom + STRIPE) / PITCH)
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const sum = (first + index) * PITCH
    return { x1: sum - bottom, y1: bottom, x2: sum - top, y2: top }
  })
}
