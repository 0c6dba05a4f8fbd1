/** 個票: every row of the plan as a table of its own, on pages of its own, its fields in the form's boxes. */

import type { FormDefinition, RecordDefinition } from '../../definition/form-definition.js'
import type { TableOnForm } from '../../definition/form-tables.js'
import { recordGrid } from '../../definition/record-grid.js'
import { categoryLabel } from '../body-rows.js'
import { cellRow, headCell } from '../cells.js'
import { fillColumn, type TextValues } from '../fill-texts.js'
import type { FormRow, TableSection } from '../form.js'
import { type RecordRow, type Records, tierRow } from './tier-row.js'

/** A table for each row that the plain table has. */
export function recordTables(
  { form, part, categories, first, table }: TableOnForm & { readonly table: TableSection },
  record: RecordDefinition,
  values: TextValues,
): readonly TableSection[] {
  const columns = form.columns.map((column) => fillColumn(column, values, part.headings))
  const definition = { ...form, columns }
  const records: Records = { definition, record, grid: recordGrid(record, definition), values }
  const labels = categories.map((category) => categoryLabel(category, definition, values))
  return table.body.flatMap(({ slots }) => {
    const source = slots.find((slot) => slot.tag === 'cell')?.source
    const category = categories[(source?.category ?? 0) - 1 - first]
    const row = category?.rows[(source?.row ?? 0) - 1]
    if (source === undefined || row === undefined) return []
    const label = labels[source.category - 1 - first]!
    return [recordTable({ row, category: source.category, number: source.row, label }, records)]
  })
}

/** The tiers that stand again on every page of the record are the table's head. */
function recordTable(row: RecordRow, records: Records): TableSection {
  const { grid, record } = records
  const rows = record.tiers.map((_, tier) => tierRow(tier, row, records))
  const [opening, ...rest] = rows.slice(record.repeated)
  const name = nameOf(row, records.definition)
  const body = [{ ...opening!, ...(name === '' ? {} : { bookmark: name }) }, ...rest]
  return {
    tag: 'table',
    kind: 'grid',
    columns: grid.widths.map((width) => ({ width })),
    head: [...categoryBand(row, records), ...rows.slice(0, record.repeated)],
    body,
  }
}

/** The 区分 over a record whose boxes do not say it. */
function categoryBand({ label }: RecordRow, { definition, grid }: Records): readonly FormRow[] {
  const isSaid = definition.columns.some(({ fields }) => fields.some(({ part }) => part === 'category'))
  if (label === '' || isSaid) return []
  const band = headCell(label, { size: definition.type.headSize }, { colSpan: grid.widths.length, align: 'start' })
  return [cellRow([band])]
}

/** What the record is called: the first line of the first field that is a heading. */
function nameOf({ row, label }: RecordRow, { columns }: FormDefinition): string {
  const keys = columns.flatMap(({ fields }) => fields.flatMap(({ key, part }) => (part === 'heading' ? [key] : [])))
  const texts = keys.flatMap((key) => {
    const cell = row.cells[key]
    return cell?.tag === 'text' && cell.text.trim() !== '' ? [cell.text] : []
  })
  return (texts[0] ?? label).split('\n')[0]!.trim()
}
