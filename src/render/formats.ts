/** The formats that a document can be written in. */

import type { Outcome } from '../domain/diagnostic.js'
import type { FontSet } from '../fonts/font-set.js'
import type { LaidOut } from '../layout/page.js'
import type { Deflate } from '../packing/deflate.js'

/** How documents are written beside what the form says. */
export interface RenderOptions {
  /** One that runs everywhere where none is given. */
  readonly deflate?: Deflate
  /** For archives: the PDF says what its colours are. */
  readonly pdf?: 'archive'
}

/** Writes a laid out form; `fonts` are those that measured it. What the format cannot express is a warning. */
export type Render = (laidOut: LaidOut, fonts: FontSet, options?: RenderOptions) => Promise<Outcome<Uint8Array>>

/** File name extensions. */
export type Format = 'pdf' | 'docx' | 'xlsx' | 'html'

/** Each renderer is loaded when it is asked for: the Office libraries are large. */
export const FORMATS: Readonly<Record<Format, () => Promise<Render>>> = {
  pdf: async () => (await import('./pdf/render-pdf.js')).renderPdf,
  docx: async () => {
    const { renderWord } = await import('./word/render-word.js')
    return (laidOut, _, options) => renderWord(laidOut, options?.deflate)
  },
  xlsx: async () => {
    const { renderExcel } = await import('./excel/render-excel.js')
    return (laidOut, _, options) => renderExcel(laidOut, options?.deflate)
  },
  html: async () => (await import('./html/render-html.js')).renderHtml,
}
