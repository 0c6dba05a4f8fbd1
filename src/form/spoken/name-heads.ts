/** Which cells of a table name others, and by which each is told: what is said of a cell before its text where it is read aloud. */

import type { FormCell, FormRow, TableSection } from '../form.js'

export interface NamedCell {
  /** It names cells below it, or beside it. */
  readonly names?: 'column' | 'row'
  /** Its own name, where it has a text that others are told with. */
  readonly name?: string
  /** The names of the cells that it is told with, in the order of telling. */
  readonly heads: readonly string[]
}

/** By row and column of the cells' corners. */
export type NamedCells = readonly (readonly (NamedCell | undefined)[])[]

export interface NamedTable {
  readonly head: NamedCells
  readonly body: NamedCells
}

/** `nextName` makes a name at each call, none twice. */
export function nameHeads({ columns, head, body }: TableSection, nextName: () => string): NamedTable {
  const heads: (readonly string[])[] = columns.map(() => [])
  return { head: nameHead(head, heads, nextName), body: nameBody(body, heads, nextName) }
}

/** Cells of the head name the columns below them: `heads` gets the names by column. */
function nameHead(rows: readonly FormRow[], heads: (readonly string[])[], nextName: () => string): NamedCells {
  return mapCells(rows, (cell, column) => {
    if (saysNothing(cell)) return { names: 'column', heads: [] }
    const name = nextName()
    nameColumns(heads, cell, column, name)
    return { names: 'column', name, heads: [] }
  })
}

/** A label's name, with the first row that it does not reach any more. */
interface Label {
  readonly name: string
  readonly until: number
}

/**
 * Cells of the body are told with the heads of their columns, with the row that heads theirs and with the labels in their
 * row: with all that reach over it, and with the nearest of those that name a part of it.
 */
function nameBody(rows: readonly FormRow[], heads: (readonly string[])[], nextName: () => string): NamedCells {
  const labels: (Label | undefined)[] = heads.map(() => undefined)
  let heading: readonly string[] = []
  let beside: readonly string[] = []
  return mapCells(rows, (cell, column, index) => {
    const isHeading = rows[index]!.isHeading === true
    if (isHeading && column === 0 && cell.repeated !== true) heading = []
    if (column === 0) beside = []
    const names = [...heads[column]!, ...heading]
    for (const label of labels) if (label !== undefined && label.until > index) names.push(label.name)
    const kind = isHeading || cell.isLabel ? 'row' : cell.heads
    if (kind === undefined || saysNothing(cell)) return { heads: [...names, ...beside] }
    // What is said again is known by the name that it has.
    const known = labels[column]?.name
    if (cell.repeated && (isHeading || known !== undefined)) {
      if (!isHeading) labels[column] = { name: known!, until: index + cell.rowSpan }
      return { names: 'row', heads: names }
    }
    const name = nextName()
    if (isHeading) heading = [...heading, name]
    else if (cell.isLabel && cell.heads !== 'row') labels[column] = { name, until: index + cell.rowSpan }
    else if (kind === 'row') beside = [name]
    else nameColumns(heads, cell, column, name)
    return { names: kind, name, heads: names }
  })
}

function nameColumns(heads: (readonly string[])[], { colSpan }: FormCell, column: number, name: string): void {
  for (let each = column; each < column + colSpan; each++) heads[each] = [...heads[each]!, name]
}

function mapCells(
  rows: readonly FormRow[],
  map: (cell: FormCell, column: number, row: number) => NamedCell,
): NamedCells {
  return rows.map(({ slots }, row) =>
    slots.map((slot, column) => (slot.tag === 'cell' ? map(slot, column, row) : undefined)),
  )
}

/** It names nothing. */
function saysNothing({ paragraphs }: FormCell): boolean {
  return paragraphs.every(({ runs }) => runs.every(({ text }) => text.trim() === ''))
}
