/** Form to pages, in named passes: room for what stands in the margins, lines, row heights, pages, places. */

import { type Diagnostic, fail, type Outcome, succeed } from '../../domain/diagnostic.js'
import type { Measure } from '../../fonts/measure.js'
import type { Form, FormCell, FormRow } from '../../form/form.js'
import { breakLines } from '../lines/break-lines.js'
import { breakCell, type CellLines, type LineSettings, lineSettings } from '../lines/cell-lines.js'
import type { LaidOut, Line, Page, PageCell, PageRow, PlacedBlock, PlacedLine } from '../page.js'
import { bottomOf } from './blocks.js'
import { bodyBox, placeFront } from './blocks-over-table.js'
import { placeCover } from './cover.js'
import { giveRoomToMargins, placeMargins } from './margins.js'
import { type PageBody, paginate } from './paginate.js'
import { placeBelow, placeLines } from './place-lines.js'
import { leastHeights } from './row-heights.js'
import { placeStamp } from './stamp.js'

/** Lays out a form. Widths come from `measure`; lengths are points. An error where a page has no room for a single line. */
export function layOut(source: Form, measure: Measure): Outcome<LaidOut> {
  const settings = lineSettings(source, measure)
  const roomy = giveRoomToMargins(source, settings)
  const { form, stamp } = placeStamp(roomy, settings)
  const widths = form.columns.map((column) => column.width)
  const linesOf = memoize((cell, column) => breakCell(cell, spanWidth(widths, column, cell.colSpan), settings))
  const emptyRow = form.type.size * form.type.leading + 2 * form.table.padding.y
  const headHeights = leastHeights(form.head, linesOf, emptyRow)
  const frame = frameOf(form, widths, settings, headHeights)
  const noRoom = findNoRoom(frame, source)
  if (noRoom !== undefined) return fail(noRoom)
  const least = leastHeights(form.body, linesOf, emptyRow)
  const bodies = paginate(form, widths, least, linesOf, settings, frame.room)
  const pages = bodies.length === 0 ? [{ rows: [], cells: [] }] : bodies
  const before = form.cover === undefined ? 0 : 1
  const margins = placeMargins(roomy, stamp, before + pages.length, settings)
  const place = (body: PageBody, index: number): Page => ({
    ...margins(before + index + 1),
    ...placeBody(frame, body, index, linesOf),
  })
  if (form.cover === undefined) return succeed({ form, pages: pages.map(place) })
  const blocks = placeCover(form.cover, bodyBox(form), settings)
  return succeed({ form, pages: pages.map(place), cover: { ...margins(1), title: [], rows: [], cells: [], blocks } })
}

type LinesOf = (cell: FormCell, column: number) => CellLines

/** What is the same on every page. */
interface Frame {
  readonly form: Form
  readonly widths: readonly number[]
  readonly settings: LineSettings
  readonly left: number
  readonly blocks: readonly PlacedBlock[]
  readonly title: readonly PlacedLine[]
  /** Top of the table, on the first page and on the others. */
  readonly top: { readonly first: number; readonly other: number }
  readonly headHeights: readonly number[]
  readonly room: { readonly first: number; readonly other: number }
}

function frameOf(form: Form, widths: readonly number[], settings: LineSettings, headHeights: readonly number[]): Frame {
  const { paper, type } = form
  const measureWidth = paper.width - paper.margins.left - paper.margins.right
  const left = paper.margins.left + Math.max(0, measureWidth - sum(widths)) / 2
  const request = { width: measureWidth, size: type.titleSize, rules: form.lines, measure: settings.measure }
  const lines = form.title.flatMap((paragraph, index) => breakLines(paragraph, index, request))
  const pitch = type.titleSize * type.leading
  const blocks = placeFront(form, settings)
  const foot = blocks.length === 0 ? paper.margins.top : bottomOf(blocks.at(-1)!) + type.size / 2
  const title = placeBelow(lines, paper.margins.left, foot, measureWidth, pitch, 'center')
  const top = {
    first: foot + (lines.length === 0 ? 0 : lines.length * pitch + type.size / 2),
    other: paper.margins.top,
  }
  const bottom = paper.height - paper.margins.bottom - sum(headHeights)
  const room = { first: bottom - top.first, other: bottom - top.other }
  return { form, widths, settings, left, blocks, title, top, headHeights, room }
}

/** Pages on which not a single line of the table would stand: what takes their room, and where it is written. */
function findNoRoom({ form, room }: Frame, { source, paper }: Form): Diagnostic | undefined {
  const line = form.type.size * form.type.leading + 2 * form.table.padding.y
  if (Math.min(room.first, room.other) >= line) return undefined
  const points = (length: number) => `${Math.max(0, Math.floor(length))} ポイント`
  const needs = `一行に ${Math.ceil(line)} ポイント要るのに、残るのは`
  if (room.other >= line) {
    const message = `題名と表の上の文が長く、最初のページに表の一行も入りません（${needs} ${points(room.first)}）。`
    const hint = '題名を短くするか、様式の用紙を大きく、題名の文字を小さくしてください。'
    return { severity: 'error', code: 'no-room', message, ...titlePlace(source), hint }
  }
  const message = `用紙の余白と見出しを除くと、表の一行も入りません（${needs} ${points(room.other)}）。`
  const hint = '「余白」の上と下を小さくするか、列の見出しを短くするか、用紙を大きくしてください。'
  const place = paper.source && { place: { kind: 'text' as const, file: paper.source.file, ...paper.source.at } }
  return { severity: 'error', code: 'no-room', message, ...place, hint }
}

function titlePlace(source: Form['source']): Pick<Diagnostic, 'place'> {
  if (source?.file === undefined) return {}
  const { file, title } = source
  return { place: title === undefined ? { kind: 'file', file } : { kind: 'text', file, ...title } }
}

function placeBody(
  frame: Frame,
  body: PageBody,
  index: number,
  linesOf: LinesOf,
): Pick<Page, 'title' | 'rows' | 'cells' | 'blocks'> {
  const { form, headHeights } = frame
  const heads = form.head.map((_, row) => ({
    kind: 'head' as const,
    index: row,
    part: 'whole' as const,
    height: headHeights[row]!,
  }))
  let top = index === 0 ? frame.top.first : frame.top.other
  const rows: PageRow[] = [...heads, ...body.rows.map((row) => ({ kind: 'body' as const, ...row }))].map((row) => {
    const placed = { ...row, top }
    top += row.height
    return placed
  })
  const cells = [
    ...form.head.flatMap((row, at) => headCells(row, at, rows, frame, linesOf)),
    ...body.cells.map((each): PageCell => {
      const { lines, pitch, ...rest } = each
      const row = each.row + heads.length
      return placeCell({ ...rest, row, colSpan: each.cell.colSpan }, lines, pitch, rows, frame)
    }),
  ]
  if (index > 0) return { title: [], rows, cells }
  return { title: frame.title, rows, cells, ...(frame.blocks.length > 0 && { blocks: frame.blocks }) }
}

function headCells(row: FormRow, at: number, rows: readonly PageRow[], frame: Frame, linesOf: LinesOf): PageCell[] {
  return row.slots.flatMap((cell, column) => {
    if (cell.tag === 'covered') return []
    const { lines, pitch } = linesOf(cell, column)
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
  const box = {
    left: frame.left + sum(widths.slice(0, spot.column)),
    top: rows[spot.row]!.top,
    width: spanWidth(widths, spot.column, spot.colSpan),
    height: sum(rows.slice(spot.row, spot.row + spot.rowSpan).map((row) => row.height)),
  }
  return { ...spot, ...box, lines: placeLines(lines, pitch, spot.cell, box, form.table.padding) }
}

function memoize(find: LinesOf): LinesOf {
  const found = new Map<FormCell, CellLines>()
  return (cell, column) => {
    const known = found.get(cell)
    if (known !== undefined) return known
    const lines = find(cell, column)
    found.set(cell, lines)
    return lines
  }
}

function spanWidth(widths: readonly number[], column: number, colSpan: number): number {
  return sum(widths.slice(column, column + colSpan))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
