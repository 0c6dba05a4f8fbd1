/** The rows of either table on the columns of both, and back to the slots of one table. */

import { textCell } from '../cells.js'
import { coveringCell } from '../covering-cell.js'
import type { FormCell, FormRow, Slot } from '../form.js'
import { type RedlineColumn, revisionOfColumn } from './both-columns.js'

type Edition = 'old' | 'new'

/** The cells of a row of the redline. */
export interface RowShape {
  /** What stands at each place: the columns in their order, but for rows of one edition, see `ofOneEdition`. */
  readonly columns: readonly RedlineColumn[]
  /** For each place the one in which the cell over it begins: cells that are one with that at their left. */
  readonly starts: readonly number[]
}

/** A row of an edition's table in the redline's places; one is undefined where the edition has no column for it. */
export interface RedlineSlots {
  readonly slots: readonly (Slot | undefined)[]
}

/**
 * How the cells of a row reach over columns that both editions can agree on: a heading over 実績値 of R4 to R6 and one
 * over R5 to R7 are one over all four. Undefined where one has two cells for one of the other.
 */
export function shapeRow(
  old: FormRow | undefined,
  now: FormRow | undefined,
  columns: readonly RedlineColumn[],
): RowShape | undefined {
  const goesOn = columns.map(() => false)
  const rows = { old, new: now }
  const ownOf = { old: ownColumns(columns, 'old'), new: ownColumns(columns, 'new') }
  for (const edition of EDITIONS) {
    const own = ownOf[edition]
    rows[edition]?.slots.forEach((slot, at) => {
      if (slot.tag === 'covered' && slot.left > 0) goesOn.fill(true, own[at - slot.left]! + 1, own[at]! + 1)
    })
  }
  const starts = goesOn.map((each, at) => (each ? goesOn.lastIndexOf(false, at) : at))
  const agrees = EDITIONS.every((edition) => {
    const corners = rows[edition]?.slots.map((slot, at) => at - (slot.tag === 'covered' ? slot.left : 0)) ?? []
    const startsOf = corners.map((_, at) => starts[ownOf[edition][at]!])
    return corners.every((corner, at) => startsOf.indexOf(startsOf[at]) === corner)
  })
  return agrees ? { columns, starts } : undefined
}

/**
 * The same for changes to accept. A cell cannot lose a column of those that it reaches over, so one that does stands in a
 * row that goes and in one that comes: undefined.
 */
export function shapeTrackedRow(
  old: FormRow | undefined,
  now: FormRow | undefined,
  columns: readonly RedlineColumn[],
): RowShape | undefined {
  const shape = shapeRow(old, now, columns)
  if (shape === undefined || shape.starts.every((start, at) => start === at)) return shape
  if (old === undefined || now === undefined) return ofOneEdition(shape, old === undefined ? 'new' : 'old')
  const isOneKind = shape.starts.every((start, at) => {
    return revisionOfColumn(columns[start]!) === revisionOfColumn(columns[at]!)
  })
  return isOneKind ? shape : undefined
}

/**
 * Columns of the other edition within a cell of this one stand behind it: they go or come by themselves, and the rows
 * stay as long as each other.
 */
function ofOneEdition({ columns, starts }: RowShape, edition: Edition): RowShape {
  const isOwn = (at: number) => columns[at]![edition] !== undefined
  const order = starts
    .map((_, at) => at)
    .sort((a, b) => starts[a]! - starts[b]! || Number(isOwn(b)) - Number(isOwn(a)) || a - b)
  return {
    columns: order.map((at) => columns[at]!),
    starts: order.map((from, at) => (isOwn(from) ? starts[from]! : at)),
  }
}

const EDITIONS = ['old', 'new'] as const

/** Where no cell reaches over another column. */
export function plainShape(columns: readonly RedlineColumn[]): RowShape {
  return { columns, starts: columns.map((_, at) => at) }
}

/** By index in the edition's table its columns among those of both. */
function ownColumns(columns: readonly RedlineColumn[], edition: Edition): readonly number[] {
  const own: number[] = []
  columns.forEach((column, at) => {
    if (column[edition] !== undefined) own[column[edition]] = at
  })
  return own
}

/**
 * The rows of a table in the redline's places. Cells stand alone here: the text of one that reaches over several stands
 * in the first, and the others of them are as high. `shapeOf` gives the shape of a row by its index.
 */
export function spreadRows(
  rows: readonly FormRow[],
  edition: Edition,
  shapeOf: (row: number) => RowShape,
): readonly RedlineSlots[] {
  return rows.map((row, index) => {
    const { columns, starts } = shapeOf(index)
    return {
      slots: columns.map((column, at): Slot | undefined => {
        const isWithin = (other: RedlineColumn, place: number) =>
          other[edition] !== undefined && starts[place] === starts[at]
        const own = column[edition] !== undefined && starts[at] === at ? column : columns.find(isWithin)
        const place = own?.[edition]
        if (place === undefined) return undefined
        const slot = row.slots[place]!
        if (slot.tag === 'covered' && slot.up > 0) return { ...slot, left: 0 }
        if (slot.tag === 'cell' && starts[at] === at) return { ...slot, colSpan: 1 }
        return { ...coveringCell(rows, index, place), colSpan: 1, paragraphs: [] }
      }),
    }
  })
}

/** One place a row; undefined where it is one with the place above. */
export type ColumnCells = readonly (FormCell | undefined)[]

/** The size of type of a table's cells. */
export function sizeOfRows(rows: readonly FormRow[]): number {
  for (const { slots } of rows) for (const slot of slots) if (slot.tag === 'cell') return slot.size
  return 0
}

/** A place that neither edition has: of a row that only one of them has, in a column that only the other one has. */
export function emptyPlace(size: number): FormCell {
  return textCell([], { size })
}

/** The slots of all rows; cells that reach over columns are put together again. */
export function joinGrid(columns: readonly ColumnCells[], shapes: readonly RowShape[]): readonly (readonly Slot[])[] {
  const starts = shapes.map((shape) => shape.starts)
  const down = columns.map(joinDown)
  return starts.map((_, row) =>
    down.map((slots, at): Slot => {
      const slot = slots[row]!
      const corner = slot.tag === 'covered' ? row - slot.up : row
      const start = starts[corner]![at]!
      const end = endOf(starts[corner]!, start)
      // Where it has no rectangle, what it says stands in the first of the cells that were one.
      if (end - start === 1 || !isRectangle(corner, start, end)) return slot
      if (at > start) return { tag: 'covered', up: row - corner, left: at - start }
      return slot.tag === 'covered' ? slot : { ...slot, colSpan: end - start }
    }),
  )

  function isRectangle(corner: number, start: number, end: number): boolean {
    const [first, ...others] = down.slice(start, end).map((slots) => slots[corner]!)
    if (first?.tag !== 'cell') return false
    const isAsHigh = others.every((slot) => slot.tag === 'cell' && slot.rowSpan === first.rowSpan)
    const rows = starts.slice(corner, corner + first.rowSpan)
    return isAsHigh && rows.every((each) => each[start] === start && endOf(each, start) === end)
  }
}

/** A cell comes or goes with its columns, unless it reaches over others too. */
export function trackCells(slots: readonly Slot[], { columns }: RowShape): readonly Slot[] {
  return slots.map((slot, at) => {
    if (slot.tag === 'covered') return slot
    const [revision, ...others] = new Set(columns.slice(at, at + slot.colSpan).map(revisionOfColumn))
    return revision === undefined || others.length > 0 ? slot : { ...slot, revision }
  })
}

function endOf(starts: readonly number[], start: number): number {
  return starts.lastIndexOf(start) + 1
}

function joinDown(cells: ColumnCells): readonly Slot[] {
  const corners = cells.flatMap((cell, index) => (cell ? [index] : []))
  return corners.flatMap((corner, nth) => {
    const rowSpan = (corners[nth + 1] ?? cells.length) - corner
    const covered = Array.from({ length: rowSpan - 1 }, (_, up): Slot => ({ tag: 'covered', up: up + 1, left: 0 }))
    return [{ ...cells[corner]!, rowSpan, colSpan: 1 }, ...covered]
  })
}
