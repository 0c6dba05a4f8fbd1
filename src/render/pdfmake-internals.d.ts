/** The two stages of pdfmake behind its own layout, which ours takes the place of. pdfmake has no types for them. */

declare module 'pdfmake/js/PDFDocument.js' {
  /** pdfmake's subclass of pdfkit's document: a readable stream of the file's bytes. */
  class PDFDocument {
    constructor(
      fonts: Readonly<Record<string, { readonly normal: readonly [Uint8Array, string?] }>>,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
    )
    provideFont(family: string, bold: boolean, italics: boolean): PdfFont
    /** Sets a line in `_font`; `fill` and `stroke` say how. */
    text: (text: string, x: number, y: number, options: object) => this
    readonly _font: PdfFont
    readonly _fontSize: number
    lineWidth(width: number): this
    strokeColor(color: string): this
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    end(): void
  }

  /** An embedded font of pdfkit: a subset that grows with every glyph that is drawn. */
  interface PdfFont {
    /** Ascender in thousandths of an em. */
    readonly ascender: number
    readonly scale: number
    /** By CID: the code points that the glyph stands for, and its advance in thousandths of an em. */
    readonly unicode: number[][]
    readonly widths: number[]
    readonly subset: { readonly glyphs: number[]; includeGlyph(id: number): number }
    encode(text: string, features?: readonly string[]): [string[], PdfPosition[]]
    widthOfString(text: string, size: number): number
    /** The font's dictionary in the file. */
    ref(): object
  }

  interface PdfPosition {
    readonly xAdvance: number
    readonly yAdvance: number
    readonly xOffset: number
    readonly yOffset: number
    readonly advanceWidth: number
  }

  export type { PdfFont, PdfPosition }
  export { PDFDocument as default }
}

declare module 'pdfmake/js/Renderer.js' {
  import type PDFDocument from 'pdfmake/js/PDFDocument.js'
  import type { PdfFont } from 'pdfmake/js/PDFDocument.js'

  /** Draws pages of placed items on a document. */
  class Renderer {
    constructor(document: PDFDocument)
    renderPages(pages: readonly RenderedPage[]): void
  }

  interface RenderedPage {
    readonly pageSize: { readonly width: number; readonly height: number }
    readonly items: readonly PageItem[]
  }

  type PageItem =
    | { readonly type: 'line'; readonly item: TextLine }
    | { readonly type: 'vector'; readonly item: Vector }

  interface TextLine {
    readonly x: number
    readonly y: number
    readonly inlines: readonly Inline[]
    readonly _outline?: { readonly id: string; readonly text: string; readonly expanded: boolean }
    getHeight(): number
    getAscenderHeight(): number
  }

  interface Inline {
    readonly text: string
    readonly x: number
    readonly width: number
    readonly height: number
    readonly font: PdfFont
    readonly fontSize: number
    readonly characterSpacing?: number
    readonly fontFeatures?: readonly string[]
    readonly color?: string
    readonly decoration?: 'underline' | 'lineThrough'
    readonly decorationStyle?: 'solid' | 'double'
  }

  type Vector =
    | { readonly type: 'line'; x1: number; y1: number; x2: number; y2: number; lineWidth: number; lineCap: 'square' }
    | { readonly type: 'rect'; x: number; y: number; w: number; h: number; color: string }

  export type { Inline, PageItem, RenderedPage, TextLine, Vector }
  export { Renderer as default }
}
