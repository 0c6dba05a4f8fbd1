/** What holds for every form, whoever made it: a table's grid is dense, and no cell reaches out of it. */

import type { Form, FormCell, FormRow, TableSection } from './form.js'

/** Throws an Error where the form breaks the law: that is a fault of whoever made it, and would lose a text on paper. */
export function assertForm({ sections }: Form): void {
  sections.forEach((section, index) => {
    if (section.tag !== 'table') return
    const fault = faultOf(section)
    if (fault !== undefined) throw new Error(`table ${index}: ${fault}`)
  })
}

function faultOf(table: TableSection): string | undefined {
  const { columns, head, body, kind } = table
  if (columns.length === 0) return 'no column'
  const narrow = columns.findIndex(({ width }) => !(width > 0 && Number.isFinite(width)))
  if (narrow >= 0) return `column ${narrow} has no width`
  if (kind === 'list' && (head.length !== 1 || [...head, ...body].some(hasSpans))) return 'a list with merged cells'
  return gridFault(head, columns.length, 'head') ?? gridFault(body, columns.length, 'body')
}

function hasSpans({ slots }: FormRow): boolean {
  return slots.some((slot) => slot.tag === 'covered')
}

/** Every place belongs to the one cell that reaches over it, and every cell's places are there. */
function gridFault(rows: readonly FormRow[], columns: number, name: string): string | undefined {
  const corners = rows.map(() => new Array<FormCell | undefined>(columns).fill(undefined))
  for (const [row, { slots }] of rows.entries()) {
    if (slots.length !== columns) return `${name} row ${row} has ${slots.length} places for ${columns} columns`
    for (const [column, slot] of slots.entries()) {
      if (slot.tag === 'covered') continue
      const { rowSpan, colSpan } = slot
      if (row + rowSpan > rows.length || column + colSpan > columns) return `${name} ${row}/${column} reaches out`
      for (let down = 0; down < rowSpan; down++) {
        for (let right = 0; right < colSpan; right++) {
          if (corners[row + down]![column + right] !== undefined)
            return `${name} ${row}/${column} lies over another cell`
          corners[row + down]![column + right] = slot
        }
      }
    }
  }
  for (const [row, { slots }] of rows.entries()) {
    for (const [column, slot] of slots.entries()) {
      if (slot.tag === 'cell') continue
      const corner = rows[row - slot.up]?.slots[column - slot.left]
      if (corner?.tag !== 'cell' || corners[row]![column] !== corner) return `${name} ${row}/${column} is no cell's`
    }
  }
  return undefined
}
