/** Questions about spans of fiscal years. A side that is left out is open; a range that was turned round is turned back. */

import type { YearSpan } from './fiscal-year-mention.js'

/** First and last year; an open side is infinite. */
export function yearsOfSpan({ from, to }: YearSpan): readonly [number, number] {
  if (from !== undefined && to !== undefined) return [Math.min(from, to), Math.max(from, to)]
  return [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY]
}

/** Whether a year from `from` to `to` is part of one of the spans. */
export function coversAny(spans: readonly YearSpan[], from: number, to: number): boolean {
  return spans.some((span) => {
    const [first, last] = yearsOfSpan(span)
    return first <= to && last >= from
  })
}

export function isOpenAhead(spans: readonly YearSpan[]): boolean {
  return spans.some(({ to }) => to === undefined)
}

export function isOpenBehind(spans: readonly YearSpan[]): boolean {
  return spans.some(({ from }) => from === undefined)
}

/** Every year that the spans name, open sides left out. */
export function namedYears(spans: readonly YearSpan[]): readonly number[] {
  return spans.flatMap(({ from, to }) => [from, to]).filter((year) => year !== undefined)
}
