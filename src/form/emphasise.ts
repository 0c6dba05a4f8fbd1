/** Runs of words with their emphasis: a plan's own, and what else is laid over it. */

import type { EmphasisRange } from '../domain/plan.js'
import type { Emphasis, Run } from './form.js'

/** The text as runs: cut where an emphasis begins or ends. */
export function emphasise(text: string, ranges: readonly EmphasisRange[] = []): readonly Run[] {
  if (ranges.length === 0) return [{ text }]
  const cuts = [...new Set([0, ...ranges.flatMap(({ start, end }) => [start, end]), text.length])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!
    const own = ranges.filter((range) => range.start <= start && range.end >= end)
    return withEmphasis({ text: text.slice(start, end) }, ...new Set(own.map(({ emphasis }) => emphasis)))
  })
}

/** The run with these beside its own. */
export function withEmphasis(run: Run, ...more: readonly Emphasis[]): Run {
  const emphasis = [...new Set([...(run.emphasis ?? []), ...more])]
  return emphasis.length === 0 ? run : { ...run, emphasis }
}

/** Whether two runs look alike. */
export function isAlike(a: Omit<Run, 'text'>, b: Omit<Run, 'text'>): boolean {
  const [one, other] = [a.emphasis ?? [], b.emphasis ?? []]
  return a.revision === b.revision && one.length === other.length && one.every((each) => other.includes(each))
}

/** What of the runs stands in [start, end) of their text, in UTF-16 units. */
export function sliceRuns(runs: readonly Run[], start: number, end: number): readonly Run[] {
  let at = 0
  return runs.flatMap((run) => {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    at += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}
