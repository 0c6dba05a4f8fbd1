/** The parts of a plan as sections: tables with a row for each of the plan's, and the texts around and between them. */

import type { FormDefinition, RecordDefinition } from '../definition/form-definition.js'
import { partsOnForm, type TableOnForm } from '../definition/form-tables.js'
import type { Plan } from '../domain/plan.js'
import type { ListedText } from '../domain/plan-parts.js'
import { aroundSections, belowUnit, bodySection, headingSection } from './around-table.js'
import { bodyRows, type KeptRows } from './body-rows.js'
import { showCategories } from './category-bands.js'
import { fillColumn, type TextValues } from './fill-texts.js'
import type { FormRow, Section, TableSection } from './form.js'
import { headRows } from './heading-rows.js'
import { recordTables } from './records/record-tables.js'

/** A part of the plan; of a table, the form with its columns filled in, and a row for each of the plan's. */
export type FilledPart = ListedText | FilledTable
export type FilledTable = TableOnForm & { readonly table: TableSection }

export function fillParts(
  plan: Plan,
  definition: FormDefinition,
  values: TextValues,
  kept?: KeptRows,
): readonly FilledPart[] {
  return partsOnForm(plan, definition).map((each) =>
    each.tag === 'text' ? each : { ...each, table: fillTable(each, values, kept) },
  )
}

function fillTable(listed: TableOnForm, values: TextValues, kept: KeptRows | undefined): TableSection {
  const { form, part, categories, first } = listed
  const { type, table } = form
  const columns = form.columns.map((column) => fillColumn(column, values, part.headings))
  const filled = { ...form, columns }
  return {
    tag: 'table',
    kind: 'grid',
    columns: columns.map((column) => ({ width: column.width * type.size + 2 * table.padding.x })),
    head: headRows(filled),
    body: bodyRows(categories, first, filled, values, kept),
  }
}

/** All sections of a plan, its own 前文 and 注 around them. 区分 are shown as the form wants it. */
export function planSections(
  plan: Plan,
  definition: FormDefinition,
  values: TextValues,
  parts: readonly FilledPart[],
): readonly Section[] {
  const sections = parts.flatMap((each, part) => {
    const own = partSections(each, definition, values)
    return plan.parts === undefined ? own : own.map((section) => ({ ...section, part }))
  })
  return aroundSections(plan, definition, sections)
}

function partSections(each: FilledPart, definition: FormDefinition, values: TextValues): readonly Section[] {
  const { part } = each
  const heading = headingSection(part.heading, definition)
  if (each.tag === 'text') return startPage([...heading, ...bodySection(each.part, definition)], part, definition)
  const { form } = each
  const tables = form.record === undefined ? shownTable(each, values) : shownRecords(each, form.record, values)
  // The 前文 and 注 of a plan of one table are the plan's.
  return startPage([...heading, ...aroundSections(each.part, form, tables)], part, definition)
}

function shownTable({ part, form, table }: FilledTable, values: TextValues): readonly Section[] {
  return showCategories(table, form).flatMap((section) =>
    section.tag === 'table' ? belowUnit(part, form, values, section) : [section],
  )
}

/** Every record but the first begins a page; the first stands below what stands over all of them. */
function shownRecords(each: FilledTable, record: RecordDefinition, values: TextValues): readonly Section[] {
  return recordTables(each, record, values).flatMap((table, index) => {
    const sections = belowUnit(each.part, each.form, values, table)
    return index === 0 ? sections : beginPage(sections)
  })
}

/** 改ページ of a part, unless the form's pages are others than the plan was written for. */
function startPage(
  sections: readonly Section[],
  { startsPage }: Pick<FilledPart['part'], 'startsPage'>,
  { pages }: FormDefinition,
): readonly Section[] {
  return startsPage && !pages.ignoresBreaks ? beginPage(sections) : sections
}

function beginPage(sections: readonly Section[]): readonly Section[] {
  const [first, ...others] = sections
  if (first === undefined || first.tag === 'cover') return sections
  if (first.tag === 'texts') return [{ ...first, startsPage: true }, ...others]
  return [
    { ...first, body: first.body.map((row, index): FormRow => (index > 0 ? row : { ...row, startsPage: true })) },
    ...others,
  ]
}
