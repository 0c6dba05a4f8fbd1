/** Body rows kept from one form to the next: while somebody writes, all 区分 but one say what they said before. */

import type { FormDefinition } from '../definition/form-definition.js'
import type { Category } from '../domain/plan.js'
import type { FormRow } from './form.js'

interface Kept {
  /** All that the rows depend on beside the 区分 itself. */
  readonly look: string
  readonly rows: readonly FormRow[]
}

export class KeptRows {
  private readonly known = new WeakMap<Category, Kept>()

  /** The rows of a 区分 on a form, made where they are not known; `number` and `label` are its own. */
  rowsOf(
    category: Category,
    number: number,
    label: string,
    { columns, type, pages }: FormDefinition,
    make: () => readonly FormRow[],
  ): readonly FormRow[] {
    const look = JSON.stringify([number, label, columns, type, pages])
    const known = this.known.get(category)
    if (known?.look === look) return known.rows
    const rows = make()
    this.known.set(category, { look, rows })
    return rows
  }
}
