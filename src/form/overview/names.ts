/** Who does what a plan tells of, and what pays for it: names with their numbers, the most frequent first. */

import { groupBy } from '../../domain/group-by.js'
import { nameKey, type PlanItem } from './plan-items.js'

/** named: as the plan first writes it. others: all that are not listed. unnamed: the plan names none. */
export interface NameLine {
  readonly tag: 'named' | 'others' | 'unnamed'
  readonly name: string
  /** How many names. */
  readonly names: number
  readonly done: number
  readonly planned: number
}

/** The names of items, `most` lines at most for them; an item with several is counted for each. */
export function nameLines(
  items: readonly PlanItem[],
  namesOf: (item: PlanItem) => readonly string[],
  most: number,
): readonly NameLine[] {
  const pairs = items.flatMap((item) => namesOf(item).map((name) => ({ item, name })))
  const groups = [...groupBy(pairs, ({ name }) => nameKey(name)).values()]
  const lines = groups
    .map((own) =>
      lineOf(
        'named',
        own[0]!.name,
        1,
        own.map(({ item }) => item),
      ),
    )
    .sort((a, b) => b.done + b.planned - a.done - a.planned)
  const named = lines.length <= most ? lines.length : most - 1
  const rest = lines.slice(named)
  const sum = (key: 'done' | 'planned') => rest.reduce((total, line) => total + line[key], 0)
  const others: NameLine = { tag: 'others', name: '', names: rest.length, done: sum('done'), planned: sum('planned') }
  const unnamed = items.filter((item) => namesOf(item).length === 0)
  return [
    ...lines.slice(0, named),
    ...(rest.length === 0 ? [] : [others]),
    ...(unnamed.length === 0 ? [] : [lineOf('unnamed', '', 0, unnamed)]),
  ]
}

function lineOf(tag: NameLine['tag'], name: string, names: number, items: readonly PlanItem[]): NameLine {
  const planned = items.filter(({ kind }) => kind === 'plans').length
  return { tag, name, names, done: items.length - planned, planned }
}

/** What is done, and what is to be done: of results nobody says who did them. */
export function deedsOf(items: readonly PlanItem[]): readonly PlanItem[] {
  return items.filter(({ kind }) => kind === 'initiatives' || kind === 'plans')
}
