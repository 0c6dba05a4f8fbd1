/** Pieces of a line: a piece ends where the run ends and where the spacing changes. */

import type { Paragraph, Run } from '../../form/form.js'
import type { Piece } from '../page.js'
import type { Gaps } from './adjust-line.js'
import { clusterEnd, drawn, type MeasuredText } from './measured-text.js'

/** A line that is to be cut into pieces. Places are UTF-16 units of the paragraph's text. */
export interface LineText {
  readonly start: number
  readonly end: number
  /** Where the spaces begin that close the line: they are drawn and have no advance. */
  readonly edge: number
  /** Advance of text[start, edge) before any gap, in em. */
  readonly natural: number
  readonly gaps?: Gaps | undefined
}

export function textOf(paragraph: Paragraph): string {
  const { runs } = paragraph
  return runs.length === 1 ? runs[0]!.text : runs.map((run) => run.text).join('')
}

/** The marks of text[start, end); where it is of several runs, those of the first marked one, as no mark goes unsaid. */
export function marksIn(runs: readonly Run[], start: number, end: number): Marks {
  let from = 0
  for (const run of runs) {
    const to = from + run.text.length
    if (Math.max(from, start) < Math.min(to, end) && isMarked(run)) return marksOf(run)
    from = to
  }
  return {}
}

/** The pieces of a horizontal line. A cluster that a run's end cuts belongs to the run where it begins. */
export function cutPieces(measured: MeasuredText, runs: readonly Run[], line: LineText, size: number): Piece[] {
  if (runs.length === 1 && line.gaps === undefined) {
    const text = drawn(measured, line.start, line.end)
    return text === '' ? [] : [makePiece(text, runs[0]!, 0, line.natural * size, 0)]
  }
  const pieces: Piece[] = []
  let run = -1
  let runEnd = 0
  let from = line.start
  let offset = 0
  let advance = 0
  let spacing = 0
  let closed = true

  const close = (to: number) => {
    const text = drawn(measured, from, to)
    if (text !== '') pieces.push(makePiece(text, runs[run]!, offset * size, advance * size, spacing * size))
    offset += advance
    advance = 0
    from = to
  }

  for (let at = line.start, next = at; at < line.end; at = next) {
    next = clusterEnd(measured, at)
    const visible = at < line.edge
    const gap = visible ? (line.gaps?.[at - line.start] ?? 0) : 0
    // Spacing goes to every character: a cluster of several keeps none, the gap after it is the next piece's offset.
    const single = next - at === 1 || (next - at === 2 && measured.text.codePointAt(at)! > 0xffff)
    const own = single ? gap : 0
    // Spacing after the last character is not seen, so it need not end a piece.
    const fits = own === spacing || (gap === 0 && next >= line.edge)
    if (at >= runEnd || !fits || closed) {
      if (at > line.start) close(at)
      while (at >= runEnd) runEnd += runs[++run]!.text.length
      spacing = own
    }
    if (visible) advance += measured.advances[at]! + gap
    closed = gap !== own
  }
  if (line.end > line.start) close(line.end)
  return pieces
}

function makePiece(text: string, run: Run, offset: number, advance: number, spacing: number): Piece {
  const piece: Piece = { text, offset, advance, spacing, stands: 'horizontal' }
  return isMarked(run) ? { ...piece, ...marksOf(run) } : piece
}

type Marks = Pick<Piece, 'revision' | 'emphasis'>

function isMarked(run: Run): boolean {
  return run.revision !== undefined || run.emphasis !== undefined
}

function marksOf({ revision, emphasis }: Run): Marks {
  return { ...(revision === undefined ? {} : { revision }), ...(emphasis === undefined ? {} : { emphasis }) }
}
