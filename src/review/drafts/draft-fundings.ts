/** What happened to 【…】 lines, and to items that came under another one. */

import { type Kind, rankKinds } from '../change-kinds.js'
import { type EditionItem, isSameEmphasis } from '../edition.js'
import type { Mates } from '../match/counterparts.js'
import { foldNotation } from '../words/normalise.js'
import type { AlignedCells, Block } from './align-cells.js'
import type { CellNode } from './both-tables.js'
import type { Draft } from './draft.js'
import { blockPlace } from './draft-table.js'

/** 【…】 lines of a cell whose row has a counterpart, by block. Those that stayed as they are have no change. */
export function draftFundings(
  { aligned }: CellNode,
  isTold: (item: EditionItem) => boolean,
  ignoreNotation: boolean,
): ReadonlyMap<Block, Draft> {
  const drafts = new Map<Block, Draft>()
  const paired = new Set<Block>()
  // A line that only stands elsewhere is told by the items that it now heads, or no longer heads.
  const isMoveTold = aligned.olds.some(({ item }) => item && isTold(item))
  for (const pair of aligned.fundings) {
    const [old, now] = [aligned.olds[pair.old]!, aligned.news[pair.new]!]
    paired.add(old).add(now)
    const kinds: Kind[] = []
    if (old.text === now.text) {
      if (!isSameEmphasis(old.emphasis, now.emphasis)) kinds.push('format-only')
    } else if (foldNotation(old.text) !== foldNotation(now.text)) kinds.push(lineKind(now))
    else if (!ignoreNotation) kinds.push('notation-only')
    const hasMoved = aligned.reordered.some((each) => each.old === pair.old && each.new === pair.new)
    if (hasMoved && !isMoveTold) kinds.push('reordered')
    if (kinds.length === 0) continue
    const draft = lineDraft(kinds, old, now)
    drafts.set(old, draft).set(now, draft)
  }
  for (const block of aligned.olds) {
    if (block.tag === 'funding' && !paired.has(block)) drafts.set(block, lineDraft([lineKind(block)], block, undefined))
  }
  for (const block of aligned.news) {
    if (block.tag === 'funding' && !paired.has(block)) drafts.set(block, lineDraft([lineKind(block)], undefined, block))
  }
  return drafts
}

/** 【新規】 on a line of its own pays for nothing. */
function lineKind({ names }: Block): Kind {
  return names === 'tag' ? 'reworded' : 'funding-changed'
}

/**
 * The old items that came under another 【…】 than before. Where the line itself came, went or was renamed, that is said
 * of the line and not of each item under it.
 */
export function listRefunded({ aligned }: CellNode, items: Mates): readonly EditionItem[] {
  const { olds, news, fundings } = aligned
  if (![...olds, ...news].some(({ tag }) => tag === 'funding')) return []
  const olderLines = linesOver(olds)
  const newerLines = linesOver(news)
  const mateOf = new Map(fundings.map(({ old, new: now }) => [olds[old]!, news[now]!]))
  const isPaired = new Set([...mateOf.values()])
  const newItems = new Map(news.flatMap(({ item }) => (item ? [[item.index, item] as const] : [])))
  return olds.flatMap(({ item }) => {
    const mate = item && items.newOf(item.index)
    const now = mate === undefined ? undefined : newItems.get(mate)
    if (!item || !now) return []
    const [before, after] = [olderLines.get(item), newerLines.get(now)]
    const isSame = before === after || (before && mateOf.get(before) === after)
    const isToldByLine = (!before && after && !isPaired.has(after)) || (!after && before && !mateOf.has(before))
    if (isSame || isToldByLine || foldNotation(before?.text ?? '') === foldNotation(after?.text ?? '')) return []
    return [item]
  })
}

/** The 【…】 line that each item stands under. */
function linesOver(blocks: AlignedCells['olds']): ReadonlyMap<EditionItem, Block> {
  const over = new Map<EditionItem, Block>()
  let line: Block | undefined
  for (const block of blocks) {
    if (block.tag === 'funding' && block.names === 'funding') line = block
    if (block.item && line) over.set(block.item, line)
  }
  return over
}

function lineDraft(kinds: readonly Kind[], old: Block | undefined, now: Block | undefined): Draft {
  return {
    kinds: rankKinds(kinds),
    subject: 'funding',
    olds: [],
    news: [],
    oldPlaces: old ? [blockPlace(old)] : [],
    newPlaces: now ? [blockPlace(now)] : [],
  }
}
