import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { loadPdfDocument } from '../../src/render/pdf/document.js'
import { bundledFonts } from '../support/print.js'

it('後から読む部品も、ほかのプログラムが pdfkit を使えばそろう', async () => {
  loadPdfDocument()
  const pdfmake = createRequire(import.meta.url).resolve('pdfmake/js/PDFDocument.js')
  const PDFKit = createRequire(pdfmake)('pdfkit')
  const document = new PDFKit({ font: null })
  const chunks: Buffer[] = []
  const ended = new Promise((resolve) => document.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve))
  // Its own font, line breaking and picture.
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  document.font(Buffer.from(bundledFonts().faces[0]!.bytes), 12).text('在宅医療'.repeat(50), { width: 100 })
  document.image(Buffer.from(pixel, 'base64'), 0, 0)
  document.end()
  await ended
  const file = Buffer.concat(chunks).toString('latin1')
  expect(file).toContain('BIZUDPGothic')
  expect(file).toContain('/Subtype /Image')
})
