/** What of a plan's three states is the same thing: its rows and its 区分, each under one name. */

import { alignRows } from '../domain/align/align-rows.js'
import type { Plan, Row } from '../domain/plan.js'

export type State = 'base' | 'plan' | 'document'
export type ThreeStates = Readonly<Record<State, Plan>>

/** Indexes of a row among all of its plan's, or of a 区分; undefined where a state does not have it. */
export interface Entry {
  readonly name: string
  /** What it says, to put in order what came into one place from several sides. */
  readonly text: string
  readonly base?: number | undefined
  readonly plan?: number | undefined
  readonly document?: number | undefined
}

export interface PlacedRow {
  readonly row: Row
  readonly category: number
  readonly index: number
}

export function placeRows({ categories }: Plan): readonly PlacedRow[] {
  return categories.flatMap(({ rows }, category) => rows.map((row, index) => ({ row, category, index })))
}

/** Rows of document and base that are the same have the same place (`at`). */
export function pairRows({ base, plan, document }: ThreeStates): readonly Entry[] {
  const [olds, owns, nows] = [base, plan, document].map((each) => placeRows(each).map(({ row }) => row))
  const inPlan = alignRows(olds!, owns!)
  return entriesOf(olds!, owns!, nows!, inPlan, samePlaces(olds!, nows!), rowText)
}

/** 区分 by the rows that they share with one of the base, else by their names. */
export function pairCategories(states: ThreeStates, rows: readonly Entry[]): readonly Entry[] {
  const { base, plan, document } = states
  const placed = { base: placeRows(base), plan: placeRows(plan) }
  const shared = base.categories.map((_, category) => {
    const counts = new Map<number, number>()
    for (const entry of rows) {
      if (entry.base === undefined || entry.plan === undefined || placed.base[entry.base]!.category !== category)
        continue
      const other = placed.plan[entry.plan]!.category
      counts.set(other, (counts.get(other) ?? 0) + 1)
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  })
  const taken = new Set<number>()
  const inPlan = base.categories.map(({ name }, index) => {
    const byName = plan.categories.findIndex((each, at) => each.name === name && !taken.has(at))
    const found = shared[index] ?? (byName < 0 ? undefined : byName)
    if (found === undefined || taken.has(found)) return undefined
    taken.add(found)
    return found
  })
  const inDocument = samePlaces(base.categories, document.categories)
  return entriesOf(base.categories, plan.categories, document.categories, inPlan, inDocument, ({ name }) => name)
}

function samePlaces(
  olds: readonly Pick<Row, 'at'>[],
  nows: readonly Pick<Row, 'at'>[],
): readonly (number | undefined)[] {
  const nameOf = ({ at }: Pick<Row, 'at'>) => (at === undefined ? undefined : `${at.line}:${at.column}`)
  const indexes = new Map(nows.map((each, index) => [nameOf(each), index]))
  return olds.map((each) => (each.at === undefined ? undefined : indexes.get(nameOf(each))))
}

function entriesOf<T>(
  olds: readonly T[],
  owns: readonly T[],
  nows: readonly T[],
  inPlan: readonly (number | undefined)[],
  inDocument: readonly (number | undefined)[],
  textOf: (thing: T) => string,
): readonly Entry[] {
  const known = olds.map((old, index): Entry => {
    return { name: `base ${index}`, text: textOf(old), base: index, plan: inPlan[index], document: inDocument[index] }
  })
  const [newOwns, newNows] = [
    [...owns.keys()].filter((index) => !inPlan.includes(index)),
    [...nows.keys()].filter((index) => !inDocument.includes(index)),
  ]
  // What both sides added in the same words is one.
  const doubles = new Map<number, number>()
  for (const index of newNows) {
    const text = textOf(nows[index]!)
    const own = newOwns.find((each) => textOf(owns[each]!) === text && !doubles.has(each))
    if (own !== undefined) doubles.set(own, index)
  }
  const added = newOwns.map((index): Entry => {
    return { name: `plan ${index}`, text: textOf(owns[index]!), plan: index, document: doubles.get(index) }
  })
  const came = newNows
    .filter((index) => ![...doubles.values()].includes(index))
    .map((index): Entry => ({ name: `document ${index}`, text: textOf(nows[index]!), document: index }))
  return [...known, ...added, ...came]
}

/** Whatever it is one with. */
export function rowText({ cells }: Row): string {
  return Object.keys(cells)
    .sort()
    .flatMap((key) => {
      const cell = cells[key]!
      return cell.tag === 'text' && cell.text !== '' ? [cell.text] : []
    })
    .join('\n')
}
