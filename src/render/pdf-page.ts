/** One page of the layout as the items that pdfmake's renderer draws: shades, rules, lines of text. */

import type { Inline, PageItem, TextLine } from 'pdfmake/js/Renderer.js'
import type { Form } from '../form/form.js'
import type { Page, PageCell, Piece, PlacedLine } from '../layout/page.js'
import { boldOf } from './pdf-bold.js'
import { type PdfFonts, VERTICAL } from './pdf-font.js'
import { type Mark, markOf, sizeOf, uprightStrokes } from './pdf-marks.js'

/** The top of the em box of an upright character above its base line, in em. */
const ASCENT = 0.88

/** All items of a page, bottom layer first. */
export function pageItems(page: Page, form: Form, fonts: PdfFonts): PageItem[] {
  const cells = page.cells.flatMap((cell) => {
    const bookmark = bookmarkOf(cell, page, form)
    return cell.lines.flatMap((line, index) => lineItems(line, fonts, index === 0 ? bookmark : undefined))
  })
  const others = [...page.title, ...page.header, ...page.footer].flatMap((line) => lineItems(line, fonts))
  return [...shades(page), ...rules(page, form), ...others, ...cells]
}

function shades(page: Page): PageItem[] {
  return page.cells
    .filter(({ cell }) => cell.shade < 1)
    .map(({ cell, left, top, width, height }) => {
      const grey = Math.round(cell.shade * 255)
        .toString(16)
        .padStart(2, '0')
      return {
        type: 'vector',
        item: { type: 'rect', x: left, y: top, w: width, h: height, color: `#${grey.repeat(3)}` },
      }
    })
}

/** Every cell is closed on all sides, on every page; the frame is drawn over them. */
function rules(page: Page, form: Form): PageItem[] {
  const items: PageItem[] = []
  const line = (x1: number, y1: number, x2: number, y2: number, lineWidth: number) => {
    if (lineWidth > 0)
      items.push({ type: 'vector', item: { type: 'line', x1, y1, x2, y2, lineWidth, lineCap: 'square' } })
  }
  const right = Math.max(...page.cells.map((cell) => cell.left + cell.width))
  const bottom = Math.max(...page.cells.map((cell) => cell.top + cell.height))
  const first = page.cells[0]
  if (first === undefined) return items
  for (const { left, top, width, height } of page.cells) {
    if (left + width < right - 0.01) line(left + width, top, left + width, top + height, form.table.innerRule)
    if (top + height < bottom - 0.01) line(left, top + height, left + width, top + height, form.table.innerRule)
  }
  const { outerRule } = form.table
  line(first.left, first.top, right, first.top, outerRule)
  line(first.left, bottom, right, bottom, outerRule)
  line(first.left, first.top, first.left, bottom, outerRule)
  line(right, first.top, right, bottom, outerRule)
  return items
}

function lineItems(placed: PlacedLine, fonts: PdfFonts, bookmark?: string): PageItem[] {
  const { line } = placed
  if (line.pieces.length === 0) return []
  if (line.direction === 'vertical') {
    const pieces = line.pieces.flatMap((piece, index) =>
      uprightItems(piece, placed, fonts, index === 0 ? bookmark : undefined),
    )
    return [...pieces, ...uprightStrokes(placed)]
  }
  const inlines = line.pieces.flatMap((piece) => pieceInlines(piece, fonts, line.size, piece.offset, markOf(piece)))
  return [textItem(inlines, placed.x, placed.baseline, bookmark)]
}

/** A piece of a vertical line stands in the middle of the line's axis. */
function uprightItems(piece: Piece, placed: PlacedLine, fonts: PdfFonts, bookmark?: string): PageItem[] {
  const { size } = placed.line
  // The strokes of the whole line are drawn for themselves.
  const { color } = markOf(piece)
  const mark = color === undefined ? {} : { color }
  const inlines = pieceInlines(piece, fonts, size, 0, mark, piece.stands === 'upright' ? VERTICAL : undefined)
  const width = inlines.reduce((sum, inline) => sum + inline.width, 0)
  const baseline = placed.baseline + piece.offset + (piece.advance - size) / 2 + ASCENT * size
  return [textItem(inlines, placed.x - width / 2, baseline, bookmark)]
}

function pieceInlines(
  piece: Piece,
  fonts: PdfFonts,
  lineSize: number,
  offset: number,
  mark: Mark,
  feature?: string,
): Inline[] {
  const size = sizeOf(piece, lineSize)
  let x = offset
  return fonts.split(piece.text).map((run): Inline => {
    const width = fonts.widthOf(run.text) * size + piece.spacing * run.text.length
    const inline: Inline = {
      text: run.text,
      x,
      width,
      height: size,
      font: piece.emphasis === 'bold' ? boldOf(run.font) : run.font,
      fontSize: size,
      ...(piece.spacing === 0 ? {} : { characterSpacing: piece.spacing }),
      ...(feature === undefined ? {} : { fontFeatures: [feature] }),
      ...mark,
    }
    x += width
    return inline
  })
}

function textItem(inlines: readonly Inline[], x: number, baseline: number, bookmark?: string): PageItem {
  const ascent = Math.max(...inlines.map((inline) => (inline.font.ascender / 1000) * inline.fontSize))
  const height = Math.max(...inlines.map((inline) => inline.height))
  const item: TextLine = {
    x,
    y: baseline - ascent,
    inlines,
    getHeight: () => height,
    getAscenderHeight: () => ascent,
    ...(bookmark === undefined ? {} : { _outline: { id: bookmark, text: bookmark, expanded: true } }),
  }
  return { type: 'line', item }
}

function bookmarkOf(cell: PageCell, page: Page, form: Form): string | undefined {
  const row = page.rows[cell.row]
  if (cell.column !== 0 || cell.flow !== 'first' || row?.kind !== 'body') return undefined
  return form.body[row.index]?.bookmark
}
