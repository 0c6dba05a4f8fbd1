/** The lines of two cells in one order of reading: what stayed in place, what came and what went. */

import { groupBy } from '../../domain/group-by.js'
import type { EditionCell, EditionItem } from '../edition.js'
import { assign } from '../match/assign.js'
import type { Mates } from '../match/counterparts.js'
import { likeness, type Measure } from '../match/likeness.js'
import { foldNotation } from '../words/normalise.js'
import { interleave, keepOrder, orderWeights, type Step } from './merge-sequences.js'

/** The lines of an item, a 【…】 line or a gap. */
export interface Block {
  readonly tag: 'item' | 'funding' | 'gap'
  readonly text: string
  readonly emphasis?: EditionItem['emphasis']
  readonly cell: EditionCell
  /** Line in the plan file. */
  readonly number?: number
  readonly item?: EditionItem
  /** Of a 【…】 line: whether it names who pays or how an item stands. */
  readonly names?: 'funding' | 'tag'
}

export interface AlignedCells {
  readonly olds: readonly Block[]
  readonly news: readonly Block[]
  readonly steps: readonly Step[]
  /** Pairs of blocks whose order changed; indexes into `olds` and `news`. */
  readonly reordered: readonly BlockPair[]
  /** Pairs of 【…】 lines. */
  readonly fundings: readonly BlockPair[]
}

export interface BlockPair {
  readonly old: number
  readonly new: number
}

/** Less alike, and with less of the items under them in common, are different fundings. */
const LEAST_FUNDING = 0.4

/** A cell that is missing, or joined with the one above, has no lines. `items` are the counterparts. */
export function alignCells(
  old: EditionCell | undefined,
  now: EditionCell | undefined,
  items: Mates,
  measure: Measure,
): AlignedCells {
  const olds = listBlocks(old)
  const news = listBlocks(now)
  if (areInPlace(olds, news, items)) return { olds, news, ...keepAll(olds) }
  const itemPairs = pairItems(olds, news, items)
  const fundings = pairFundings(olds, news, itemPairs, measure)
  const pairs = [...itemPairs, ...fundings]
  const weights = orderWeights(pairs.map((pair) => [olds[pair.old]!.text, news[pair.new]!.text].sort().join('\n')))
  const weighted = pairs.map((pair, at) => ({ ...pair, weight: weights[at]! / (olds[pair.old]!.item ? 1 : 2) }))
  const kept = keepOrder(weighted)
  const gaps = pairGaps(olds, news, [...kept])
  return {
    olds,
    news,
    steps: interleave(olds.length, news.length, [...kept, ...gaps]),
    reordered: weighted.filter((pair) => !kept.has(pair)),
    fundings,
  }
}

/** Nothing came, went or moved, nor says anything else: so it is with nearly every cell. */
function areInPlace(olds: readonly Block[], news: readonly Block[], items: Mates): boolean {
  if (olds.length !== news.length) return false
  return olds.every(({ tag, text, item }, at) => {
    const now = news[at]!
    if (tag !== now.tag || text !== now.text) return false
    return item === undefined || (now.item !== undefined && items.areMates(item.index, now.item.index))
  })
}

function keepAll(olds: readonly Block[]): Pick<AlignedCells, 'steps' | 'reordered' | 'fundings'> {
  const pairs = olds.map((_, at) => ({ old: at, new: at }))
  return {
    steps: pairs.map((pair) => ({ side: 'both', ...pair })),
    reordered: [],
    fundings: pairs.filter(({ old }) => olds[old]!.tag === 'funding'),
  }
}

export function listBlocks(cell: EditionCell | undefined): readonly Block[] {
  if (!cell) return []
  const blocks: Block[] = []
  for (let at = 0, next = 0; at < cell.lines.length; at++) {
    const { text, emphasis, tag, number, names } = cell.lines[at]!
    const item = cell.items[next]?.item.from === at ? cell.items[next++] : undefined
    const place = { cell, ...(number !== undefined && { number }) }
    if (item) {
      blocks.push({ tag: 'item', text: item.text, item, ...(item.emphasis && { emphasis: item.emphasis }), ...place })
      at = item.item.to - 1
    } else
      blocks.push({
        tag: tag === 'item' ? 'gap' : tag,
        text,
        ...(emphasis && { emphasis }),
        ...place,
        ...(names && { names }),
      })
  }
  return blocks
}

function pairItems(olds: readonly Block[], news: readonly Block[], items: Mates): readonly BlockPair[] {
  const placeOfNew = new Map(news.map((block, at) => [block.item?.index, at]))
  return olds.flatMap(({ item }, old) => {
    const mate = item && items.newOf(item.index)
    const place = mate === undefined ? undefined : placeOfNew.get(mate)
    return place === undefined ? [] : [{ old, new: place }]
  })
}

/** Of the same name the nth with the nth; the rest by likeness and by the items that stand under them. */
function pairFundings(
  olds: readonly Block[],
  news: readonly Block[],
  items: readonly BlockPair[],
  measure: Measure,
): readonly BlockPair[] {
  const pairs: BlockPair[] = []
  const listed = (blocks: readonly Block[]) =>
    blocks.flatMap(({ tag, text, names }, at) => (tag === 'funding' ? [{ at, names, name: foldNotation(text) }] : []))
  const oldLines = listed(olds)
  const newLines = listed(news)
  const newByName = groupBy(newLines, ({ name }) => name)
  for (const [name, sameNames] of groupBy(oldLines, (line) => line.name)) {
    for (const [nth, { at }] of sameNames.entries()) {
      const mate = newByName.get(name)?.[nth]
      if (mate) pairs.push({ old: at, new: mate.at })
    }
  }
  const restOld = oldLines.filter(({ at }) => !pairs.some((pair) => pair.old === at))
  const restNew = newLines.filter(({ at }) => !pairs.some((pair) => pair.new === at))
  if (restOld.length === 0 || restNew.length === 0) return pairs
  const [oldLine, newLine] = [linesOver(olds), linesOver(news)]
  const shared = countBy(items, ({ old, new: now }) => `${oldLine[old]} ${newLine[now]}`)
  const under = {
    old: countBy(items, (pair) => `${oldLine[pair.old]}`),
    new: countBy(items, (pair) => `${newLine[pair.new]}`),
  }
  const edges = restOld.flatMap(({ at, name, names }) =>
    restNew
      .filter((other) => other.names === names)
      .map((other) => {
        const alike = likeness(measure.profile(name), measure.profile(other.name))
        const both = shared.get(`${at} ${other.at}`) ?? 0
        const most = Math.max(under.old.get(`${at}`) ?? 0, under.new.get(`${other.at}`) ?? 0)
        return { old: at, new: other.at, gain: Math.max(alike, most === 0 ? 0 : both / most) }
      })
      .filter(({ gain }) => gain >= LEAST_FUNDING),
  )
  return [...pairs, ...assign(edges).pairs.map(([old, now]) => ({ old, new: now }))]
}

/** For each block the place of the 【…】 line over it, -1 where there is none. */
function linesOver(blocks: readonly Block[]): readonly number[] {
  let line = -1
  return blocks.map(({ tag }, at) => {
    if (tag === 'funding') line = at
    return line
  })
}

function countBy<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const each of all) counts.set(keyOf(each), (counts.get(keyOf(each)) ?? 0) + 1)
  return counts
}

/** Between what stayed in place, the nth gap with the nth, if they are of the same blanks. */
function pairGaps(olds: readonly Block[], news: readonly Block[], kept: readonly BlockPair[]): readonly BlockPair[] {
  const gaps = (blocks: readonly Block[], from: number, to: number) =>
    Array.from({ length: Math.max(to - from, 0) }, (_, i) => from + i).filter((at) => blocks[at]!.tag === 'gap')
  const anchors = [...kept, { old: olds.length, new: news.length }].sort((a, b) => a.old - b.old)
  return anchors.flatMap((anchor, at) => {
    const before = anchors[at - 1] ?? { old: -1, new: -1 }
    const there = gaps(news, before.new + 1, anchor.new)
    return gaps(olds, before.old + 1, anchor.old).flatMap((old, nth) => {
      const mate = there[nth]
      return mate !== undefined && olds[old]!.text === news[mate]!.text ? [{ old, new: mate }] : []
    })
  })
}
