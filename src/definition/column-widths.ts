/** How wide the columns of a table may be on its paper. */

import type { FormDefinition, Paper } from './form-definition.js'

/** What the margins leave of the paper's width, in points. */
export function measureOf({ width, margins }: Paper): number {
  return width - margins.left - margins.right
}

/** Stretches the columns' lines in one proportion, so that the table is as wide as the measure. */
export function fillWidth<T extends Pick<FormDefinition, 'paper' | 'type' | 'table' | 'columns'>>(form: T): T {
  const { paper, type, table, columns } = form
  const lines = measureOf(paper) - columns.length * 2 * table.padding.x
  const shares = columns.reduce((sum, column) => sum + column.width, 0)
  const unit = Math.max(0, lines) / type.size / shares
  return { ...form, columns: columns.map((column) => ({ ...column, width: column.width * unit })) }
}
