/** A table on its pages: heading rows at the top of each, body rows below them, every line in its place. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import type { Form, FormRow, TableSection } from '../../form/form.js'
import type { LineSettings } from '../lines/cell-lines.js'
import type { Line, PageCell, PageRow, PageTable } from '../page.js'
import { type Flow, spanWidth } from './flow.js'
import { findNoRoom } from './no-room.js'
import { paginate, type TableBody } from './paginate.js'
import { placeLines } from './place-lines.js'
import type { LinesOf } from './row-heights.js'

/**
 * Puts a table below what stands on the page, or on the next one where its first row does not fit below another section.
 * The error where a page has no room for a single line.
 */
export function placeTable(table: TableSection, section: number, flow: Flow): Diagnostic | undefined {
  const { form, settings, pages, measure, most } = flow
  const { widths, linesOf, headLinesOf, line, headHeights, least, space } = measure(table)
  const bottom = pages.bottom - sum(headHeights)
  const isForced = table.starts !== undefined || table.body[0]?.startsPage === true
  const opens = isForced || pages.begin(space) + Math.max(line, least[0] ?? 0) > bottom + 0.01
  if (pages.mayEnd && opens) pages.turn()
  const top = { first: pages.begin(space), other: pages.top }
  const room = { first: bottom - top.first, other: bottom - top.other }
  const noRoom = findNoRoom(room, line, form)
  if (noRoom !== undefined) return noRoom

  const { paper } = form
  const measureWidth = paper.width - paper.margins.left - paper.margins.right
  const left = paper.margins.left + Math.max(0, measureWidth - sum(widths)) / 2
  const frame: Frame = { form, table, section, settings, widths, left, headHeights, headLinesOf }
  const bodies = paginate(table, form, widths, least, linesOf, settings, room, most)
  for (const [index, body] of (bodies.length === 0 ? [NO_BODY] : bodies).entries()) {
    if (index > 0) pages.turn()
    pages.add(placeBody(frame, body, index === 0 ? top.first : top.other))
  }
  return undefined
}

const NO_BODY: TableBody = { rows: [], cells: [] }

/** What is the same on every page. */
interface Frame {
  readonly form: Form
  readonly table: TableSection
  readonly section: number
  readonly settings: LineSettings
  readonly widths: readonly number[]
  readonly left: number
  readonly headHeights: readonly number[]
  readonly headLinesOf: LinesOf
}

function placeBody(frame: Frame, body: TableBody, start: number): PageTable {
  const { table, section, headHeights } = frame
  const heads = table.head.map((_, row) => ({
    kind: 'head' as const,
    index: row,
    part: 'whole' as const,
    height: headHeights[row]!,
  }))
  let top = start
  const rows: PageRow[] = [...heads, ...body.rows.map((row) => ({ kind: 'body' as const, ...row }))].map((row) => {
    const placed = { ...row, top }
    top += row.height
    return placed
  })
  const cells = [
    ...table.head.flatMap((row, at) => headCells(row, at, rows, frame)),
    ...body.cells.map((each): PageCell => {
      const { lines, pitch, ...rest } = each
      const row = each.row + heads.length
      return placeCell({ ...rest, row, colSpan: each.cell.colSpan }, lines, pitch, rows, frame)
    }),
  ]
  return { tag: 'table', section, rows, cells }
}

function headCells(row: FormRow, at: number, rows: readonly PageRow[], frame: Frame): PageCell[] {
  return row.slots.flatMap((cell, column) => {
    if (cell.tag === 'covered') return []
    const { lines, pitch } = frame.headLinesOf(cell, column)
    const { rowSpan, colSpan } = cell
    const spot = { row: at, rowSpan, column, colSpan, cell, flow: 'first' as const, openBelow: false }
    return placeCell(spot, lines, pitch, rows, frame)
  })
}

type Spot = Pick<PageCell, 'row' | 'rowSpan' | 'column' | 'colSpan' | 'cell' | 'flow' | 'openBelow'>

function placeCell(
  spot: Spot,
  lines: readonly Line[],
  pitch: number,
  rows: readonly PageRow[],
  frame: Frame,
): PageCell {
  const { widths, form } = frame
  let height = 0
  for (let row = spot.row; row < spot.row + spot.rowSpan; row++) height += rows[row]!.height
  const box = {
    left: frame.left + spanWidth(widths, 0, spot.column),
    top: rows[spot.row]!.top,
    width: spanWidth(widths, spot.column, spot.colSpan),
    height,
  }
  return { ...spot, ...box, lines: placeLines(lines, pitch, spot.cell, box, form.table.padding) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
