/**
 * How cells of the sheet belong together where a row of the table goes over a page's end: hidden names in the workbook
 * say it to programs, as nothing that a reader sees does (ECMA-376 part 1, 18.2.5 definedName).
 */

import type { PageCell, PlacedBlock } from '../../layout/page.js'
import { hasOnlyBlanksLeft } from './cell-text.js'

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

/** The part `xl/workbook.xml` with a name for each cell of the last sheet that is not its own: `keikaku_continued_1`. */
export function nameLinks(xml: string, cells: readonly LinkedCell[]): string {
  const sheet = [...xml.matchAll(/<sheet [^>]*name="([^"]*)"/g)].at(-1)![1]!
  const counts = { own: 0, repeated: 0, continued: 0, joined: 0 }
  const names = cells.flatMap(({ row, column, link }) => {
    if (link === 'own') return []
    counts[link] += 1
    const place = `'${sheet}'!$${columnName(column)}$${row + 1}`
    return [`<definedName name="keikaku_${link}_${counts[link]}" hidden="1">${place}</definedName>`]
  })
  if (names.length === 0) return xml
  const all = names.join('')
  return xml.includes('</definedNames>')
    ? xml.replace('</definedNames>', () => `${all}</definedNames>`)
    : xml.replace('</sheets>', () => `</sheets><definedNames>${all}</definedNames>`)
}

/** A, …, Z, AA, … */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
