/** What a Word document takes over from the layout: heights of rows, which of them stand whole, and hanging indents. */

import type { Form, FormCell, FormRow, Paragraph } from '../../form/form.js'
import type { LaidOut, Page, PageCell } from '../../layout/page.js'

export interface WordLayout {
  /** By index in `form.head` and `form.body`. */
  readonly head: readonly RowLayout[]
  readonly body: readonly RowLayout[]
  /** Between the title and the table on the first page, in points. */
  readonly titleSpace: number
  /** From the left margin to the table, in points. */
  readonly tableIndent: number
  /** How far the lines after a paragraph's first are set in, in points; `size` is the cell's. */
  readonly hangingIndent: (paragraph: Paragraph, size: number) => number
  /** Size of a cell's type in points. */
  readonly sizeOf: (cell: FormCell) => number
}

export interface RowLayout {
  /** The least height in points; 0 where only the text decides. */
  readonly height: number
  /** The row is on several pages, or so high that it may be in Word, where lines can turn out otherwise. */
  readonly splits: boolean
}

export function wordLayout({ form, pages }: LaidOut): WordLayout {
  const first = pages[0]
  const head = rowLayouts(form.head.length, pages.slice(0, 1), 'head', Number.POSITIVE_INFINITY)
  const headHeight = head.reduce((sum, row) => sum + row.height, 0)
  const room = form.paper.height - form.paper.margins.top - form.paper.margins.bottom - headHeight
  const indents = form.lines.markerIndent ? hangingIndents(pages) : undefined
  const slack = slackForNames(form, pages)
  const sizes = sizesOfCells(pages)
  return {
    head,
    body: rowLayouts(form.body.length, pages, 'body', room)
      .map(giveSlack(slack))
      .map(letShrink(form, pages, slack)),
    titleSpace: first === undefined ? 0 : titleSpace(form, first),
    tableIndent: Math.max(0, (first?.cells[0]?.left ?? 0) - form.paper.margins.left),
    // A paragraph of one line shows no indent; should somebody lengthen it, a marker's characters are full-width.
    hangingIndent: (paragraph, size) => (indents ? (indents.get(paragraph) ?? paragraph.marker * size) : 0),
    sizeOf: ({ paragraphs, size }) => sizes.get(paragraphs) ?? size,
  }
}

/**
 * Sizes of the cells that are set smaller than the form says: upright names on a page that has little room for them, as
 * what has no room there is left out, and cells too narrow for their figures.
 */
export function sizesOfCells(pages: readonly Page[]): ReadonlyMap<FormCell['paragraphs'], number> {
  const sizes = new Map<FormCell['paragraphs'], number>()
  for (const { cell, flow, lines } of pages.flatMap((page) => page.cells)) {
    const size = lines[0]?.line.size ?? cell.size
    if (flow === 'first' && size < cell.size) {
      // Word counts in half points.
      sizes.set(cell.paragraphs, Math.floor(size * 2) / 2)
    }
  }
  return sizes
}

const NEARLY_A_PAGE = 0.9

/** A row's height is the sum of its parts. A row that no page can hold gets none: Word would leave the page empty below its text. */
function rowLayouts(count: number, pages: readonly Page[], kind: 'head' | 'body', room: number): RowLayout[] {
  const heights = new Array<number>(count).fill(0)
  const parts = new Array<number>(count).fill(0)
  for (const row of pages.flatMap((page) => page.rows)) {
    if (row.kind !== kind || row.index >= count) continue
    heights[row.index]! += row.height
    parts[row.index]! += 1
  }
  return heights.map((height, index) => ({
    height: height > room ? 0 : height,
    splits: parts[index]! > 1 || height > NEARLY_A_PAGE * room,
  }))
}

function giveSlack(slack: Slack): (row: RowLayout, index: number) => RowLayout {
  return (row, index) => (row.height === 0 ? row : { ...row, height: row.height + (slack.get(index) ?? 0) })
}

/** In points, by index in `form.body`. */
type Slack = ReadonlyMap<number, number>

/**
 * Room for one character more below an upright name that fills its rows: LibreOffice gives ① and its like more than an
 * em, and what then does not fit it leaves out. No page gets fuller than it can be, so that no break moves.
 */
function slackForNames(form: Form, pages: readonly Page[]): Slack {
  const slack = new Map<number, number>()
  for (const { rows, cells } of pages) {
    const end = rows.at(-1)
    let free = end === undefined ? 0 : form.paper.height - form.paper.margins.bottom - end.top - end.height
    for (const name of cells.filter(({ cell }) => cell.direction === 'vertical')) {
      const last = rows.slice(name.row, name.row + name.rowSpan).at(-1)
      if (last === undefined || last.kind === 'head' || last.part === 'first' || last.part === 'middle') continue
      const more = Math.min(free, Math.max(0, heightForName(form, name) - name.height))
      slack.set(last.index, Math.max(more, slack.get(last.index) ?? 0))
      free -= more
    }
  }
  return slack
}

/** What an upright name takes downwards, with one character to spare. */
function heightForName({ table }: Form, { lines }: PageCell): number {
  const size = lines[0]?.line.size ?? 0
  return Math.max(0, ...lines.map(({ line }) => line.width)) + size + 2 * table.padding.y
}

/**
 * A row with tracked changes gets lower when they are accepted or rejected. No height may stand against that but what an
 * upright name needs, which cannot push its rows open.
 */
function letShrink(form: Form, pages: readonly Page[], slack: Slack): (row: RowLayout, index: number) => RowLayout {
  if (form.revisions !== 'tracked') return (row) => row
  const names = heightsForNames(form, pages, slack)
  return (row, index) =>
    isChanged(form.body[index]!) ? { ...row, height: Math.min(row.height, names.get(index) ?? 0) } : row
}

function isChanged({ slots }: FormRow): boolean {
  const paragraphs = slots.flatMap((slot) => (slot.tag === 'cell' ? slot.paragraphs : []))
  return paragraphs.some(({ revision, runs }) => revision ?? runs.some((run) => run.revision))
}

/** The first rows of an upright name give it their whole height until it has what it needs; rows that may go give none. */
function heightsForNames(form: Form, pages: readonly Page[], slack: Slack): ReadonlyMap<number, number> {
  const heights = new Map<number, number>()
  for (const { cells, rows } of pages) {
    for (const name of cells.filter(({ cell }) => cell.direction === 'vertical')) {
      const { row, rowSpan } = name
      let needed = heightForName(form, name)
      for (const { kind, index, height } of rows.slice(row, row + rowSpan)) {
        if (kind === 'head' || (rowSpan > 1 && form.body[index]!.revision !== undefined)) continue
        const room = height + (slack.get(index) ?? 0)
        heights.set(index, Math.max(heights.get(index) ?? 0, Math.min(needed, room)))
        needed = Math.max(0, needed - room)
      }
    }
  }
  return heights
}

function titleSpace({ paper, type }: Form, first: Page): number {
  const top = first.rows[0]?.top ?? 0
  return Math.max(0, top - paper.margins.top - first.title.length * type.titleSize * type.leading)
}

function hangingIndents(pages: readonly Page[]): Map<Paragraph, number> {
  const indents = new Map<Paragraph, number>()
  for (const { cell, lines } of pages.flatMap((page) => page.cells)) {
    for (const { line } of lines) {
      const paragraph = cell.paragraphs[line.paragraph]
      if (paragraph !== undefined && line.start > 0) indents.set(paragraph, line.indent)
    }
  }
  return indents
}
