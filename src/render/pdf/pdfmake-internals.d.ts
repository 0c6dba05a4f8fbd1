/** pdfmake's document behind its own layout and renderer, which ours take the place of. pdfmake has no types for it. */

declare module 'pdfmake/js/PDFDocument.js' {
  /** pdfmake's subclass of pdfkit's document: a readable stream of the file's bytes. */
  class PDFDocument {
    constructor(fonts: object, images: object, patterns: object, attachments: object, options: object)
    /** Opens a page of `size` [width, height] in points; what is added from then on stands on it. */
    addPage(options: { readonly size: readonly [number, number] }): this
    readonly page: {
      /** The page's fonts by the names that its content calls them. */
      readonly fonts: Record<string, PdfReference>
      readonly dictionary: { readonly data: { Contents: PdfReference } }
    }
    readonly outline: {
      /** A bookmark to a place on the current page: `top` from its top edge, `left` from its right edge. */
      addItem(
        title: string,
        options: { readonly expanded: boolean; readonly top: number; readonly left: number },
      ): object
    }
    /** A new indirect object: names are plain strings, texts String objects, lists arrays, dictionaries objects. */
    ref(dictionary?: object): PdfReference
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    end(): void
  }

  interface PdfReference {
    data: object
    /** Writes the object into the file, with its stream. */
    end(stream?: Uint8Array | string): void
  }

  export type { PdfReference }
  export { PDFDocument as default }
}
