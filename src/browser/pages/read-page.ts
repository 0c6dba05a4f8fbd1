/** A page for those who listen to it: its texts and tables in the order of reading. */

import type { Page, PageCell, PageTable, PlacedLine } from '../../layout/page.js'
import type { ReadCell, ReadPart } from './drawing.js'

export function readPage({ title, sections }: Page): readonly ReadPart[] {
  return [
    ...(title.length === 0 ? [] : [textOf(title)]),
    ...sections.flatMap((section): ReadPart[] =>
      section.tag === 'table' ? [readTable(section)] : section.blocks.map(({ lines }) => textOf(lines)),
    ),
  ]
}

function readTable({ rows, cells }: PageTable): readonly (readonly ReadCell[])[] {
  return rows.map(({ kind }, index) =>
    cells
      .filter(({ row }) => row === index)
      .sort((a, b) => a.column - b.column)
      .map((cell) => readCell(cell, kind)),
  )
}

function readCell({ cell, lines, rowSpan, colSpan }: PageCell, kind: 'head' | 'body'): ReadCell {
  const heads = kind === 'head' ? 'column' : (cell.heads ?? (cell.isLabel ? 'row' : undefined))
  return { text: cell.bar?.says ?? textOf(lines), rowSpan, colSpan, ...(heads && { heads }) }
}

/** Lines of a paragraph are put together again. */
function textOf(lines: readonly PlacedLine[]): string {
  let text = ''
  let last: number | undefined
  for (const { line } of lines) {
    if (last !== undefined && line.paragraph !== last) text += '\n'
    text += line.pieces.map((piece) => piece.text).join('')
    last = line.paragraph
  }
  return text
}
