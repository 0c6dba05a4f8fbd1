/** The PDF: draws the pages of the layout with pdfmake's renderer, past its own layout. */

import { createRequire } from 'node:module'
import type { FontSet } from '../layout/font-set.js'
import type { LaidOut } from '../layout/page.js'
import { drawBold } from './pdf-bold.js'
import { embedFonts, fontTable } from './pdf-font.js'
import { pageItems } from './pdf-page.js'

// CommonJS modules with a default export, which every loader unwraps in its own way: required, they are what they are.
const require = createRequire(import.meta.url)
const { default: PDFDocument } = require('pdfmake/js/PDFDocument.js') as typeof import('pdfmake/js/PDFDocument.js')
const { default: Renderer } = require('pdfmake/js/Renderer.js') as typeof import('pdfmake/js/Renderer.js')

/** Draws the laid out form with the fonts that measured it. Same input, same bytes. */
export async function renderPdf(laidOut: LaidOut, fonts: FontSet): Promise<Uint8Array> {
  const { form, pages } = laidOut
  const { paper, meta } = form
  const size = { width: paper.width, height: paper.height }
  const date = new Date(meta.date)
  const document = new PDFDocument(
    fontTable(fonts),
    {},
    {},
    {},
    {
      size: [size.width, size.height],
      autoFirstPage: false,
      font: null,
      pdfVersion: '1.7',
      lang: 'ja-JP',
      displayTitle: true,
      info: {
        Title: meta.title,
        ...(meta.subject === '' ? {} : { Subject: meta.subject }),
        ...(meta.author === '' ? {} : { Author: meta.author }),
        Creator: 'keikaku',
        Producer: 'keikaku',
        CreationDate: date,
        ModDate: date,
      },
    },
  )
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    document
      .on('data', (chunk) => chunks.push(chunk))
      .on('end', resolve)
      .on('error', reject)
  })
  const embedded = embedFonts(document, fonts)
  drawBold(document)
  const renderer = new Renderer(document)
  for (const page of pages) {
    renderer.renderPages([{ pageSize: size, items: pageItems(page, form, embedded) }])
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}
