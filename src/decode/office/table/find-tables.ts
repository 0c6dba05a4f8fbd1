/** The tables of a document and the texts around them: sheets parted into texts and tables, continued tables put together. */

import { type Listed, linesOf, type OfficeDocument, type OfficeRow, type OfficeTable } from '../office-document.js'
import { bodyRows } from './body-rows.js'
import { foldHeading } from './fold-heading.js'
import type { FoundPart, FoundTable, FoundText } from './found-table.js'
import { filled, findHeadingBlock, type HeadingBlock, isSameHeading, textOf, widthOf } from './heading-block.js'
import { leafColumns } from './leaf-columns.js'

/** `listed` takes up headings that stand again. */
export function findTables(document: OfficeDocument, listed: Listed[]): FoundPart[] {
  const parts: FoundPart[] = []
  for (const part of document.parts) {
    if (part.tag === 'text') parts.push(part)
    else parts.push(...partTable(part.table, lastTable(parts), listed))
  }
  return joinContinued(parts, listed)
}

function lastTable(parts: readonly FoundPart[]): FoundTable | undefined {
  const last = parts.findLast((part) => part.tag === 'table')
  return last?.table
}

/** A sheet or a Word table: texts, one or more tables, texts. */
function partTable(table: OfficeTable, before: FoundTable | undefined, listed: Listed[]): FoundPart[] {
  const { rows, isSheet, place } = table
  if (widthOf(rows) < 2) return rows.flatMap((row) => textsOf(row, isSheet ? 'flow' : 'box'))
  const parts: FoundPart[] = []
  let at = 0
  while (at < rows.length) {
    const block = findHeadingBlock(rows, at, isSheet)
    if (!isSheet && parts.length === 0 && before !== undefined && goesOnWithoutHeading(table, block, before)) {
      return [
        {
          tag: 'table',
          table: {
            ...before,
            place,
            headings: [],
            rows: bodyRows(rows, before.columns, place, listed),
            pieces: [{ place }],
          },
        },
      ]
    }
    if (block === undefined) {
      parts.push(...rows.slice(at).flatMap((row) => textsOf(row, 'flow')))
      break
    }
    parts.push(...rows.slice(at, block.start).flatMap((row) => textsOf(row, 'flow')))
    const end = isSheet ? endOfTable(rows, block) : rows.length
    parts.push({ tag: 'table', table: readTable(table, block, end, listed) })
    at = end
  }
  return parts
}

function textsOf(row: OfficeRow, role: 'flow' | 'box'): FoundPart[] {
  return filled(row).flatMap(({ paragraphs, place }) =>
    paragraphs.map((paragraph): FoundPart => ({ tag: 'text', paragraph, place, role })),
  )
}

/** A table of Word that has the columns of the one before it and no heading of its own. */
function goesOnWithoutHeading(
  { rows, widths }: OfficeTable,
  block: HeadingBlock | undefined,
  before: FoundTable,
): boolean {
  const last = before.columns.at(-1)!
  if (widths.length !== last.end || rows.some(({ isHeading }) => isHeading)) return false
  const isAlike = before.columns.every(({ start, end, width }) => {
    const own = widths.slice(start, end).reduce((sum, each) => sum + each, 0)
    return Math.abs(own - width) <= Math.max(4, 0.1 * width)
  })
  if (!isAlike) return false
  if (block === undefined || block.start > 0) return true
  const words = new Set(before.columns.flatMap(({ headings }) => headings.map(foldHeading)))
  return !filled(rows[0]!).some((cell) => words.has(foldHeading(textOf(cell))))
}

function readTable(
  { rows, widths, place }: OfficeTable,
  block: HeadingBlock,
  end: number,
  listed: Listed[],
): FoundTable {
  const heads = rows.slice(block.start, block.end)
  const body: OfficeRow[] = []
  const starts = new Set<number>()
  for (let at = block.end; at < end; ) {
    if (isSameHeading(rows, heads, at)) {
      listRepeated(rows.slice(at, at + heads.length).flatMap(headingTexts), listed)
      at += heads.length
      starts.add(body.length)
    } else {
      if (!rows[at]!.isGap) body.push(rows[at]!)
      at++
    }
  }
  const columns = leafColumns(rows, block, body, widths)
  const found = bodyRows(body, columns, place, listed).map((row, index) =>
    starts.has(index) ? { ...row, startsPiece: true } : row,
  )
  return { place, columns, headings: heads.flatMap(headingTexts), rows: found, pieces: [{ place }] }
}

function headingTexts(row: OfficeRow): FoundText[] {
  return filled(row).map((cell) => ({ place: cell.place, text: linesOf(cell.paragraphs).join('\n') }))
}

/** The first row of a sheet behind its table: a note, or a text behind a gap. */
function endOfTable(rows: readonly OfficeRow[], block: HeadingBlock): number {
  const heads = rows.slice(block.start, block.end)
  const columns = widthOf(heads)
  /** Rows that a cell above reaches into belong to the table, whatever stands in them. */
  let covered = block.end
  for (let at = block.end; at < rows.length; at++) {
    const row = rows[at]!
    const cells = filled(row)
    const isCovered = at < covered
    covered = Math.max(covered, ...row.cells.map(({ rowSpan }) => at + rowSpan))
    if (isCovered) continue
    if (row.isGap || cells.length === 0) {
      const next = rows.slice(at).findIndex((each) => filled(each).length > 0)
      if (next < 0) return at
      if (isOutside(rows[at + next]!, columns, row.isGap === true)) return row.isGap ? at : at + next
      if (row.isGap && !isSameHeading(rows, heads, at + next) && findHeadingBlock(rows, at, true)?.start === at + next)
        return at
    } else if (isOutside(row, columns, false)) return at
  }
  return rows.length
}

const NOTE = /^(?:※|[(（]?注|\*|出典|凡例|備考[:：]|資料[:：])/

/** One text that is a note, or that no rules surround; behind a gap, whatever leaves most of the columns free. */
function isOutside(row: OfficeRow, columns: number, isBehindGap: boolean): boolean {
  const cells = filled(row)
  const [only] = cells
  if (only === undefined || cells.length > Math.max(1, isBehindGap ? columns / 3 : 1)) return false
  if (row.cells.length > cells.length && only.hasBorder) return false
  if (only.rowSpan > 1) return false
  return NOTE.test(textOf(only).trim()) || !only.hasBorder
}

function listRepeated(headings: readonly FoundText[], listed: Listed[]): void {
  for (const heading of headings) listed.push({ kind: 'heading-repeated', ...heading })
}

/** A line that counts or marks what it names: １ 居場所づくり, （2）食の支え, ■見守り. */
const CAPTION = /^(?:第?[0-9０-９一二三四五六七八九十Ⅰ-Ⅹ]+[\s.．、章節編]|[①-⑳]|[（(][0-9０-９一-十]+[)）]|[■●◆▼【])/

const LONGEST_CAPTION = 50

/** Puts tables together that have the same headings and follow one another; the line above a piece may name it. */
function joinContinued(parts: readonly FoundPart[], listed: Listed[]): FoundPart[] {
  const joined: FoundPart[] = []
  for (const part of parts) {
    const at = joined.findLastIndex(({ tag }) => tag === 'table')
    const before = joined[at]
    if (part.tag === 'text') {
      joined.push(part)
      continue
    }
    const own = { ...part.table, pieces: [{ place: part.table.place, ...captionOf(joined.at(-1)) }] }
    if (before?.tag !== 'table' || !hasSameColumns(before.table, own)) {
      joined.push({ tag: 'table', table: own })
      continue
    }
    listRepeated(own.headings, listed)
    const { table } = before
    const piece = table.pieces.length
    const rows = own.rows.map((row, index) => ({ ...row, piece, startsPiece: index === 0 || row.startsPiece }))
    joined[at] = {
      tag: 'table',
      table: { ...table, rows: [...table.rows, ...rows], pieces: [...table.pieces, ...own.pieces] },
    }
  }
  return joined
}

function captionOf(part: FoundPart | undefined): { caption?: FoundText } {
  if (part?.tag !== 'text' || part.role !== 'flow') return {}
  const text = linesOf([part.paragraph]).join('').trim()
  return text.length <= LONGEST_CAPTION && CAPTION.test(text) ? { caption: { text, place: part.place } } : {}
}

function hasSameColumns(a: FoundTable, b: FoundTable): boolean {
  return (
    a.columns.length === b.columns.length &&
    a.columns.every(({ headings }, index) => keyOf(headings) === keyOf(b.columns[index]!.headings))
  )
}

function keyOf(headings: readonly string[]): string {
  return headings.map(foldHeading).join('\n')
}
