/** What stands over the body of the redline: the title and the heading rows, which a form may write with the year. */

import type { FormRow, Paragraph } from '../form.js'
import { alignParagraphs, fuseReplaced, markParagraph, mergeParagraph } from './marked-text.js'

/** Line by line from the last one up: the end of the paragraph before a table can neither come nor go. */
export function redlineTitle(olds: readonly Paragraph[], news: readonly Paragraph[]): readonly Paragraph[] {
  const count = Math.max(olds.length, news.length)
  return Array.from({ length: count }, (_, index): Paragraph => {
    const old = olds.at(index - count)
    const now = news.at(index - count)
    if (old && now) return mergeParagraph(old, now)
    const { revision, ...marked } = old ? markParagraph(old, 'deleted') : markParagraph(now!, 'inserted')
    return index === count - 1 || revision === undefined ? marked : { ...marked, revision }
  })
}

/** The heading rows of one form have the same cells in every year, unless their texts decide on what they share. */
export function redlineHead(olds: readonly FormRow[], news: readonly FormRow[]): readonly FormRow[] {
  return news.map((row, index) => ({
    ...row,
    slots: row.slots.map((slot, column) => {
      const old = olds[index]?.slots[column]
      if (slot.tag !== 'cell' || old?.tag !== 'cell') return slot
      return { ...slot, paragraphs: fuseReplaced(alignParagraphs(old.paragraphs, slot.paragraphs)) }
    }),
  }))
}
