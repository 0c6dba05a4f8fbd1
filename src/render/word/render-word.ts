/** Writes the form as a Word document. docx makes the package, the page, header and footer; the tables are put in as text. */

import { Document, FileChild, Footer, Header, Packer, Paragraph } from 'docx'
import { type Outcome, succeed } from '../../domain/diagnostic.js'
import type { LaidOut } from '../../layout/page.js'
import { type Deflate, portableDeflate } from '../../packing/deflate.js'
import type { EditPart, Parts } from '../ooxml/package-zip.js'
import { packWithSkeleton } from '../ooxml/skeleton-part.js'
import { bodyXml, stampXml, wordContexts } from './body.js'
import type { WordContext } from './cell.js'
import { findSmallNames } from './from-layout.js'
import { correctCoreProperties, correctFontTable, correctSettings } from './mend-parts.js'
import { pageOptions } from './page.js'
import { pageTextXml } from './page-texts.js'
import { SEAM_STYLE, stylesXml } from './styles.js'
import { type WordSection, wordSections } from './word-sections.js'

/** The table document as .docx. The same form makes the same bytes. */
export async function renderWord(laidOut: LaidOut, deflate: Deflate = portableDeflate): Promise<Outcome<Uint8Array>> {
  const { form } = laidOut
  const sections = wordSections(laidOut)
  const contexts = wordContexts(sections)
  const edit: EditPart = (name, xml) => {
    const [, pageText, number] = /^word\/(header|footer)(\d+)\.xml$/.exec(name) ?? []
    if (pageText !== undefined) {
      const index = Number(number) - 1
      return xml.replace(TEXT_PLACE, () => marginXml(pageText, sections[index]!, contexts[index]!))
    }
    switch (name) {
      case 'word/document.xml': {
        let index = 0
        const whole = xml.replaceAll(TABLE_PLACE, () => bodyXml(sections[index]!, contexts[index++]!))
        return whole.replaceAll(SECTION_END, `<w:p><w:pPr><w:pStyle w:val="${SEAM_STYLE}"/><w:sectPr`)
      }
      case 'word/styles.xml':
        return stylesXml(laidOut)
      case 'word/settings.xml':
        return correctSettings(xml, form)
      case 'word/fontTable.xml':
        return correctFontTable(xml, form)
      case 'docProps/core.xml':
        return correctCoreProperties(xml, form)
      default:
        return undefined
    }
  }
  const parts = await partsOf(emptyDocument(sections))
  const bytes = await packWithSkeleton(parts, form.skeleton, deflate, 'word/document.xml', edit)
  return succeed(
    bytes,
    sections.flatMap((section) => findSmallNames(section.laidOut)),
  )
}

/** What docx makes of a document, before it packs it: to deflate twice would cost time for nothing. */
interface Compiler {
  compile(document: Document): {
    readonly files: Readonly<Record<string, { readonly dir: boolean; async(type: 'uint8array'): Promise<Uint8Array> }>>
  }
}

async function partsOf(document: Document): Promise<Parts> {
  const { compiler } = Packer as unknown as { readonly compiler: Compiler }
  const files = Object.entries(compiler.compile(document).files).filter(([, file]) => !file.dir)
  return Object.fromEntries(
    await Promise.all(files.map(async ([name, file]) => [name, await file.async('uint8array')] as const)),
  )
}

/** docx takes five times as long as all the rest to write a large table: it gets an empty one, which the text replaces. */
class TablePlace extends FileChild {
  constructor() {
    super('w:tbl')
  }
}
const TABLE_PLACE = '<w:tbl/>'

/** A paragraph of a header or footer that its text and the stamp replace. */
const TEXT_PLACE = '<w:p/>'

/** The paragraph that docx ends a section with. */
const SECTION_END = '<w:p><w:pPr><w:sectPr'

function marginXml(part: string, { laidOut }: WordSection, context: WordContext): string {
  const { header, footer } = laidOut.form
  if (part === 'footer') return pageTextXml(footer, 'Footer', context)
  return pageTextXml(header, 'Header', context) + stampXml(laidOut, context)
}

function emptyDocument(sections: readonly WordSection[]): Document {
  const { meta, header, footer, stamp } = sections[0]!.laidOut.form
  const children = [new Paragraph({})]
  return new Document({
    title: meta.title,
    subject: meta.subject,
    creator: meta.author,
    lastModifiedBy: meta.author,
    sections: sections.map(({ laidOut }) => ({
      properties: { page: pageOptions(laidOut) },
      ...((header.length > 0 || stamp !== undefined) && { headers: { default: new Header({ children }) } }),
      ...(footer.length > 0 && { footers: { default: new Footer({ children }) } }),
      children: [new TablePlace()],
    })),
  })
}
