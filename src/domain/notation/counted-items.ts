/** Which items of a cell count: what every document that counts, the overview and the comparison alike, goes by. */

import type { Item } from './item.js'

/** なし, 未定, −, *** and the like, that there is nothing to say; a sign alone, the mark in a table: ○, △, ×. */
const NOTHING =
  /^[(（]?(?:(?:特に|該当(?:は|する[^()（）]{0,6}は?)?)?(?:なし|無し|ありません|ない)|未定|[\p{S}\p{P}\p{No}\p{Nl}ー\s]+)[)）]?[。.]?$/u

/** An item with all that stands under it. */
export interface CountedItem {
  readonly item: Item
  readonly points: readonly Item[]
}

/**
 * The items of a cell that say something of their own: not （再掲） and a 同上 among others, which stand elsewhere, not ※
 * notes. The points of an item are part of it, but under a bare ○[団体] they are what is done.
 */
export function countedItems(items: readonly Item[]): readonly CountedItem[] {
  const below = new Map<number, number[]>()
  for (const [at, { parent }] of items.entries()) {
    if (parent === undefined) continue
    const known = below.get(parent)
    if (known) known.push(at)
    else below.set(parent, [at])
  }
  const pointsOf = (at: number): readonly Item[] =>
    (below.get(at) ?? []).flatMap((point) => [items[point]!, ...pointsOf(point)])
  return items.flatMap((item, at) => (isCounted(item, at) ? [{ item, points: pointsOf(at) }] : []))

  function isCounted(item: Item, at: number): boolean {
    const hasPoints = below.has(at)
    if (item.again || item.ditto || item.marker?.kind === 'note') return false
    if ((saysNothing(item) && !hasPoints) || (isBare(item) && hasPoints)) return false
    const parent = item.parent === undefined ? undefined : items[item.parent]
    return parent === undefined || (isBare(parent) && parent.parent === undefined)
  }
}

/** なし and the like, with a marker or without. */
export function saysNothing({ text, bodyStart, marker, actor }: Item): boolean {
  const body = marker && actor === undefined ? text.slice(bodyStart) : text
  return NOTHING.test(body.trim()) || NOTHING.test(text.trim())
}

/** ○[新庄最上薬剤師会] and no more. */
function isBare({ actor, text, bodyStart }: Item): boolean {
  return actor !== undefined && text.slice(bodyStart).trim() === ''
}
