/** The parts of both editions in the order of reading: tables, and the texts between them. */

import type { FormDefinition } from '../../definition/form-definition.js'
import type { Plan } from '../../domain/plan.js'
import { planValues, type TextValues } from '../fill-texts.js'
import type { Section } from '../form.js'
import { type FilledPart, fillParts, planSections } from '../plan-sections.js'
import type { RowRange } from './both-rows.js'

/** A part of one edition. */
export interface EditionPart {
  readonly filled: FilledPart
  readonly sections: readonly Section[]
  /** Of a table: its rows among all of the plan. */
  readonly rows?: RowRange
}

/** An edition part by part, and what of it stands before and behind all of them. */
export interface PartedEdition {
  readonly above: readonly Section[]
  readonly parts: readonly EditionPart[]
  readonly below: readonly Section[]
}

/** The edition with one row for each of the plan's: 区分 in bands are put in last. Within `filling`. */
export function partEdition(plan: Plan, definition: FormDefinition): PartedEdition {
  const plain = withoutBands(definition)
  const values: TextValues = planValues(plan, definition)
  const filled = fillParts(plan, plain, values)
  const sections = planSections(plan, plain, values, filled)
  const isOwn = (section: Section, index: number) =>
    plan.parts === undefined
      ? section.tag === 'table' || (section.tag === 'texts' && section.role !== 'lead' && section.role !== 'notes')
      : section.tag !== 'cover' && section.part === index
  const all = filled.map((_, index) => sections.filter((section) => isOwn(section, index)))
  const first = sections.findIndex((section) => all.some((own) => own.includes(section)))
  const last = sections.findLastIndex((section) => all.some((own) => own.includes(section)))
  return {
    above: sections.slice(0, Math.max(first, 0)),
    parts: filled.map((each, index) => {
      if (each.tag === 'text') return { filled: each, sections: all[index]! }
      const start = plan.categories.slice(0, each.first).reduce((sum, { rows }) => sum + rows.length, 0)
      return {
        filled: each,
        sections: all[index]!,
        rows: { start, end: start + each.categories.reduce((sum, { rows }) => sum + rows.length, 0) },
      }
    }),
    below: sections.slice(last + 1),
  }
}

function withoutBands(definition: FormDefinition): FormDefinition {
  const { tables } = definition
  return {
    ...definition,
    categories: 'column',
    ...(tables && { tables: tables.map((table) => ({ ...table, categories: 'column' as const })) }),
  }
}
