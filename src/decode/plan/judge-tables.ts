/** What is wrong with the tables of a plan whose keys and values are right each by itself. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { expandYears, type PlanYears } from '../../definition/year-columns.js'
import { type Diagnostic, isError, type Position } from '../../domain/diagnostic.js'
import { say, sayAt } from '../../domain/messages/say.js'
import type { Plan } from '../../domain/plan.js'
import { listTables } from '../../domain/plan-parts.js'
import { findWidthSlip } from '../form/form-slips.js'
import type { Fields } from '../shape/fields.js'
import { findLostAlignments } from './lost-alignments.js'
import { findJoinsInRecords, findMisplacedJoins } from './misplaced-joins.js'
import { type YearFields, yearFields } from './year-cells.js'
import { findNotShown, findYearSlips } from './year-slips.js'

/** A table as the file has it, with the form that prints it. */
export interface WrittenTable {
  readonly tree: Fields
  readonly form: FormDefinition
  readonly years: YearFields
}

/** The tables of a plan file; `forms` are those of the entries of its 表. */
export function listWritten(
  top: Fields,
  form: FormDefinition,
  forms: readonly (FormDefinition | undefined)[],
  when: PlanYears,
): readonly WrittenTable[] {
  const written = (tree: Fields, own: FormDefinition) => ({ tree, form: own, years: yearFields(own, when) })
  if (!top.has('表')) return [written(top, form)]
  return top.maps('表').flatMap((entry, index) => {
    const own = forms[index]
    return own === undefined ? [] : [written(entry, own)]
  })
}

/** Errors and warnings of all tables; rows that cannot stand in their table at all are told alone. */
export function judgeTables(file: string, plan: Plan, tables: readonly WrittenTable[]): readonly Diagnostic[] {
  const alone = tables.flatMap((table) => findRowsAlone(file, table))
  if (alone.length > 0) return alone
  const listed = listTables(plan)
  const slips = tables.flatMap(({ tree, years }) =>
    findYearSlips(
      file,
      rowsOf(tree).map((row) => row.tree),
      years,
    ),
  )
  const misplaced = [
    ...slips.filter(isError),
    ...tables.flatMap(({ form }, index) => {
      const { columns } = expandYears(form, plan)
      return listed[index]!.categories.flatMap((category) =>
        form.record === undefined
          ? [...findMisplacedJoins(file, category, columns), ...findLostAlignments(file, category, columns)]
          : findJoinsInRecords(file, category),
      )
    }),
    ...findDoubleIds(
      file,
      tables.flatMap(({ tree }) => rowsOf(tree)),
    ),
  ]
  if (misplaced.length > 0) return misplaced
  const tooMany = tables.flatMap(({ form }) => findTooManyYears(file, form, plan))
  if (tooMany.length > 0) return tooMany
  const notShown = tables.flatMap(({ form, years }, index) =>
    findNotShown(
      file,
      listed[index]!.categories.flatMap(({ rows }) => rows),
      years,
      form,
    ),
  )
  return [...slips, ...notShown]
}

function findRowsAlone(file: string, { tree, form }: WrittenTable): readonly Diagnostic[] {
  const rows = tree.tree.entries.find(({ key }) => key === '行')
  if (rows === undefined || form.categories !== 'column') return []
  return [say('rows-alone', { form: form.name }, { kind: 'text', file, ...rows.keyAt, length: 1 })]
}

/** A 期間 may make more columns than there is room for. */
function findTooManyYears(file: string, form: FormDefinition, plan: PlanYears): readonly Diagnostic[] {
  const shown = expandYears(form, plan)
  const slip = form === shown ? undefined : findWidthSlip(shown)
  return slip === undefined ? [] : [sayAt(slip, { kind: 'file', file })]
}

/** The comparison of two years goes by a row's id: it must name one row of the plan. */
function findDoubleIds(file: string, rows: readonly Fields[]): readonly Diagnostic[] {
  const seen = new Map<string, Position>()
  return rows.flatMap((row): Diagnostic[] => {
    const id = row.value('id')
    if (id?.tag !== 'text') return []
    const first = seen.get(id.text)
    if (first === undefined) {
      seen.set(id.text, id.at)
      return []
    }
    const place = { kind: 'text' as const, file, ...id.at, length: id.text.length }
    return [say('double-id', { id: id.text, first: first.line }, place)]
  })
}

/** All rows of a table, of whatever 区分. */
export function rowsOf(table: Fields): readonly Fields[] {
  return [table, ...table.maps('区分')].flatMap((holder) => holder.maps('行'))
}
