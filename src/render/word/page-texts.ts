/** Header and footer of a Word document as WordprocessingML: texts, page numbers and what came or went of them. */

import { assertNever } from '../../domain/assert-never.js'
import type { PageText, PageTextPart } from '../../form/form.js'
import { paragraphRuns, type WordContext } from './cell.js'
import { trackRuns } from './revisions.js'

/** The one paragraph of a header or footer; nothing where it says nothing. */
export function pageTextXml(text: PageText, style: 'Header' | 'Footer', context: WordContext): string {
  if (text.length === 0) return ''
  const runs = text.map((part) => partXml(part, context)).join('')
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`
}

function partXml(part: PageTextPart, context: WordContext): string {
  switch (part.tag) {
    case 'text': {
      const { tag: _, ...run } = part
      return paragraphRuns({ runs: [run], marker: 0, keepWithNext: false }, undefined, 'horizontal', context)
    }
    case 'page':
      return trackField('PAGE', part, context)
    case 'pages':
      return trackField('NUMPAGES', part, context)
    default:
      return assertNever(part)
  }
}

/** What is shown between the two last marks Word counts itself (17.16.5.41 PAGE, 17.16.5.33 NUMPAGES). */
function trackField(name: string, { revision }: PageTextPart, { form, annotations }: WordContext): string {
  const isGone = form.revisions === 'tracked' && revision === 'deleted'
  const code = isGone ? 'w:delInstrText' : 'w:instrText'
  const mark = (type: string) => `<w:fldChar w:fldCharType="${type}"/>`
  const field = `<w:r>${mark('begin')}<${code} xml:space="preserve">${name}</${code}>${mark('separate')}${mark('end')}</w:r>`
  return form.revisions === 'tracked' ? trackRuns(field, revision, annotations) : field
}
