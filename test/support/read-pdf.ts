/** Reads a PDF with pdf.js, which shares nothing with the writer: texts with their places, in points from the top left. */

import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

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
  readonly rules: readonly PdfRule[]
}

/** A straight stroke; the ends from the upper left corner of the page. */
export interface PdfRule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
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
    pages.push({ width, height, texts, rules: readRules(await page.getOperatorList(), height) })
  }
  const { info } = await document.getMetadata()
  const outline = ((await document.getOutline()) ?? []).map((entry) => entry.title)
  await task.destroy()
  return { pages, info: info as Record<string, unknown>, outline }
}

type Matrix = readonly number[]

/** Follows the coordinates through the page's operators (ISO 32000-1, 8.3.4). */
function readRules({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }, height: number): PdfRule[] {
  const rules: PdfRule[] = []
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const place = (x: number, y: number) => {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
    return { x: a * x + c * y + e, y: height - (b * x + d * y + f) }
  }
  fnArray.forEach((operator, at) => {
    const args = argsArray[at] as unknown[]
    if (operator === OPS.save) saved.push(matrix)
    if (operator === OPS.restore) matrix = saved.pop() ?? matrix
    if (operator === OPS.transform) matrix = multiply(matrix, args as number[])
    if (operator !== OPS.constructPath || args[0] !== OPS.stroke) return
    const [path] = args[1] as [ArrayLike<number>]
    const [, x1 = 0, y1 = 0, , x2 = 0, y2 = 0] = Array.from(path)
    const [from, to] = [place(x1, y1), place(x2, y2)]
    rules.push({ x1: from.x, y1: from.y, x2: to.x, y2: to.y })
  })
  return rules
}

function multiply(m: Matrix, n: Matrix): Matrix {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = m
  const [g = 0, h = 0, i = 0, j = 0, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
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
