/** The body of a Word document: the title, and a table for each section between forced page breaks. */

import type { Form } from '../form/form.js'
import { forcedBreaks, splitForm } from '../form/split.js'
import type { LaidOut } from '../layout/page.js'
import { twips } from './ooxml-units.js'
import { paragraphRuns, type WordContext } from './word-cell.js'
import { wordLayout } from './word-layout.js'
import { countAnnotations, trackEnd } from './word-revisions.js'
import { SEAM_STYLE } from './word-styles.js'
import { tableXml } from './word-table.js'

/**
 * What stands in `w:body` before the section's properties. A forced page break parts the table in two: within a table
 * Word obeys `pageBreakBefore` and LibreOffice does not, between tables both do. Where the form says that something else begins, a table begins too.
 */
export function bodyXml(laidOut: LaidOut): string {
  const { form } = laidOut
  const context: WordContext = { form, layout: wordLayout(laidOut), annotations: countAnnotations(form.meta) }
  let start = 0
  const breaks = forcedBreaks(form)
  const starts = form.body.flatMap((row, index) => (row.startsTable ? [index] : []))
  const tables = splitForm(form, [...breaks, ...starts]).map((rows) => {
    const layouts = context.layout.body.slice(start, start + rows.length)
    const before = start === 0 ? '' : seam(breaks.includes(start) ? '<w:pageBreakBefore/>' : '')
    start += rows.length
    return before + tableXml(rows, layouts, context)
  })
  return `${titleXml(form, context)}${tables.join('')}${LAST_PARAGRAPH}`
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
