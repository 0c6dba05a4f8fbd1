/** Columns of a form that spread over years, as the columns of one plan: which years it shows, and a column for each. */

import { yearKey } from '../domain/fiscal-year.js'
import { findYearsOfField } from '../domain/fiscal-year-mention.js'
import type { Plan } from '../domain/plan.js'
import { yearsOfSpan } from '../domain/year-span.js'
import { fillWidth } from './column-widths.js'
import type { ColumnDefinition, FieldDefinition, FormDefinition, FormTable, YearsShown } from './form-definition.js'
import { allColumns } from './form-tables.js'

/** What decides on the years that a form shows. */
export type PlanYears = Pick<Plan, 'year' | 'period'>

/** No plan reaches further. */
const LONGEST_PERIOD = 100

/** The years of a column in the form's order, each once; none where it shows those of a 期間 that cannot be read. */
export function shownYears(years: YearsShown, plan: PlanYears): readonly number[] {
  if (years === 'period') return yearsOfPeriod(plan.period)
  return [...new Set(years.map((each) => ('year' in each ? each.year : plan.year + each.offset)))]
}

/** H30～R5: every year from the first to the last. */
function yearsOfPeriod(period = ''): readonly number[] {
  const years = findYearsOfField(period).flatMap(({ spans }) =>
    spans.flatMap((span) => {
      const [first, last] = yearsOfSpan(span)
      const count = last - first + 1
      return count > LONGEST_PERIOD ? [] : Array.from({ length: count }, (_, index) => first + index)
    }),
  )
  return [...new Set(years)].sort((a, b) => a - b)
}

/** The form with a column for each year that it shows of this plan. One without columns of years is as it was. */
export function expandYears(form: FormDefinition, plan: PlanYears): FormDefinition {
  const { tables } = form
  if ([form, ...(tables ?? [])].every(({ columns }) => columns.every(({ years }) => years === undefined))) return form
  if (tables === undefined) return expandTable(form, form, plan)
  const expanded = tables.map((table) => expandTable(table, form, plan))
  return { ...form, columns: expanded[0]!.columns, tables: expanded }
}

function expandTable<T extends FormTable | FormDefinition>(
  table: T,
  { paper, type, table: look }: FormDefinition,
  plan: PlanYears,
): T {
  const columns = table.columns.flatMap((column) => expandColumn(column, plan))
  if (table.widths !== 'shares') return { ...table, columns }
  return { ...table, columns: fillWidth({ paper: table.paper ?? paper, type, table: look, columns }).columns }
}

function expandColumn(column: ColumnDefinition, plan: PlanYears): readonly ColumnDefinition[] {
  if (column.years === undefined) return [column]
  return shownYears(column.years, plan).map((year) => columnOfYear(column, year))
}

/** The column that a column of years is for one of them. */
export function columnOfYear(column: ColumnDefinition, year: number): ColumnDefinition {
  const { years: _, yearHeading = '', heading, upperHeadings, fields, ...rest } = column
  return {
    ...rest,
    heading: yearHeading,
    upperHeadings: heading === '' ? upperHeadings : [...upperHeadings, heading],
    fields: fields.map((field) => ({
      ...field,
      key: yearKey({ field: field.key, year }),
      ofYear: { field: field.key, year },
    })),
  }
}

/** The key by which a plan file writes a field. */
export function planKey({ key, ofYear }: FieldDefinition): string {
  return ofYear?.field ?? key
}

/**
 * How a plan file for this form is written: the keys of a row in their order, and those that hold a value a year with the
 * years that are shown. `form` has its columns of years expanded.
 */
export function planKeys(form: Pick<FormDefinition, 'columns' | 'tables'>): {
  readonly columns: readonly string[]
  readonly yearFields: ReadonlyMap<string, readonly number[]>
} {
  const fields = allColumns(form).flatMap((column) => column.fields.filter(({ part }) => part !== 'category'))
  const yearFields = new Map<string, readonly number[]>()
  for (const { ofYear } of fields) {
    if (ofYear) yearFields.set(ofYear.field, [...(yearFields.get(ofYear.field) ?? []), ofYear.year])
  }
  return { columns: [...new Set(fields.map(planKey))], yearFields }
}
