/** The overview that comes with the program, of seeds and of plans by hand. */

import { fileURLToPath } from 'node:url'
import { findOverview } from '../../src/cli/files/find-form.js'
import { openPlan } from '../../src/cli/files/open-plan.js'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import type { OverviewStyle } from '../../src/definition/overview-style.js'
import type { Plan } from '../../src/domain/plan.js'
import type { Form, FormCell } from '../../src/form/form.js'
import { listPlanItems, type PlanItem } from '../../src/form/overview/plan-items.js'
import { bundledForm, expectValue, ROOT } from './forms.js'
import { tablesOf } from './sections.js'
import { toOverview } from './stages.js'

export function overviewStyle(): OverviewStyle {
  return expectValue(findOverview('概要', 'plan.yaml')!).style
}

/** A seed with the form that it names. */
export function openSeed(name: string): { readonly plan: Plan; readonly definition: FormDefinition } {
  return expectValue(openPlan(fileURLToPath(new URL(`seeds/${name}.yaml`, ROOT))))
}

export function overviewOf(
  plan: Plan,
  definition = bundledForm('official'),
  changes: Partial<OverviewStyle> = {},
): Form {
  return toOverview({ plan, definition, style: { ...overviewStyle(), ...changes }, context: {} })
}

export function itemsOf(plan: Plan, definition = bundledForm('official')): readonly PlanItem[] {
  return listPlanItems(plan, definition, overviewStyle().keys)
}

/** A cell with its place, in points from the table's left edge. */
export interface PlacedCell {
  readonly left: number
  readonly right: number
  readonly text: string
  readonly cell: FormCell
}

/** Every row's own cells, left to right, table by table. */
export function placedTables(form: Form): readonly (readonly (readonly PlacedCell[])[])[] {
  return tablesOf(form).map(({ columns, head, body }) => {
    const edges = [0]
    for (const { width } of columns) edges.push(edges.at(-1)! + width)
    return [...head, ...body].map(({ slots }) =>
      slots.flatMap((slot, column) => {
        if (slot.tag === 'covered') return []
        const text = slot.paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')
        return [{ left: edges[column]!, right: edges[column + slot.colSpan]!, text, cell: slot }]
      }),
    )
  })
}

export function placedRows(form: Form): readonly (readonly PlacedCell[])[] {
  return placedTables(form).flat()
}

/** The rows of a table below its heading: blank cells left out; none where the table is left out. */
export function rowsBelow(form: Form, heading: string): readonly (readonly PlacedCell[])[] {
  const table = placedTables(form).find((rows) => rows[0]?.some(({ text }) => text === heading)) ?? []
  return table.slice(1).map((row) => row.filter(isThere))
}

function isThere({ text, cell }: PlacedCell): boolean {
  return text !== '' || cell.bar !== undefined
}
