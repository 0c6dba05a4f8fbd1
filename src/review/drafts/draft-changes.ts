/** All changes between two editions, and to which of them each part of the table belongs. */

import type { EditionItem, Editions } from '../edition.js'
import type { Matches } from '../matches.js'
import type { Block } from './align-cells.js'
import type { CategoryNode, CellNode, RowNode, Table } from './both-tables.js'
import type { Draft } from './draft.js'
import { draftItems } from './draft-items.js'
import { draftCategory, draftCell, draftFundings, draftRow } from './draft-table.js'

export interface Drafts {
  /** Every item of both editions has its change. */
  readonly ofItem: ReadonlyMap<EditionItem, Draft>
  readonly ofFunding: ReadonlyMap<Block, Draft>
  readonly ofCell: ReadonlyMap<CellNode, Draft>
  readonly ofRow: ReadonlyMap<RowNode, Draft>
  readonly ofCategory: ReadonlyMap<CategoryNode, Draft>
}

export interface DraftOptions {
  readonly categoryKey: string
  readonly ignoreNotation: boolean
}

export function draftChanges(
  editions: Editions,
  matches: Matches,
  table: Table,
  { categoryKey, ignoreNotation }: DraftOptions,
): Drafts {
  const ofItem = new Map<EditionItem, Draft>()
  for (const draft of draftItems(editions, matches, listReordered(table), ignoreNotation)) {
    for (const item of [...draft.olds, ...draft.news]) ofItem.set(item, draft)
  }
  const ofFunding = new Map<Block, Draft>()
  const ofCell = new Map<CellNode, Draft>()
  const ofRow = new Map<RowNode, Draft>()
  for (const node of table.rowNodes) {
    if (node.old && node.new) {
      for (const cell of node.cells) {
        const fundings = draftFundings(cell, ignoreNotation)
        for (const [block, draft] of fundings) ofFunding.set(block, draft)
        const draft = ignoreNotation || fundings.size > 0 || tellsOfItems(cell) ? undefined : draftCell(cell)
        if (draft) ofCell.set(cell, draft)
      }
    }
    const draft = draftRow(node, (item) => staysTold(node, item))
    if (!draft) continue
    ofRow.set(node, draft)
    for (const item of [...draft.olds, ...draft.news]) ofItem.set(item, draft)
  }
  const ofCategory = new Map<CategoryNode, Draft>()
  for (const node of table.categoryNodes) {
    const draft = draftCategory(node, categoryKey, ignoreNotation)
    if (draft) ofCategory.set(node, draft)
  }
  return { ofItem, ofFunding, ofCell, ofRow, ofCategory }

  function tellsOfItems({ aligned }: CellNode): boolean {
    return [...aligned.olds, ...aligned.news].some(({ item }) => item && ofItem.get(item)?.kinds[0] !== 'unchanged')
  }

  /** An unchanged item goes with its row only if its counterpart is in the same row. */
  function staysTold({ old, new: now }: RowNode, item: EditionItem): boolean {
    const draft = ofItem.get(item)
    if (!draft) return false
    const isWithin = draft.olds[0]?.cell.row === old && draft.news[0]?.cell.row === now
    return draft.kinds[0] !== 'unchanged' || !isWithin
  }
}

/** How many changes there are to tell. */
export function countTold({ ofItem, ofFunding, ofCell, ofRow, ofCategory }: Drafts): number {
  const drafts = new Set([ofItem, ofFunding, ofCell, ofRow, ofCategory].flatMap((each) => [...each.values()]))
  return [...drafts].filter(({ kinds }) => kinds[0] !== 'unchanged').length
}

function listReordered(table: Table): ReadonlySet<EditionItem> {
  const items = table.rowNodes.flatMap(({ cells }) =>
    cells.flatMap(({ aligned }) => aligned.reordered.map((pair) => aligned.olds[pair.old]!.item)),
  )
  return new Set(items.filter((item) => item !== undefined))
}
