/** The body rows of a form as a dense grid. Here, once, cells that are left out become spans; nothing later does so. */

import type { ColumnDefinition, FormDefinition } from '../definition/form-definition.js'
import { type JoiningColumn, joinCells } from '../definition/joined-cells.js'
import { planKey } from '../definition/year-columns.js'
import type { Category, Row } from '../domain/plan.js'
import { textCell } from './cells.js'
import { categoryValues, fillText, type TextValues } from './fill-texts.js'
import type { CellSource, FormCell, FormRow, Paragraph, Slot } from './form.js'
import { stackParagraphs } from './stacked-fields.js'

interface Kept {
  /** All that the rows depend on beside the 区分 itself. */
  readonly look: string
  readonly rows: readonly FormRow[]
}

/** Rows kept from one form to the next: while somebody writes, all 区分 but one say what they said before. */
export class KeptRows {
  private readonly known = new WeakMap<Category, Kept>()

  /** The rows of a 区分 on a form, made where they are not known; `number` and `label` are its own. */
  rowsOf(
    category: Category,
    number: number,
    label: string,
    { columns, type, pages }: FormDefinition,
    make: () => readonly FormRow[],
  ): readonly FormRow[] {
    const look = JSON.stringify([number, label, columns, type, pages])
    const known = this.known.get(category)
    if (known?.look === look) return known.rows
    const rows = make()
    this.known.set(category, { look, rows })
    return rows
  }
}

/**
 * Makes the body rows of a table, category by category; no span reaches beyond its category. `first` is the index in the
 * plan of the first of them; `kept` are rows that were made before.
 */
export function bodyRows(
  categories: readonly Category[],
  first: number,
  definition: FormDefinition,
  values: TextValues,
  kept = new KeptRows(),
): FormRow[] {
  return categories.flatMap((category, index) => {
    const label = categoryLabel(category, definition, values)
    const number = first + index + 1
    return kept.rowsOf(category, number, label, definition, () => categoryRows(category, number, label, definition))
  })
}

/** What names a 区分; nothing where rows stand without one. */
export function categoryLabel(category: Category, definition: FormDefinition, values: TextValues): string {
  return category.name === '' ? '' : fillText(definition.texts.category, categoryValues(values, category, definition))
}

function categoryRows(category: Category, number: number, label: string, definition: FormDefinition): FormRow[] {
  const { columns } = definition
  const { corners, spanOf } = joinCells(category.rows, columns.map(joiningColumn))
  return category.rows.map((row, index): FormRow => {
    const slots = columns.map((column, at): Slot => {
      const corner = corners[index]![at]!
      if (corner.row !== index || corner.column !== at) {
        return { tag: 'covered', up: index - corner.row, left: at - corner.column }
      }
      const paragraphs = stackParagraphs(column, category.rows, index, label)
      const spans = spanOf(corner)!
      return bodyCell(column, row, paragraphs, spans, sourceOf(column, row, number, index + 1), definition)
    })
    const startsPage = row.startsPage && definition.pages.ignoresBreaks !== true
    return { slots, startsPage, ...(index === 0 && label !== '' ? { bookmark: label } : {}) }
  })
}

function joiningColumn({ fields, merges }: ColumnDefinition): JoiningColumn {
  return { keys: fields.flatMap(({ key, part }) => (part === 'category' ? [] : [key])), merges }
}

export function sourceOf(column: ColumnDefinition, row: Row, category: number, number: number): CellSource {
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

export function bodyCell(
  column: ColumnDefinition,
  { aligned = {} }: Pick<Row, 'aligned'>,
  paragraphs: readonly Paragraph[],
  spans: Pick<FormCell, 'rowSpan' | 'colSpan'>,
  source: CellSource,
  definition: FormDefinition,
): FormCell {
  const { valign, size = definition.type.size, shade = 1 } = column
  const align = aligned[planKey(column.fields[0]!)]?.alignment ?? column.align
  const isLabel = column.merges || column.fields.some((field) => field.part === 'category')
  const direction = spans.colSpan === 1 && standsUpright(paragraphs, column, definition) ? 'vertical' : 'horizontal'
  return textCell(paragraphs, { size }, { ...spans, direction, align, valign, shade, isLabel, source })
}

/** In an upright column, a text whose paragraphs have room side by side; more of them can only be set across. */
function standsUpright(paragraphs: readonly Paragraph[], column: ColumnDefinition, { type }: FormDefinition): boolean {
  const { direction, width, size = type.size } = column
  return direction === 'vertical' && paragraphs.length <= Math.max(1, (width * type.size) / (size * type.leading))
}
