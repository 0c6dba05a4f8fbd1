/** Counts what the cells of a plan say: initiatives, results (□), remaining issues (■), responses, plans. */

import type { ColumnDefinition, FieldDefinition, FormDefinition, Part } from '../definition/form-definition.js'
import { type CountedItem, countedItems } from '../domain/notation/counted-items.js'
import { saidText } from '../domain/notation/ditto.js'
import { listItems } from '../domain/notation/item.js'
import type { Category, Row } from '../domain/plan.js'

/** The values of 件数 in a form's texts. */
export type ItemCounts = Readonly<Record<'区分' | '行' | '取組み' | '成果' | '課題' | '対応' | '予定', number>>

/** A category with the form that prints it. */
type FormedCategory = readonly [Category, Pick<FormDefinition, 'columns'>]

/** The items of some categories; what each column's items are, the parts of its fields tell. Counted when asked for. */
export function countItems(categories: readonly FormedCategory[]): ItemCounts {
  const itemsOf = (part: Part) =>
    categories.flatMap(([{ rows }, { columns }]) =>
      listCountedCells(rows, columns, [part]).flatMap(({ items }) => items),
    )
  const marked = (marker: string) => itemsOf('results').filter(({ item }) => item.marker?.text === marker)
  return {
    区分: categories.length,
    行: categories.reduce((sum, [{ rows }]) => sum + rows.length, 0),
    get 取組み() {
      return itemsOf('initiatives').length
    },
    get 成果() {
      return marked('□').length
    },
    get 課題() {
      return marked('■').length
    },
    get 対応() {
      return itemsOf('responses').length
    },
    get 予定() {
      return itemsOf('plans').length
    },
  }
}

/** A cell and its items that count; a cell that says 同上 has those of the cell that it stands for. */
export interface CountedCell {
  /** Index of its row in the category. */
  readonly row: number
  readonly field: FieldDefinition
  readonly items: readonly CountedItem[]
}

/** The cells of a category that have a text of their own, of the columns that play one of the parts. */
export function listCountedCells(
  rows: readonly Row[],
  columns: readonly ColumnDefinition[],
  parts: readonly Part[],
): readonly CountedCell[] {
  const fields = columns.flatMap(({ fields, merges }) => fields.map((field) => ({ ...field, merges })))
  return rows.flatMap(({ cells }, row) =>
    fields.flatMap((field, column) => {
      if (!parts.includes(field.part) || cells[field.key]?.tag !== 'text') return []
      const text = saidText(rows, fields, { row, column })
      return [{ row, field, items: countedItems(listItems(text)) }]
    }),
  )
}
