/** The formats that a document can be written in. */

import type { FontSet } from '../fonts/font-set.js'
import type { LaidOut } from '../layout/page.js'

/** Writes a laid out form; `fonts` are those that measured it. */
export type Render = (laidOut: LaidOut, fonts: FontSet) => Promise<Uint8Array>

/** File name extension to renderer. Each is loaded when it is asked for: the Office libraries are large. */
export const FORMATS: Readonly<Record<string, () => Promise<Render>>> = {
  pdf: async () => (await import('./pdf/render-pdf.js')).renderPdf,
  docx: async () => (await import('./word/render-word.js')).renderWord,
  xlsx: async () => (await import('./excel/render-excel.js')).renderExcel,
}
