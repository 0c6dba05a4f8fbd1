/** The texts of a row that are compared: which keys, what part each plays, which join the cell above. */

import type { FormDefinition, Part } from '../domain/form-definition.js'

export interface ComparedColumn {
  /** The key in the plan file. */
  readonly key: string
  readonly part: Part
  /** A cell that is left out is one with the cell above. */
  readonly merges: boolean
}

/** The columns of a form, those that are stacked in one column one by one. */
export function comparedColumns(form: FormDefinition): readonly ComparedColumn[] {
  return form.columns.flatMap(({ fields, merges }) => fields.map(({ key, part }) => ({ key, part, merges })))
}
