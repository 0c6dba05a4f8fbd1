/** The formats that a document can be written in. */

import type { FontSet } from '../fonts/font-set.js'
import type { LaidOut } from '../layout/page.js'
import type { Deflate } from './packing/deflate.js'

/** Writes a laid out form; `fonts` are those that measured it. `deflate` is one that runs everywhere where none is given. */
export type Render = (laidOut: LaidOut, fonts: FontSet, deflate?: Deflate) => Promise<Uint8Array>

/** File name extension to renderer. Each is loaded when it is asked for: the Office libraries are large. */
export const FORMATS: Readonly<Record<string, () => Promise<Render>>> = {
  pdf: async () => (await import('./pdf/render-pdf.js')).renderPdf,
  docx: async () => {
    const { renderWord } = await import('./word/render-word.js')
    return (laidOut, _, deflate) => renderWord(laidOut, deflate)
  },
  xlsx: async () => {
    const { renderExcel } = await import('./excel/render-excel.js')
    return (laidOut, _, deflate) => renderExcel(laidOut, deflate)
  },
}
