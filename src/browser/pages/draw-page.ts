/** A page of the layout as it is drawn on the screen: the shapes of the PDF, and the texts by the fonts that measured them. */

import { characterOf, clusterEnd, drawCluster } from '../../fonts/clusters.js'
import { type FontSet, GETA, isInvisible } from '../../fonts/font-set.js'
import type { Form } from '../../form/form.js'
import type { Page, Piece, PlacedLine } from '../../layout/page.js'
import { drawBar } from '../../render/pdf/bars-and-edges.js'
import type { Box, Ink, Sheet, Stripe } from '../../render/pdf/content.js'
import { ASCENT } from '../../render/pdf/page-content.js'
import { BOLD, lineStrokes, markOf, sizeOf, weightOf } from '../../render/pdf/revision-marks.js'
import { drawShapes } from '../../render/pdf/shapes.js'
import type { DrawnLine, DrawnPage, DrawnRun, DrawnShape, Spot } from './drawing.js'
import { readPage } from './read-page.js'

export function drawPage(page: Page, form: Form, fonts: FontSet, spots: readonly Spot[]): DrawnPage {
  const sheet = new DrawnSheet()
  drawShapes(page, form, sheet, (cell) => drawBar(cell, sheet))
  const lines = linesOf(page)
  for (const line of lines) for (const { box, ink } of lineStrokes(line)) sheet.fill(box, ink)
  const { width, height } = page.paper
  return {
    number: page.number,
    width,
    height,
    shapes: sheet.shapes,
    lines: lines.map((line) => drawLine(line, fonts)),
    spots,
    read: readPage(page),
  }
}

/** In the order of reading, as the PDF has them. */
function linesOf({ stamp, title, sections, header, footer }: Page): readonly PlacedLine[] {
  const body = sections.flatMap((section) => {
    const parts = section.tag === 'texts' ? section.blocks : section.cells
    return parts.flatMap(({ lines }) => lines)
  })
  return [...(stamp?.lines ?? []), ...title, ...body, ...header, ...footer]
}

class DrawnSheet implements Sheet {
  readonly shapes: DrawnShape[] = []

  fill({ left, top, width, height }: Box, ink: Ink): void {
    this.shapes.push({ tag: 'fill', box: { left, top, width, height }, color: colorOf(ink) })
  }

  rule(x1: number, y1: number, x2: number, y2: number, width: number): void {
    if (width > 0) this.shapes.push({ tag: 'rule', from: { x: x1, y: y1 }, to: { x: x2, y: y2 }, width })
  }

  stripes({ left, top, width, height }: Box, stripes: readonly Stripe[], lineWidth: number, ink: Ink): void {
    const lines = stripes.map(({ x1, y1, x2, y2 }) => ({ from: { x: x1, y: y1 }, to: { x: x2, y: y2 } }))
    this.shapes.push({
      tag: 'stripes',
      box: { left, top, width, height },
      lines,
      width: lineWidth,
      color: colorOf(ink),
    })
  }
}

function colorOf(ink: Ink): string {
  if (ink === 'black') return '#000000'
  if (ink === 'revised') return '#c00000'
  if ('color' in ink) return `#${ink.color}`
  const part = Math.round(ink.grey * 255)
    .toString(16)
    .padStart(2, '0')
  return `#${part}${part}${part}`
}

function drawLine(placed: PlacedLine, fonts: FontSet): DrawnLine {
  const { line, x, baseline } = placed
  return line.pieces.flatMap((piece) =>
    line.direction === 'vertical'
      ? drawUpright(piece, placed, fonts)
      : drawPiece(piece, x + piece.offset, baseline, { size: line.size, scale: 1 }, fonts),
  )
}

/** As in the PDF: in the middle of the line's axis, and narrowed where it is wider than the line. */
function drawUpright(piece: Piece, { line, x, baseline }: PlacedLine, fonts: FontSet): DrawnLine {
  const middle = baseline + piece.offset + (piece.advance - line.size) / 2
  const { size, rise } = sizeOf(piece, line.size)
  const width = runsOf(piece, fonts).reduce((sum, run) => sum + run.width * size, 0)
  const scale = Math.min(1, line.size / width)
  return drawPiece(
    piece,
    x + rise - (scale * width) / 2,
    middle + ASCENT * line.size,
    { size: line.size, scale },
    fonts,
  )
}

function drawPiece(
  piece: Piece,
  left: number,
  baseline: number,
  line: { readonly size: number; readonly scale: number },
  fonts: FontSet,
): DrawnLine {
  const { size, rise } = sizeOf(piece, line.size)
  const { spacing, stands } = piece
  const { ink } = markOf(piece)
  let x = left
  return runsOf(piece, fonts).map(({ text, face, weight, width, length }): DrawnRun => {
    const run: DrawnRun = {
      text,
      x,
      y: stands === 'horizontal' ? baseline - rise : baseline,
      size,
      family: fonts.faces[face]!.family,
      weight,
      color: colorOf(ink),
      spacing,
      stroke: weight === weightOf(piece) ? 0 : BOLD * size,
      scale: line.scale,
      isUpright: stands === 'upright',
    }
    x += (width * size + spacing * length) * line.scale
    return run
  })
}

interface FontRun {
  readonly text: string
  readonly face: number
  readonly weight: DrawnRun['weight']
  /** In em. */
  readonly width: number
  /** UTF-16 units of the piece. */
  readonly length: number
}

/** The stretches of a piece by the face that draws them. */
function runsOf(piece: Piece, fonts: FontSet): readonly FontRun[] {
  const runs: FontRun[] = []
  const direction = piece.stands === 'upright' ? 'vertical' : 'horizontal'
  for (let at = 0; at < piece.text.length; ) {
    const end = clusterEnd(piece.text, at)
    const run = runOf(piece.text.slice(at, end), direction, weightOf(piece), fonts)
    const last = runs.at(-1)
    if (last?.face === run.face && last.weight === run.weight) {
      const { text, width, length } = last
      runs[runs.length - 1] = { ...last, text: text + run.text, width: width + run.width, length: length + run.length }
    } else runs.push(run)
    at = end
  }
  return runs
}

/** A character with what stands on it. What no font has is the mark of the printers for that, as it was measured. */
function runOf(
  cluster: string,
  direction: 'horizontal' | 'vertical',
  wanted: DrawnRun['weight'],
  fonts: FontSet,
): FontRun {
  const { length } = cluster
  if (isInvisible(cluster.codePointAt(0)!)) return { text: '', face: 0, weight: wanted, width: 0, length }
  const plain = drawCluster(fonts, cluster, direction)
  const bold = wanted === 'bold' ? fonts.embolden(plain, characterOf(cluster), direction) : undefined
  const { face, glyph, missing } = bold ?? plain
  const isLost = missing && fonts.draw(characterOf(cluster)).missing
  const text = isLost ? String.fromCodePoint(GETA) : cluster
  return { text, face, weight: bold === undefined ? 'regular' : 'bold', width: glyph.advance, length }
}
