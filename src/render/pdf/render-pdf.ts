/** The PDF: draws the pages of the layout into pdfmake's document, past its own layout. */

import { type Outcome, succeed } from '../../domain/diagnostic.js'
import type { FontSet } from '../../fonts/font-set.js'
import type { Meta } from '../../form/form.js'
import type { LaidOut } from '../../layout/page.js'
import { type Deflate, portableDeflate } from '../packing/deflate.js'
import { joinBytes } from '../packing/join-bytes.js'
import { createDocument, type PdfReference } from './document.js'
import { PdfFonts } from './fonts.js'
import { drawPage, pageBookmarks } from './page-content.js'

/** Draws the laid out form with the fonts that measured it. Same input, same bytes. */
export async function renderPdf(
  laidOut: LaidOut,
  measured: FontSet,
  deflate: Deflate = portableDeflate,
): Promise<Outcome<Uint8Array>> {
  const { form, pages } = laidOut
  const size = [form.paper.width, form.paper.height] as const
  const document = await createDocument(documentOptions(form.meta))
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    document
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', resolve)
      .on('error', reject)
  })
  const fonts = new PdfFonts(document, measured)
  const contents: Content[] = []
  for (const page of pages) {
    document.addPage({ size })
    const operators = drawPage(page, form, fonts).operators()
    // The page's content in the place of pdfkit's own, which would end before the next page is drawn.
    const object = document.ref({ Filter: 'FlateDecode' })
    document.page.dictionary.data.Contents = object
    contents.push({ object, packed: deflate(new TextEncoder().encode(operators), 'zlib', LEVEL) })
    if (contents.length >= AT_ONCE) await endContents(contents.splice(0))
    Object.assign(document.page.fonts, fonts.references())
    for (const { title, top } of pageBookmarks(page, form)) {
      document.outline.addItem(title, { expanded: true, top, left: form.paper.width })
    }
  }
  await endContents(contents)
  await fonts.embed((stream) => deflate(stream, 'zlib', LEVEL))
  document.end()
  await ended
  return succeed(joinBytes(chunks))
}

/** zlib's own choice. */
const LEVEL = 6

interface Content {
  readonly object: PdfReference
  readonly packed: ReturnType<Deflate>
}

/** So many pages are packed beside the drawing of others. */
const AT_ONCE = 32

/** Writes the contents into the file, one after the other: so the file's order does not go by which was packed first. */
async function endContents(contents: readonly Content[]): Promise<void> {
  for (const { object, packed } of contents) object.end(await packed)
}

function documentOptions({ title, subject, author, date }: Meta): object {
  const moment = new Date(date)
  return {
    autoFirstPage: false,
    // Streams come packed: pdfkit's own way asks for node's zlib.
    compress: false,
    font: null,
    pdfVersion: '1.7',
    lang: 'ja-JP',
    displayTitle: true,
    info: {
      Title: title,
      ...(subject === '' ? {} : { Subject: subject }),
      ...(author === '' ? {} : { Author: author }),
      Creator: 'keikaku',
      Producer: 'keikaku',
      CreationDate: moment,
      ModDate: moment,
    },
  }
}
