/** On which pages of the two editions' own documents something stands, and which of them are to be replaced. */

import { type Outcome, succeed } from '../domain/diagnostic.js'
import type { Page } from '../layout/page.js'
import { cellsOn } from '../layout/page-sections.js'
import { layOut } from '../layout/pages/lay-out.js'
import { pageFinder } from '../layout/pages/page-of-place.js'
import type { Comparison } from '../review/comparison.js'
import type { PageFacts, PagePair } from '../review/to-json.js'
import type { OwnForms } from './own-form.js'

/** Lays out both editions as their own documents are. */
export function readPages({ old, new: now }: OwnForms, comparison: Comparison): Outcome<PageFacts> {
  const before = layOut(old.form, old.fonts)
  if (!before.ok) return before
  const after = layOut(now.form, now.fonts)
  if (!after.ok) return after
  const [olds, news] = [before.value.pages, after.value.pages]
  const replace = listReplaced(olds, news, isOnEveryPage(comparison))
  return succeed({
    pageOf: { old: pageFinder(before.value), new: pageFinder(after.value) },
    replace,
    isAll: replace.length === Math.max(olds.length, news.length),
  })
}

/** What stands in the margin of every page. */
function isOnEveryPage({ changes }: Comparison): boolean {
  return changes.some(({ subject, old, new: now }) => {
    return subject === 'document' && [...old, ...now].some(({ column }) => column.startsWith('欄外'))
  })
}

/** A page beyond the other document's last one goes with that one. The margins are left out: they say the year. */
function listReplaced(olds: readonly Page[], news: readonly Page[], all: boolean): readonly PagePair[] {
  const count = Math.max(olds.length, news.length)
  return Array.from({ length: count }, (_, at) => at).flatMap((at): PagePair[] => {
    const [old, now] = [olds[at], news[at]]
    if (!all && old && now && textOf(old) === textOf(now)) return []
    return [[Math.min(at + 1, olds.length), Math.min(at + 1, news.length)]]
  })
}

function textOf(page: Page): string {
  const cells = cellsOn(page).map(({ lines }) =>
    lines.map(({ line }) => line.pieces.map(({ text }) => text).join('')).join('\n'),
  )
  const texts = page.sections.flatMap((section) =>
    section.tag === 'texts'
      ? section.blocks.flatMap(({ lines }) => lines.map(({ line }) => line.pieces.map(({ text }) => text).join('')))
      : [],
  )
  const title = page.title.map(({ line }) => line.pieces.map(({ text }) => text).join(''))
  return JSON.stringify([title, texts, cells])
}
