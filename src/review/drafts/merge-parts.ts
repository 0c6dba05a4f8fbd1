/** Pairs the parts of two plans, tables with tables and texts with texts: by the rows that they have in common first of all. */

import type { Plan } from '../../domain/plan.js'
import { type ListedPart, listParts } from '../../domain/plan-parts.js'
import type { PartPair } from '../comparison.js'
import type { Editions } from '../edition.js'
import type { Mates } from '../match/counterparts.js'
import { mergeSequences } from './merge-sequences.js'

/** In the order of reading. A part that moved among the others stands at both places. */
export function mergeParts({ old, new: now }: Editions, rows: Mates): readonly PartPair[] {
  const [olds, news] = [listParts(old.plan), listParts(now.plan)]
  const partOf = { old: partsOfRows(old.plan), new: partsOfRows(now.plan) }
  const shared = new Map<string, number>()
  for (const [from, to] of rows.pairs()) {
    const key = `${partOf.old[from]} ${partOf.new[to]}`
    shared.set(key, (shared.get(key) ?? 0) + 1)
  }
  const edges = olds.flatMap((from, at) =>
    news.map((to, there) => ({ old: at, new: there, worth: worthOf(from, to, shared.get(`${at} ${there}`) ?? 0) })),
  )
  const mates = new Map<number, number>()
  const taken = new Set<number>()
  for (const edge of edges.filter(({ worth }) => worth > 0).toSorted((a, b) => b.worth - a.worth)) {
    if (mates.has(edge.old) || taken.has(edge.new)) continue
    mates.set(edge.old, edge.new)
    taken.add(edge.new)
  }
  const textOf = (parts: readonly ListedPart[]) => (at: number) => parts[at]!.part.heading ?? ''
  const places = (parts: readonly ListedPart[]) => parts.map((_, at) => at)
  return mergeSequences(places(olds), places(news), (at) => mates.get(at), textOf(olds)).map(
    ({ old: from, new: to }) => ({ ...(from !== undefined && { old: from }), ...(to !== undefined && { new: to }) }),
  )
}

/** For each row of the plan the part that it stands in. */
function partsOfRows(plan: Plan): readonly number[] {
  return listParts(plan).flatMap((part, at) =>
    part.tag === 'text' ? [] : part.categories.flatMap(({ rows }) => rows.map(() => at)),
  )
}

/** Nothing where they are no parts of one kind, or have nothing in common. */
function worthOf(old: ListedPart, now: ListedPart, shared: number): number {
  if (old.tag !== now.tag) return 0
  const isSameHeading = old.part.heading !== undefined && old.part.heading === now.part.heading
  if (old.tag === 'text' && now.tag === 'text') return isSameHeading ? 2 : old.part.text === now.part.text ? 1 : 0
  return shared * 10 + (isSameHeading ? 2 : 0)
}
