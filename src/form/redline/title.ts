/** The title of the redline, which a form may write with the year. */

import type { Paragraph } from '../form.js'
import { markParagraph, mergeParagraph } from './marked-text.js'

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
