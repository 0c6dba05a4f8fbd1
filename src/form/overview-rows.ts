/** Which rows of a 年次工程表 find room: every 区分 has its share, and what is left out is counted. */

import { groupBy } from '../review/group-by.js'
import { firstYear, lastYear } from './overview-years.js'
import type { PlanItem } from './plan-items.js'

/** The items of a 区分 that are shown, in the order of their years, and how many are not. */
export interface TimelineGroup {
  /** Index of the 区分; that of the first one where the group stands for all the rest. */
  readonly category: number
  /** How many 区分 the group stands for. */
  readonly categories: number
  readonly shown: readonly PlanItem[]
  readonly left: number
}

/** Groups the items, `room` rows at most; a count of what is left out takes a row too. */
export function timelineGroups(items: readonly PlanItem[], room: number): readonly TimelineGroup[] {
  const groups = [...groupBy(items, ({ category }) => category)].map(([category, own]) => ({ category, own }))
  const alone = groups.length <= room ? groups : groups.slice(0, Math.max(0, room - 1))
  const rest = groups.slice(alone.length)
  const rows = shareRows(
    alone.map(({ own }) => own.length),
    room - (rest.length > 0 ? 1 : 0),
  )
  const shown = alone.map(({ category, own }, at): TimelineGroup => {
    const fits = rows[at]! >= own.length
    const kept = fits ? own : latest(own, rows[at]! - 1)
    return { category, categories: 1, shown: kept.toSorted(byTime), left: own.length - kept.length }
  })
  if (rest.length === 0) return shown
  const left = rest.reduce((sum, { own }) => sum + own.length, 0)
  return [...shown, { category: rest[0]!.category, categories: rest.length, shown: [], left }]
}

/** Rows for groups of these sizes: one each, then one more each in turn until all have theirs or the room is full. */
export function shareRows(sizes: readonly number[], room: number): readonly number[] {
  const rows = sizes.map(() => 1)
  let free = room - sizes.length
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
