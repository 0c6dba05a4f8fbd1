/** The last pass: where each line stands on the sheet. */

import type { Align } from '../../definition/form-definition.js'
import type { FormCell } from '../../form/form.js'
import type { Line, PlacedLine } from '../page.js'

/** The base line of Japanese type stands 0.88 em below the top of the em box (OpenType ideographic em box). */
const ASCENT = 0.88

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Places the lines of a cell within its box. */
export function placeLines(
  lines: readonly Line[],
  pitch: number,
  cell: FormCell,
  box: Box,
  padding: { readonly x: number; readonly y: number },
): PlacedLine[] {
  const left = box.left + padding.x
  const width = box.width - 2 * padding.x
  if (cell.direction === 'vertical') return placeBeside(lines, pitch, cell, box, padding.y)
  const room = box.height - 2 * padding.y - lines.length * pitch
  const top = box.top + padding.y + (cell.valign === 'middle' ? Math.max(0, room) / 2 : 0)
  return placeBelow(lines, left, top, width, pitch, cell.align)
}

/** Places horizontal lines one below the other. */
export function placeBelow(
  lines: readonly Line[],
  left: number,
  top: number,
  width: number,
  pitch: number,
  align: Align,
): PlacedLine[] {
  return lines.map((line, index) => ({
    line,
    x: left + line.indent + shareOf(align) * Math.max(0, width - line.indent - line.width),
    baseline: top + index * pitch + (pitch - line.size) / 2 + ASCENT * line.size,
  }))
}

/** Places vertical lines from right to left, the block of them in the middle of the cell. `x` is a line's axis. */
function placeBeside(lines: readonly Line[], pitch: number, cell: FormCell, box: Box, padding: number): PlacedLine[] {
  const right = box.left + box.width / 2 + (lines.length * pitch) / 2
  return lines.map((line, index) => {
    const room = box.height - 2 * padding - line.width
    const top = box.top + padding + shareOf(cell.align) * Math.max(0, room)
    return { line, x: right - (index + 0.5) * pitch, baseline: top }
  })
}

/** Of what is free beside a text, the part that lies at its start. */
export function shareOf(align: Align): number {
  return align === 'start' ? 0 : align === 'center' ? 0.5 : 1
}
