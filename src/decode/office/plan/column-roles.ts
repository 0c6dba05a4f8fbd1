/** What the columns of a table are to a plan: the 区分, or the fields that a row of the plan file names. */

import type { ColumnDefinition } from '../../../definition/form-definition.js'

export type ColumnRole =
  | { readonly tag: 'category' }
  | {
      readonly tag: 'fields'
      readonly fields: readonly { readonly key: string; readonly label?: string }[]
      /** A cell that is left out joins the cell above. */
      readonly merges: boolean
      /** It names what stands beside it: blank behind a page's end, it goes on. */
      readonly isLabel: boolean
    }

export function roleOf(column: ColumnDefinition): ColumnRole {
  const [first] = column.fields
  if (first?.part === 'category') return { tag: 'category' }
  const isLabel = column.merges || first?.part === 'heading'
  return { tag: 'fields', fields: column.fields, merges: column.merges, isLabel }
}
