/** 揃え of cells that are one with another: they have no text of their own to align. */

import type { ColumnDefinition } from '../../definition/form-definition.js'
import { joinCells } from '../../definition/joined-cells.js'
import { planKey } from '../../definition/year-columns.js'
import type { Diagnostic } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { Category } from '../../domain/plan.js'

export function findLostAlignments(
  file: string,
  { rows }: Category,
  columns: readonly ColumnDefinition[],
): readonly Diagnostic[] {
  if (rows.every(({ aligned }) => aligned === undefined)) return []
  const { corners } = joinCells(
    rows,
    columns.map(({ merges, fields }) => ({
      merges,
      keys: fields.flatMap(({ key, part }) => (part === 'category' ? [] : [key])),
    })),
  )
  return rows.flatMap(({ aligned = {} }, row) =>
    Object.entries(aligned).flatMap(([key, { at }]) => {
      const column = columns.findIndex(({ fields }) => planKey(fields[0]!) === key)
      const corner = corners[row]?.[column]
      if (corner === undefined || (corner.row === row && corner.column === column)) return []
      return [say('align-joined', { key }, at ? { kind: 'text', file, ...at } : { kind: 'file', file })]
    }),
  )
}
