/** Plan and form definition to the table document that every format prints. */

import type { FormDefinition } from '../definition/form-definition.js'
import { expandYears } from '../definition/year-columns.js'
import type { Outcome } from '../domain/diagnostic.js'
import type { Plan } from '../domain/plan.js'
import type { KeptRows } from './body-rows.js'
import { plainParagraphs } from './cells.js'
import { filling, fillPageText, fillText, planValues, type TextValues, titleInOneLine } from './fill-texts.js'
import type { Form, FormSource, Meta } from './form.js'
import { fillParts, planSections } from './plan-sections.js'

/** What a document says of itself beside the plan. */
export interface FormContext {
  /** The office that issues the document; the plan's 作成 where it is left out. */
  readonly author?: string
  /** The document's date, ISO 8601 in UTC; the first day of the plan's fiscal year where it is left out. */
  readonly date?: string
  /** The plan's file, for messages. */
  readonly file?: string
}

/** Prints a plan on a form; `kept` are rows that were made before. */
export function toForm(plan: Plan, form: FormDefinition, context: FormContext = {}, kept?: KeptRows): Outcome<Form> {
  const definition = expandYears(form, plan)
  return filling({ name: definition.name, file: definition.paper.source?.file }, () => {
    const values = planValues(plan, definition)
    const sections = planSections(plan, definition, values, fillParts(plan, definition, values, kept))
    return { ...frameForm(plan, definition, context, values), sections }
  })
}

/** All of a form but its sections; within `filling`. */
export function frameForm(
  plan: Plan,
  definition: FormDefinition,
  context: FormContext,
  values: TextValues,
): Omit<Form, 'sections'> {
  const { paper, type, lines, pages, table, texts } = definition
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
