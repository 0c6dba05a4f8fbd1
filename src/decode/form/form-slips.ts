/** What no shape can tell of a form: columns that are too wide or too narrow, names used twice, no column for the categories. */

import { measureOf } from '../../definition/column-widths.js'
import type { FormDefinition } from '../../definition/form-definition.js'
import { expandYears } from '../../definition/year-columns.js'
import type { Diagnostic, Position } from '../../domain/diagnostic.js'
import { readYearKey } from '../../domain/fiscal-year.js'
import { type Said, say, sayAt } from '../../domain/messages/say.js'
import { Fields } from '../shape/fields.js'
import type { TreeMap } from '../tree.js'
import { findBoxSlips } from './box-slips.js'
import { namesCategories } from './read-columns.js'
import { POINTS_PER_MM } from './read-definition.js'
import { RECORD_KEYS } from './record-shape.js'

/** Rounding of sums of widths, in points. */
const ROUNDING = 0.01

/** All slips of a whole form; `form` is what `tree` reads as. */
export function findFormSlips(file: string, tree: TreeMap, form: FormDefinition): Diagnostic[] {
  if (form.record !== undefined) return findBoxSlips(file, tree, form, form.record)
  const lost = tree.entries.find(({ key }) => Object.hasOwn(RECORD_KEYS, key))
  if (lost !== undefined) return [say('of-records', { key: lost.key }, { kind: 'text', file, ...lost.keyAt })]
  const top = new Fields(tree)
  if (form.tables === undefined) return findTableSlips(file, top, form)
  const tables = top.maps('表')
  return [
    ...findDoubleNames(file, tables, 'duplicate-table'),
    ...tables.flatMap((table, index) => findTableSlips(file, table, { ...form, ...form.tables![index]! })),
  ]
}

/** Of a form's only table, or of one of them: then `form` is the form with the columns and the paper of this one. */
function findTableSlips(file: string, table: Fields, form: FormDefinition): Diagnostic[] {
  return [
    ...findDoubleFields(file, table.maps('列')),
    ...findLostCategories(file, table.tree, form),
    ...findBadWidths(file, table.tree, form),
  ]
}

/** A field may not have the name that a value of a year has: 実績値 R6 beside 実績値. */
function findDoubleFields(file: string, columns: readonly Fields[]): Diagnostic[] {
  const ofYears = columns.filter((column) => column.has('年')).flatMap(fieldNames)
  const fields = columns.flatMap((column) => column.maps('欄'))
  return findDoubleNames(file, fields, 'duplicate-field', (name) => ofYears.includes(readYearKey(name)?.field ?? ''))
}

function findDoubleNames(
  file: string,
  named: readonly Fields[],
  code: 'duplicate-field' | 'duplicate-table',
  isTaken: (name: string) => boolean = () => false,
): Diagnostic[] {
  const seen = new Set<string>()
  return named.flatMap((each): Diagnostic[] => {
    const name = each.text('名前')
    const double = seen.has(name) || isTaken(name)
    seen.add(name)
    return double ? [say(code, { name }, { kind: 'text', file, ...each.tree.at })] : []
  })
}

/** A form that shows the categories in a column has one: it would lose their names. */
function findLostCategories(file: string, tree: TreeMap, { columns, categories }: FormDefinition): Diagnostic[] {
  if (categories !== 'column' || namesCategories(columns)) return []
  return [say('no-category', {}, { kind: 'text', file, ...columnsAt(tree) })]
}

/** How many columns a 期間 makes is known when the plan is: see `findWidthSlip`. */
function findBadWidths(file: string, tree: TreeMap, form: FormDefinition): Diagnostic[] {
  const slip = findWidthSlip(expandYears(form, SOME_PLAN))
  return slip === undefined ? [] : [sayAt(slip, { kind: 'text', file, ...columnsAt(tree) })]
}

const SOME_PLAN = { year: 2018 }

/** Whether the columns of a plan are too wide together, or one of them too narrow. */
export function findWidthSlip({ paper, type, table, columns }: FormDefinition): Said | undefined {
  const there = measureOf(paper)
  const wanted = columns.reduce((sum, column) => sum + column.width * type.size + 2 * table.padding.x, 0)
  if (wanted > there + ROUNDING) {
    const mm = (points: number) => (points / POINTS_PER_MM).toFixed(1)
    const over = Math.ceil(((wanted - there) / type.size) * 10) / 10
    return { code: 'too-wide', values: { columns: mm(wanted), inside: mm(there), over } }
  }
  const narrow = columns.find((column) => column.width < Math.max(type.size, column.size ?? 0) / type.size)
  if (narrow === undefined) return undefined
  return { code: 'too-narrow', values: { name: narrow.fields.map((field) => field.key).join('・') } }
}

function fieldNames(column: Fields): readonly string[] {
  return column.maps('欄').map((field) => field.text('名前'))
}

function columnsAt(tree: TreeMap): Position {
  return tree.entries.find((entry) => entry.key === '列')?.keyAt ?? tree.at
}
