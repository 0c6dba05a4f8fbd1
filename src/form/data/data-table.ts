/** A plan as a table for programs: an item a row, a datum a cell, nothing merged, 同上 written out, years as western figures. */

import type { ColumnDefinition, FieldDefinition, FormDefinition } from '../../definition/form-definition.js'
import { formsOfCategories } from '../../definition/form-tables.js'
import { expandYears } from '../../definition/year-columns.js'
import { type DittoColumn, saidText } from '../../domain/notation/ditto.js'
import { type Item, listItems } from '../../domain/notation/item.js'
import type { Category, Plan, Row } from '../../domain/plan.js'

export interface DataTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly DataValue[])[]
}

/** Empty where there is nothing to say. */
export type DataValue = string | number

/** What heads the columns before the labels, and behind them. */
const FIRST_HEADS = ['区分番号', '区分', '行'] as const
const LAST_HEADS = ['欄', '記号', '資金', '実施主体', '本文', '開始年度', '終了年度', '再掲', '値の年度'] as const

export function dataTable(plan: Plan, whole: FormDefinition): DataTable {
  const definition = expandYears(whole, plan)
  const tables = formsOfCategories(plan, definition)
  const labels = [
    ...new Set(
      tables.flatMap(([, { columns }]) =>
        fieldsOf(columns)
          .filter(isLabel)
          .map(({ key }) => key),
      ),
    ),
  ]
  return {
    head: [...FIRST_HEADS, ...labels, ...LAST_HEADS],
    rows: tables.flatMap(([category, { columns }]) => categoryRows(category, columns, labels)),
  }
}

function fieldsOf(columns: readonly ColumnDefinition[]): readonly FieldDefinition[] {
  return columns.flatMap(({ fields }) => fields.filter(({ part }) => part !== 'category'))
}

function isLabel({ part }: FieldDefinition): boolean {
  return part === 'heading'
}

function categoryRows(
  { name, number, rows }: Category,
  columns: readonly ColumnDefinition[],
  labels: readonly string[],
) {
  const ditto = columns.flatMap(({ fields, merges }): (DittoColumn & { readonly field: FieldDefinition })[] =>
    fields.map((field) => ({ key: field.key, part: field.part, merges, field })),
  )
  return rows.flatMap((row, index) => {
    const said = (column: number) => saidText(rows, ditto, { row: index, column })
    const names = labels.map((label) => said(ditto.findIndex(({ key }) => key === label)))
    const opening = [name === '' ? '' : number, name, index + 1, ...names]
    return ditto.flatMap(({ field, merges }, column) =>
      field.part === 'category' || isLabel(field) || isJoined(row, field.key, merges, index)
        ? []
        : itemRows(said(column), field).map((values) => [...opening, ...values]),
    )
  })
}

/** What a cell is one with says it already. */
function isJoined(row: Row, key: string, merges: boolean, index: number): boolean {
  const cell = row.cells[key]
  if (cell === undefined) return merges && index > 0
  return cell.tag !== 'text'
}

function itemRows(text: string, { key, ofYear }: FieldDefinition): readonly (readonly DataValue[])[] {
  if (text.trim() === '') return []
  const items = listItems(text)
  const [name, year] = [ofYear?.field ?? key, ofYear?.year ?? '']
  if (items.length === 0) return [[name, '', '', '', text, '', '', '', year]]
  return items.map((item) => [
    name,
    item.marker?.text ?? '',
    item.funding ?? '',
    item.actor ?? item.inheritedActor ?? '',
    item.text.slice(item.bodyStart, item.bodyEnd),
    ...yearsOf(item),
    item.again ? '再掲' : '',
    year,
  ])
}

/** The first and the last one that the item names. */
function yearsOf({ years }: Item): readonly [DataValue, DataValue] {
  const spans = years.flatMap((mention) => mention.spans)
  const [from, to] = [spans.flatMap((span) => span.from ?? []), spans.flatMap((span) => span.to ?? [])]
  const isOpen = spans.some((span) => span.to === undefined)
  return [from.length === 0 ? '' : Math.min(...from), to.length === 0 || isOpen ? '' : Math.max(...to)]
}
