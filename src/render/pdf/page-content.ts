/** One page of the layout as the content of a PDF page: shades, rules, lines of text. */

import type { Form, TableSection } from '../../form/form.js'
import type { Page, PageCell, PageSection, PageTable, Piece, PlacedLine } from '../../layout/page.js'
import { blocksOn, cellsOn, tablesOn } from '../../layout/page-sections.js'
import { drawBar, drawEdges } from './bars-and-edges.js'
import { type Box, PageContent } from './content.js'
import type { PdfFonts } from './fonts.js'
import { lineStrokes, markOf, sizeOf, strokeOf } from './revision-marks.js'

/** The top of the em box of an upright character above its base line, in em. */
const ASCENT = 0.88

/** Draws a page, bottom layer first; its texts stand in the file in the order of reading. */
export function drawPage(page: Page, form: Form, fonts: PdfFonts): PageContent {
  const content = new PageContent(form.paper.height)
  const tables = tablesOn(page)
  const cells = cellsOn(page)
  for (const cell of cells) if (cell.cell.shade < 1) content.fill(cell, { grey: cell.cell.shade })
  for (const cell of cells) drawBar(cell, content)
  for (const table of tables) drawRules(table, form, content)
  drawEdges(cells, content)
  const blocks = [...(page.stamp ? [page.stamp] : []), ...blocksOn(page)]
  for (const placed of blocks) if (placed.block.frame !== undefined) drawBox(placed, placed.block.frame.rule, content)
  const first = page.sections.findIndex(({ tag }) => tag === 'table')
  const over = first < 0 ? page.sections : page.sections.slice(0, first)
  const texts = [
    ...(page.stamp ? [page.stamp.lines] : []),
    page.title,
    ...over.flatMap(textsOf),
    page.header,
    page.footer,
    ...page.sections.slice(over.length).flatMap(textsOf),
  ]
  for (const lines of texts) content.group(() => drawLines(lines, content, fonts))
  return content
}

function textsOf(section: PageSection): readonly (readonly PlacedLine[])[] {
  return (section.tag === 'table' ? section.cells : section.blocks).map(({ lines }) => lines)
}

/** Every cell is closed on all sides, on every page; the frame is drawn over them. */
function drawRules({ cells }: PageTable, form: Form, content: PageContent): void {
  const first = cells[0]
  if (first === undefined) return
  const right = Math.max(...cells.map((cell) => cell.left + cell.width))
  const bottom = Math.max(...cells.map((cell) => cell.top + cell.height))
  const { innerRule, outerRule } = form.table
  for (const { left, top, width, height } of cells) {
    if (left + width < right - 0.01) content.rule(left + width, top, left + width, top + height, innerRule)
    if (top + height < bottom - 0.01) content.rule(left, top + height, left + width, top + height, innerRule)
  }
  const { left, top } = first
  drawBox({ left, top, width: right - left, height: bottom - top }, outerRule, content)
}

function drawBox({ left, top, width, height }: Box, rule: number, content: PageContent): void {
  const [right, bottom] = [left + width, top + height]
  content.rule(left, top, right, top, rule)
  content.rule(left, bottom, right, bottom, rule)
  content.rule(left, top, left, bottom, rule)
  content.rule(right, top, right, bottom, rule)
}

function drawLines(lines: readonly PlacedLine[], content: PageContent, fonts: PdfFonts): void {
  for (const placed of lines) {
    const { line, x, baseline } = placed
    for (const { box, ink } of lineStrokes(placed)) content.fill(box, ink)
    for (const piece of line.pieces) {
      if (line.direction === 'vertical') drawUpright(piece, placed, content, fonts)
      else drawPiece(piece, x + piece.offset, baseline, { size: line.size, scale: 1 }, content, fonts)
    }
  }
}

/** A piece of a vertical line stands in the middle of the line's axis; what is wider than the line is narrowed into it. */
function drawUpright(piece: Piece, { line, x, baseline }: PlacedLine, content: PageContent, fonts: PdfFonts): void {
  const middle = baseline + piece.offset + (piece.advance - line.size) / 2
  const size = sizeOf(piece, line.size)
  const width = fonts.encode(piece.text, directionOf(piece)).reduce((sum, run) => sum + run.width * size, 0)
  const scale = Math.min(1, line.size / width)
  drawPiece(piece, x - (scale * width) / 2, middle + ASCENT * line.size, { size: line.size, scale }, content, fonts)
}

function drawPiece(
  piece: Piece,
  left: number,
  baseline: number,
  line: { readonly size: number; readonly scale: number },
  content: PageContent,
  fonts: PdfFonts,
): void {
  const size = sizeOf(piece, line.size)
  const { spacing } = piece
  const { ink } = markOf(piece)
  const stroke = strokeOf(piece, size)
  let x = left
  for (const { font, codes, width, length } of fonts.encode(piece.text, directionOf(piece))) {
    content.text(x, baseline, codes, { font, size, ink, spacing, stroke, scale: line.scale })
    x += (width * size + spacing * length) * line.scale
  }
}

function directionOf({ stands }: Piece): 'horizontal' | 'vertical' {
  return stands === 'upright' ? 'vertical' : 'horizontal'
}

/** A bookmark of the page: the name of a row that begins there, and where. */
export interface Bookmark {
  readonly title: string
  readonly top: number
}

export function pageBookmarks(page: Page, { sections }: Form): Bookmark[] {
  return tablesOn(page).flatMap((placed) => {
    const table = sections[placed.section]
    return placed.cells.flatMap((cell) => {
      const title = table?.tag === 'table' ? bookmarkOf(cell, placed, table) : undefined
      return title === undefined ? [] : [{ title, top: cell.top }]
    })
  })
}

function bookmarkOf(cell: PageCell, { rows }: PageTable, table: TableSection): string | undefined {
  const row = rows[cell.row]
  if (cell.column !== 0 || cell.flow !== 'first' || row?.kind !== 'body') return undefined
  return table.body[row.index]?.bookmark
}
