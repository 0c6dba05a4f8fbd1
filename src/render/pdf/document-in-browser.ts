/** The same as `document.ts` where there is no node: package.json puts it in its place. pdfmake brings its own streams here. */

import pdfmake from 'pdfmake/build/pdfmake.min.js'
import type { PdfDocument } from './document.js'

type DocumentClass = new (
  fonts: object,
  images: object,
  patterns: object,
  attachments: object,
  options: object,
) => object

export async function createDocument(options: object): Promise<PdfDocument> {
  // The file has no other way to the class than through a document of pdfmake's own.
  const own = await pdfmake.createPdf({ content: [] }).getStream()
  return new (own.constructor as DocumentClass)({}, {}, {}, {}, options) as PdfDocument
}
