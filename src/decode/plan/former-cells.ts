/** A plan with its cells under the keys of its file, where these are of an older make: what an update of the file begins with. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { yearKey } from '../../domain/fiscal-year.js'
import type { Plan } from '../../domain/plan.js'
import { Fields } from '../shape/fields.js'
import { findPartForms } from './find-part-forms.js'
import { listWritten, rowsOf } from './judge-tables.js'
import type { PlanSource } from './plan-file.js'
import { formerValue } from './year-cells.js'

export interface FormerPlan {
  readonly plan: Plan
  /** How many keys of an older make there are. */
  readonly count: number
}

/** `plan` is what `source` says by `form`. */
export function restoreFormerKeys(source: PlanSource, plan: Plan, form: FormDefinition): FormerPlan {
  if (source.tree.tag !== 'map') return { plan, count: 0 }
  const { forms } = findPartForms(source, form)
  const formers = listWritten(new Fields(source.tree), form, forms, plan).flatMap(({ tree, years }) =>
    rowsOf(tree).map((row) => {
      const keys = row.tree.entries.map(({ key }) => [formerValue(key, years), key] as const)
      return new Map(keys.flatMap(([value, key]) => (value === undefined ? [] : [[yearKey(value), key] as const])))
    }),
  )
  let index = 0
  const categories = plan.categories.map((category) => ({
    ...category,
    rows: category.rows.map((row) => {
      const former = formers[index++]!
      const cells = Object.entries(row.cells).map(([key, cell]) => [former.get(key) ?? key, cell])
      return { ...row, cells: Object.fromEntries(cells) }
    }),
  }))
  return { plan: { ...plan, categories }, count: formers.reduce((sum, { size }) => sum + size, 0) }
}
