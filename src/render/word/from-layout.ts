/** What a Word document takes over from the layout: heights of rows, which of them stand whole, and hanging indents. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import type { Form, FormCell, Paragraph, TableSection } from '../../form/form.js'
import type { LaidOut, Page, PageTable } from '../../layout/page.js'
import { blocksOn, cellsOn, extentOf, tablesOn } from '../../layout/page-sections.js'
import { tellSmallType } from '../../layout/small-type.js'
import { giveBelow, giveInEveryState, settleNames, sizesOfCells, type TablePart } from './upright-names.js'

export interface WordLayout {
  /** How far the lines after a paragraph's first are set in, in points; `size` is the cell's. */
  readonly hangingIndent: (paragraph: Paragraph, size: number) => number
  /** Size of a cell's type in points. */
  readonly sizeOf: (cell: FormCell) => number
  /** The sizes that are no cell's own. */
  readonly sizes: ReadonlySet<number>
  /** Of the table that is the form's section of this index. */
  readonly tableLayout: (table: TableSection, section: number) => TableLayout
}

export interface TableLayout {
  /** By index in the table's `head` and `body`. */
  readonly head: readonly RowLayout[]
  readonly body: readonly RowLayout[]
  /** From the left margin to the table, in points. */
  readonly indent: number
}

export interface RowLayout {
  /** The least height in points; 0 where only the text decides. */
  readonly height: number
  /** The row is on several pages, or so high that it may be in Word, where lines can turn out otherwise. */
  readonly splits: boolean
}

export function wordLayout({ form, pages }: LaidOut): WordLayout {
  const indents = form.lines.markerIndent ? hangingIndents(pages) : undefined
  const parts = partsOf(pages, form)
  const sizes = sizesOfCells(pages.flatMap(cellsOn), settleNames(parts, form))
  return {
    // A paragraph of one line shows no indent; should somebody lengthen it, a marker's characters are full-width.
    hangingIndent: (paragraph, size) => (indents ? (indents.get(paragraph) ?? paragraph.marker * size) : 0),
    sizeOf: ({ paragraphs, size }) => sizes.get(paragraphs) ?? size,
    sizes: new Set(sizes.values()),
    tableLayout: (table, section) =>
      tableLayout(
        table,
        parts.filter((part) => part.section === section),
        form,
      ),
  }
}

/** Upright names that are set smaller than in the layout, and too small to be read well. */
export function findSmallNames({ form, pages }: LaidOut): readonly Diagnostic[] {
  const names = settleNames(partsOf(pages, form), form)
  const smaller = names.filter(({ name, size }) => name.lines.some(({ line }) => size < line.size))
  return tellSmallType(new Map(smaller.map(({ name, size }) => [name.cell, size])), form, 'Word')
}

/** The parts of all tables; what is free at the foot of a page they share. */
function partsOf(pages: readonly Page[], { paper }: Form): readonly (PageTable & TablePart)[] {
  const foot = paper.height - paper.margins.bottom
  return pages.flatMap((page) => {
    const tables = tablesOn(page)
    const end = page.sections.map(extentOf).at(-1)
    const free = end === undefined ? 0 : (foot - end.bottom) / tables.length
    return tables.map((table) => ({ ...table, free }))
  })
}

function tableLayout(table: TableSection, parts: readonly TablePart[], form: Form): TableLayout {
  const [first] = parts
  const head = rowLayouts(table.head.length, parts.slice(0, 1), 'head', Number.POSITIVE_INFINITY)
  const headHeight = head.reduce((sum, row) => sum + row.height, 0)
  const room = form.paper.height - form.paper.margins.top - form.paper.margins.bottom - headHeight
  const names = settleNames(parts, form)
  const give = form.revisions === 'tracked' ? giveInEveryState(names, table.body) : giveBelow(names)
  return {
    head,
    body: rowLayouts(table.body.length, parts, 'body', room).map((row, index) =>
      row.height === 0 ? row : { ...row, height: give(row.height, index) },
    ),
    indent: Math.max(0, (first?.cells[0]?.left ?? 0) - form.paper.margins.left),
  }
}

const NEARLY_A_PAGE = 0.9

/** A row's height is the sum of its parts. A row that no page can hold gets none: Word would leave the page empty below its text. */
function rowLayouts(count: number, tables: readonly TablePart[], kind: 'head' | 'body', room: number): RowLayout[] {
  const heights = new Array<number>(count).fill(0)
  const parts = new Array<number>(count).fill(0)
  for (const row of tables.flatMap(({ rows }) => rows)) {
    if (row.kind !== kind || row.index >= count) continue
    heights[row.index]! += row.height
    parts[row.index]! += 1
  }
  return heights.map((height, index) => ({
    height: height > room ? 0 : height,
    splits: parts[index]! > 1 || height > NEARLY_A_PAGE * room,
  }))
}

function hangingIndents(pages: readonly Page[]): Map<Paragraph, number> {
  const indents = new Map<Paragraph, number>()
  const texts = pages.flatMap((page) => [
    ...cellsOn(page).map(({ cell, lines }) => ({ lines, paragraphs: cell.paragraphs })),
    ...blocksOn(page).map(({ block, lines }) => ({ lines, paragraphs: block.paragraphs })),
  ])
  for (const { paragraphs, lines } of texts) {
    for (const { line } of lines) {
      const paragraph = paragraphs[line.paragraph]
      if (paragraph !== undefined && line.start > 0) indents.set(paragraph, line.indent)
    }
  }
  return indents
}
