/** All changes between two editions, and to which of them each part of the table belongs. */

import { type EditionCell, type EditionItem, type Editions, ownerOf } from '../edition.js'
import type { Matches } from '../matches.js'
import type { Block } from './align-cells.js'
import type { CategoryNode, CellNode, RowNode, Table } from './both-tables.js'
import type { Draft } from './draft.js'
import { draftCategories } from './draft-categories.js'
import { draftFundings, listRefunded } from './draft-fundings.js'
import { draftItems } from './draft-items.js'
import { joinRunningNumbers } from './draft-running-numbers.js'
import { draftCell, draftRow } from './draft-table.js'

export interface Drafts {
  readonly ofDocument: readonly Draft[]
  /** Every item of both editions has its change. */
  readonly ofItem: ReadonlyMap<EditionItem, Draft>
  readonly ofFunding: ReadonlyMap<Block, Draft>
  readonly ofCell: ReadonlyMap<CellNode, Draft>
  readonly ofRow: ReadonlyMap<RowNode, Draft>
  readonly ofCategory: ReadonlyMap<CategoryNode, readonly Draft[]>
}

export interface DraftOptions {
  readonly ofDocument: readonly Draft[]
  readonly categoryKey: string
  readonly ignoreNotation: boolean
}

export function draftChanges(
  editions: Editions,
  matches: Matches,
  table: Table,
  { ofDocument, categoryKey, ignoreNotation }: DraftOptions,
): Drafts {
  const { ofCategory, goesAlong } = draftCategories(table, matches.rows, categoryKey, ignoreNotation)
  const circumstances = { reordered: listReordered(table), refunded: listAllRefunded(table, matches) }
  const ofItem = new Map<EditionItem, Draft>()
  const put = (draft: Draft): void => {
    for (const item of [...draft.olds, ...draft.news]) ofItem.set(item, draft)
  }
  for (const draft of draftItems(editions, matches, circumstances, ignoreNotation)) put(draft)
  for (const draft of joinRunningNumbers(table, ofItem)) put(draft)
  const ofFunding = new Map<Block, Draft>()
  const ofCell = new Map<CellNode, Draft>()
  const ofRow = new Map<RowNode, Draft>()
  for (const node of table.rowNodes) {
    if (node.old && node.new) {
      for (const cell of node.cells) draftOfCell(cell)
      if (node.status === 'moved' && goesAlong(node.old, node.new)) continue
    }
    const draft = draftRow(node, (item) => staysTold(node, item))
    if (!draft) continue
    ofRow.set(node, draft)
    put(draft)
  }
  return { ofDocument, ofItem, ofFunding, ofCell, ofRow, ofCategory }

  function draftOfCell(cell: CellNode): void {
    const fundings = draftFundings(cell, (item) => isToldMove(item), ignoreNotation)
    for (const [block, draft] of fundings) ofFunding.set(block, draft)
    const draft = draftCell(cell, {
      isToldOfItems: fundings.size > 0 || tellsOfItems(cell),
      isSameOwner,
      areBelowMates,
      textOf,
    })
    if (!draft || (ignoreNotation && draft.kinds[0] === 'notation-only')) return
    const own = draft.kinds[0] === 'joined-changed' ? ownItems(cell) : []
    const [olds, news] = [
      own.filter((item) => cell.old?.items.includes(item)),
      own.filter((item) => cell.new?.items.includes(item)),
    ]
    const whole = {
      ...draft,
      olds,
      news,
      kinds: [...draft.kinds, ...new Set(own.flatMap((item) => ofItem.get(item)!.kinds))],
    }
    put(whole)
    ofCell.set(cell, whole)
  }

  /** Items of a cell that came or went with the cell's being one with the cell above: they have no counterpart. */
  function ownItems({ old, new: now }: CellNode): readonly EditionItem[] {
    return [...(old?.items ?? []), ...(now?.items ?? [])].filter((item) => {
      const draft = ofItem.get(item)
      return draft && draft.olds.length + draft.news.length === 1
    })
  }

  function isToldMove(item: EditionItem): boolean {
    return ofItem.get(item)?.kinds.some((kind) => kind === 'reordered' || kind === 'funding-changed') ?? false
  }

  function tellsOfItems({ aligned }: CellNode): boolean {
    return [...aligned.olds, ...aligned.news].some(({ item }) => item && ofItem.get(item)?.kinds[0] !== 'unchanged')
  }

  /** The cells that two joined cells are one with say something of each other: it is told there what changed. */
  function isSameOwner(old: EditionCell, now: EditionCell): boolean {
    const [before, after] = [ownerOf(old), ownerOf(now)]
    if (before.items.length === 0 && after.items.length === 0) return true
    if (matches.rows.areMates(before.row.index, after.row.index)) return true
    return before.items.some(({ index }) => after.items.some((item) => matches.items.newOf(index) === item.index))
  }

  function areBelowMates({ row: old }: EditionCell, { row: now }: EditionCell): boolean {
    const [before, after] = [old.category.rows[old.position - 1], now.category.rows[now.position - 1]]
    return before !== undefined && after !== undefined && matches.rows.areMates(before.index, after.index)
  }

  /** An unchanged item goes with its row only if its counterpart is in the same row. */
  function staysTold({ old, new: now }: RowNode, item: EditionItem): boolean {
    const draft = ofItem.get(item)
    if (!draft) return false
    const isWithin = draft.olds[0]?.cell.row === old && draft.news[0]?.cell.row === now
    return draft.kinds[0] !== 'unchanged' || !isWithin
  }
}

function textOf(cell: EditionCell): string {
  return ownerOf(cell)
    .lines.map((line) => line.text)
    .join('\n')
}

/** How many changes there are to tell. */
export function countTold({ ofDocument, ofItem, ofFunding, ofCell, ofRow, ofCategory }: Drafts): number {
  const maps = [ofItem, ofFunding, ofCell, ofRow].flatMap((each) => [...each.values()])
  const drafts = new Set([...ofDocument, ...maps, ...[...ofCategory.values()].flat()])
  return [...drafts].filter(({ kinds }) => kinds[0] !== 'unchanged').length
}

function listAllRefunded(table: Table, matches: Matches): ReadonlySet<EditionItem> {
  return new Set(table.rowNodes.flatMap(({ cells }) => cells.flatMap((cell) => listRefunded(cell, matches.items))))
}

function listReordered(table: Table): ReadonlySet<EditionItem> {
  const items = table.rowNodes.flatMap(({ cells }) =>
    cells.flatMap(({ aligned }) => aligned.reordered.map((pair) => aligned.olds[pair.old]!.item)),
  )
  return new Set(items.filter((item) => item !== undefined))
}
