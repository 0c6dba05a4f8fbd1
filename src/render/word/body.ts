/** The body of a Word document: its sections one below the other, a table for each part between forced page breaks. */

import { assertNever } from '../../domain/assert-never.js'
import type { Form, Section, TableSection } from '../../form/form.js'
import { forcedBreaks, splitTable } from '../../form/split-table.js'
import { nameTable } from '../../form/spoken/name-tables.js'
import type { LaidOut, Page, PageSection } from '../../layout/page.js'
import { extentOf } from '../../layout/page-sections.js'
import { twips } from '../ooxml/units.js'
import { type BlockEdges, blocksXml } from './blocks.js'
import { paragraphRuns, type WordContext } from './cell.js'
import { wordLayout } from './from-layout.js'
import { headerBottom } from './page.js'
import { countAnnotations, trackEnd } from './revisions.js'
import { bookmarkXml } from './row.js'
import { HEADINGS, SEAM_STYLE } from './styles.js'
import { tableXml } from './table.js'
import type { WordSection } from './word-sections.js'

/** What stands on the same paper, before the properties of Word's section. */
export function bodyXml({ laidOut, sections: { from, to } }: WordSection, context: WordContext): string {
  const { sections } = laidOut.form
  const titled = sections.findIndex(({ tag }) => tag !== 'cover')
  const body = sections.slice(from, to).map((_, at) => {
    const index = from + at
    const title = index === titled ? titleXml(laidOut, context) : ''
    return title + sectionXml(index, laidOut, context)
  })
  const isLast = to === sections.length
  return `${body.join('')}${isLast && sections.at(-1)?.tag === 'table' ? LAST_PARAGRAPH : ''}`
}

/** One for each section; annotations are counted through the whole document. */
export function wordContexts(sections: readonly WordSection[]): readonly WordContext[] {
  const annotations = countAnnotations(sections[0]!.laidOut.form.meta)
  return sections.map(({ laidOut }) => ({ form: laidOut.form, layout: wordLayout(laidOut), annotations }))
}

/** The stamp, which stands in the header of every page. */
export function stampXml(laidOut: LaidOut, context: WordContext): string {
  const [page] = laidOut.pages
  if (page?.stamp === undefined) return ''
  const edges = { top: headerBottom(laidOut.form, page), after: 0, startsPage: false, stand: 'together' } as const
  return blocksXml([page.stamp], edges, context)
}

function sectionXml(index: number, laidOut: LaidOut, context: WordContext): string {
  const { form, pages } = laidOut
  const section = form.sections[index]!
  const place = placeOf(index, laidOut)
  switch (section.tag) {
    case 'cover':
    case 'texts': {
      const blocks = pages.flatMap(({ sections }) =>
        sections.flatMap((each) => (each.tag === 'texts' && each.section === index ? each.blocks : [])),
      )
      // What goes on on the next page does so in Word by itself.
      const begun = blocks.filter(({ part }) => part === 'whole' || part === 'first')
      const running = section.tag === 'texts' && section.role !== 'front'
      const heading = section.tag === 'texts' ? HEADINGS[section.role] : undefined
      const edges = { ...place, stand: running ? 'apart' : 'together', heading } as const
      return (section.tag === 'texts' ? bookmarkXml(section, context) : '') + blocksXml(begun, edges, context)
    }
    case 'table':
      return tablesXml(section, index, place, context)
    default:
      return assertNever(section)
  }
}

/** Where a section begins; heights on its page in points. */
interface Place extends Omit<BlockEdges, 'stand'> {
  /** From what stands above it to the section. */
  readonly space: number
}

function placeOf(index: number, { form, pages }: LaidOut): Place {
  const isHere = ({ section }: PageSection) => section === index
  const [first, last] = [
    pages.find(({ sections }) => sections.some(isHere)),
    pages.findLast(({ sections }) => sections.some(isHere)),
  ]
  const at = first?.sections.findIndex(isHere) ?? 0
  const [above, own] = [first?.sections[at - 1], first?.sections[at]]
  const top = (above && extentOf(above)?.bottom) ?? titleBottom(form, first)
  const space = Math.max(0, ((own && extentOf(own)?.top) ?? top) - top)
  const end = last?.sections.findIndex(isHere) ?? 0
  const [ending, below] = [last?.sections[end], last?.sections[end + 1]]
  // Space above texts is theirs.
  const next = below?.tag === 'table' ? extentOf(below)?.top : undefined
  const after = Math.max(0, (next ?? 0) - ((ending && extentOf(ending)?.bottom) ?? 0))
  const behindCover = isBehindCover(index, form) && form.title.length === 0
  // What begins with a section of Word's has a page of its own already.
  const turned = isForced(form.sections[index]) && at === 0 && first !== undefined && first !== pages[0]
  return { top, after, space, startsPage: behindCover || turned }
}

/** It wants a page of its own, or the first row of its table does. */
function isForced(section: Section | undefined): boolean {
  if (section === undefined || section.tag === 'cover') return false
  return section.starts !== undefined || (section.tag === 'table' && section.body[0]?.startsPage === true)
}

/** A cover has its page to itself. */
function isBehindCover(index: number, { sections }: Form): boolean {
  return sections[index - 1]?.tag === 'cover'
}

function titleBottom({ paper, type }: Form, page: Page | undefined): number {
  return paper.margins.top + (page?.title.length ?? 0) * type.titleSize * type.leading
}

/**
 * A forced page break parts the table in two: within a table Word obeys `pageBreakBefore` and LibreOffice does not,
 * between tables both do. Between tables that follow one another stands a paragraph, or Word would make them one.
 */
function tablesXml(table: TableSection, index: number, place: Place, context: WordContext): string {
  const { form } = context
  const layout = context.layout.tableLayout(table, index)
  const isBelowTable = form.sections[index - 1]?.tag === 'table'
  const opening = place.startsPage ? seam(PAGE_BREAK) : isBelowTable ? seam(spaceAbove(place.space)) : ''
  const name = nameTable(index, form)
  let start = 0
  return splitTable(table, forcedBreaks(table), form.pages.continued)
    .map((body) => {
      const layouts = layout.body.slice(start, start + body.length)
      const before = start > 0 ? seam(PAGE_BREAK) : opening
      start += body.length
      return before + tableXml({ table, name, body, layouts, layout }, context)
    })
    .join('')
}

/** Title and what follows stand as far apart as in the layout, so that a table begins at the same height. */
function titleXml({ form, pages }: LaidOut, context: WordContext): string {
  const page = pages.find(({ title }) => title.length > 0)
  const below = page?.sections[0]
  const top = (below?.tag === 'table' ? extentOf(below)?.top : undefined) ?? 0
  const after = twips(Math.max(0, top - titleBottom(form, page)))
  const startsPage = isBehindCover(
    form.sections.findIndex(({ tag }) => tag !== 'cover'),
    form,
  )
  return form.title
    .map((paragraph, index) => {
      const pageBreak = index === 0 && startsPage ? PAGE_BREAK : ''
      const space = index === form.title.length - 1 && after > 0 ? `<w:spacing w:after="${after}"/>` : ''
      const end = trackEnd(paragraph.revision, context.annotations)
      const mark = end === '' ? '' : `<w:rPr>${end}</w:rPr>`
      const properties = `<w:pPr><w:pStyle w:val="Title"/>${pageBreak}${space}${mark}</w:pPr>`
      return `<w:p>${properties}${paragraphRuns(paragraph, paragraph.revision, 'horizontal', context)}</w:p>`
    })
    .join('')
}

const PAGE_BREAK = '<w:pageBreakBefore/>'

/** The seam itself is a point high. */
function spaceAbove(space: number): string {
  return space > 1 ? `<w:spacing w:before="${twips(space - 1)}"/>` : ''
}

function seam(properties: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${SEAM_STYLE}"/>${properties}</w:pPr></w:p>`
}

/** Word wants a paragraph behind a table. Hidden, it cannot run over on to an empty page. */
const LAST_PARAGRAPH = seam('<w:rPr><w:vanish/></w:rPr>')
