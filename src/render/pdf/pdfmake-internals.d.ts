/** pdfmake's document class, and pdfmake as one file for browsers: it has no types for either. */

declare module 'pdfmake/js/PDFDocument.js' {
  type DocumentClass = new (
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
  ) => object
  const pdfmake: DocumentClass | { readonly default: DocumentClass }
  export default pdfmake
}

declare module 'pdfmake/build/pdfmake.min.js' {
  const pdfmake: {
    createPdf(definition: { readonly content: readonly [] }): { getStream(): Promise<object> }
  }
  export default pdfmake
}
