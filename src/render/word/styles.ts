/** The styles of a Word document: what all paragraphs share is said here once, so that a cell's paragraph says only its own. */

import type { Form, TextRole } from '../../form/form.js'
import type { LaidOut } from '../../layout/page.js'
import { blocksOn } from '../../layout/page-sections.js'
import { escapeXml, halfPoints, twips } from '../ooxml/units.js'
import { wordLayout } from './from-layout.js'
import { wordSections } from './word-sections.js'

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** The whole part `word/styles.xml`. */
export function stylesXml(laidOut: LaidOut): string {
  const { form } = laidOut
  const { type } = form
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="${NAMESPACE}">`,
    `<w:docDefaults><w:rPrDefault>${defaultRun(form)}</w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>${defaultParagraph(form)}</w:style>`,
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>',
    paragraphStyle('Title', 'Title', type.titleSize, type.leading, '<w:jc w:val="center"/>'),
    paragraphStyle('Header', 'header', type.noteSize, type.leading, '<w:jc w:val="center"/>'),
    paragraphStyle('Footer', 'footer', type.noteSize, type.leading, '<w:jc w:val="center"/>'),
    ...headingStyles(laidOut),
    ...otherSizes(laidOut).map((size) => paragraphStyle(sizeStyle(size), `表 ${size} pt`, size, type.leading)),
    paragraphStyle(SEAM_STYLE, '表の継ぎ目', 1, 1),
    '</w:styles>',
  ].join('')
}

/** The style of the paragraph between two tables: as low as Word lets a line be. */
export const SEAM_STYLE = 'Seam'

/** The style of a cell's text of this size; body text needs none. */
export function cellStyle(form: Form, size: number): string | undefined {
  return halfPoints(size) === halfPoints(form.type.size) ? undefined : sizeStyle(size)
}

export function sizeStyle(size: number): string {
  return `Size${halfPoints(size)}`
}

export function headingStyle(level: 1 | 2): string {
  return `Heading${level}`
}

/** Word's own styles of headings, as far as the form has such: they make the list at the document's side. */
function headingStyles({ form: { sections, type } }: LaidOut): readonly string[] {
  const sizes = new Map<1 | 2, number>()
  for (const section of sections) {
    const level = section.tag === 'texts' ? HEADINGS[section.role] : undefined
    if (level !== undefined && section.tag === 'texts') sizes.set(level, section.blocks[0]!.size)
  }
  return [...sizes].map(([level, size]) =>
    paragraphStyle(headingStyle(level), `heading ${level}`, size, type.leading, `<w:outlineLvl w:val="${level - 1}"/>`),
  )
}

/** Levels of texts that are headings of what stands below them. */
export const HEADINGS: Readonly<Partial<Record<TextRole, 1 | 2>>> = { heading: 1, category: 2 }

function otherSizes(laidOut: LaidOut): number[] {
  const { form, pages } = laidOut
  const sizes = new Map<string, number>()
  const blocks = pages.flatMap((page) => [...blocksOn(page), ...(page.stamp ? [page.stamp] : [])])
  for (const { block } of blocks) sizes.set(sizeStyle(block.size), block.size)
  for (const { laidOut: each } of wordSections(laidOut))
    for (const size of wordLayout(each).sizes) sizes.set(sizeStyle(size), size)
  for (const { slots } of form.sections.flatMap((each) => (each.tag === 'table' ? [...each.head, ...each.body] : []))) {
    for (const slot of slots) {
      const style = slot.tag === 'cell' ? cellStyle(form, slot.size) : undefined
      if (slot.tag === 'cell' && style !== undefined) sizes.set(style, slot.size)
    }
  }
  return [...sizes.values()].sort((a, b) => a - b)
}

/** `eastAsia` as the hint: ○, □, ※, → and the like are set and broken as Japanese characters (17.3.2.26 rFonts). */
function defaultRun(form: Form): string {
  const font = escapeXml(form.type.officeFont)
  const size = halfPoints(form.type.size)
  return (
    `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>` +
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr>`
  )
}

/** Nothing that would make a line other than the layout measured it: no space between scripts, no grid, no widow control. */
function defaultParagraph(form: Form): string {
  const { lines, type } = form
  return (
    `<w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct w:val="${lines.hanging ? 1 : 0}"/>` +
    `<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>${lineSpacing(type.size, type.leading)}` +
    `<w:jc w:val="${lines.justify ? 'both' : 'left'}"/></w:pPr>`
  )
}

/** The same distance of base lines as in the layout, whatever the font says of itself. */
function lineSpacing(size: number, leading: number): string {
  return `<w:spacing w:before="0" w:after="0" w:line="${twips(size * leading)}" w:lineRule="exact"/>`
}

function paragraphStyle(id: string, name: string, size: number, leading: number, alignment = ''): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:pPr>${lineSpacing(size, leading)}${alignment}</w:pPr>` +
    `<w:rPr><w:sz w:val="${halfPoints(size)}"/><w:szCs w:val="${halfPoints(size)}"/></w:rPr></w:style>`
  )
}
