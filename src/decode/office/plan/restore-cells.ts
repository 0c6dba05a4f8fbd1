/** The cells of a row that a document of ours gives back: those that say what was printed, as they were typed. */

import type { ColumnDefinition } from '../../../definition/form-definition.js'
import type { Cell, MarkedText, Row } from '../../../domain/plan.js'

interface PlacedRow {
  readonly row: Row
  /** The rows of its 区分 over it. */
  readonly above: readonly Row[]
}

export function restoreCells(
  read: PlacedRow,
  base: PlacedRow,
  columns: readonly ColumnDefinition[],
): Readonly<Record<string, Cell>> {
  const cells: Record<string, Cell> = {}
  for (const { fields, merges } of columns) {
    for (const { key, part } of fields) {
      if (part === 'category') continue
      const typed = base.row.cells[key]
      const cell = saysTheSame(read, base, key, merges) ? typed : read.row.cells[key]
      if (cell !== undefined) cells[key] = cell
    }
  }
  return cells
}

/** As they are printed: a cell that is left out is joined, or empty. */
function saysTheSame(read: PlacedRow, base: PlacedRow, key: string, merges: boolean): boolean {
  const [now, before] = [printedCell(read, key, merges), printedCell(base, key, merges)]
  if (now.tag === 'text' && before.tag === 'text') return isSameText(now, before)
  if (now.tag === before.tag) return true
  // Behind a page's end a label stands again or is blank: whether it was one with the cell above, the plan knows.
  if (now.tag === 'text' && before.tag === 'joined') return isRepeated(now.text, ownerText(base, key, merges))
  return now.tag === 'joined' && before.tag === 'text' && before.text.trim() === ''
}

function printedCell({ row, above }: PlacedRow, key: string, merges: boolean): Cell {
  const cell = row.cells[key]
  const joins = cell === undefined ? merges : cell.tag === 'joined'
  if (joins && above.length > 0) return { tag: 'joined' }
  return cell === undefined || cell.tag === 'joined' ? { tag: 'text', text: '' } : cell
}

const CONTINUED = /\s*[(（](?:続き|つづき)[)）]$/

function isRepeated(text: string, owner: string): boolean {
  const said = text.replace(CONTINUED, '').trim()
  return said === '' || said === owner.trim()
}

function ownerText({ above }: PlacedRow, key: string, merges: boolean): string {
  const owner = above.findLast((row, index) => {
    return printedCell({ row, above: above.slice(0, index) }, key, merges).tag === 'text'
  })
  const cell = owner?.cells[key]
  return cell?.tag === 'text' ? cell.text : ''
}

/** But for empty lines at the end and tabs, which no document gives back, and for marks on blanks, which nobody sees. */
export function isSameText(a: MarkedText, b: MarkedText): boolean {
  const [one, other] = [settled(a.text), settled(b.text)]
  return one === other && marksOf(a, one.length) === marksOf(b, other.length)
}

function settled(text: string): string {
  return text.replace(/\n+$/, '').replaceAll('\t', '　')
}

function marksOf({ text, emphasis = [] }: MarkedText, length: number): string {
  if (emphasis.length === 0) return ''
  const marks = Array.from({ length }, (_, at) => {
    if (/\s/.test(text[at]!)) return ''
    const own = emphasis.filter(({ start, end }) => start <= at && at < end).map((range) => range.emphasis)
    return [...new Set(own)].sort().join('+')
  })
  return marks.some((mark) => mark !== '') ? marks.join() : ''
}
