/** The rows of a sheet as they come out of the file, one at a time: a million empty ones are passed over as text. */

import type { OfficePackage } from '../package/office-package.js'
import { type Element, ElementReader } from '../package/xml-elements.js'

/** Elements of a sheet beside its rows that a reader asks for. */
const OTHERS = [
  'x:col',
  'x:mergeCell',
  'x:pageSetup',
  'x:headerFooter',
  'x:sheetProtection',
  'x:filterColumn',
  'x:outlinePr',
]

/** A row with a number of its own and no cell that holds anything. */
const EMPTY_ROW = /<(?:\w+:)?row\s(?=[^>]*\br="(\d+)")[^>]*(?:\/>|>\s*((?:<(?:\w+:)?c\s[^>]*\/>\s*)*)<\/(?:\w+:)?row>)/g

/** A row that says nothing has no more cells than a sheet has columns. */
const LONGEST_EMPTY_ROW = 1_000_000

const STYLE = /\bs="(\d+)"/

/**
 * Gives `visit` the rows that hold something and the elements of OTHERS, in the order of the file, and `skip` the number
 * and the first cell's style of each row that is empty.
 */
export function eachSheetRow(
  office: OfficePackage,
  part: string,
  visit: (element: Element) => void,
  skip: (row: number, style: number) => void,
): void {
  const reader = new ElementReader(part, new Set(['x:row', ...OTHERS]), visit)
  let rest = ''
  let isPlain = true
  const write = (text: string) => {
    const filled = text.replace(EMPTY_ROW, (_, row: string, cells: string | undefined) => {
      skip(Number(row) - 1, Number(STYLE.exec(cells ?? '')?.[1] ?? -1))
      return ''
    })
    reader.writeText(filled)
  }
  office.eachText(part, (piece) => {
    // A comment or CDATA may hold what looks like a row.
    isPlain &&= !piece.includes('<!')
    if (!isPlain) {
      reader.writeText(rest + piece)
      rest = ''
      return
    }
    const text = rest + piece
    const start = lastRowStart(text)
    const cut = text.length - start > LONGEST_EMPTY_ROW ? text.length : start
    write(text.slice(0, cut))
    rest = text.slice(cut)
  })
  if (isPlain) write(rest)
  else reader.writeText(rest)
  reader.end()
}

/** Where the last row that may go on in the next piece begins. */
function lastRowStart(text: string): number {
  for (let at = text.lastIndexOf('row'); at > 0; at = text.lastIndexOf('row', at - 1)) {
    const open = text.lastIndexOf('<', at)
    if (/^<(?:\w+:)?$/.test(text.slice(open, at))) return open
  }
  return text.length
}
