/** Which of a form's tables prints a part of a plan. */

import type { Category } from '../domain/plan.js'
import { type ListedTable, type ListedText, listParts, type Parted } from '../domain/plan-parts.js'
import type { ColumnDefinition, FormDefinition } from './form-definition.js'

/** What tells a form's tables. */
type Tables = Pick<FormDefinition, 'columns' | 'tables'>

/**
 * The form as one of one table, whose columns, 区分 and paper are those of the table that a part names, of the one in
 * its order, or of the only one; undefined where the form has no such table. `order` counts the plan's tables from 0.
 */
export function formOfTable<F extends Tables>(form: F, name: string | undefined, order: number): F | undefined {
  const { tables } = form
  if (tables === undefined) return name === undefined ? form : undefined
  const isOnly = tables.length === 1
  const table = name === undefined ? tables[isOnly ? 0 : order] : tables.find((each) => each.name === name)
  if (table === undefined) return undefined
  const { name: _, ...own } = table
  return { ...form, ...own }
}

export type TableOnForm<F extends Tables = FormDefinition> = ListedTable & { readonly form: F }

/** The parts of a plan, each table with the form that prints it; a table that the form does not have is on its first. */
export function partsOnForm<F extends Tables>(plan: Parted, form: F): readonly (ListedText | TableOnForm<F>)[] {
  return listParts(plan).map((listed) =>
    listed.tag === 'text'
      ? listed
      : { ...listed, form: formOfTable(form, listed.part.formTable, listed.order) ?? formOfTable(form, undefined, 0)! },
  )
}

/** The tables of a plan, each with the form that prints it. */
export function tablesOnForm<F extends Tables>(plan: Parted, form: F): readonly TableOnForm<F>[] {
  return partsOnForm(plan, form).filter((part) => part.tag === 'table')
}

/** The categories of a plan, each with the form that prints it. */
export function formsOfCategories<F extends Tables>(plan: Parted, form: F): readonly (readonly [Category, F])[] {
  return tablesOnForm(plan, form).flatMap(({ categories, form: own }) => categories.map((each) => [each, own] as const))
}

/** The columns of all tables of a form; of those with the same fields, the first. */
export function allColumns({ columns, tables }: Tables): readonly ColumnDefinition[] {
  if (tables === undefined) return columns
  const all = tables.flatMap((table) => table.columns)
  const nameOf = ({ fields }: ColumnDefinition) => fields.map(({ key }) => key).join('\n')
  return all.filter((column, index) => all.findIndex((other) => nameOf(other) === nameOf(column)) === index)
}
