/** The body rows of a form as a dense grid. Here, once, cells that are left out become spans; nothing later does so. */

import type { ColumnDefinition, FieldDefinition, FormDefinition } from '../domain/form-definition.js'
import type { Category, Plan, Row } from '../domain/plan.js'
import type { CellSource, FormCell, FormRow, Paragraph, Slot } from './form.js'
import { toParagraphs } from './paragraphs.js'
import { fillText, type TextValues } from './texts.js'

/** Makes the body rows of a plan, category by category; no span reaches beyond its category. */
export function bodyRows(plan: Plan, definition: FormDefinition, values: TextValues): FormRow[] {
  return plan.categories.flatMap((category, index) => {
    const label = fillText(definition.texts.category, { ...values, 番号: category.number, 名称: category.name })
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
      const source = { category: number, row: index + 1, column: column.fields[0]!.key }
      return bodyCell(column, row, rowSpan, label, source, definition)
    })
    return { slots, startsPage: row.startsPage, ...(index === 0 ? { bookmark: label } : {}) }
  })
}

/** A category column joins all rows; another joins where the file says ↑, or says nothing and the column merges. */
function joinsAbove(column: ColumnDefinition, row: Row): boolean {
  return column.fields.every((field) => {
    if (field.part === 'category') return true
    const cell = row.cells[field.key]
    return cell === undefined ? column.merges : cell.tag === 'joined'
  })
}

function bodyCell(
  column: ColumnDefinition,
  row: Row,
  rowSpan: number,
  label: string,
  source: Omit<CellSource, 'at'>,
  definition: FormDefinition,
): FormCell {
  const at = row.cells[source.column]?.at ?? row.at
  return {
    tag: 'cell',
    rowSpan,
    colSpan: 1,
    direction: column.direction,
    align: column.align,
    valign: column.valign,
    size: definition.type.size,
    shade: 1,
    paragraphs: column.fields.flatMap((field) => fieldParagraphs(field, row, label)),
    isLabel: column.merges || column.fields.some((field) => field.part === 'category'),
    source: at === undefined ? source : { ...source, at },
  }
}

function fieldParagraphs(field: FieldDefinition, row: Row, label: string): Paragraph[] {
  if (field.part === 'category') return toParagraphs(label)
  const cell = row.cells[field.key]
  const paragraphs = cell?.tag === 'text' ? toParagraphs(cell.text) : []
  if (field.label === undefined || paragraphs.length === 0) return paragraphs
  return [{ runs: [{ text: field.label, emphasis: 'bold' }], marker: 0, keepWithNext: true }, ...paragraphs]
}
