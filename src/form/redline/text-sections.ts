/** The texts around the table in the redline: 前文, 単位 and 注 with the words of both editions. */

import type { Paragraph, Section, TextSection } from '../form.js'
import { alignParagraphs } from './marked-text.js'

/** The sections of the new edition, each text with that of the old one; a text that only the old one has keeps its place. */
export function redlineTexts(olds: readonly Section[], news: readonly Section[]): readonly Section[] {
  const texts = (sections: readonly Section[]) => sections.filter((section) => section.tag === 'texts')
  if (news.length === 0) return olds.map((old) => (old.tag === 'texts' ? markSection(old, undefined) : old))
  const marked = news.map((section) => {
    if (section.tag !== 'texts') return section
    return markSection(
      texts(olds).find(({ role }) => role === section.role),
      section,
    )
  })
  const gone = texts(olds).filter((old) => !texts(news).some(({ role }) => role === old.role))
  return gone.reduce<readonly Section[]>((sections, old) => {
    const isBelow = olds.indexOf(old) > olds.findIndex(({ tag }) => tag === 'table')
    const table = sections.findIndex(({ tag }) => tag === 'table')
    return sections.toSpliced(isBelow || table < 0 ? sections.length : table, 0, markSection(old, undefined))
  }, marked)
}

function markSection(old: TextSection | undefined, now: TextSection | undefined): TextSection {
  const section = (now ?? old)!
  const [block] = section.blocks
  const paragraphs = alignParagraphs(paragraphsOf(old), paragraphsOf(now))
  return { ...section, blocks: block === undefined ? [] : [{ ...block, paragraphs: keepLastEnd(paragraphs) }] }
}

function paragraphsOf(section: TextSection | undefined): readonly Paragraph[] {
  return section?.blocks.flatMap(({ paragraphs }) => paragraphs) ?? []
}

/** The end of the paragraph before a table, and of a document's last one, can neither come nor go in Word. */
function keepLastEnd(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const last = paragraphs.at(-1)
  if (last === undefined) return paragraphs
  const { revision: _, ...kept } = last
  return paragraphs.with(-1, kept)
}
