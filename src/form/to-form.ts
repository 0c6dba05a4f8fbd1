/** Plan and form definition to the table document that every format prints. */

import type { FormDefinition } from '../definition/form-definition.js'
import type { Outcome } from '../domain/diagnostic.js'
import type { Plan } from '../domain/plan.js'
import { aroundTable } from './around-table.js'
import { bodyRows } from './body-rows.js'
import { addBands } from './category-bands.js'
import { plainParagraphs } from './cells.js'
import { fillColumn, filling, fillPageText, fillText, planValues, titleInOneLine } from './fill-texts.js'
import type { Form, FormSource, Meta } from './form.js'
import { headRows } from './heading-rows.js'

/** What a document says of itself beside the plan. */
export interface FormContext {
  /** The office that issues the document; the plan's 作成 where it is left out. */
  readonly author?: string
  /** The document's date, ISO 8601 in UTC; the first day of the plan's fiscal year where it is left out. */
  readonly date?: string
  /** The plan's file, for messages. */
  readonly file?: string
}

/** Prints a plan on a form. */
export function toForm(plan: Plan, definition: FormDefinition, context: FormContext = {}): Outcome<Form> {
  return filling({ name: definition.name, file: definition.paper.source?.file }, () =>
    addBands(fillForm(plan, definition, context), definition),
  )
}

/** The same within `filling`, with one row in the table for each of the plan's: bands come last. */
export function fillForm(plan: Plan, definition: FormDefinition, context: FormContext): Form {
  const { paper, type, lines, pages, table, texts } = definition
  const values = planValues(plan, definition.columns)
  const columns = definition.columns.map((column) => fillColumn(column, values, plan.headings))
  // Only over the table the title keeps its lines.
  const title = fillText(texts.title, { ...values, 計画: plan.title })
  return {
    meta: metaOf(plan, context),
    source: sourceOf(plan, context),
    paper,
    type,
    lines,
    pages,
    table,
    title: plainParagraphs(title),
    header: fillPageText(texts.header, values),
    footer: fillPageText(texts.footer, values),
    sections: aroundTable(plan, definition, values, {
      tag: 'table',
      kind: 'grid',
      columns: columns.map((column) => ({ width: column.width * type.size + 2 * table.padding.x })),
      head: headRows({ ...definition, columns }),
      body: bodyRows(plan, { ...definition, columns }, values),
    }),
  }
}

/** Where a plan's title is written. */
export function sourceOf(plan: Plan, { file }: FormContext): FormSource {
  return { ...(file === undefined ? {} : { file }), ...(plan.titleAt === undefined ? {} : { title: plan.titleAt }) }
}

function metaOf(plan: Plan, context: FormContext): Meta {
  return {
    title: titleInOneLine(plan),
    subject: plan.area ?? '',
    author: context.author ?? plan.handout.author ?? '',
    // A fiscal year begins on April 1st; the plan gives no other date that every document could carry.
    date: context.date ?? `${plan.year}-04-01T00:00:00.000Z`,
  }
}
