/** Finds the heading rows of a table among the rows of a sheet or of a Word table. */

import { linesOf, type OfficeCell, type OfficeRow } from '../office-document.js'
import { foldHeading } from './fold-heading.js'

/** Indexes of rows, the end not included. */
export interface HeadingBlock {
  readonly start: number
  readonly end: number
}

const MOST_HEADING_ROWS = 3

/** A heading is looked for so far down and no further. */
const FARTHEST = 60

/** What the headings of plans are made of. */
const WORDS =
  /区分|施策|取組|取り組み|課題|現状|担当|所管|主体|年度|指標|目標|実績|評価|備考|予算|事業|対応|内容|番号|^no\.?$|方針|方向|成果|項目|期限|時期|達成|基準|計画|名称|単位|資金|財源|大柱|中柱|分野|進捗|予定|結果|決算|金額/i

/** The first block of heading rows from a row on; undefined where the rows do not look like a table. */
export function findHeadingBlock(rows: readonly OfficeRow[], from: number, isSheet: boolean): HeadingBlock | undefined {
  const width = widthOf(rows)
  const flagged = rows.findIndex((row, index) => index >= from && row.isHeading && filled(row).length > 1)
  if (flagged >= 0 && (!isSheet || flagged < from + FARTHEST)) {
    let end = flagged + 1
    while (end < flagged + MOST_HEADING_ROWS && rows[end]?.isHeading) end++
    return { start: flagged, end }
  }
  for (let start = from; start < Math.min(rows.length, from + FARTHEST); start++) {
    if (isHeadingRow(rows[start]!, width) && !isTitleOver(rows, start, width)) {
      return { start, end: endOfBlock(rows, start) }
    }
  }
  return undefined
}

/** The rows that say the same in the same columns as a block does, wherever they stand again. */
export function isSameHeading(rows: readonly OfficeRow[], block: readonly OfficeRow[], at: number): boolean {
  return block.every((row, index) => {
    const other = rows[at + index]
    return other !== undefined && keyOf(other) === keyOf(row)
  })
}

function keyOf(row: OfficeRow): string {
  return filled(row)
    .map((cell) => `${cell.column} ${foldHeading(textOf(cell))}`)
    .join('|')
}

export function textOf(cell: Pick<OfficeCell, 'paragraphs'>): string {
  return linesOf(cell.paragraphs).join('\n')
}

export function filled({ cells }: OfficeRow): OfficeCell[] {
  return cells.filter((cell) => textOf(cell).trim() !== '')
}

export function widthOf(rows: readonly OfficeRow[]): number {
  return rows.reduce((most, { cells }) => {
    const last = cells.at(-1)
    return last === undefined ? most : Math.max(most, last.column + last.colSpan)
  }, 0)
}

/** Short texts over most of the width, none of them an item or a figure. */
function isHeadingRow(row: OfficeRow, width: number): boolean {
  const cells = filled(row)
  if (cells.length < 2) return false
  const texts = cells.map((cell) => foldHeading(textOf(cell)))
  if (texts.some((text) => text.length > 60 || /^[○●◎□■・]./.test(text))) return false
  const covered = cells.reduce((sum, { colSpan }) => sum + colSpan, 0)
  const known = texts.filter((text) => WORDS.test(text)).length
  const figures = texts.filter((text) => /^[-△▲]?[\d.,%]+$/.test(text)).length
  if (figures * 2 > texts.length) return false
  return (
    known >= 2 || (covered >= 0.6 * width && cells.length >= Math.min(3, width) && known >= 1) || covered >= 0.8 * width
  )
}

/** A title and what stands beside it: single cells over a row that has more of the headings. */
function isTitleOver(rows: readonly OfficeRow[], start: number, width: number): boolean {
  const [row, next] = [rows[start]!, rows[start + 1]]
  if (next === undefined || row.cells.some(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1)) return false
  return isHeadingRow(next, width) && filled(next).length > filled(row).length
}

/** As deep as its cells are joined downwards, and one more where a heading over several columns has others below it. */
function endOfBlock(rows: readonly OfficeRow[], start: number): number {
  let end = start + 1
  for (let row = start; row < end && row < start + MOST_HEADING_ROWS; row++) {
    for (const { rowSpan } of filled(rows[row]!)) {
      if (rowSpan <= MOST_HEADING_ROWS) end = Math.max(end, row + rowSpan)
    }
    if (row === end - 1 && hasHeadingsBelow(rows, row)) end++
  }
  return Math.min(end, rows.length, start + MOST_HEADING_ROWS)
}

/** The next row says something below headings of several columns, and nothing below the others. */
function hasHeadingsBelow(rows: readonly OfficeRow[], row: number): boolean {
  const next = rows[row + 1]
  if (next === undefined || next.isGap) return false
  const groups = filled(rows[row]!).filter(({ colSpan }) => colSpan > 1)
  const below = filled(next)
  if (groups.length === 0 || below.length === 0) return false
  const isUnder = ({ column, colSpan }: OfficeCell) =>
    groups.some((group) => column >= group.column && column + colSpan <= group.column + group.colSpan)
  return below.every((cell) => isUnder(cell) && cell.rowSpan === 1 && textOf(cell).length <= 40)
}
