/** The parts of a plan as sections: tables with a row for each of the plan's, and the texts around and between them. */

import type { FormDefinition, Paper, RecordDefinition } from '../definition/form-definition.js'
import { partsOnForm, type TableOnForm } from '../definition/form-tables.js'
import type { Plan } from '../domain/plan.js'
import type { ListedText } from '../domain/plan-parts.js'
import { aroundSections, belowUnit, bodySection, headingSection } from './around-table.js'
import { bodyRows, type KeptRows } from './body-rows.js'
import { showCategories } from './category-bands.js'
import { fillColumn, type TextValues } from './fill-texts.js'
import type { Section, TableSection, TextSection } from './form.js'
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

/**
 * All sections of a plan, its own 前文 and 注 around them. A text stands on the paper of what is above it, the first ones
 * on that of the first table.
 */
export function planSections(
  plan: Plan,
  definition: FormDefinition,
  values: TextValues,
  parts: readonly FilledPart[],
): readonly Section[] {
  const sections = parts.flatMap((each, part) => {
    const own = startAnew(partSections(each, definition, values), startOf(each, part, definition))
    return plan.parts === undefined ? own : own.map((section) => ({ ...section, part }))
  })
  return settlePapers(aroundSections(plan, definition, sections), definition.paper)
}

function partSections(each: FilledPart, definition: FormDefinition, values: TextValues): readonly RunningSection[] {
  const heading = headingSection('heading', each.part.heading, definition)
  if (each.tag === 'text') return [...heading, ...bodySection(each.part, definition)]
  const { form, part } = each
  const tables = form.record === undefined ? shownTable(each, values) : shownRecords(each, form.record, values)
  // The 前文 and 注 of a plan of one table are the plan's.
  return [...heading, ...aroundSections(part, form, tables)].map((section) => ({ ...section, paper: form.paper }))
}

function shownTable({ part, form, table }: FilledTable, values: TextValues): readonly RunningSection[] {
  return showCategories(table, form).flatMap((section) =>
    section.tag === 'table' ? belowUnit(part, form, values, section) : [section],
  )
}

/** Every record but the first begins a page; the first stands below what stands over all of them. */
function shownRecords(each: FilledTable, record: RecordDefinition, values: TextValues): readonly RunningSection[] {
  return recordTables(each, record, values).flatMap((table, index) => {
    const sections = belowUnit(each.part, each.form, values, table)
    return startAnew(sections, index === 0 ? undefined : 'page')
  })
}

type RunningSection = TextSection | TableSection

/** Where the form's pages are others than the plan was written for, its own page breaks do not count. */
function startOf(each: FilledPart, index: number, { pages }: FormDefinition): TextSection['starts'] {
  if (pages.tables === 'apart' && each.tag === 'table' && index > 0) return 'sheet'
  return each.part.startsPage && !pages.ignoresBreaks ? 'page' : undefined
}

function startAnew(sections: readonly RunningSection[], starts: TextSection['starts']): readonly RunningSection[] {
  const [first, ...others] = sections
  return starts === undefined || first === undefined ? sections : [{ ...first, starts }, ...others]
}

/** The sections with their paper said only where it is not the form's. */
function settlePapers(sections: readonly RunningSection[], own: Paper): readonly Section[] {
  let paper = sections.find((section) => section.paper !== undefined)?.paper ?? own
  return sections.map(({ paper: said, ...section }) => {
    paper = said ?? paper
    return paper === own ? section : { ...section, paper }
  })
}
