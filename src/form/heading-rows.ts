/** The heading rows of a form: one, or two where columns share an upper heading. */

import type { ColumnDefinition, FormDefinition } from '../definition/form-definition.js'
import { cellRow, headCell } from './cells.js'
import type { FormCell, FormRow, Slot } from './form.js'

/** Makes the heading rows, spans resolved. */
export function headRows(definition: FormDefinition): FormRow[] {
  const { columns } = definition
  if (columns.every((column) => column.upperHeading === undefined)) {
    return [cellRow(columns.map((column) => ownCell(column.heading, 1, 1, definition)))]
  }
  const upper: Slot[] = []
  const lower: Slot[] = []
  columns.forEach((column, index) => {
    if (column.upperHeading === undefined) {
      upper.push(ownCell(column.heading, 2, 1, definition))
      lower.push({ tag: 'covered', up: 1, left: 0 })
      return
    }
    const first = firstOfGroup(columns, index)
    if (index === first) upper.push(ownCell(column.upperHeading, 1, groupLength(columns, first), definition))
    lower.push(ownCell(column.heading, 1, 1, definition))
  })
  return [cellRow(upper), cellRow(lower)]
}

function ownCell(text: string, rowSpan: number, colSpan: number, { type, table }: FormDefinition): FormCell {
  return headCell(text, { size: type.headSize }, { rowSpan, colSpan, shade: table.headShade })
}

/** Neighbours that name the same upper heading stand under one. */
function firstOfGroup(columns: readonly ColumnDefinition[], index: number): number {
  let first = index
  while (first > 0 && columns[first - 1]?.upperHeading === columns[index]?.upperHeading) first--
  return first
}

function groupLength(columns: readonly ColumnDefinition[], first: number): number {
  let end = first
  while (end < columns.length && columns[end]?.upperHeading === columns[first]?.upperHeading) end++
  return end - first
}
