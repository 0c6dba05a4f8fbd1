/** Breaks a paragraph into the lines of a column (JIS X 4051, JLREQ 3.8). */

import type { LineDefinition } from '../../definition/form-definition.js'
import type { Measure } from '../../fonts/measure.js'
import type { Paragraph } from '../../form/form.js'
import type { Line } from '../page.js'
import { type Gaps, spread, squeezable, squeeze } from './adjust-line.js'
import { skipSpaces } from './kinsoku.js'
import { edgeOf, findLineEnd, mayHang, overhangs, type Stretch } from './line-end.js'
import { stretchesOf } from './line-feeds.js'
import { cutPieces, type LineText, textOf } from './line-pieces.js'
import { measureParagraph } from './measured-paragraph.js'
import { type MeasuredText, widthOf } from './measured-text.js'

export interface LineRequest {
  /** Width of the column in points. */
  readonly width: number
  /** Size of the type in points. */
  readonly size: number
  readonly rules: LineDefinition
  readonly measure: Measure
}

/** A sum of advances may miss the measure by rounding: this much, in em, is not an overflow. */
const ROUNDING = 1e-6

/**
 * Breaks a paragraph into horizontal lines; `index` is its place in the cell. A paragraph without text gives one empty
 * line, and a line feed ends a line. The spaces that close a line belong to its range and to its last piece, and have
 * no advance. A hanging character is in its piece's advance and not in the line's width.
 */
export function breakLines(paragraph: Paragraph, index: number, request: LineRequest): Line[] {
  const { size, rules } = request
  const text = textOf(paragraph)
  const measured = measureParagraph(paragraph, request.measure)
  const head = skipSpaces(text, paragraph.marker, text.length)
  const markerIndent = rules.markerIndent ? indentOf(measured, paragraph.marker, request) : 0
  const lines: Line[] = []
  const seams = seamsOf(paragraph)
  for (const { start: first, end: last } of stretchesOf(text)) {
    const stretch: Stretch = { measured, rules, head, seams, end: last }
    let start = first
    do {
      const indent = lines.length === 0 ? 0 : markerIndent
      const room = request.width - indent
      const range = findRange(stretch, start, room / size)
      const end = range.end < last ? range.end : Math.min(last + 1, text.length)
      const width = range.width === 'full' ? room : range.width * size
      const pieces = cutPieces(measured, paragraph.runs, range, size)
      lines.push({ paragraph: index, start, end, size, indent, width, pieces, direction: 'horizontal' })
      start = end
    } while (start < last)
  }
  return lines
}

/** Between two runs of different revisions, in UTF-16 units of the text. */
function seamsOf({ runs }: Paragraph): number[] {
  let at = 0
  return runs.flatMap((run, index) => {
    const before = at
    at += run.text.length
    return index > 0 && run.revision !== runs[index - 1]!.revision ? [before] : []
  })
}

/** The line that begins at `start` in a column of `room` em. */
function findRange(stretch: Stretch, start: number, room: number): LineText & { readonly width: number | 'full' } {
  const { measured, rules } = stretch
  const limit = room + ROUNDING
  const overflow = fill(stretch, start, limit)
  const end = overflow === stretch.end ? overflow : findLineEnd(stretch, start, overflow, limit)
  const edge = edgeOf(measured, start, end)
  const natural = widthOf(measured, start, edge)
  const hangs = natural > limit && rules.hanging && mayHang(measured, edge - 1)
  const width = hangs ? natural - measured.advances[edge - 1]! : natural
  const gaps = adjust(stretch, start, hangs ? edge - 1 : edge, room - width, end === stretch.end)
  const full = gaps !== undefined || (width > room && width <= limit)
  return { start, end, edge, natural, gaps, width: full ? 'full' : width }
}

/** The first cluster from `start` on that does not fit, or the stretch's end. Spaces overhang. */
function fill({ measured, end }: Stretch, start: number, limit: number): number {
  const { advances } = measured
  let width = 0
  for (let at = start; at < end; at++) {
    width += advances[at]!
    if (width > limit && advances[at]! > 0 && !overhangs(measured, at)) return at
  }
  return end
}

/** `slack` is what the line is too short by, in em; negative where it is too long. */
function adjust(
  { measured, rules }: Stretch,
  start: number,
  end: number,
  slack: number,
  last: boolean,
): Gaps | undefined {
  if (slack < -ROUNDING && rules.pushIn && squeezable(measured, start, end) >= -slack - ROUNDING)
    return squeeze(measured, start, end, -slack)
  return slack > 0 && rules.justify && !last ? spread(measured, start, end, slack) : undefined
}

/** In points. No indent where it would leave less than two characters: a line must hold text. */
function indentOf(measured: MeasuredText, marker: number, { width, size }: LineRequest): number {
  const indent = widthOf(measured, 0, Math.min(marker, measured.text.length)) * size
  return width - indent >= 2 * size ? indent : 0
}
