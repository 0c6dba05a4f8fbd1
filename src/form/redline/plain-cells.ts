/** Cells whose revisions are only to be seen: a text that passed from a dropped row to the one below it has not changed. */

import { foldNotation } from '../../review/words/normalise.js'
import { coveringCell } from '../covering-cell.js'
import type { FormCell, Paragraph, Revision } from '../form.js'
import { fieldsOf, type RedlineColumn } from './both-columns.js'
import { type ColumnCells, emptyPlace, type RedlineSlots } from './both-grids.js'
import type { RedlineRow } from './both-rows.js'
import { type CellSides, redlineCell, showEntry } from './marked-cell.js'
import { addRemark, markParagraph, paragraphText, partFigures } from './marked-text.js'
import type { Remarker } from './remarks.js'
import { slotOf } from './tracked-cells.js'

interface PlainRedline {
  readonly rows: readonly RedlineRow[]
  readonly columns: readonly RedlineColumn[]
  readonly old: readonly RedlineSlots[]
  readonly new: readonly RedlineSlots[]
  /** Of the type in a place that neither table has. */
  readonly size: number
  readonly remarker: Remarker
  /** Of an excerpt: which cells belong together goes by all rows, but only these are shown. */
  readonly shows: (row: RedlineRow) => boolean
}

/** Rows that are one cell in each edition that has them. `old` and `new` are the rows of the editions in which it begins. */
interface JoinedRows {
  readonly rows: RedlineRow[]
  old: number | undefined
  new: number | undefined
}

/**
 * One place for each row that is shown. A cell that rows of the other edition cut in two says its text again below them,
 * if it is a label.
 */
export function plainColumns(redline: PlainRedline): readonly ColumnCells[] {
  const columns = redline.columns.map((_, column) => plainCells(redline, column))
  return remarkRows({ ...redline, rows: redline.rows.filter(redline.shows) }, columns)
}

function plainCells(redline: PlainRedline, column: number): ColumnCells {
  const told = { old: new Set<number>(), new: new Set<number>() }
  return joinedRows(redline, column).flatMap((joined): ColumnCells => {
    const shown = joined.rows.filter(redline.shows)
    if (shown.length === 0) return []
    const sides = {
      old: firstTime(redline.old, joined.old, told.old, column),
      new: firstTime(redline.new, joined.new, told.new, column),
    }
    const cell = placeCell(joined, sides, redline, column)
    return shown.map((_, at) => (at === 0 ? { ...cell, paragraphs: cell.paragraphs.map(markWords) } : undefined))
  })
}

function placeCell(joined: JoinedRows, sides: CellSides, redline: PlainRedline, column: number): FormCell {
  if (joined.old === undefined && joined.new === undefined) return emptyPlace(redline.size)
  return sides.old || sides.new ? changedCell(joined, sides, redline, column) : repeatedLabel(joined, redline, column)
}

/** A remark behind the words of a paragraph is no part of what came or went. */
function markWords({ revision: _, ...paragraph }: Paragraph): Paragraph {
  return partFigures(paragraph)
}

/**
 * A row goes on those above if the two share a cell in one edition and are not two cells in the other. But it must
 * be seen to what cell of the new edition it belongs: it does not go on a dropped cell if its own began further up.
 */
function joinedRows({ rows, old, new: now }: PlainRedline, column: number): readonly JoinedRows[] {
  const found: JoinedRows[] = []
  const begun = new Set<number>()
  for (const row of rows) {
    const corners = { old: cornerOf(old, row.old, column), new: cornerOf(now, row.new, column) }
    const last = found.at(-1)
    const isCut = corners.new !== undefined && corners.new !== last?.new && begun.has(corners.new)
    if (last && !isCut && goesOn(corners, last)) {
      last.rows.push(row)
      last.old ??= corners.old
      last.new ??= corners.new
    } else found.push({ rows: [row], ...corners })
    if (corners.new !== undefined) begun.add(corners.new)
  }
  return found
}

type Corners = Pick<JoinedRows, 'old' | 'new'>

function goesOn(row: Corners, above: Corners): boolean {
  const sides = (['old', 'new'] as const).filter((side) => row[side] !== undefined && above[side] !== undefined)
  return sides.length > 0 && sides.every((side) => row[side] === above[side])
}

function cornerOf(body: readonly RedlineSlots[], row: number | undefined, column: number): number | undefined {
  const slot = slotOf(body, row, column)
  return slot?.tag === 'covered' ? row! - slot.up : slot && row
}

function firstTime(
  body: readonly RedlineSlots[],
  corner: number | undefined,
  told: Set<number>,
  column: number,
): FormCell | undefined {
  if (corner === undefined || told.has(corner)) return undefined
  told.add(corner)
  return coveringCell(body, corner, column)
}

function changedCell(joined: JoinedRows, sides: CellSides, redline: PlainRedline, column: number): FormCell {
  const side = sides.old && sides.new ? 'both' : sides.new ? 'new' : 'old'
  // A text that passed from one row to another stands in no row's entries.
  const row = joined.rows.find(
    (each) => (side === 'new' || each.old === joined.old) && (side === 'old' || each.new === joined.new),
  )
  const definition = redline.columns[column]!
  const isQuiet = row !== undefined && definition.namesCategory && redline.remarker.isSameLabel(row)
  if (side === 'both' && isQuiet && isSameButNotation(sides)) return redlineCell({ old: sides.new, new: sides.new }, [])
  const fields = row ? fieldsOf(row, definition) : []
  const entries = fields.map((field) =>
    field.entries.flatMap((entry) => {
      const remark = redline.remarker.ofEntry(entry, field.column, row!.pair)
      const words = redline.remarker.movedWords(entry, row!.pair)
      return showEntry(
        { ...entry, remark, ...(words && { words }), isQuiet: side === 'both' && redline.remarker.isSame(entry) },
        side,
      )
    }),
  )
  return redlineCell(sides, entries)
}

/** A form may write more into a label than the category's name: counts, the year. */
function isSameButNotation({ old, new: now }: CellSides): boolean {
  const [from, to] = [old, now].map((cell) => foldNotation(cell?.paragraphs.map(paragraphText).join('') ?? ''))
  return from === to
}

function repeatedLabel({ rows, old, new: now }: JoinedRows, redline: PlainRedline, column: number): FormCell {
  const cell = now === undefined ? coveringCell(redline.old, old!, column) : coveringCell(redline.new, now, column)
  const revision = revisionOf(rows)
  const label = cell.isLabel ? cell.paragraphs : []
  return {
    ...cell,
    paragraphs: revision === undefined ? label : label.map((each) => markParagraph(each, revision)),
    repeated: true,
  }
}

/** Of rows that only one edition has. */
function revisionOf(rows: readonly RedlineRow[]): Revision | undefined {
  if (rows.every(({ side }) => side === 'old')) return 'deleted'
  return rows.every(({ side }) => side === 'new') ? 'inserted' : undefined
}

/**
 * Puts what is said of a whole row behind the first words that it has of its own. In an excerpt a label may begin with
 * it that it shares with rows above: only where it has no other words they stand there.
 */
function remarkRows(redline: PlainRedline, cells: readonly ColumnCells[]): readonly ColumnCells[] {
  const { rows, columns, remarker } = redline
  const remarked = cells.map((column) => [...column])
  for (const [index, row] of rows.entries()) {
    const remark = remarker.ofRow(row)
    const begins = (at: number) =>
      [slotOf(redline.old, row.old, at), slotOf(redline.new, row.new, at)].some((slot) => slot?.tag === 'cell')
    const worded = remarked.filter((column, at) => hasWords(column[index]) && !columns[at]!.namesCategory)
    const own = worded.find((column) => begins(remarked.indexOf(column))) ?? worded[0]
    if (remark === undefined || own === undefined) continue
    const [first, ...rest] = own[index]!.paragraphs
    own[index] = { ...own[index]!, paragraphs: [addRemark(first!, remark), ...rest] }
  }
  return remarked
}

function hasWords(cell: FormCell | undefined): boolean {
  return cell !== undefined && cell.paragraphs.length > 0
}
