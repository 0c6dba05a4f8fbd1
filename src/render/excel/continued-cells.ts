/**
 * How cells of the sheet belong together where a row of the table goes over a page's end: hidden names in the workbook
 * say it to programs, as nothing that a reader sees does (ECMA-376 part 1, 18.2.5 definedName).
 */

import type { PageCell, PlacedBlock } from '../../layout/page.js'
import { hasOnlyBlanksLeft } from './cell-text.js'
import type { DefinedName } from './workbook/workbook.js'

/**
 * own: a cell of the table. repeated: it says again what stands above, or nothing. continued: its text goes on with a
 * new line; joined: within a line.
 */
export type Link = 'own' | 'repeated' | 'continued' | 'joined'

export function linkOf(pageCell: PageCell): Link {
  const { flow, lines } = pageCell
  if (flow === 'first') return 'own'
  if (flow === 'repeated' || hasOnlyBlanksLeft(pageCell)) return 'repeated'
  const { start = 0, paragraph = 0 } = lines[0]?.line ?? {}
  // Text that begins here has nothing before it that a line could part it from.
  return start > 0 || paragraph === 0 ? 'joined' : 'continued'
}

/** Of a text outside a table, which a page's end may part too. */
export function linkOfPart({ part, lines }: PlacedBlock): Link {
  if (part === 'whole' || part === 'first') return 'own'
  return (lines[0]?.line.start ?? 0) > 0 ? 'joined' : 'continued'
}

/** Rows and columns count from 0. */
export interface LinkedCell {
  readonly row: number
  readonly column: number
  readonly link: Link
}

export interface LinkedSheet {
  readonly name: string
  readonly cells: readonly LinkedCell[]
}

/** A name for each cell of the sheets that is not its own: `keikaku_continued_1`. */
export function linkNames(sheets: readonly LinkedSheet[]): readonly DefinedName[] {
  const counts = { own: 0, repeated: 0, continued: 0, joined: 0 }
  return sheets.flatMap(({ name: sheet, cells }) =>
    cells.flatMap(({ row, column, link }) => {
      if (link === 'own') return []
      counts[link] += 1
      return { name: `keikaku_${link}_${counts[link]}`, sheet, row, column }
    }),
  )
}
