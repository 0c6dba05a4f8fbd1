/** One page of the layout as the content of a PDF page: shades, rules, lines of text. */

import type { Form, TableSection } from '../../form/form.js'
import type { Page, PageCell, PageTable, Piece, PlacedLine } from '../../layout/page.js'
import { drawBar } from './bars-and-edges.js'
import { PageContent } from './content.js'
import type { PdfFonts } from './fonts.js'
import { BOLD, lineStrokes, markOf, sizeOf, weightOf } from './revision-marks.js'
import { drawShapes } from './shapes.js'
import { ARTIFACT, type DocumentTags, type TextOwner } from './tags/document-tags.js'
import type { PageMarks, StructureElement } from './tags/structure.js'
import type { ItemPart } from './tags/text-tags.js'

/** The top of the em box of an upright character above its base line, in em. */
export const ASCENT = 0.88

/** What a page is drawn with. */
export interface Drawing {
  readonly form: Form
  readonly fonts: PdfFonts
  readonly tags: DocumentTags
}

/** Draws a page, bottom layer first; its texts stand in the file in the order of reading. */
export function drawPage(page: Page, { form, fonts, tags }: Drawing, marks: PageMarks): PageContent {
  const content = new PageContent(page.paper.height)
  drawShapes(page, form, content, (cell, table) => drawBarOf(cell, table, content, tags, marks))
  const draw = (lines: readonly PlacedLine[], owner: TextOwner) => drawLines(lines, owner, content, marks, fonts)
  if (page.stamp) draw(page.stamp.lines, tags.ownerOfStamp())
  draw(page.title, tags.title)
  for (const section of page.sections) {
    if (section.tag === 'texts')
      for (const block of section.blocks) draw(block.lines, tags.ownerOfBlock(section.section, block))
    else for (const cell of section.cells) draw(cell.lines, tags.ownerOfCell(section, cell))
  }
  draw(page.header, ARTIFACT)
  draw(page.footer, ARTIFACT)
  return content
}

function drawBarOf(cell: PageCell, table: PageTable, content: PageContent, tags: DocumentTags, marks: PageMarks): void {
  const says = cell.cell.bar?.says
  if (says === undefined) drawBar(cell, content)
  else {
    const figure = tags.addFigure(table, cell, says, content.place(cell))
    content.figure(marks.open(figure), () => drawBar(cell, content))
  }
}

/** Pieces of one owner make one sequence of content. */
function drawLines(
  lines: readonly PlacedLine[],
  owner: TextOwner,
  content: PageContent,
  marks: PageMarks,
  fonts: PdfFonts,
): void {
  let open: StructureElement | 'none' | undefined = 'none'
  for (const placed of lines) {
    const { line, x, baseline } = placed
    for (const { box, ink } of lineStrokes(placed)) content.fill(box, ink)
    let marker = owner.markerOf(line)
    for (const piece of line.pieces) {
      let left = x + piece.offset
      for (const [part, own] of partItem(piece, marker)) {
        const element = owner.ownerOf(line, own, part)
        if (element !== open) {
          if (open !== 'none') content.close()
          content.open(element === undefined ? PAGINATION : marks.open(element))
          open = element
        }
        if (line.direction === 'vertical') drawUpright(own, placed, content, fonts)
        else left = drawPiece(own, left, baseline, { size: line.size, scale: 1 }, content, fonts)
      }
      marker = Math.max(0, marker - piece.text.length)
    }
  }
  if (open !== 'none') content.close()
}

/** A piece in two where the marker of an item ends within it; what stands upright has one place and is not parted. */
function partItem(piece: Piece, marker: number): readonly (readonly [ItemPart, Piece])[] {
  const { text, stands } = piece
  if (marker === 0) return [['text', piece]]
  if (marker >= text.length || stands !== 'horizontal') return [['marker', piece]]
  return [
    ['marker', { ...piece, text: text.slice(0, marker) }],
    ['text', { ...piece, text: text.slice(marker) }],
  ]
}

/** What stands on every page, or again on the next (14.8.2.2). */
const PAGINATION = '/Artifact<</Type/Pagination>>BDC\n'

/** A piece of a vertical line stands in the middle of the line's axis; what is wider than the line is narrowed into it. */
function drawUpright(piece: Piece, { line, x, baseline }: PlacedLine, content: PageContent, fonts: PdfFonts): void {
  const middle = baseline + piece.offset + (piece.advance - line.size) / 2
  const { size, rise } = sizeOf(piece, line.size)
  const runs = fonts.encode(piece.text, directionOf(piece), weightOf(piece))
  const width = runs.reduce((sum, run) => sum + run.width * size, 0)
  const scale = Math.min(1, line.size / width)
  drawPiece(
    piece,
    x + rise - (scale * width) / 2,
    middle + ASCENT * line.size,
    { size: line.size, scale },
    content,
    fonts,
  )
}

/** Gives the place where it ends. */
function drawPiece(
  piece: Piece,
  left: number,
  baseline: number,
  line: { readonly size: number; readonly scale: number },
  content: PageContent,
  fonts: PdfFonts,
): number {
  const { size, rise } = sizeOf(piece, line.size)
  const isUpright = piece.stands !== 'horizontal'
  const { spacing } = piece
  const { ink } = markOf(piece)
  let x = left
  for (const run of fonts.encode(piece.text, directionOf(piece), weightOf(piece))) {
    const { font, codes, width, length } = run
    const stroke = run.weight === weightOf(piece) ? 0 : BOLD * size
    content.text(x, isUpright ? baseline : baseline - rise, codes, {
      font,
      size,
      ink,
      spacing,
      stroke,
      scale: line.scale,
    })
    x += (width * size + spacing * length) * line.scale
  }
  return x
}

function directionOf({ stands }: Piece): 'horizontal' | 'vertical' {
  return stands === 'upright' ? 'vertical' : 'horizontal'
}

/** A bookmark of the page: the name of a row or a heading that begins there, and where. */
export interface Bookmark {
  readonly title: string
  readonly top: number
  /** part: 見出し of a part of the plan, above its 区分. */
  readonly of: 'part' | 'category'
}

export function pageBookmarks(page: Page, { sections }: Form): Bookmark[] {
  return page.sections.flatMap((placed): Bookmark[] => {
    const section = sections[placed.section]
    if (placed.tag === 'texts') {
      const [first] = placed.blocks
      const begins = first?.part === 'whole' || first?.part === 'first'
      if (section?.tag !== 'texts' || section.bookmark === undefined || !begins) return []
      const of = section.role === 'heading' ? 'part' : 'category'
      return [{ title: section.bookmark, top: first.top, of }]
    }
    return placed.cells.flatMap((cell) => {
      const title = section?.tag === 'table' ? bookmarkOf(cell, placed, section) : undefined
      return title === undefined ? [] : [{ title, top: cell.top, of: 'category' as const }]
    })
  })
}

function bookmarkOf(cell: PageCell, { rows }: PageTable, table: TableSection): string | undefined {
  const row = rows[cell.row]
  if (cell.column !== 0 || cell.flow !== 'first' || row === undefined) return undefined
  if (row.kind === 'body') return table.body[row.index]?.bookmark
  // The head stands again on every page; the bookmark points to where the table begins.
  const begins = rows.some(
    ({ kind, index, part }) => kind === 'body' && index === 0 && part !== 'middle' && part !== 'last',
  )
  return begins ? table.head[row.index]?.bookmark : undefined
}
