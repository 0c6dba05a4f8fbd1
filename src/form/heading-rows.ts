/** The heading rows of a table: one, or several where columns share headings above their own. */

import type { ColumnDefinition, FormDefinition } from '../definition/form-definition.js'
import { cellRow, headCell } from './cells.js'
import type { FormRow, Slot } from './form.js'

/** A heading over the columns from `start` to before `end`, and those below it; the lowest reach down to the body. */
interface Heading {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly below: readonly Heading[]
}

/** Makes the heading rows, spans resolved. */
export function headRows(definition: FormDefinition): FormRow[] {
  const { columns } = definition
  const headings = headingsOver(columns, 0, columns.length, 0)
  const depth = Math.max(...headings.map(depthOf))
  const rows = Array.from({ length: depth }, (): Slot[] => [])
  for (const heading of headings) placeHeading(heading, 0, rows, definition)
  return rows.map(cellRow)
}

/** Neighbours that name the same headings from the top down to a level stand under one. */
function headingsOver(columns: readonly ColumnDefinition[], start: number, end: number, level: number): Heading[] {
  const headings: Heading[] = []
  for (let at = start; at < end; ) {
    const { upperHeadings, heading } = columns[at]!
    const text = upperHeadings[level]
    const first = at++
    if (text === undefined) {
      headings.push({ text: heading, start: first, end: at, below: [] })
      continue
    }
    while (at < end && columns[at]!.upperHeadings[level] === text) at++
    const below = headingsOver(columns, first, at, level + 1)
    // Where nothing is said below it, no empty box stands there.
    const isLowest = below.every((each) => each.text === '' && each.below.length === 0)
    headings.push({ text, start: first, end: at, below: isLowest ? [] : below })
  }
  return headings
}

function depthOf({ below }: Heading): number {
  return 1 + Math.max(0, ...below.map(depthOf))
}

/** Puts a heading into the row of its level; what it reaches over in the rows below is covered. */
function placeHeading(heading: Heading, level: number, rows: readonly Slot[][], definition: FormDefinition): void {
  const { text, start, end, below } = heading
  const { type, table, columns } = definition
  const rowSpan = below.length > 0 ? 1 : rows.length - level
  const colSpan = end - start
  const direction = below.length > 0 || colSpan > 1 ? 'horizontal' : columns[start]!.headDirection
  rows[level]!.push(headCell(text, { size: type.headSize }, { rowSpan, colSpan, direction, shade: table.headShade }))
  for (let up = 1; up < rowSpan; up++) {
    for (let left = 0; left < colSpan; left++) rows[level + up]!.push({ tag: 'covered', up, left })
  }
  for (const each of below) placeHeading(each, level + 1, rows, definition)
}
