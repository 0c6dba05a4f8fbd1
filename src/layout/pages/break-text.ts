/** Where the text of a cell may part at the foot of a page. */

import type { Paragraph } from '../../form/form.js'
import type { Line } from '../page.js'

/**
 * How many of the lines from `next` on stay on this page, `room` at most. No paragraph leaves or carries fewer than
 * `minLines` of its lines, nor does the cell, and no line that announces the next one (a 【…】 heading, a bare
 * ○[団体]) stays behind. 0 where no such place is found.
 */
export function linesThatStay(
  lines: readonly Line[],
  next: number,
  room: number,
  paragraphs: readonly Paragraph[],
  minLines: number,
): number {
  const rest = lines.length - next
  if (rest <= room) return rest
  for (let count = room; count > 0; count--) {
    if (mayPart(lines, next, next + count, paragraphs, minLines)) return count
  }
  return 0
}

function mayPart(
  lines: readonly Line[],
  from: number,
  at: number,
  paragraphs: readonly Paragraph[],
  minLines: number,
): boolean {
  const left = lines[at - 1]!.paragraph
  const carried = lines[at]!.paragraph
  const whole = lines.length
  if (whole - at < minLines || (at - from < minLines && from === 0)) return false
  if (left !== carried) return !paragraphs[left]?.keepWithNext
  let before = at
  while (before > 0 && lines[before - 1]!.paragraph === left) before--
  let after = at
  while (after < whole && lines[after]!.paragraph === left) after++
  return at - before >= minLines && after - at >= minLines
}
