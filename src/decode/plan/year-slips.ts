/** What no shape can tell of values of years: a year twice, a join across years, keys of an older make, years that no column shows. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { shownYears } from '../../definition/year-columns.js'
import type { Diagnostic, Position } from '../../domain/diagnostic.js'
import { formatFiscalYear, parseFiscalYear, readYearKey, type YearValue, yearKey } from '../../domain/fiscal-year.js'
import { say } from '../../domain/messages/say.js'
import type { Row } from '../../domain/plan.js'
import type { TreeEntry, TreeMap } from '../tree.js'
import { formerValue, type YearFields } from './year-cells.js'

/** A column that shows the years of the 期間 needs one: nothing else of the plan can be judged without. */
export function findNoPeriod(
  file: string,
  { columns }: FormDefinition,
  plan: YearFields['plan'],
): readonly Diagnostic[] {
  const lost = columns.find(({ years }) => years === 'period' && shownYears(years, plan).length === 0)
  if (lost === undefined) return []
  return [say('no-period', { field: lost.fields[0]!.key, text: plan.period }, { kind: 'file', file })]
}

/** Errors of the rows, and one warning for all keys of an older make. */
export function findYearSlips(file: string, rows: readonly TreeMap[], years: YearFields): readonly Diagnostic[] {
  if (years.fields.length === 0) return []
  const values = rows.map((row) => row.entries.flatMap((entry) => valuesOf(entry, years)))
  const former = values.flat().find(({ isFormer }) => isFormer)
  return [
    ...values.flatMap((row) => findDoubleYears(file, row)),
    ...values.flat().flatMap(({ key, value, entry, isFormer }) => {
      const isLeft = entry.value.tag === 'text' && entry.value.text.trim() === '←'
      return isLeft && !isFormer
        ? [say('left-of-year', { key: yearKey(value) }, placeOf(file, key, entry.value.at))]
        : []
    }),
    ...(former === undefined ? [] : [tellFormer(file, former)]),
  ]
}

interface WrittenValue {
  readonly value: YearValue
  /** As it is written. */
  readonly key: string
  readonly entry: TreeEntry
  readonly isFormer: boolean
}

function valuesOf(entry: TreeEntry, years: YearFields): readonly WrittenValue[] {
  const { key: field, value } = entry
  const former = formerValue(field, years)
  if (former !== undefined) return [{ value: former, key: field, entry, isFormer: true }]
  if (value.tag !== 'map' || !years.fields.some(({ name }) => name === field)) return []
  return value.entries.flatMap((each) => {
    const year = parseFiscalYear(each.key)
    return year === undefined ? [] : [{ value: { field, year }, key: each.key, entry: each, isFormer: false }]
  })
}

function findDoubleYears(file: string, values: readonly WrittenValue[]): readonly Diagnostic[] {
  return values.flatMap(({ key, value, entry }, index) => {
    const first = values.slice(0, index).find((each) => yearKey(each.value) === yearKey(value))
    if (first === undefined) return []
    const told = { year: key, first: first.key, line: first.entry.keyAt.line }
    return [say('double-year', told, placeOf(file, key, entry.keyAt))]
  })
}

function tellFormer(file: string, { key, value: { field, year }, entry }: WrittenValue): Diagnostic {
  const told = { key, field, year: formatFiscalYear(year, 'letter'), file }
  return say('years-in-keys', told, placeOf(file, key, entry.keyAt))
}

function placeOf(file: string, key: string, at: Position) {
  return { kind: 'text', file, ...at, length: key.length } as const
}

/** Values that stand in the plan and in no column, once a field. */
export function findNotShown(
  file: string,
  rows: readonly Row[],
  { fields }: YearFields,
  { name: form }: FormDefinition,
): readonly Diagnostic[] {
  const values =
    fields.length === 0 ? [] : rows.flatMap(({ cells }) => Object.keys(cells).flatMap((key) => readYearKey(key) ?? []))
  return fields.flatMap(({ name, shown }) => {
    const own = values.filter(({ field, year }) => field === name && !shown.includes(year))
    if (own.length === 0) return []
    const years = [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b)
    const told = years.map((year) => formatFiscalYear(year, 'letter'))
    return [say('year-not-shown', { field: name, years: told, form }, { kind: 'file', file })]
  })
}
