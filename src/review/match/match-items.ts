/** Finds for each item its counterpart: first what is plain within a cell, then wherever it may have gone. */

import type { EditionItem, Editions } from '../edition.js'
import { pairCells } from './cell-pairs.js'
import { joinUnique, Mates } from './counterparts.js'
import { followOriginals } from './follow-originals.js'
import type { Measure } from './likeness.js'
import { matchLeftovers } from './match-leftovers.js'
import { LIKELY, Partings, SURE } from './splits-and-merges.js'

export interface ItemMatches {
  /** One to one; those that parted are not among them. */
  readonly mates: Mates
  readonly partings: Partings
  readonly bounded: boolean
}

export function matchItems(editions: Editions, rows: Mates, categories: Mates, measure: Measure): ItemMatches {
  const mates = new Mates()
  const cells = pairCells(editions, rows)
  for (const pair of cells) joinSame(mates, pair.old.items, pair.new.items)
  const partings = new Partings(editions, mates, measure)
  const cellsOfItems = cells.filter((pair) => pair.old.column.part !== 'heading')
  partings.find(cellsOfItems, SURE)
  const isLeft = (item: EditionItem) => !partings.has(item)
  const bounded = matchLeftovers({ editions, cells, mates, rows, categories, measure, isLeft })
  followOriginals(mates, editions)
  for (const pair of cells) joinDitto(mates, pair.old.items, pair.new.items)
  partings.find(cellsOfItems, LIKELY)
  return { mates, partings, bounded }
}

/** Those that are the same in all, in all but notation, in all but years: in this order, so that a year's own item stays. */
function joinSame(mates: Mates, olds: readonly EditionItem[], news: readonly EditionItem[]): void {
  joinUnique(mates, olds, news, (item) => item.text)
  joinUnique(mates, olds, news, ({ said }) => said.sign + said.whole)
  joinUnique(mates, olds, news, ({ said }) => said.sign + said.timeless)
}

/** A cell that said 同上 and is written out now, or the other way round: it is the same cell that says it. */
function joinDitto(mates: Mates, olds: readonly EditionItem[], news: readonly EditionItem[]): void {
  const [old] = olds.filter(({ index }) => mates.newOf(index) === undefined)
  const [now] = news.filter(({ index }) => mates.oldOf(index) === undefined)
  if (!old || !now) return
  const isAlone = (item: EditionItem, all: readonly EditionItem[]) => all.length === 1 && item.item.ditto !== undefined
  if (isAlone(old, olds) || isAlone(now, news)) mates.join(old.index, now.index)
}
