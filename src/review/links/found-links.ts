/** What was found of promises as links, to be corrected and given back; merged with what an official wrote before. */

import type { Link, LinkPlace } from '../../domain/link.js'
import type { Comparison, Place, PromiseFate } from '../comparison.js'

/** Links as they are to be written: those to be confirmed first; stale ones stay, with `isStale`. */
export interface FoundLink {
  readonly link: Link
  readonly isStale: boolean
}

/**
 * Of each promise what was found, or what the official wrote in its place; then the official's other links. Given no
 * `known` links, all are what was found.
 */
export function listFoundLinks(
  { promises, categoryPairs }: Comparison,
  known: readonly Link[],
  isStale: (link: Link) => boolean,
): readonly FoundLink[] {
  const byPlace = new Map(known.map((link) => [keyOf(link.old), link]))
  const found = promises.map((promise) => {
    const own = linkOf(promise, categoryPairs)
    const written = byPlace.get(keyOf(own.old))
    return { link: written === undefined ? own : { ...own, ...written }, isStale: false }
  })
  const told = new Set(found.map(({ link }) => keyOf(link.old)))
  const others = known.filter((link) => !told.has(keyOf(link.old))).map((link) => ({ link, isStale: isStale(link) }))
  const isOpen = ({ link }: FoundLink) => link.fate === 'to-confirm'
  return [...found.filter(isOpen), ...found.filter((each) => !isOpen(each)), ...others]
}

function linkOf({ old, fate, new: now, carriedTo }: PromiseFate, pairs: Comparison['categoryPairs']): Link {
  const news = [now, carriedTo].flatMap((place) => (place ? [placeOf(place, 'new', pairs)] : []))
  return { old: placeOf(old, 'old', pairs), new: news, fate }
}

/** Where a plan has several tables, categories count within theirs. */
function placeOf(
  { category, row, column, text }: Place,
  side: 'old' | 'new',
  pairs: Comparison['categoryPairs'],
): LinkPlace {
  const table = pairs.find((pair) => pair[side]?.index === category)?.[side]?.table
  return { ...(table && { table: table.part }), category: table?.index ?? category, row, column, text }
}

function keyOf({ table = '', row, column, text, nth = 1 }: LinkPlace): string {
  return [table, row, column, text, nth].join('\n')
}
