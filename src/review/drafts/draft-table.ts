/** What happened to whole rows, and to cells in what is no item: blank lines and joins. */

import type { Kind } from '../change-kinds.js'
import type { Place } from '../comparison.js'
import { cellPlace, type EditionCell, type EditionRow, placeOf, rowPlace } from '../edition.js'
import { type AlignedCells, type Block, listBlocks } from './align-cells.js'
import type { CellNode, RowNode } from './both-tables.js'
import type { Draft } from './draft.js'
import type { Step } from './merge-sequences.js'

/**
 * A row's change takes up the items that come, go or move with it, and are not told otherwise; the 【…】 lines of a row
 * that comes or goes as well.
 */
export function draftRow(node: RowNode, isTold: (item: RowItem) => boolean): Draft | undefined {
  const kinds = ROW_KINDS[node.status]
  if (!kinds) return undefined
  const [olds, news] = [node.old, node.new].map((row) => (row?.items ?? []).filter((item) => !isTold(item)))
  const places = (row: EditionRow | undefined, items: readonly RowItem[]): readonly Place[] => {
    if (row === undefined) return []
    const own = node.status === 'moved' ? items.map(placeOf) : rowPlaces(row, new Set(items))
    return own.length > 0 ? own : [rowPlace(row)]
  }
  return {
    kinds,
    subject: 'row',
    olds: olds!,
    news: news!,
    oldPlaces: places(node.old, olds!),
    newPlaces: places(node.new, news!),
  }
}

/** The items and the 【…】 lines of a row as one reads them. */
function rowPlaces(row: EditionRow, items: ReadonlySet<RowItem>): readonly Place[] {
  return [...row.cells.values()].flatMap((cell) =>
    listBlocks(cell).flatMap((block) => {
      if (block.item) return items.has(block.item) ? [placeOf(block.item)] : []
      return block.tag === 'funding' ? [blockPlace(block)] : []
    }),
  )
}

type RowItem = EditionRow['items'][number]

const ROW_KINDS: Readonly<Record<RowNode['status'], readonly Kind[] | undefined>> = {
  added: ['row-added'],
  removed: ['row-removed'],
  moved: ['row-moved'],
  matched: undefined,
}

/** What else is known of a cell. */
export interface CellKnowledge {
  /** An item or a 【…】 line of it has a change to tell. */
  readonly isToldOfItems: boolean
  /** The cells that two cells are one with are counterparts: what changed there is told there. */
  readonly isSameOwner: (old: EditionCell, now: EditionCell) => boolean
  /** The rows above theirs are counterparts: no row that came or went is why a cell is one with the cell above. */
  readonly areBelowMates: (old: EditionCell, now: EditionCell) => boolean
  /** What it says, or the cell that it is one with. */
  readonly textOf: (cell: EditionCell) => string
}

/**
 * Of a cell that was one with the cell above and is not, or the other way round, or is one with quite another cell: what
 * it said and what it says. Else, of a cell in which nothing else changed, blank lines.
 */
export function draftCell(
  node: CellNode,
  { isToldOfItems, isSameOwner, areBelowMates, textOf }: CellKnowledge,
): Draft | undefined {
  const { old, new: now, aligned } = node
  if (!old || !now) return undefined
  const said = [textOf(old), textOf(now)] as const
  const isJoin = !old.above !== !now.above
  const isJoinAcross = !old.left !== !now.left
  if (isJoinAcross && !isJoin) return cellDraft(node, 'joined-changed', said)
  const isOtherText = said[0] !== said[1] && ((isJoin && !isToldOfItems) || !isSameOwner(old, now))
  if ((old.above || now.above) && (isOtherText || (isJoin && areBelowMates(old, now)))) {
    return cellDraft(node, 'joined-changed', said)
  }
  if (old.above || now.above || old.left || now.left || isToldOfItems) return undefined
  // A heading that passed here from a dropped row is where it was.
  if (aligned.steps.some((step) => step.side !== 'both' && !isGap(step, aligned))) return undefined
  return said[0] === said[1] ? undefined : cellDraft(node, 'notation-only', said)
}

function cellDraft({ old, new: now }: CellNode, kind: Kind, [before, after]: readonly [string, string]): Draft {
  const place = (cell: EditionCell, text: string): Place => ({
    ...cellPlace(cell),
    text,
    ...lineOf(cell.lines[0]?.number ?? cell.row.line),
  })
  return {
    kinds: [kind],
    subject: 'cell',
    olds: [],
    news: [],
    oldPlaces: [place(old!, before)],
    newPlaces: [place(now!, after)],
  }
}

export function blockPlace({ cell, text, emphasis, number }: Block): Place {
  return { ...cellPlace(cell), text, ...(emphasis && { emphasis }), ...lineOf(number) }
}

export function lineOf(line: number | undefined): { readonly line?: number } {
  return line === undefined ? {} : { line }
}

function isGap({ old, new: now }: Step, { olds, news }: AlignedCells): boolean {
  return (old === undefined ? news[now!] : olds[old])!.tag === 'gap'
}
