/** The header and the footer of the redline, with the words of both editions. */

import type { PageText, PageTextPart, Paragraph } from '../form.js'
import { mergeParagraph } from './marked-text.js'

/** Stand in for the page fields while texts are compared; noncharacters, which no plan can hold. */
const FIELDS = { page: '\ufdd0', pages: '\ufdd1' } as const

export function redlinePageText(old: PageText, now: PageText): PageText {
  return mergeParagraph(toParagraph(old), toParagraph(now)).runs.flatMap(({ text, revision }) =>
    text
      .split(/([\ufdd0\ufdd1])/)
      .filter((part) => part !== '')
      .map((part): PageTextPart => ({ ...toPart(part), ...(revision && { revision }) })),
  )
}

function toParagraph(parts: PageText): Paragraph {
  const text = parts.map((part) => (part.tag === 'text' ? part.text : FIELDS[part.tag])).join('')
  return { runs: text === '' ? [] : [{ text }], marker: 0, keepWithNext: false }
}

function toPart(text: string): PageTextPart {
  if (text === FIELDS.page) return { tag: 'page' }
  return text === FIELDS.pages ? { tag: 'pages' } : { tag: 'text', text }
}
