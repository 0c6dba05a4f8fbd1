/** How the PDF tells what was inserted, deleted or stressed: by strokes and colour, in lines that run across or down. */

import { assertNever } from '../../domain/assert-never.js'
import { SCRIPT_SIZE } from '../../fonts/measure.js'
import type { Emphasis, Revision } from '../../form/form.js'
import type { Piece, PlacedLine } from '../../layout/page.js'
import type { Box, Ink } from './content.js'
import type { Weight } from './fonts.js'

/** Of the size of the text around it. The layout measured the text in full size: it stands in no one's way. */
const SMALL = 0.8

/** Width of the stroke that makes type bold where there is no bold face, in em. Half of it lies outside: no character reaches the next one. */
export const BOLD = 0.025

/** How far raised type stands above the base line and lowered type below it, in em: both within the line. */
const RISE = 0.33
const FALL = 0.1

type Strokes = 'under' | 'twice under' | 'through' | 'twice through'

export interface Mark {
  readonly ink: Ink
  readonly strokes: readonly Strokes[]
}

/** What stands under the words, or goes through them. */
export function markOf({ revision, emphasis }: Pick<Piece, 'revision' | 'emphasis'>): Mark {
  if (revision === undefined && emphasis === undefined) return PLAIN
  const strokes = [
    ...(revision === undefined ? [] : [(emphasis?.includes('moved') ? MOVED : REVISIONS)[revision]]),
    ...(emphasis ?? []).flatMap(strokesOf),
  ]
  return { ink: revision === undefined ? 'black' : 'revised', strokes: [...new Set(strokes)] }
}

const PLAIN: Mark = { ink: 'black', strokes: [] }

const REVISIONS: Readonly<Record<Revision, Strokes>> = { inserted: 'under', deleted: 'through' }
const MOVED: Readonly<Record<Revision, Strokes>> = { inserted: 'twice under', deleted: 'twice through' }

function strokesOf(emphasis: Emphasis): readonly Strokes[] {
  switch (emphasis) {
    case 'underline':
      return ['under']
    case 'strike':
      return ['through']
    case 'double-strike':
      return ['twice through']
    default:
      return []
  }
}

/** The size of a piece's type, and how far it stands above the base line, in points. */
export function sizeOf({ emphasis = [] }: Piece, size: number): { readonly size: number; readonly rise: number } {
  if (emphasis.includes('superscript')) return { size: SCRIPT_SIZE * size, rise: RISE * size }
  if (emphasis.includes('subscript')) return { size: SCRIPT_SIZE * size, rise: -FALL * size }
  return { size: emphasis.includes('small') ? SMALL * size : size, rise: 0 }
}

export function weightOf({ emphasis }: Pick<Piece, 'emphasis'>): Weight {
  return emphasis?.includes('bold') ? 'bold' : 'regular'
}

/** A stroke of a line of text, with its colour. */
export interface Stroke {
  readonly box: Box
  readonly ink: Ink
}

/** How far a stroke through words reaches beyond them, in em: one that ends with ー, － or ■ could not be seen. */
const OVERHANG = 0.18

/** The middle of the em box above the base line, in em. */
const MIDDLE = 0.38

/**
 * The strokes of a line; pieces that are marked alike share theirs. A line under the words stands at their right in
 * lines that run down (JLREQ 3.3.9, 傍線), for under one character it would be over the next.
 */
export function lineStrokes({ line, x, baseline }: PlacedLine): Stroke[] {
  if (line.pieces.every((piece) => markOf(piece).strokes.length === 0)) return []
  const thickness = line.size / 18
  const overhang = OVERHANG * line.size
  return stretches(line.pieces).flatMap(({ mark, start, end }) =>
    mark.strokes.flatMap((stroke) =>
      distances(stroke, thickness, line.size).map((distance): Stroke => {
        const across = distance - thickness / 2
        const over = stroke === 'through' || stroke === 'twice through' ? overhang : 0
        const [from, length] = [start - over, end - start + 2 * over]
        const box =
          line.direction === 'vertical'
            ? { left: x + across, top: baseline + from, width: thickness, height: length }
            : { left: x + from, top: baseline - MIDDLE * line.size + across, width: length, height: thickness }
        return { box, ink: mark.ink }
      }),
    ),
  )
}

/** How far from the middle of the words strokes lie: below it, or to the right where the line runs down. */
function distances(strokes: Strokes, thickness: number, size: number): number[] {
  switch (strokes) {
    case 'under':
      return [0.56 * size]
    case 'twice under':
      return [0.56 * size - 0.5 * thickness, 0.56 * size + 1.5 * thickness]
    case 'through':
      return [0]
    case 'twice through':
      return [-thickness, thickness]
    default:
      return assertNever(strokes)
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
    const goesOn = last?.mark.strokes.join() === mark.strokes.join() && last?.mark.ink === mark.ink
    if (goesOn) found[found.length - 1] = { ...last, end }
    else found.push({ mark, start: piece.offset, end })
  }
  return found
}
