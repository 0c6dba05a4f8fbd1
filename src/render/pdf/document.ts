/** pdfmake's PDF document behind its own layout and renderer: the writer of a PDF's objects. */

import pdfmake from 'pdfmake/js/PDFDocument.js'

/** What is used of pdfmake's subclass of pdfkit's document: a stream of the file's bytes. */
export interface PdfDocument {
  /** Opens a page of `size` [width, height] in points; what is added from then on stands on it. */
  addPage(options: { readonly size: readonly [number, number] }): this
  readonly page: {
    /** The page's fonts by the names that its content calls them. */
    readonly fonts: Record<string, PdfReference>
    readonly dictionary: { readonly data: { Contents: PdfReference } }
  }
  readonly outline: {
    /** A bookmark to a place on the current page: `top` from its top edge, `left` from its right edge. */
    addItem(title: string, options: { readonly expanded: boolean; readonly top: number; readonly left: number }): object
  }
  /** A new indirect object: names are plain strings, texts String objects, lists arrays, dictionaries objects. */
  ref(dictionary?: object): PdfReference
  on(event: 'data', listener: (chunk: Uint8Array) => void): this
  on(event: 'end', listener: () => void): this
  on(event: 'error', listener: (error: Error) => void): this
  end(): void
}

export interface PdfReference {
  data: object
  /** Writes the object into the file, with its stream. */
  end(stream?: Uint8Array): void
}

/** Of pdfmake's own fonts, pictures, patterns and attachments there are none. */
export async function createDocument(options: object): Promise<PdfDocument> {
  // A CommonJS module with a default export: node hands over the module, bundlers its default.
  const PDFDocument = 'default' in pdfmake ? pdfmake.default : pdfmake
  return new PDFDocument({}, {}, {}, {}, options) as PdfDocument
}
