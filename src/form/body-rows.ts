/** The body rows of a form as a dense grid. Here, once, cells that are left out become spans; nothing later does so. */

import type { ColumnDefinition, FormDefinition } from '../definition/form-definition.js'
import type { Category, Plan, Row } from '../domain/plan.js'
import { textCell } from './cells.js'
import { categoryValues, fillText, type TextValues } from './fill-texts.js'
import type { CellSource, FormCell, FormRow, Paragraph, Slot } from './form.js'
import { joinsAbove, stackParagraphs } from './stacked-fields.js'

/** Makes the body rows of a plan, category by category; no span reaches beyond its category. */
export function bodyRows(plan: Plan, definition: FormDefinition, values: TextValues): FormRow[] {
  return plan.categories.flatMap((category, index) => {
    const label = fillText(definition.texts.category, categoryValues(values, category, definition.columns))
    return categoryRows(category, index + 1, label, definition)
  })
}

function categoryRows(category: Category, number: number, label: string, definition: FormDefinition): FormRow[] {
  const { columns } = definition
  const joins = columns.map((column) => category.rows.map((row, index) => index > 0 && joinsAbove(column, row)))
  return category.rows.map((row, index): FormRow => {
    const slots = columns.map((column, at): Slot => {
      const above = joins[at]!
      if (above[index]) return { tag: 'covered', up: index - above.lastIndexOf(false, index), left: 0 }
      const end = above.indexOf(false, index + 1)
      const rowSpan = (end < 0 ? category.rows.length : end) - index
      const paragraphs = stackParagraphs(column, category.rows, index, label)
      return bodyCell(column, paragraphs, rowSpan, sourceOf(column, row, number, index + 1), definition)
    })
    const startsPage = row.startsPage && definition.pages.ignoresBreaks !== true
    return { slots, startsPage, ...(index === 0 ? { bookmark: label } : {}) }
  })
}

function sourceOf(column: ColumnDefinition, row: Row, category: number, number: number): CellSource {
  const key = column.fields[0]!.key
  const at = row.cells[key]?.at ?? row.at
  return {
    category,
    row: number,
    column: key,
    ...(at === undefined ? {} : { at }),
    ...(column.fields.length > 1 ? { isStacked: true } : {}),
  }
}

function bodyCell(
  column: ColumnDefinition,
  paragraphs: readonly Paragraph[],
  rowSpan: number,
  source: CellSource,
  definition: FormDefinition,
): FormCell {
  const { direction, align, valign, size = definition.type.size, shade = 1 } = column
  const isLabel = column.merges || column.fields.some((field) => field.part === 'category')
  return textCell(paragraphs, { size }, { rowSpan, direction, align, valign, shade, isLabel, source })
}
