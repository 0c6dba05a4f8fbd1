/** Hidden names for the rows of the plan: whoever reads the sheet back knows them wherever they stand by then. */

import { nameOfRow } from '../../definition/skeleton.js'
import type { SheetCell } from './sheet-part.js'
import type { DefinedName } from './workbook/workbook.js'

interface NamedSheet {
  readonly name: string
  readonly cells: readonly SheetCell[]
}

/** One for each row, at its first cell. */
export function rowNames({ name: sheet, cells }: NamedSheet): readonly DefinedName[] {
  const names = new Map<string, DefinedName>()
  for (const { row, column, source } of cells) {
    if (source === undefined) continue
    const name = nameOfRow(source)
    const known = names.get(name)
    if (known === undefined || column < known.column) names.set(name, { name, sheet, row, column })
  }
  return [...names.values()]
}
