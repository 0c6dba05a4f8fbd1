/** Whether the values of a row of years moved on with the years over them. */

import type { Plan } from '../domain/plan.js'
import type { ColumnPair } from './compared-columns.js'

/**
 * The years over the columns moved on, and not a value under them: nobody carried the table over yet. Then the columns
 * are the same by their places, and that is to be looked at once, not value by value. Where every row has one value for
 * all its years, nobody can know.
 */
export function areValuesLeftBehind(old: Plan, now: Plan, pairs: readonly ColumnPair[]): boolean {
  const ofYears = pairs.filter(({ year }) => year !== undefined)
  const hasRolled = ofYears.some((pair) => !pair.new) && ofYears.some((pair) => !pair.old)
  if (!hasRolled) return false
  const keysOf = (side: 'old' | 'new') => ofYears.flatMap((pair): string[] => (pair[side] ? [pair[side].key] : []))
  const [from, to] = [keysOf('old'), keysOf('new')]
  if (from.length !== to.length) return false
  const before = new Set(valuesOf(old, from).map((values) => JSON.stringify(values)))
  const after = valuesOf(now, to)
  return after.some((values) => new Set(values).size > 1) && after.every((values) => before.has(JSON.stringify(values)))
}

/** Whether the plan itself names the years of its values, and another year for each: it was not only the form that named them anew. */
export function areYearsTyped(pairs: readonly ColumnPair[]): boolean {
  return pairs.some((pair) => pair.year !== undefined && pair.old && pair.new && pair.old.key !== pair.new.key)
}

/** The values of each row that has any. */
function valuesOf({ categories }: Plan, keys: readonly string[]): readonly (readonly string[])[] {
  return categories.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => {
      const texts = keys.map((key) => (cells[key]?.tag === 'text' ? cells[key].text : ''))
      return texts.every((text) => text === '') ? [] : [texts]
    }),
  )
}
