/** The heading rows of a form: one, or two where columns share an upper heading. */

import type { ColumnDefinition, FormDefinition } from '../definition/form-definition.js'
import type { FormCell, FormRow, Slot } from './form.js'

/** Makes the heading rows, spans resolved. */
export function headRows(definition: FormDefinition): FormRow[] {
  const { columns } = definition
  if (columns.every((column) => column.upperHeading === undefined)) {
    return [headRow(columns.map((column) => headCell(column.heading, 1, 1, definition)))]
  }
  const upper: Slot[] = []
  const lower: Slot[] = []
  columns.forEach((column, index) => {
    if (column.upperHeading === undefined) {
      upper.push(headCell(column.heading, 2, 1, definition))
      lower.push({ tag: 'covered', up: 1, left: 0 })
      return
    }
    const first = firstOfGroup(columns, index)
    const group = index === first ? groupLength(columns, first) : 0
    upper.push(
      group > 0 ? headCell(column.upperHeading, 1, group, definition) : { tag: 'covered', up: 0, left: index - first },
    )
    lower.push(headCell(column.heading, 1, 1, definition))
  })
  return [headRow(upper), headRow(lower)]
}

function headRow(slots: readonly Slot[]): FormRow {
  return { slots, startsPage: false }
}

function headCell(text: string, rowSpan: number, colSpan: number, definition: FormDefinition): FormCell {
  const lines = text === '' ? [] : text.split('\n')
  return {
    tag: 'cell',
    rowSpan,
    colSpan,
    direction: 'horizontal',
    align: 'center',
    valign: 'middle',
    size: definition.type.headSize,
    shade: definition.table.headShade,
    paragraphs: lines.map((line) => ({ runs: [{ text: line }], marker: 0, keepWithNext: false })),
    isLabel: false,
  }
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
