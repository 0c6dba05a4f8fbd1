/** The years that a 年次工程表 has columns for, and what an item's spans mark in them. */

import type { YearSpan } from '../../domain/fiscal-year-mention.js'
import { coversAny, isOpenAhead, namedYears } from '../../domain/year-span.js'
import type { PlanItem } from './plan-items.js'

/** A column of years, most often of one; the outermost may stand for all the years on its side. */
export interface YearColumn {
  readonly from: number
  readonly to: number
}

/** done: a year up to the plan's own. planned: a later one, or any year of what is planned. */
export type YearMark = 'none' | 'done' | 'planned'

/** Of so many columns a third may lie ahead of the plan's own year, where years behind it need the room. */
const AHEAD = 1 / 3

/** The columns from the first year named to the last, `most` at most; the plan's own year always has its own. */
export function yearColumns(items: readonly PlanItem[], planYear: number, most: number): readonly YearColumn[] {
  const spans = items.flatMap(({ years }) => years)
  // Where something goes on without end, a year ahead shows that it does.
  const named = [...namedYears(spans), planYear, ...(isOpenAhead(spans) ? [planYear + 1] : [])]
  const first = named.reduce((a, b) => Math.min(a, b))
  const last = named.reduce((a, b) => Math.max(a, b))
  const count = Math.min(last - first + 1, most)
  const start = Math.max(first, Math.min(last, planYear + Math.ceil(most * AHEAD)) - count + 1)
  const end = start + count - 1
  return Array.from({ length: count }, (_, index) => ({
    from: index === 0 && start > first ? Number.NEGATIVE_INFINITY : start + index,
    to: index === count - 1 && end < last ? Number.POSITIVE_INFINITY : start + index,
  }))
}

/** One mark a column. */
export function marksOf(item: PlanItem, columns: readonly YearColumn[], planYear: number): readonly YearMark[] {
  return columns.map(({ from, to }) => {
    if (!coversAny(item.years, from, to)) return 'none'
    return item.kind === 'plans' || from > planYear ? 'planned' : 'done'
  })
}

/** For an order in time: by the first year that is named, then by the last. */
export function firstYear(years: readonly YearSpan[]): number {
  return Math.min(...namedYears(years))
}

/** Infinite where there is none. */
export function lastYear(years: readonly YearSpan[]): number {
  return isOpenAhead(years) ? Number.POSITIVE_INFINITY : Math.max(...namedYears(years))
}
