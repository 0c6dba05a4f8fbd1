/** What stood in last year's plans: where it was realised, and whether it is planned on. */

import type { EditionItem, Editions } from '../edition.js'
import { assign } from '../match/assign.js'
import type { Mates } from '../match/counterparts.js'
import { likeness, type Measure } from '../match/likeness.js'
import { gainOf } from '../match/match-worth.js'
import type { Partings } from '../match/splits-and-merges.js'

export interface Realisation {
  /** The item of the initiatives. */
  readonly by: EditionItem
  /** It stands there on its own account, as the counterpart of another one: 取組み that goes on, planned and done. */
  readonly shared: boolean
}

export interface Promises {
  /** By the promise. Those that have their counterpart in the initiatives are among them. */
  readonly realised: ReadonlyMap<EditionItem, Realisation>
  /** Promises that have their counterpart in the initiatives and stand in the plans as well. */
  readonly carried: ReadonlyMap<EditionItem, EditionItem>
}

/**
 * An item of the same row says what the promise said. On the seeds such items come to 0.66 and more, others of their row
 * to 0.54 at most.
 */
const LEAST_LIKENESS = 0.6
/** Where the promise has its counterpart already and something new says it as well: mere likeness will not do. */
const LEAST_BOTH = 0.75
/** Something new realises a promise rather than what stood there before. */
const IS_NEW = 0.1

export function findPromises(
  editions: Editions,
  items: Mates,
  rows: Mates,
  partings: Partings,
  measure: Measure,
): Promises {
  const promises = editions.old.items.filter(isPromise)
  const realised = new Map<EditionItem, Realisation>()
  const open: EditionItem[] = []
  const direct: EditionItem[] = []
  for (const promise of promises) {
    const mate = mateOf(promise)
    if (mate?.cell.column.part === 'initiatives') {
      realised.set(promise, { by: mate, shared: false })
      direct.push(promise)
    } else if (!promise.item.ditto && !partings.has(promise)) open.push(promise)
  }
  for (const [promise, by] of pairAlike(open, (each) => itemsBeside(each, 'initiatives').filter(mayRealise(each)))) {
    realised.set(promise, { by, shared: items.oldOf(by.index) !== undefined })
  }
  const isFree = (item: EditionItem) => items.oldOf(item.index) === undefined && !partings.has(item)
  const carried = pairAlike(direct, (each) => itemsBeside(each, 'plans').filter(isFree))
  return { realised, carried: new Map(carried) }

  function mateOf(promise: EditionItem): EditionItem | undefined {
    const mate = items.newOf(promise.index)
    return mate === undefined ? undefined : editions.new.items[mate]
  }

  /** In the row where it still stands, else in its old row. */
  function itemsBeside(promise: EditionItem, part: 'initiatives' | 'plans'): readonly EditionItem[] {
    const mate = mateOf(promise)
    const row = mate?.cell.column.part === 'plans' ? mate.cell.row.index : rows.newOf(promise.cell.row.index)
    if (row === undefined) return []
    return editions.new.rows[row]!.items.filter((item) => item.cell.column.part === part)
  }

  function mayRealise(promise: EditionItem): (item: EditionItem) => boolean {
    const isCarried = mateOf(promise) !== undefined
    return (item) => {
      const before = items.oldOf(item.index)
      if (partings.has(item)) return false
      if (before === undefined) return true
      const old = editions.old.items[before]!
      if (isPromise(old) || endsBefore(item, promise)) return false
      // What merely goes on to stand there is no news of a promise that goes on to stand as well.
      return !isCarried || writtenYears(old) !== writtenYears(item)
    }
  }

  function pairAlike(
    all: readonly EditionItem[],
    candidatesOf: (promise: EditionItem) => readonly EditionItem[],
  ): readonly (readonly [EditionItem, EditionItem])[] {
    const edges = all.flatMap((promise) =>
      candidatesOf(promise).flatMap((item) => {
        const alike = likeness(measure.profile(promise.said.words), measure.profile(item.said.words))
        const isNew = items.oldOf(item.index) === undefined
        const gain = gainOf(alike + (isNew ? IS_NEW : 0), (promise.position - item.position) / 100)
        const least = isNew && mateOf(promise) ? LEAST_BOTH : LEAST_LIKENESS
        return alike < least ? [] : [{ old: promise.index, new: item.index, gain }]
      }),
    )
    return assign(edges).pairs.map(([a, b]) => [editions.old.items[a]!, editions.new.items[b]!] as const)
  }
}

export function isPromise(item: EditionItem): boolean {
  return item.cell.column.part === 'plans'
}

/** The ・ items under a bare ○[団体], which promises nothing but them. None for an item that says something itself. */
export function subItems({ cell, item, position }: EditionItem): readonly EditionItem[] {
  const isBare = item.actor !== undefined && item.text.slice(item.bodyStart).trim() === ''
  return isBare ? cell.items.filter((each) => each.item.parent === position) : []
}

function writtenYears({ item }: EditionItem): string {
  return JSON.stringify(item.years.map((mention) => mention.spans))
}

/** It says years, and all of them lie before what was promised. */
function endsBefore(item: EditionItem, promise: EditionItem): boolean {
  const spans = item.item.years.flatMap((mention) => mention.spans)
  const starts = promise.item.years.flatMap(({ spans }) => spans.map(({ from, to }) => from ?? to!))
  if (spans.length === 0 || starts.length === 0) return false
  return spans.every(({ to = Number.POSITIVE_INFINITY }) => to < Math.min(...starts))
}
