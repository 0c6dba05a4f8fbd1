/** 同上 and its like: a cell that says no more than that it says what another one says, and which one that is. */

import type { Row } from '../plan.js'
import { readMarker } from './marker.js'

/** Where the cell looks first: 同上, 〃, 上に同じ up, 同左 to the left. */
export type Ditto = 'above' | 'left'

const DITTO = /^[(（]?(?:(同上|上同|〃|″|上[にと]同じ|上記[にと]同じ)|(同左|左[にと]同じ))[)）]?[。.]?$/

/** What the whole text says so; a marker before it says nothing more. */
export function readDitto(text: string): Ditto | undefined {
  const whole = text.trim()
  if (whole.length > MOST) return undefined
  const marker = readMarker(whole)
  const match = DITTO.exec(marker ? whole.slice(marker.text.length + marker.space.length) : whole)
  if (!match) return undefined
  return match[1] === undefined ? 'left' : 'above'
}

/** Longer than any of them, marker and brackets included. */
const MOST = 16

/** What following 同上 needs to know of a column; `part` as a form says it. */
export interface DittoColumn {
  readonly key: string
  readonly part: string
  /** A cell that is left out is one with the cell above. */
  readonly merges: boolean
}

export interface CellPlace {
  readonly row: number
  readonly column: number
}

/**
 * The cell that a cell stands for, however many others lie between; itself where it says something of its own. In a
 * column of plans 同上 means the response at its left, elsewhere the cell above; where that one is empty, the other one.
 */
export function followDitto(rows: readonly Row[], columns: readonly DittoColumn[], from: CellPlace): CellPlace {
  const at = ownerOf(rows, columns, from)
  const ditto = readDitto(textAt(rows, columns, at))
  if (ditto === undefined) return at
  const left = { row: at.row, column: at.column - 1 }
  const above = { row: at.row - 1, column: at.column }
  const first = ditto === 'left' || columns[at.column]?.part === 'plans' ? left : above
  const target = [first, first === left ? above : left].find((place) => textAt(rows, columns, place).trim() !== '')
  // Up and to the left only: it comes to an end.
  return target ? followDitto(rows, columns, target) : at
}

/** What the cell says, 同上 followed. Empty outside the table. */
export function saidText(rows: readonly Row[], columns: readonly DittoColumn[], place: CellPlace): string {
  return textAt(rows, columns, followDitto(rows, columns, place))
}

function textAt(rows: readonly Row[], columns: readonly DittoColumn[], place: CellPlace): string {
  const { row, column } = ownerOf(rows, columns, place)
  const cell = rows[row]?.cells[columns[column]?.key ?? '']
  return cell?.tag === 'text' ? cell.text : ''
}

/** The cell whose text it is: the first above that it is one with. */
function ownerOf(rows: readonly Row[], columns: readonly DittoColumn[], { row, column }: CellPlace): CellPlace {
  const { key = '', merges = false } = columns[column] ?? {}
  let owner = row
  while (owner > 0) {
    const cell = rows[owner]?.cells[key]
    if (cell === undefined ? !merges : cell.tag !== 'joined') break
    owner--
  }
  return { row: owner, column }
}
