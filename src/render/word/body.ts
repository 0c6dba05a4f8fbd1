/** The body of a Word document: the title, and a table for each section between forced page breaks. */

import type { Form } from '../../form/form.js'
import { forcedBreaks, splitForm } from '../../form/split-body.js'
import type { LaidOut } from '../../layout/page.js'
import { twips } from '../ooxml/units.js'
import { blocksXml } from './blocks.js'
import { paragraphRuns, type WordContext } from './cell.js'
import { wordLayout } from './from-layout.js'
import { headerBottom } from './page.js'
import { countAnnotations, trackEnd } from './revisions.js'
import { SEAM_STYLE } from './styles.js'
import { tableXml } from './table.js'

/**
 * What stands in `w:body` before the section's properties. A forced page break parts the table in two: within a table
 * Word obeys `pageBreakBefore` and LibreOffice does not, between tables both do. Where the form says that something else begins, a table begins too.
 */
export function bodyXml(laidOut: LaidOut): string {
  const { form } = laidOut
  const context = contextOf(laidOut)
  let start = 0
  const breaks = forcedBreaks(form)
  const starts = form.body.flatMap((row, index) => (row.startsTable ? [index] : []))
  const tables = splitForm(form, [...breaks, ...starts]).map((rows) => {
    const layouts = context.layout.body.slice(start, start + rows.length)
    const before = start === 0 ? '' : seam(breaks.includes(start) ? '<w:pageBreakBefore/>' : '')
    start += rows.length
    return before + tableXml(rows, layouts, context)
  })
  return `${coverXml(laidOut, context)}${frontXml(laidOut, context)}${titleXml(form, context)}${tables.join('')}${LAST_PARAGRAPH}`
}

/** The stamp, which stands in the header of every page. */
export function stampXml(laidOut: LaidOut): string {
  const [page] = laidOut.pages
  if (page?.stamp === undefined) return ''
  const edges = { top: headerBottom(laidOut.form, page), bottom: 0, startsPage: false }
  return blocksXml([page.stamp], edges, contextOf(laidOut))
}

function contextOf(laidOut: LaidOut): WordContext {
  const { form } = laidOut
  return { form, layout: wordLayout(laidOut), annotations: countAnnotations(form.meta) }
}

function coverXml({ form, cover }: LaidOut, context: WordContext): string {
  const { top } = form.paper.margins
  return blocksXml(cover?.blocks ?? [], { top, bottom: 0, startsPage: false }, context)
}

/** Behind a cover the table has a page of its own to begin on. */
function frontXml({ form, pages, cover }: LaidOut, context: WordContext): string {
  const [first] = pages
  const bottom = (first?.title.length ? undefined : first?.rows[0]?.top) ?? 0
  const edges = { top: form.paper.margins.top, bottom, startsPage: cover !== undefined }
  return blocksXml(first?.blocks ?? [], edges, context)
}

/** Title and table stand as far apart as in the layout, so that the table begins at the same height. */
function titleXml(form: Form, context: WordContext): string {
  const after = twips(context.layout.titleSpace)
  return form.title
    .map((paragraph, index) => {
      const space = index === form.title.length - 1 && after > 0 ? `<w:spacing w:after="${after}"/>` : ''
      const end = trackEnd(paragraph.revision, context.annotations)
      const mark = end === '' ? '' : `<w:rPr>${end}</w:rPr>`
      const properties = `<w:pPr><w:pStyle w:val="Title"/>${space}${mark}</w:pPr>`
      return `<w:p>${properties}${paragraphRuns(paragraph, paragraph.revision, 'horizontal', context)}</w:p>`
    })
    .join('')
}

function seam(properties: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${SEAM_STYLE}"/>${properties}</w:pPr></w:p>`
}

/** Word wants a paragraph behind a table. Hidden, it cannot run over on to an empty page. */
const LAST_PARAGRAPH = seam('<w:rPr><w:vanish/></w:rPr>')
