/** The text of a column in a row: one field, or several stacked one below the other; and which fields are one with the row above. */

import type { ColumnDefinition, FieldDefinition } from '../definition/form-definition.js'
import type { MarkedText, Row } from '../domain/plan.js'
import { plainParagraph } from './cells.js'
import type { Paragraph } from './form.js'
import { toParagraphs } from './paragraphs.js'

/**
 * What a field says that is one with the row above while another field of its column is not: the cells part, and
 * without a word the reader would take the field for empty.
 */
export const SAME_AS_ABOVE = '（上に同じ）'

/** What a field says that is empty beside one that says the above: without a word the reader would take it for the same. */
export const NOTHING_HERE = '（記載なし）'

/** A category column joins all rows; another field joins where the file says ↑, or says nothing and the column merges. */
function fieldJoins(field: FieldDefinition, column: ColumnDefinition, row: Row): boolean {
  if (field.part === 'category') return true
  const cell = row.cells[field.key]
  return cell === undefined ? column.merges : cell.tag === 'joined'
}

/** The paragraphs of a column in the row at `index`; `label` is what a category column says. */
export function stackParagraphs(
  column: ColumnDefinition,
  rows: readonly Row[],
  index: number,
  label: string,
): Paragraph[] {
  return column.fields.flatMap((field) => {
    if (field.part === 'category') return toParagraphs(label)
    const { text, emphasis } = fieldText(field, column, rows, index)
    const paragraphs = toParagraphs(text, emphasis)
    if (field.label === undefined || paragraphs.length === 0) return paragraphs
    const heading = { ...plainParagraph(field.label, 'bold'), keepWithNext: true, isFieldHeading: true }
    return [heading, ...paragraphs]
  })
}

/** The text of a field that says nothing is empty, but beside another field that says the same as above. */
function fieldText(field: FieldDefinition, column: ColumnDefinition, rows: readonly Row[], index: number): MarkedText {
  if (index > 0 && fieldJoins(field, column, rows[index]!))
    return { text: saysSame(field, column, rows, index) ? SAME_AS_ABOVE : '' }
  const said = textOf(field, rows[index]!)
  const isBesideSame = index > 0 && column.fields.some((other) => saysSame(other, column, rows, index))
  return said.text === '' && isBesideSame ? { text: NOTHING_HERE } : said
}

/** Whether a field is one with a row above that says something. */
function saysSame(field: FieldDefinition, column: ColumnDefinition, rows: readonly Row[], index: number): boolean {
  if (!fieldJoins(field, column, rows[index]!)) return false
  const owner = rows.slice(0, index).findLast((row, above) => above === 0 || !fieldJoins(field, column, row))!
  return textOf(field, owner).text !== ''
}

function textOf(field: FieldDefinition, row: Row): MarkedText {
  const cell = row.cells[field.key]
  return cell?.tag === 'text' ? cell : { text: '' }
}
