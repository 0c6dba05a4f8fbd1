/** Whether the values of a row of years moved on with the years over them. */

import type { Plan } from '../domain/plan.js'
import type { ColumnPair, ComparedColumn } from './compared-columns.js'

/**
 * The years over the columns moved on, and not a value under them: nobody carried the table over yet. Then the columns
 * are the same by their keys, and that is to be looked at once, not value by value.
 */
export function areValuesLeftBehind(old: Plan, now: Plan, pairs: readonly ColumnPair[]): boolean {
  const hasRolled = pairs.some(
    (pair) => pair.year !== undefined && pair.old && pair.new && pair.old.key !== pair.new.key,
  )
  if (!hasRolled) return false
  const isYear = ({ year }: ColumnPair) => year !== undefined
  const keysOf = (side: 'old' | 'new') =>
    pairs.filter(isYear).flatMap((pair): ComparedColumn[] => (pair[side] ? [pair[side]] : []))
  const [from, to] = [keysOf('old').map(({ key }) => key), keysOf('new').map(({ key }) => key)]
  if (from.length !== to.length || to.some((key) => !from.includes(key))) return false
  const before = new Set(valuesOf(old, to))
  const after = valuesOf(now, to)
  return after.length > 0 && after.every((values) => before.has(values))
}

/** The values of each row that has any. */
function valuesOf({ categories }: Plan, keys: readonly string[]): readonly string[] {
  return categories.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => {
      const texts = keys.map((key) => (cells[key]?.tag === 'text' ? cells[key].text : ''))
      return texts.every((text) => text === '') ? [] : [JSON.stringify(texts)]
    }),
  )
}
