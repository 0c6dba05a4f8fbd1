/** Counts what the cells of a plan say: initiatives, results (□), remaining issues (■), responses, plans. */

import type { ColumnDefinition, Part } from '../definition/form-definition.js'
import { type Item, listItems } from '../domain/item.js'
import type { Category } from '../domain/plan.js'

/** The values of 件数 in a form's texts. */
export type ItemCounts = Readonly<Record<'区分' | '行' | '取組み' | '成果' | '課題' | '対応' | '予定', number>>

/** The items of some categories; what each column's items are, the parts of its fields tell. Counted when asked for. */
export function countItems(categories: readonly Category[], columns: readonly ColumnDefinition[]): ItemCounts {
  const rows = categories.flatMap((category) => category.rows)
  const fields = columns.flatMap((column) => column.fields)
  const itemsOf = (part: Part) => {
    const cells = fields.flatMap(({ key, part: own }) => (own === part ? rows.map((row) => row.cells[key]) : []))
    return cells.flatMap((cell) => (cell?.tag === 'text' ? countedItems(cell.text) : []))
  }
  const marked = (marker: string) => itemsOf('results').filter((item) => item.marker?.text === marker)
  return {
    区分: categories.length,
    行: rows.length,
    get 取組み() {
      return itemsOf('initiatives').length
    },
    get 成果() {
      return marked('□').length
    },
    get 課題() {
      return marked('■').length
    },
    get 対応() {
      return itemsOf('responses').length
    },
    get 予定() {
      return itemsOf('plans').length
    },
  }
}

/** なし, −, *** and the like, that there is nothing to say; a sign alone, the mark in a table: ○, △, ×. */
const NOTHING = /^(?:(?:該当)?(?:なし|無し)[。.]?|[\p{S}\p{P}\p{No}\p{Nl}ー]+)$/u

/** The items of a cell that count. */
function countedItems(text: string): readonly Item[] {
  const items = listItems(text)
  return items.filter((_, index) => isCounted(items, index))
}

/**
 * Whether an item of a cell says something of its own: not （再掲） and 同上, which stand elsewhere, not ※ notes. The
 * points of an item are part of it, but under a bare ○[団体] they are what is done.
 */
export function isCounted(items: readonly Item[], index: number): boolean {
  const item = items[index]!
  const isBare = ({ actor, text, bodyStart }: Item) => actor !== undefined && text.slice(bodyStart).trim() === ''
  const hasPoints = items.some(({ parent }) => parent === index)
  if (item.again || item.sameAsAbove || item.marker?.kind === 'note') return false
  if ((NOTHING.test(item.text.trim()) && !hasPoints) || (isBare(item) && hasPoints)) return false
  const parent = item.parent === undefined ? undefined : items[item.parent]
  return parent === undefined || (isBare(parent) && parent.parent === undefined)
}
