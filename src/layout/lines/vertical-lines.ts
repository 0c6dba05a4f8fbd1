/** Breaks a paragraph into upright columns of text, set from top to bottom (JLREQ 3.2.3, 3.2.5). */

import type { Measure } from '../../fonts/measure.js'
import type { Paragraph } from '../../form/form.js'
import type { Line, Piece } from '../page.js'
import { skipSpaces } from './kinsoku.js'
import { type Range, stretchesOf } from './line-feeds.js'
import { marksIn, textOf } from './line-pieces.js'
import { measureParagraph } from './measured-paragraph.js'
import { clusterEnd, drawn, type MeasuredText, widthOf } from './measured-text.js'
import { balanceColumns } from './vertical-columns.js'

export interface VerticalRequest {
  /** Room downwards in points; Infinity for one column. */
  readonly height: number
  /** Size of the type in points: every place in a column is one em. */
  readonly size: number
  readonly measure: Measure
}

/** What stands in one em: a grapheme cluster, or a few letters and figures side by side (縦中横). */
interface Place extends Range {
  readonly stands: 'upright' | 'across'
}

/** Longer runs of letters and figures stand one below the other. */
export const ACROSS = 3

/**
 * Breaks a paragraph into vertical lines, in reading order; `index` is its place in the cell. They are as few as the
 * height allows, as even as kinsoku allows, and end by preference at ・ or where a bracket begins or ends.
 */
export function breakVertical(paragraph: Paragraph, index: number, request: VerticalRequest): Line[] {
  const { height, size } = request
  const text = textOf(paragraph)
  const measured = measureParagraph(paragraph, request.measure)
  const room = Math.max(1, Math.floor(height / size + 1e-6))
  const head = skipSpaces(text, paragraph.marker, text.length)
  return stretchesOf(text).flatMap((stretch) => {
    const places = findPlaces(measured, stretch)
    const ends = balanceColumns(text, places, room, head)
    return ends.map((end, column): Line => {
      const first = column === 0 ? 0 : ends[column - 1]!
      const own = places.slice(first, end)
      const width = own.length * size
      const lying = width + size * own.reduce((sum, place) => sum + excessOf(measured, place), 0)
      return {
        paragraph: index,
        start: column === 0 ? stretch.start : places[first]!.start,
        end: column < ends.length - 1 ? places[end]!.start : Math.min(stretch.end + 1, text.length),
        size,
        indent: 0,
        width,
        ...(lying > width && { lying }),
        pieces: own.map((place, down) => setPlace(measured, paragraph, place, down, size)),
        direction: 'vertical',
      }
    })
  })
}

/** How much longer than its place what stands across is on its side, in em. */
function excessOf(measured: MeasuredText, { start, end, stands }: Place): number {
  return stands === 'across' ? Math.max(0, widthOf(measured, start, end) - 1) : 0
}

function setPlace(measured: MeasuredText, paragraph: Paragraph, place: Place, down: number, size: number): Piece {
  const { start, end, stands } = place
  const marks = marksIn(paragraph.runs, start, end)
  return { text: drawn(measured, start, end), offset: down * size, advance: size, spacing: 0, stands, ...marks }
}

/** The text place by place. What is not drawn, U+200B and the like, belongs to the place before it. */
function findPlaces(measured: MeasuredText, stretch: Range): Place[] {
  const places: Place[] = []
  for (let start = stretch.start; start < stretch.end; ) {
    const letters = lettersFrom(measured, start, stretch.end)
    const across = letters > 1 && letters <= ACROSS
    let end = across ? start + letters : clusterEnd(measured, start)
    while (end < stretch.end && drawn(measured, end, clusterEnd(measured, end)) === '') end = clusterEnd(measured, end)
    places.push({ start, end, stands: across ? 'across' : 'upright' })
    start = end
  }
  return places
}

/** How many letters, figures and marks of half width stand together from here on; 0 inside of such a run. */
function lettersFrom({ text, continues }: MeasuredText, start: number, end: number): number {
  if (start > 0 && isLetter(text, start - 1)) return 0
  let at = start
  while (at < end && isLetter(text, at) && continues?.[at + 1] !== 1) at++
  return at - start
}

/** ASCII but spaces, brackets and quotes: these stand alone. */
export const LETTER = '[!#-&*-;=?-Z\\\\^_a-z|~]'
const ONE_LETTER = new RegExp(`^${LETTER}$`)

function isLetter(text: string, at: number): boolean {
  return ONE_LETTER.test(text[at] ?? '')
}
