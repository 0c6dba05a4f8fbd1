/** Writes the form as a Word document. docx makes the package, the page, header and footer; the tables are put in as text. */

import { Document, FileChild, Footer, Header, Packer, Paragraph } from 'docx'
import { type Outcome, succeed } from '../../domain/diagnostic.js'
import type { LaidOut } from '../../layout/page.js'
import { type Deflate, portableDeflate } from '../../packing/deflate.js'
import type { EditPart, Parts } from '../ooxml/package-zip.js'
import { packWithSkeleton } from '../ooxml/skeleton-part.js'
import { bodyXml, contextOf, stampXml } from './body.js'
import { findSmallNames } from './from-layout.js'
import { correctCoreProperties, correctFontTable, correctSettings } from './mend-parts.js'
import { pageOptions } from './page.js'
import { pageTextXml } from './page-texts.js'
import { stylesXml } from './styles.js'

/** The table document as .docx. The same form makes the same bytes. */
export async function renderWord(laidOut: LaidOut, deflate: Deflate = portableDeflate): Promise<Outcome<Uint8Array>> {
  const { form } = laidOut
  const context = contextOf(laidOut)
  const edit: EditPart = (name, xml) => {
    switch (name) {
      case 'word/document.xml':
        return xml.replace(TABLE_PLACE, () => bodyXml(laidOut, context))
      case 'word/styles.xml':
        return stylesXml(laidOut)
      case 'word/settings.xml':
        return correctSettings(xml, form)
      case 'word/fontTable.xml':
        return correctFontTable(xml, form)
      case 'word/header1.xml':
        return xml.replace(TEXT_PLACE, () => pageTextXml(form.header, 'Header', context) + stampXml(laidOut, context))
      case 'word/footer1.xml':
        return xml.replace(TEXT_PLACE, () => pageTextXml(form.footer, 'Footer', context))
      case 'docProps/core.xml':
        return correctCoreProperties(xml, form)
      default:
        return undefined
    }
  }
  const parts = await partsOf(emptyDocument(laidOut))
  const bytes = await packWithSkeleton(parts, form.skeleton, deflate, 'word/document.xml', edit)
  return succeed(bytes, findSmallNames(laidOut))
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

function emptyDocument(laidOut: LaidOut): Document {
  const { meta, header, footer, stamp } = laidOut.form
  const children = [new Paragraph({})]
  return new Document({
    title: meta.title,
    subject: meta.subject,
    creator: meta.author,
    lastModifiedBy: meta.author,
    sections: [
      {
        properties: { page: pageOptions(laidOut) },
        ...((header.length > 0 || stamp !== undefined) && { headers: { default: new Header({ children }) } }),
        ...(footer.length > 0 && { footers: { default: new Footer({ children }) } }),
        children: [new TablePlace()],
      },
    ],
  })
}
