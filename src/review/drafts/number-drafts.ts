/** Gives the changes their order: as one reads the new table; what was dropped comes where it would have stood. */

import type { CellNode, RowNode, Table } from './both-tables.js'
import type { Draft } from './draft.js'
import type { Drafts } from './draft-changes.js'

/** From 0, in the order of the map. */
export function numberDrafts(table: Table, drafts: Drafts): ReadonlyMap<Draft, number> {
  const numbers = new Map<Draft, number>()
  for (const draft of drafts.ofDocument) number(draft)
  for (const { side, node: category } of table.categories) {
    if (isElsewhere(side, category.new)) continue
    for (const draft of drafts.ofCategory.get(category) ?? []) number(draft)
    for (const { side: rowSide, node: row } of category.rows) {
      if (!isElsewhere(rowSide, row.new)) numberRow(row)
    }
  }
  return numbers

  function numberRow(row: RowNode): void {
    number(drafts.ofRow.get(row))
    for (const cell of row.cells) numberCell(cell)
  }

  function numberCell(cell: CellNode): void {
    number(drafts.ofCell.get(cell))
    for (const step of cell.aligned.steps) {
      const block = step.new === undefined ? cell.aligned.olds[step.old!]! : cell.aligned.news[step.new]!
      const draft = block.item ? drafts.ofItem.get(block.item) : drafts.ofFunding.get(block)
      const standsElsewhere =
        step.side === 'old' && draft && (draft.news.length > 0 || (draft.newPlaces ?? []).length > 0)
      if (!standsElsewhere) number(draft)
    }
  }

  function number(draft: Draft | undefined): void {
    if (draft && !numbers.has(draft)) numbers.set(draft, numbers.size)
  }
}

/** What moved is told at its new place. */
function isElsewhere(side: 'both' | 'old' | 'new', now: unknown): boolean {
  return side === 'old' && now !== undefined
}
