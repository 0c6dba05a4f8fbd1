/** Reads a PDF with pdf.js, which shares nothing with the writer: texts with their places, in points from the top left. */

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfText {
  readonly text: string
  /** Left end of the base line. */
  readonly x: number
  readonly baseline: number
  readonly width: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly texts: readonly PdfText[]
}

export interface PdfFile {
  readonly pages: readonly PdfPage[]
  readonly info: Readonly<Record<string, unknown>>
  readonly outline: readonly string[]
}

export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 })
  const document = await task.promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const content = await page.getTextContent({ disableNormalization: true, includeMarkedContent: false })
    const texts = content.items.flatMap((item): PdfText[] => {
      // pdf.js puts in spaces of its own between texts that stand apart; they have no height.
      if (!('str' in item) || item.str === '' || item.height === 0) return []
      const [, , , , x = 0, y = 0] = item.transform as number[]
      return [{ text: item.str, x, baseline: height - y, width: item.width }]
    })
    pages.push({ width, height, texts })
  }
  const { info } = await document.getMetadata()
  const outline = ((await document.getOutline()) ?? []).map((entry) => entry.title)
  await task.destroy()
  return { pages, info: info as Record<string, unknown>, outline }
}

/** The texts whose base line begins within a box, top to bottom, left to right, joined with nothing. */
export function textWithin(page: PdfPage, box: { left: number; top: number; width: number; height: number }): string {
  return page.texts
    .filter(
      ({ x, baseline }) =>
        x >= box.left - 0.5 && x < box.left + box.width && baseline > box.top && baseline <= box.top + box.height + 0.5,
    )
    .sort((a, b) => (Math.abs(a.baseline - b.baseline) > 0.5 ? a.baseline - b.baseline : a.x - b.x))
    .map(({ text }) => text)
    .join('')
}
