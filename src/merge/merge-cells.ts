/** The cells of a row in its three states put together. */

import type { Cell, MarkedText, Row } from '../domain/plan.js'
import { mergeTexts, type Side, type TextConflict } from './merge-texts.js'

export interface MergedField {
  readonly key: string
  /** A cell that is left out is one with the cell above. */
  readonly merges: boolean
}

export interface CellConflict extends TextConflict {
  readonly key: string
}

export function mergeCells(
  base: Row,
  plan: Row,
  document: Row,
  fields: readonly MergedField[],
  prefer: Side | undefined,
): { readonly cells: Row['cells']; readonly conflicts: readonly CellConflict[] } {
  const cells: Record<string, Cell> = { ...plan.cells }
  const conflicts: CellConflict[] = []
  const set = (key: string, cell: Cell | undefined) => {
    if (cell === undefined) delete cells[key]
    else cells[key] = cell
  }
  for (const { key, merges } of fields) {
    const [before, own, now] = [base, plan, document].map((row) => row.cells[key])
    const isSame = (a: Cell | undefined, b: Cell | undefined) => sayingOf(a, merges) === sayingOf(b, merges)
    if (isSame(now, before) || isSame(now, own)) continue
    if (isSame(own, before)) set(key, now)
    else if ([before, own, now].every((cell) => textIn(cell, merges) !== undefined)) {
      const [old, mine, theirs] = [before, own, now].map((cell) => textIn(cell, merges)!)
      const merged = mergeTexts(old!, mine!, theirs!, prefer)
      conflicts.push(...merged.conflicts.map((conflict) => ({ key, ...conflict })))
      set(key, { tag: 'text', ...merged.text })
    } else if (prefer === 'document') set(key, now)
    else if (prefer === undefined) {
      conflicts.push({
        key,
        base: tellCell(before, merges),
        plan: tellCell(own, merges),
        document: tellCell(now, merges),
      })
    }
  }
  return { cells, conflicts }
}

function textIn(cell: Cell | undefined, merges: boolean): MarkedText | undefined {
  if (cell === undefined) return merges ? undefined : { text: '' }
  return cell.tag === 'text' ? cell : undefined
}

function sayingOf(cell: Cell | undefined, merges: boolean): string {
  const text = textIn(cell, merges)
  if (text === undefined) return cell?.tag === 'joined-left' ? '←' : '↑'
  return JSON.stringify([text.text, ...(text.emphasis?.length ? [text.emphasis] : [])])
}

function tellCell(cell: Cell | undefined, merges: boolean): string {
  return textIn(cell, merges)?.text ?? (cell?.tag === 'joined-left' ? '←' : '↑')
}
