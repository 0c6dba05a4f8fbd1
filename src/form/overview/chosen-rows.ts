/** Which rows of a 年次工程表 find room: every 区分 has its share, and what is left out is counted. */

import { groupBy } from '../../domain/group-by.js'
import type { PlanItem } from './plan-items.js'
import { firstYear, lastYear } from './year-columns.js'

/** The items of a 区分 that are shown, in the order of their years, and how many are not. */
export interface TimelineGroup {
  /** Index of the 区分; that of the first one where the group stands for all the rest. */
  readonly category: number
  /** How many 区分 the group stands for. */
  readonly categories: number
  readonly shown: readonly PlanItem[]
  readonly left: number
}

/** Rows that a 区分 has at least, where it has so many items: fewer would show little more than a count. */
const LEAST_ROWS = 4

/** Groups the items, `room` rows at most; a count of what is left out takes a row too. */
export function timelineGroups(items: readonly PlanItem[], room: number): readonly TimelineGroup[] {
  const groups = [...groupBy(items, ({ category }) => category)].map(([category, own]) => ({ category, own }))
  const sizes = groups.map(({ own }) => own.length)
  const alone = countAlone(sizes, room)
  const rest = groups.slice(alone)
  const rows = shareRows(sizes.slice(0, alone), room - (rest.length > 0 ? 1 : 0))
  const shown = groups.slice(0, alone).map(({ category, own }, at): TimelineGroup => {
    const fits = rows[at]! >= own.length
    const kept = fits ? own : latest(own, rows[at]! - 1)
    return { category, categories: 1, shown: kept.toSorted(byTime), left: own.length - kept.length }
  })
  if (rest.length === 0) return shown
  const left = rest.reduce((sum, { own }) => sum + own.length, 0)
  return [...shown, { category: rest[0]!.category, categories: rest.length, shown: [], left }]
}

/** How many groups stand by themselves, the first ones; the others share one row. */
function countAlone(sizes: readonly number[], room: number): number {
  const least = sizes.map((size) => Math.min(size, LEAST_ROWS))
  const needed = (count: number) => least.slice(0, count).reduce((sum, rows) => sum + rows, 0)
  let count = sizes.length
  while (count > 0 && needed(count) + (count < sizes.length ? 1 : 0) > room) count--
  return count
}

/** Rows for groups of these sizes: the least, then one more each in turn until all have theirs or the room is full. */
export function shareRows(sizes: readonly number[], room: number): readonly number[] {
  const rows = sizes.map((size) => Math.min(size, LEAST_ROWS))
  let free = room - rows.reduce((sum, each) => sum + each, 0)
  while (free > 0 && rows.some((row, at) => row < sizes[at]!)) {
    for (const [at, size] of sizes.entries()) {
      if (free === 0 || rows[at]! >= size) continue
      rows[at]!++
      free--
    }
  }
  return rows
}

/** Where some must go, those that ended first do. */
function latest(items: readonly PlanItem[], count: number): readonly PlanItem[] {
  const kept = new Set(items.toSorted((a, b) => compare(lastYear(b.years), lastYear(a.years))).slice(0, count))
  return items.filter((item) => kept.has(item))
}

/** What is done before what is planned, and each from the first year on. */
function byTime(a: PlanItem, b: PlanItem): number {
  const planned = (item: PlanItem) => (item.kind === 'plans' ? 1 : 0)
  return (
    planned(a) - planned(b) ||
    compare(firstYear(a.years), firstYear(b.years)) ||
    compare(lastYear(a.years), lastYear(b.years))
  )
}

/** Infinite years are alike. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
