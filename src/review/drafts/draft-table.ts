/** What happened to whole rows, to the labels of categories, to 【…】 lines and to blank lines. */

import { type Kind, rankKinds } from '../change-kinds.js'
import type { Place } from '../comparison.js'
import { cellPlace, type EditionCategory, type EditionRow } from '../edition.js'
import { foldNotation } from '../words/normalise.js'
import type { AlignedCells, Block, BlockPair } from './align-cells.js'
import type { CategoryNode, CellNode, RowNode } from './both-tables.js'
import type { Draft } from './draft.js'
import type { Step } from './merge-sequences.js'

/** A row's change takes up the items that come, go or move with it, and are not told otherwise. */
export function draftRow(node: RowNode, isTold: (item: RowItem) => boolean): Draft | undefined {
  const kinds = ROW_KINDS[node.status]
  if (!kinds) return undefined
  return {
    kinds,
    subject: 'row',
    olds: (node.old?.items ?? []).filter((item) => !isTold(item)),
    news: (node.new?.items ?? []).filter((item) => !isTold(item)),
    ...(node.old && { oldPlace: rowPlace(node.old) }),
    ...(node.new && { newPlace: rowPlace(node.new) }),
  }
}

type RowItem = EditionRow['items'][number]

const ROW_KINDS: Readonly<Record<RowNode['status'], readonly Kind[] | undefined>> = {
  added: ['row-added'],
  removed: ['row-removed'],
  moved: ['row-moved'],
  matched: undefined,
}

export function draftCategory(node: CategoryNode, key: string, ignoreNotation: boolean): Draft | undefined {
  const { old, new: now } = node
  const kinds: Kind[] = []
  if (!old || !now) kinds.push('heading-changed')
  else {
    const kind = compareLabels(old, now)
    if (kind && !(ignoreNotation && kind === 'notation-only')) kinds.push(kind)
    if (node.isReordered) kinds.push('reordered')
  }
  if (kinds.length === 0) return undefined
  return {
    kinds: rankKinds(kinds),
    subject: 'category',
    olds: [],
    news: [],
    ...(old && { oldPlace: categoryPlace(old, key) }),
    ...(now && { newPlace: categoryPlace(now, key) }),
  }
}

/** 【…】 lines of a cell whose row has a counterpart, by block. Those that stayed as they are have no change. */
export function draftFundings({ aligned }: CellNode, ignoreNotation: boolean): ReadonlyMap<Block, Draft> {
  const drafts = new Map<Block, Draft>()
  const paired = new Set<Block>()
  for (const pair of aligned.fundings) {
    const [old, now] = [aligned.olds[pair.old]!, aligned.news[pair.new]!]
    paired.add(old).add(now)
    const kinds: Kind[] = []
    if (foldNotation(old.text) !== foldNotation(now.text)) kinds.push('heading-changed')
    else if (old.text !== now.text && !ignoreNotation) kinds.push('notation-only')
    if (aligned.reordered.some((each) => isSamePair(each, pair))) kinds.push('reordered')
    if (kinds.length === 0) continue
    const draft = lineDraft(kinds, old, now)
    drafts.set(old, draft).set(now, draft)
  }
  for (const block of aligned.olds) {
    if (block.tag === 'funding' && !paired.has(block))
      drafts.set(block, lineDraft(['heading-changed'], block, undefined))
  }
  for (const block of aligned.news) {
    if (block.tag === 'funding' && !paired.has(block))
      drafts.set(block, lineDraft(['heading-changed'], undefined, block))
  }
  return drafts
}

/** Of a cell in which nothing else changed: blank lines, or whether it is one with the cell above. */
export function draftCell({ old, new: now, aligned }: CellNode): Draft | undefined {
  if (!old || !now) return undefined
  // A heading that passed here from a dropped row is where it was.
  if (aligned.steps.some((step) => step.side !== 'both' && !isGap(step, aligned))) return undefined
  const texts = [old, now].map((cell) => cell.lines.map((line) => line.text).join('\n')) as [string, string]
  const isEmpty = old.lines.length + now.lines.length === 0
  if (texts[0] === texts[1] && (!old.above === !now.above || !isEmpty)) return undefined
  const place = (cell: typeof old, text: string): Place => ({
    ...cellPlace(cell),
    text,
    ...lineOf(cell.lines[0]?.number),
  })
  return {
    kinds: ['notation-only'],
    subject: 'cell',
    olds: [],
    news: [],
    oldPlace: place(old, texts[0]),
    newPlace: place(now, texts[1]),
  }
}

function lineDraft(kinds: readonly Kind[], old: Block | undefined, now: Block | undefined): Draft {
  return {
    kinds: rankKinds(kinds),
    subject: 'funding',
    olds: [],
    news: [],
    ...(old && { oldPlace: blockPlace(old) }),
    ...(now && { newPlace: blockPlace(now) }),
  }
}

function compareLabels({ category: old }: EditionCategory, { category: now }: EditionCategory): Kind | undefined {
  if (old.number !== now.number || foldNotation(old.name) !== foldNotation(now.name)) return 'heading-changed'
  return old.name === now.name ? undefined : 'notation-only'
}

function categoryPlace({ index, category }: EditionCategory, key: string): Place {
  const text = `${category.number} ${category.name}`
  return { category: index + 1, row: 1, column: key, text, ...lineOf(category.at?.line) }
}

function rowPlace({ category, position, line }: EditionRow): Place {
  return { category: category.index + 1, row: position + 1, column: '', text: '', ...lineOf(line) }
}

function blockPlace({ cell, text, number }: Block): Place {
  return { ...cellPlace(cell), text, ...lineOf(number) }
}

function lineOf(line: number | undefined): { readonly line?: number } {
  return line === undefined ? {} : { line }
}

function isGap({ old, new: now }: Step, { olds, news }: AlignedCells): boolean {
  return (old === undefined ? news[now!] : olds[old])!.tag === 'gap'
}

function isSamePair(a: BlockPair, b: BlockPair): boolean {
  return a.old === b.old && a.new === b.new
}
