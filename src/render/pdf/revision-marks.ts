/** How the PDF tells what was inserted, deleted or stressed: by strokes and colour, in lines that run across or down. */

import type { Piece, PlacedLine } from '../../layout/page.js'
import type { Box, Ink } from './content.js'

/** Of the size of the text around it. The layout measured the text in full size: it stands in no one's way. */
const SMALL = 0.8

/** Width of the stroke that makes type bold, in em. Half of it lies outside: no character reaches the next one. */
const BOLD = 0.025

type Strokes = 'under' | 'through' | 'twice through'

export interface Mark {
  readonly ink: Ink
  readonly strokes?: Strokes
}

/** What stands under the words, or goes through them. */
export function markOf({ revision, emphasis }: Pick<Piece, 'revision' | 'emphasis'>): Mark {
  if (revision === 'inserted') return { ink: 'revised', strokes: 'under' }
  if (revision === 'deleted') return { ink: 'revised', strokes: 'through' }
  switch (emphasis) {
    case 'underline':
      return { ink: 'black', strokes: 'under' }
    case 'strike':
      return { ink: 'black', strokes: 'through' }
    case 'double-strike':
      return { ink: 'black', strokes: 'twice through' }
    default:
      return PLAIN
  }
}

const PLAIN: Mark = { ink: 'black' }

export function sizeOf({ emphasis }: Piece, size: number): number {
  return emphasis === 'small' ? SMALL * size : size
}

/** Width of the stroke around the characters of a piece, in points; 0 for none. */
export function strokeOf({ emphasis }: Piece, size: number): number {
  return emphasis === 'bold' ? BOLD * size : 0
}

/** A stroke of a line of text, with its colour. */
export interface Stroke {
  readonly box: Box
  readonly ink: Ink
}

/** The middle of the em box above the base line, in em. */
const MIDDLE = 0.38

/**
 * The strokes of a line; pieces that are marked alike share theirs. A line under the words stands at their right in
 * lines that run down (JLREQ 3.3.9, 傍線), for under one character it would be over the next.
 */
export function lineStrokes({ line, x, baseline }: PlacedLine): Stroke[] {
  if (line.pieces.every((piece) => markOf(piece).strokes === undefined)) return []
  const thickness = line.size / 18
  return stretches(line.pieces).flatMap(({ mark, start, end }) =>
    distances(mark.strokes, thickness, line.size).map((distance): Stroke => {
      const from = distance - thickness / 2
      const box =
        line.direction === 'vertical'
          ? { left: x + from, top: baseline + start, width: thickness, height: end - start }
          : { left: x + start, top: baseline - MIDDLE * line.size + from, width: end - start, height: thickness }
      return { box, ink: mark.ink }
    }),
  )
}

/** How far from the middle of the words strokes lie: below it, or to the right where the line runs down. */
function distances(strokes: Strokes | undefined, thickness: number, size: number): number[] {
  switch (strokes) {
    case 'under':
      return [0.56 * size]
    case 'through':
      return [0]
    case 'twice through':
      return [-thickness, thickness]
    default:
      return []
  }
}

/** Part of a line from its start, whose pieces follow one another and are marked alike. */
interface Stretch {
  readonly mark: Mark
  readonly start: number
  readonly end: number
}

function stretches(pieces: readonly Piece[]): Stretch[] {
  const found: Stretch[] = []
  for (const piece of pieces) {
    const mark = markOf(piece)
    const end = piece.offset + piece.advance
    const last = found.at(-1)
    const goesOn = last?.mark.strokes === mark.strokes && last?.mark.ink === mark.ink
    if (goesOn) found[found.length - 1] = { ...last, end }
    else found.push({ mark, start: piece.offset, end })
  }
  return found
}
