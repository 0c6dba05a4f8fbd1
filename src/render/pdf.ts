/** The PDF: draws the pages of the layout into pdfmake's document, past its own layout. */

import type { Meta } from '../form/form.js'
import type { FontSet } from '../layout/font-set.js'
import type { LaidOut } from '../layout/page.js'
import { loadPdfDocument } from './pdf-document.js'
import { PdfFonts } from './pdf-font.js'
import { drawPage, pageBookmarks } from './pdf-page.js'

const PDFDocument = loadPdfDocument()

/** Draws the laid out form with the fonts that measured it. Same input, same bytes. */
export async function renderPdf(laidOut: LaidOut, measured: FontSet): Promise<Uint8Array> {
  const { form, pages } = laidOut
  const size = [form.paper.width, form.paper.height] as const
  const document = new PDFDocument({}, {}, {}, {}, documentOptions(form.meta))
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    document
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', resolve)
      .on('error', reject)
  })
  const fonts = new PdfFonts(document, measured)
  for (const page of pages) {
    document.addPage({ size })
    document.addContent(drawPage(page, form, fonts).operators())
    Object.assign(document.page.fonts, fonts.references())
    for (const { title, top } of pageBookmarks(page, form)) {
      document.outline.addItem(title, { expanded: true, top, left: form.paper.width })
    }
  }
  fonts.embed()
  document.end()
  await ended
  return Buffer.concat(chunks)
}

function documentOptions({ title, subject, author, date }: Meta): object {
  const moment = new Date(date)
  return {
    autoFirstPage: false,
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
