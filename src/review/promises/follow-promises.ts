/** 予定の追跡: every promise of last year's with what became of it and the results that speak of it now. */

import type { PromiseFate } from '../comparison.js'
import { type EditionItem, type EditionRow, type Editions, placeOf } from '../edition.js'
import { likeness, type Measure } from '../match/likeness.js'
import type { Matches } from '../matches.js'
import type { Judgement } from './judge-promises.js'
import { itemsOfParts } from './list-promises.js'

/** From so much likeness on a result is held to be the promise's. On the seeds a result and its promise come to 0.2 to 0.5. */
const LEAST_LIKENESS = 0.15

export function followPromises(
  { new: now }: Editions,
  { rows, promises }: Pick<Matches, 'rows' | 'promises'>,
  changeOf: (item: EditionItem) => number,
  measure: Measure,
): readonly PromiseFate[] {
  return promises.map((judgement) => {
    const { item, said, fate, evidence, reason, by, carried, assignee, explanation } = judgement
    const stands = standsNow(judgement)
    const rowBefore = rows.newOf(item.cell.row.index)
    const row = stands?.cell.row ?? (rowBefore === undefined ? undefined : now.rows[rowBefore])
    return {
      old: { ...placeOf(item), text: said.text },
      fate,
      evidence,
      reason,
      new: stands ? placeOf(stands) : null,
      ...(by && carried && by !== carried && stands !== carried && { carriedTo: placeOf(carried) }),
      results: (row ? findResults(said, row) : []).map(placeOf),
      change: changeOf(item),
      ...(assignee !== undefined && { assignee }),
      ...(explanation !== undefined && { explanation }),
    }
  })

  /** Those that speak of the same or name the same body, the likeliest first. */
  function findResults(promise: EditionItem, row: EditionRow): readonly EditionItem[] {
    return itemsOfParts(row, ['results'])
      .map((item) => ({
        item,
        likeness: likeness(measure.profile(promise.said.words), measure.profile(item.said.words)),
      }))
      .filter((each) => each.likeness >= LEAST_LIKENESS || isSameBody(promise, each.item))
      .sort((a, b) => b.likeness - a.likeness || a.item.position - b.item.position)
      .map(({ item }) => item)
  }
}

/** Where the fate can be read: what realised or denied it, else where it is planned on. */
function standsNow({ fate, by, carried }: Judgement): EditionItem | undefined {
  return fate === 'carried-over' ? carried : (by ?? carried)
}

function isSameBody(promise: EditionItem, item: EditionItem): boolean {
  return promise.said.actor !== '' && promise.said.actor === item.said.actor
}
