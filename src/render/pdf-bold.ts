/** Bold type in fonts that come without a bold face: characters are drawn around as well as filled (ISO 32000-1, 9.3.6). */

import type PDFDocument from 'pdfmake/js/PDFDocument.js'
import type { PdfFont } from 'pdfmake/js/PDFDocument.js'

/** Width of the stroke in em. Half of it lies outside: no character reaches the next one. */
const STROKE = 0.025

const bold = new WeakMap<PdfFont, PdfFont>()
const isBold = new WeakSet<PdfFont>()

/** The same embedded font; what is set in it comes out bold on a document that `drawBold` has prepared. */
export function boldOf(font: PdfFont): PdfFont {
  const known = bold.get(font)
  if (known !== undefined) return known
  // Its dictionary is the font's own: only there pdfkit looks whether the font was used.
  const made: PdfFont = Object.create(font, { ref: { value: () => font.ref() } })
  bold.set(font, made)
  isBold.add(made)
  return made
}

/** Teaches a document to draw the fonts of `boldOf`. */
export function drawBold(document: PDFDocument): void {
  const text = document.text
  document.text = (string, x, y, options) => {
    if (!isBold.has(document._font)) return text.call(document, string, x, y, options)
    document.lineWidth(document._fontSize * STROKE).strokeColor('black')
    return text.call(document, string, x, y, { ...options, fill: true, stroke: true })
  }
}
