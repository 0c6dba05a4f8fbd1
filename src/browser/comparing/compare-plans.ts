/** Compares the plan on the desk with another edition, for the page to show. */

import { type Outcome, succeed } from '../../domain/diagnostic.js'
import type { Link } from '../../domain/link.js'
import { writeLinks } from '../../encode/write-links.js'
import { placeName } from '../../form/reports/change-places.js'
import { compareEditions } from '../../print/print-comparison.js'
import type { Printable } from '../../print/printable.js'
import { KIND_LABELS, KINDS } from '../../review/change-kinds.js'
import { type Change, type Comparison, listChanges, type Place } from '../../review/comparison.js'
import { listFoundLinks } from '../../review/links/found-links.js'
import type { TextPlace } from '../editing/text-place.js'
import type { Located } from '../pages/locate.js'
import type { ChangeView, ComparisonView, PromiseView } from './view.js'

/** The later edition is the new one; of two of the same year the one on the desk. */
export function orderEditions(own: Printable, other: Printable): { readonly old: Printable; readonly new: Printable } {
  return other.plan.year > own.plan.year ? { old: own, new: other } : { old: other, new: own }
}

export function comparePlans(
  own: Printable,
  other: Printable,
  links: readonly Link[],
  locate: (place: TextPlace) => Located,
): Outcome<ComparisonView> {
  const editions = orderEditions(own, other)
  const side = editions.new === own ? 'new' : 'old'
  const comparison = compareEditions(editions, { links })
  const { counts, toConfirm, warnings, notes } = comparison
  const changes = listChanges(comparison)
  const located = (places: readonly Place[]) => {
    const [place] = places
    return place && locate(textPlace(place))
  }
  const stale = new Set(comparison.staleLinks)
  const found = listFoundLinks(comparison, links, (link) => stale.has(link))
  return succeed({
    old: editionView(editions.old, comparison.old.items),
    new: editionView(editions.new, comparison.new.items),
    own: side,
    count: changes.length,
    kinds: KINDS.filter((kind) => kind !== 'unchanged' && counts.total[kind].changes > 0).map((kind) => ({
      name: KIND_LABELS[kind],
      count: counts.total[kind].changes,
    })),
    changes: changes.map((change) => changeView(change, comparison, located(change[side]))),
    promises: promiseViews(
      comparison,
      found.map(({ link }) => link),
      side,
      located,
    ),
    toConfirm: toConfirm.map(({ message, place, side: of }) => {
      const at = of === side && place.category > 0 ? locate(textPlace(place)) : undefined
      return { message, ...(at && { located: at }) }
    }),
    diagnostics: [...warnings, ...notes],
    linksText: writeLinks(
      found.map(({ link, isStale }) => ({ link, ...(isStale && { remark: 'どちらかの版に見当たりません。' }) })),
    ),
  })
}

function editionView({ plan, file }: Printable, items: number) {
  return { file, title: plan.title.replaceAll('\n', ''), yearText: plan.yearText, items }
}

function changeView(change: Change, comparison: Comparison, located: Located | undefined): ChangeView {
  const { kinds, old, new: now, segments } = change
  return {
    kinds: kinds.map((kind) => KIND_LABELS[kind]),
    where: whereOf(change, comparison),
    old: old.map(({ text }) => text).join('\n'),
    new: now.map(({ text }) => text).join('\n'),
    segments,
    ...(located && { located }),
  }
}

function whereOf({ new: news, old: olds }: Change, comparison: Comparison): string {
  const [side, place] = news[0] ? (['new', news[0]] as const) : (['old', olds[0]!] as const)
  if (place.category === 0) return place.column
  return `${side === 'old' ? '旧 ' : ''}${placeName(comparison, side, place)}`
}

function promiseViews(
  comparison: Comparison,
  links: readonly Link[],
  side: 'old' | 'new',
  located: (places: readonly Place[]) => Located | undefined,
): readonly PromiseView[] {
  return comparison.promises.flatMap(({ old, fate, reason, new: now }): PromiseView[] => {
    const link = links.find(({ old: place }) => {
      return place.row === old.row && place.column === old.column && place.text === old.text
    })
    if (link === undefined) return []
    const at = located(side === 'old' ? [old] : now === null ? [] : [now])
    return [
      { where: placeName(comparison, 'old', old), text: old.text, fate, reason, link, ...(at && { located: at }) },
    ]
  })
}

/** What concerns the document as a whole stands at the title. */
function textPlace({ category, row, column }: Place): TextPlace {
  if (category === 0) return { tag: 'text', name: '計画' }
  if (row === 0) return { tag: 'category', category: category - 1 }
  return { tag: 'cell', category: category - 1, row: row - 1, column }
}
