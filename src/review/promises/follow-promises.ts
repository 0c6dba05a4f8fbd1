/** 予定の追跡: every promise of last year's with what became of it and the result that stands beside it now. */

import type { PromiseFate } from '../comparison.js'
import { type EditionItem, type EditionRow, type Editions, placeOf } from '../edition.js'
import { likeness, type Measure } from '../match/likeness.js'
import type { Matches } from '../matches.js'
import { isPromise, subItems } from './match-promises.js'

/** From so much likeness on a result is held to be the promise's. On the seeds a result and its promise come to 0.2 to 0.5. */
const LEAST_LIKENESS = 0.15

export function followPromises(
  { old, new: now }: Editions,
  matches: Matches,
  changeOf: (item: EditionItem) => number,
  measure: Measure,
): readonly PromiseFate[] {
  const { items, rows } = matches
  const partings = new Map([
    ...matches.partings.splits.map(({ whole, parts }) => [whole, parts[0]] as const),
    ...matches.partings.mergers.flatMap(({ whole, parts }) => parts.map((part) => [part, whole] as const)),
  ])
  return old.items.filter(isPromise).map((promise) => {
    const { realised, carried } = [promise, ...subItems(promise)].map(findFate).find((fate) => fate.stands) ?? {}
    const stands = realised ?? carried
    const rowBefore = rows.newOf(promise.cell.row.index)
    const row = stands?.cell.row ?? (rowBefore === undefined ? undefined : now.rows[rowBefore])
    return {
      old: placeOf(promise),
      fate: realised ? 'realised' : carried ? 'carried-over' : 'planned-but-missing',
      new: stands ? placeOf(stands) : null,
      ...(realised && carried && { carriedTo: placeOf(carried) }),
      results: (row ? findResults(promise, row) : []).map(placeOf),
      change: changeOf(promise),
    }
  })

  function findFate(promise: EditionItem) {
    const realised = matches.promises.realised.get(promise)?.by
    const mate = items.newOf(promise.index)
    const counterpart = partings.get(promise) ?? (mate === undefined ? undefined : now.items[mate])
    const planned = matches.promises.carried.get(promise) ?? counterpart
    const carried = planned && isPromise(planned) ? planned : undefined
    return { realised, carried, stands: realised ?? carried }
  }

  /** Those that speak of the same, the likeliest first; if none does, those that are new this year. */
  function findResults(promise: EditionItem, row: EditionRow): readonly EditionItem[] {
    const results = row.items.filter((item) => item.cell.column.part === 'results')
    const alike = results
      .map((item) => ({
        item,
        likeness: likeness(measure.profile(promise.said.words), measure.profile(item.said.words)),
      }))
      .filter((each) => each.likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness || a.item.position - b.item.position)
    if (alike.length > 0) return alike.map(({ item }) => item)
    return results.filter((item) => {
      const before = items.oldOf(item.index)
      return before === undefined || old.items[before]!.text !== item.text
    })
  }
}
