/** What a Word document takes over from the layout: heights of rows, which of them stand whole, and hanging indents. */

import type { Form, FormCell, Paragraph } from '../../form/form.js'
import type { LaidOut, Page } from '../../layout/page.js'
import { giveBelow, giveInEveryState, type SettledName, settleNames, sizesOfCells } from './upright-names.js'

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
  /** The sizes that are no cell's own. */
  readonly sizes: ReadonlySet<number>
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
  const names = namesOn(pages, form)
  const give = form.revisions === 'tracked' ? giveInEveryState(names, form.body) : giveBelow(names)
  const sizes = sizesOfCells(
    pages.flatMap(({ cells }) => cells),
    names,
  )
  return {
    head,
    body: rowLayouts(form.body.length, pages, 'body', room).map((row, index) =>
      row.height === 0 ? row : { ...row, height: give(row.height, index) },
    ),
    titleSpace: first === undefined ? 0 : titleSpace(form, first),
    tableIndent: Math.max(0, (first?.cells[0]?.left ?? 0) - form.paper.margins.left),
    // A paragraph of one line shows no indent; should somebody lengthen it, a marker's characters are full-width.
    hangingIndent: (paragraph, size) => (indents ? (indents.get(paragraph) ?? paragraph.marker * size) : 0),
    sizeOf: ({ paragraphs, size }) => sizes.get(paragraphs) ?? size,
    sizes: new Set(sizes.values()),
  }
}

/** The names of all pages, each page's rows with what is free below them. */
function namesOn(pages: readonly Page[], form: Form): readonly SettledName[] {
  const foot = form.paper.height - form.paper.margins.bottom
  const parts = pages.map((page) => {
    const end = page.rows.at(-1)
    return { ...page, free: end === undefined ? 0 : foot - end.top - end.height }
  })
  return settleNames(parts, form)
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
