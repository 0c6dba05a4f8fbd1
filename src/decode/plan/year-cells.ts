/** The values of years in a row of a plan file: a map from year to text, or the keys of an older make, as cells. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { type PlanYears, shownYears } from '../../definition/year-columns.js'
import { parseFiscalYear, type YearValue, yearKey } from '../../domain/fiscal-year.js'
import type { Cell } from '../../domain/plan.js'
import { readFormerKey } from '../form/former-keys.js'
import type { Tree, TreeEntry } from '../tree.js'

/** The fields of a form that hold a value a year, for one plan. */
export interface YearFields {
  readonly plan: PlanYears
  readonly fields: readonly YearField[]
  /** Keys of the other fields. */
  readonly texts: ReadonlySet<string>
}

interface YearField {
  readonly name: string
  /** The years that the form shows of this plan. */
  readonly shown: readonly number[]
  /** A row that does not name the field joins the row above. */
  readonly merges: boolean
}

export function yearFields({ columns }: Pick<FormDefinition, 'columns'>, plan: PlanYears): YearFields {
  const fields = columns.flatMap(({ years, fields: own, merges }) => {
    const shown = years === undefined ? undefined : shownYears(years, plan)
    return own.map(({ key }) => ({ name: key, shown, merges }))
  })
  return {
    plan,
    fields: fields.flatMap(({ shown, ...field }) => (shown === undefined ? [] : [{ ...field, shown }])),
    texts: new Set(fields.flatMap(({ name, shown }) => (shown === undefined ? [name] : []))),
  }
}

/** The value that a key of an older make names; undefined for every other key. */
export function formerValue(key: string, { plan, fields, texts }: YearFields): YearValue | undefined {
  if (fields.length === 0 || texts.has(key) || fields.some(({ name }) => name === key)) return undefined
  const former = readFormerKey(
    key,
    fields.map(({ name }) => name),
  )
  if (former === undefined) return undefined
  return { field: former.field, year: 'year' in former.year ? former.year.year : plan.year + former.year.offset }
}

/** The cells of an entry of a row. */
export function readEntry(
  { key, value }: TreeEntry,
  years: YearFields,
  readCell: (value: Tree) => Cell,
): readonly (readonly [string, Cell])[] {
  if (value.tag === 'nothing') return []
  const field = years.fields.find(({ name }) => name === key)
  if (field === undefined) {
    const former = formerValue(key, years)
    return [[former === undefined ? key : yearKey(former), readCell(value)]]
  }
  const at = (year: number) => yearKey({ field: key, year })
  if (value.tag !== 'map') return field.shown.map((year) => [at(year), readCell(value)])
  const said = value.entries.flatMap((entry): (readonly [string, Cell])[] =>
    entry.value.tag === 'nothing' ? [] : [[at(parseFiscalYear(entry.key)!), readCell(entry.value)]],
  )
  // A year that is left out of the map is empty, and no part of what stands above.
  const left = field.merges ? field.shown.map(at).filter((each) => !said.some(([name]) => name === each)) : []
  return [...said, ...left.map((each) => [each, { tag: 'text', text: '', at: value.at }] as const)]
}
