/** A tier of a 個票 as a row of the record's table: boxes with their headings and texts. */

import type { ColumnDefinition, FormDefinition, RecordDefinition } from '../../definition/form-definition.js'
import type { PlacedBox, RecordGrid } from '../../definition/record-grid.js'
import type { Row } from '../../domain/plan.js'
import { bodyCell, sourceOf } from '../body-rows.js'
import { headCell } from '../cells.js'
import { fillText, type TextValues } from '../fill-texts.js'
import type { FormCell, FormRow, Slot } from '../form.js'
import { stackParagraphs } from '../stacked-fields.js'

/** What every record of a plan shares. */
export interface Records {
  /** With its headings filled in. */
  readonly definition: FormDefinition
  readonly record: RecordDefinition
  readonly grid: RecordGrid
  readonly values: TextValues
}

/** A row of the plan with its place there. */
export interface RecordRow {
  readonly row: Row
  readonly category: number
  readonly number: number
  /** What names its 区分; empty where it has none. */
  readonly label: string
}

export function tierRow(tier: number, row: RecordRow, records: Records): FormRow {
  const { grid } = records
  const own = grid.places.filter((place) => place.row <= tier && place.row + place.rowSpan > tier)
  const slots = grid.widths.map((_, column): Slot => {
    const place = own.find((each) => each.column <= column && each.column + each.colSpan > column)!
    const covered = { up: tier - place.row, left: column - place.column }
    if (covered.up > 0 || covered.left > 0) return { tag: 'covered', ...covered }
    return place.tag === 'heading' ? headingCell(place, own, records) : boxCell(place, row, records)
  })
  return { slots, startsPage: false, ...(isBand(own) && { isHeading: true }) }
}

/** A tier of nothing but headings heads the tiers below it, to the next such tier. */
function isBand(own: readonly PlacedBox[]): boolean {
  return own.every(({ tag, rowSpan }) => tag === 'heading' && rowSpan === 1)
}

function headingCell(place: PlacedBox, own: readonly PlacedBox[], { definition, values }: Records): FormCell {
  const { box, rowSpan, colSpan } = place
  const { size, shade, align } = box
  const { type, table } = definition
  const column = columnOf(place, definition)
  // A heading without a text beside it heads what stands below it, or all that stands beside it in the tiers that it reaches.
  const heads = box.field !== undefined ? 'row' : rowSpan === 1 && !isBand(own) ? 'column' : undefined
  return headCell(
    column?.heading || fillText(box.heading, values),
    { size: size ?? type.headSize },
    {
      rowSpan,
      colSpan,
      direction: box.headDirection,
      shade: shade ?? table.headShade,
      align: align ?? 'center',
      isLabel: heads === 'row' || rowSpan > 1,
      ...(heads && { heads }),
    },
  )
}

function boxCell(place: PlacedBox, { row, category, number, label }: RecordRow, { definition }: Records): FormCell {
  const { box, rowSpan, colSpan } = place
  const column = columnOf(place, definition)!
  const paragraphs = stackParagraphs(column, [row], 0, label)
  const cell = bodyCell(
    column,
    row,
    paragraphs,
    { rowSpan, colSpan },
    sourceOf(column, row, category, number),
    definition,
  )
  return { ...cell, isLabel: false, ...(box.leastLines > 1 && { leastLines: box.leastLines }) }
}

function columnOf({ box }: PlacedBox, { columns }: FormDefinition): ColumnDefinition | undefined {
  return columns.find(({ fields }) => fields[0]!.key === box.field)
}
