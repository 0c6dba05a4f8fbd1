/** The texts of a plan's document that stand in no cell, as they were typed and as its form prints them. */

import type { ColumnDefinition, FormDefinition } from '../definition/form-definition.js'
import { allColumns, partsOnForm, type TableOnForm } from '../definition/form-tables.js'
import { expandYears } from '../definition/year-columns.js'
import type { MarkedText, Plan } from '../domain/plan.js'
import { fillColumn, filling, fillText, planValues } from '../form/fill-texts.js'
import { type ComparedColumn, comparedColumns } from '../review/columns.js'
import type { DocumentText } from '../review/document-text.js'
import type { Printable } from './printable.js'

/** What the comparison is told of an edition beside its rows. */
export interface ComparedDocument {
  readonly columns: readonly ComparedColumn[]
  readonly texts: readonly DocumentText[]
}

export function comparedDocument({ plan, ...edition }: Pick<Printable, 'plan' | 'definition'>): ComparedDocument {
  const definition = expandYears(edition.definition, plan)
  const read = reader(plan, definition)
  const inAnyYear = comparedColumns({ columns: printedColumns({ ...plan, year: ANY_YEAR }, definition) })
  return {
    columns: comparedColumns({ columns: printedColumns(plan, definition) }).map((column, at) => {
      const { heading = '', upperHeadings = [] } = inAnyYear[at]!
      return { ...column, inAnyYear: { heading, upperHeadings } }
    }),
    texts: [...planTexts(plan, definition), ...partTexts(plan, definition, read), ...formTexts(definition, read)],
  }
}

/** The columns with what is printed over them; what cannot be filled in is told where the form is printed. */
function printedColumns(plan: Plan, definition: FormDefinition): readonly ColumnDefinition[] {
  const columns = allColumns(definition)
  const values = planValues(plan, definition)
  const filled = filling({ name: definition.name }, () =>
    columns.map((column) => fillColumn(column, values, plan.headings)),
  )
  return filled.ok ? filled.value : columns
}

const ANY_YEAR = 2000

/** What the plan itself says. */
function planTexts(plan: Plan, definition: FormDefinition): readonly DocumentText[] {
  const texts: Readonly<Record<string, string | undefined>> = {
    題名: plan.title,
    区域: plan.area,
    期間: plan.period,
    版: plan.draft,
    前文: plan.lead,
    単位: plan.unit,
    注: plan.notes,
    様式: definition.name,
  }
  return Object.entries(texts).flatMap(([name, text]) => {
    if (text === undefined) return []
    const line = name === '題名' ? plan.titleAt?.line : undefined
    const emphasis = { 前文: plan.emphasis?.lead, 注: plan.emphasis?.notes }[name]
    return [{ name, template: text, text, ...(emphasis && { emphasis }), ...(line !== undefined && { line }) }]
  })
}

/** What the parts of a plan of several tables say around their rows, and over their columns. */
function partTexts(
  plan: Plan,
  definition: FormDefinition,
  read: (template: string) => string,
): readonly DocumentText[] {
  if (plan.parts === undefined) return []
  return partsOnForm(plan, definition).flatMap((each, index) => {
    const { heading, headingAt } = each.part
    const table = each.tag === 'table' ? each.part : undefined
    const texts: Readonly<Record<string, MarkedText | undefined>> = {
      見出し: heading === undefined ? undefined : { text: heading },
      本文: each.tag === 'text' ? each.part : undefined,
      前文: marked(table?.lead, table?.emphasis?.lead),
      単位: marked(table?.unit),
      注: marked(table?.notes, table?.emphasis?.notes),
    }
    const own = Object.entries(texts).flatMap(([name, said]): readonly DocumentText[] => {
      if (said === undefined) return []
      const { text, emphasis } = said
      const line = name === '見出し' ? headingAt?.line : undefined
      const at = line !== undefined && { line }
      return [{ name, part: index, template: text, text, ...(emphasis && { emphasis }), ...at }]
    })
    return [...own, ...(each.tag === 'table' ? columnTexts(each, index, read) : [])]
  })
}

/** What is printed over the columns of a table; the form's own headings count beside one that a plan puts in their place. */
function columnTexts(
  { part: { headings = {} }, form }: TableOnForm,
  part: number,
  read: (template: string) => string,
): readonly DocumentText[] {
  return form.columns.flatMap(({ heading, fields: [field] }): readonly DocumentText[] => {
    const own = headings[field!.key]
    const text = own ?? read(heading)
    return [{ name: `見出し:${field!.key}`, part, template: text, text, ...(own === undefined && { isForms: true }) }]
  })
}

function marked(text: string | undefined, emphasis?: MarkedText['emphasis']): MarkedText | undefined {
  return text === undefined ? undefined : { text, ...(emphasis && { emphasis }) }
}

/** What the form says around the table. Its title counts where it is more than the plan's. */
function formTexts({ texts }: FormDefinition, read: (template: string) => string): readonly DocumentText[] {
  const named: Readonly<Record<string, string>> = {
    題名の書き方: texts.title,
    区分の書き方: texts.category,
    '欄外:上': texts.header,
    '欄外:下': texts.footer,
  }
  return Object.entries(named).map(([name, template]) => ({ name, template, text: read(template) }))
}

/** Fills in a text; what cannot be filled in is told where the form is printed. */
function reader(plan: Plan, definition: FormDefinition): (template: string) => string {
  const values = {
    ...planValues(plan, definition),
    番号: '○',
    名称: '○○',
    ページ番号: '○',
    総ページ数: '○',
  }
  return (template) => {
    const filled = filling({ name: definition.name }, () => fillText(template, values))
    return filled.ok ? filled.value : template
  }
}
