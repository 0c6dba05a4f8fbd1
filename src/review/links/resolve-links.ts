/** Finds the items that an official's links name, and says which of them are not there any more. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import type { Link, LinkPlace } from '../../domain/link.js'
import { say } from '../../domain/messages/say.js'
import type { Edition, EditionCell, EditionItem, Editions } from '../edition.js'
import { cellStoodFor } from '../promises/list-promises.js'

export interface ResolvedLink {
  readonly link: Link
  /** The cell and what stands there; of a 同上 the item of the cell that it stands for. */
  readonly old: EditionItem
  readonly cell: EditionCell
  readonly news: readonly EditionItem[]
}

export interface ResolvedLinks {
  readonly links: readonly ResolvedLink[]
  readonly stale: readonly Link[]
}

export function resolveLinks(links: readonly Link[], { old, new: now }: Editions): ResolvedLinks {
  const resolved: ResolvedLink[] = []
  const stale: Link[] = []
  for (const link of links) {
    const from = findPlace(old, link.old)
    const news = link.new.map((place) => findPlace(now, place)?.item)
    if (from === undefined || news.includes(undefined)) stale.push(link)
    else resolved.push({ link, old: from.item, cell: from.cell, news: news.filter((item) => item !== undefined) })
  }
  return { links: resolved, stale }
}

/** A link that no longer fits either edition. */
export function staleLink({ old, line }: Link): Diagnostic {
  const place = `${typeof old.category === 'number' ? `区分${old.category}` : old.category}の${old.row}行目「${old.column}」`
  return say('stale-link', { place, text: old.text, line })
}

function findPlace(
  edition: Edition,
  place: LinkPlace,
): { readonly item: EditionItem; readonly cell: EditionCell } | undefined {
  const category = edition.categories.find(({ index, table, category: { name } }) => {
    if (place.table !== undefined && !isTable(edition, table?.part, place.table)) return false
    const own = place.table === undefined ? index + 1 : table?.index
    return typeof place.category === 'number' ? own === place.category : name === place.category
  })
  const row = category?.rows[place.row - 1]
  const cell = row && [...row.cells.values()].find(({ column }) => column.name === place.column)
  if (cell === undefined) return undefined
  const said = cell.items.some((item) => isSaid(item, place)) ? cell : cellStoodFor(cell)
  const item = said.items.filter((each) => isSaid(each, place))[(place.nth ?? 1) - 1]
  return item && { item, cell }
}

function isTable({ plan }: Edition, part: number | undefined, named: number | string): boolean {
  if (part === undefined) return false
  return typeof named === 'number' ? part === named : plan.parts?.[part - 1]?.heading === named
}

/** Gaps within an item are no part of what it says. */
function isSaid({ text }: EditionItem, place: LinkPlace): boolean {
  const plain = (each: string) =>
    each
      .split('\n')
      .filter((line) => line.trim() !== '')
      .join('\n')
      .trim()
  return plain(text) === plain(place.text)
}
