/** The body rows of a table, a cell for each column: spans become ↑ and ←, what a page's end parted is whole again. */

import { type Listed, linesOf, type OfficeCell, type OfficeParagraph, type OfficeRow } from '../office-document.js'
import type { FoundCell, FoundColumn, FoundRow } from './found-table.js'
import { textOf } from './heading-block.js'

type TextCell = Extract<FoundCell, { tag: 'text' }>

export function bodyRows(
  rows: readonly OfficeRow[],
  columns: readonly FoundColumn[],
  place: string,
  listed: Listed[],
): FoundRow[] {
  const found: FoundRow[] = []
  /** By column: how many further rows the cell above covers, and whether it began there or at its left. */
  const open = columns.map((): { left: number; tag: 'above' | 'left' } => ({ left: 0, tag: 'above' }))
  for (const row of rows) {
    const first = row.cells[0]
    for (const { link, paragraphs, place: own } of row.cells) {
      if (link === 'repeated') listed.push({ kind: 'label-repeated', place: own, text: linesOf(paragraphs).join('\n') })
    }
    if (first !== undefined && row.cells.every(({ link }) => link !== undefined)) {
      for (const each of open) each.left = Math.max(0, each.left - 1)
      for (const cell of row.cells) {
        continueCell(found, cell, columns)
        for (const index of columnsOf(cell, columns)) open[index] = { left: cell.rowSpan - 1, tag: 'above' }
      }
      continue
    }
    // A row higher than Excel has them is several rows of the sheet with cells over all of them.
    if (first === undefined && open.every(({ left }) => left > 0)) {
      for (const each of open) each.left--
      continue
    }
    const cells: FoundCell[] = columns.map((_, index) => {
      const covering = open[index]!
      if (covering.left === 0) return emptyCell(place)
      covering.left--
      return { tag: covering.tag === 'left' ? 'left' : 'above' }
    })
    for (const cell of row.cells) {
      continueCell(found, cell, columns)
      placeCell(cell, columns, cells, open)
    }
    const anchor = row.anchor === undefined ? {} : { anchor: row.anchor }
    found.push({ cells, place: first?.place ?? place, piece: 0, startsPiece: found.length === 0, ...anchor })
  }
  return found
}

function emptyCell(place: string): TextCell {
  return { tag: 'text', paragraphs: [], place, direction: 'horizontal', align: 'start' }
}

function placeCell(
  cell: OfficeCell,
  columns: readonly FoundColumn[],
  cells: FoundCell[],
  open: { left: number; tag: 'above' | 'left' }[],
): void {
  const covered = columnsOf(cell, columns)
  const [first] = covered
  if (first === undefined) return
  if (cell.link !== undefined) {
    // A label said again after a page's end, or the rest of a text that the rows above began.
    for (const index of covered) cells[index] = { tag: 'above' }
  } else {
    const { paragraphs, place, direction, align } = cell
    const before = cells[first]!
    const isFree = before.tag !== 'text' || before.paragraphs.length === 0
    // Two cells under one heading: both are in the column.
    const own = isFree ? paragraphs : [...before.paragraphs, ...paragraphs]
    cells[first] = { tag: 'text', paragraphs: own, place: isFree ? place : before.place, direction, align }
    for (const index of covered.slice(1)) cells[index] = { tag: 'left' }
  }
  for (const index of covered) {
    open[index] = { left: cell.rowSpan - 1, tag: index === first ? 'above' : 'left' }
  }
}

/** The columns over which a cell lies for the most part; the nearest one where it lies over less of any. */
function columnsOf(cell: OfficeCell, columns: readonly FoundColumn[]): number[] {
  const [left, right] = [cell.column, cell.column + cell.colSpan]
  const shares = columns.map(({ start, end }) => Math.max(0, Math.min(right, end) - Math.max(left, start)))
  const whole = columns.flatMap(({ start, end }, index) => (shares[index]! * 2 > end - start ? [index] : []))
  if (whole.length > 0) return whole
  const most = Math.max(...shares)
  return most > 0 ? [shares.indexOf(most)] : []
}

/** A cell of our own sheet that goes on with the text of a cell above, in the same line or in a new one. */
function continueCell(found: FoundRow[], cell: OfficeCell, columns: readonly FoundColumn[]): void {
  if (cell.link === undefined || cell.link === 'repeated' || textOf(cell) === '') return
  const [column] = columnsOf(cell, columns)
  const owner = found.findLastIndex(({ cells }) => cells[column ?? 0]?.tag === 'text')
  if (owner < 0 || column === undefined) return
  const own = found[owner]!
  const before = own.cells[column] as TextCell
  const paragraphs = joinTexts(before.paragraphs, cell.paragraphs, cell.link === 'joined')
  found[owner] = { ...own, cells: own.cells.with(column, { ...before, paragraphs }) }
}

export function joinTexts(
  before: readonly OfficeParagraph[],
  after: readonly OfficeParagraph[],
  withinLine: boolean,
): readonly OfficeParagraph[] {
  const last = before.at(-1)
  const [first, ...rest] = after
  if (!withinLine || last === undefined || first === undefined) return [...before, ...after]
  return [...before.slice(0, -1), { mark: last.mark, runs: [...last.runs, ...first.runs] }, ...rest]
}
