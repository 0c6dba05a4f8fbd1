/** The embedded fonts of a PDF: they draw the very glyphs that the layout measured, and say which text each stands for. */

import type PDFDocument from 'pdfmake/js/PDFDocument.js'
import type { PdfFont, PdfPosition } from 'pdfmake/js/PDFDocument.js'
import { type Drawn, type FontSet, isInvisible, isVariationSelector, isZeroWidth } from '../layout/font-set.js'

/** The feature that asks for the vertical forms. */
export const VERTICAL = 'vert'

/** A run of text that one font draws. */
export interface FontRun {
  readonly font: PdfFont
  readonly text: string
}

export interface PdfFonts {
  /** Parts a text by the font that draws it. */
  split(text: string): readonly FontRun[]
  /** Advance of a text in em. */
  widthOf(text: string): number
}

/** The names under which a document's fonts are registered, and their files. */
export function fontTable(fonts: FontSet): Record<string, { normal: readonly [Uint8Array, string?] }> {
  return Object.fromEntries(
    fonts.faces.map((face, index) => [
      fontName(index),
      { normal: face.isCollection ? [face.bytes, face.postscriptName] : [face.bytes] },
    ]),
  )
}

/** Embeds fonts as they are first used. */
export function embedFonts(document: PDFDocument, fonts: FontSet): PdfFonts {
  const embedded: (PdfFont | undefined)[] = fonts.faces.map(() => undefined)
  const fontAt = (face: number): PdfFont => {
    const known = embedded[face]
    if (known !== undefined) return known
    const font = document.provideFont(fontName(face), false, false)
    new GlyphWriter(fonts, face, font).takeOver()
    embedded[face] = font
    return font
  }
  return {
    widthOf(text) {
      let width = 0
      for (const char of text) width += fonts.advance(char.codePointAt(0)!)
      return width
    },
    split(text) {
      if (fonts.faces.length === 1) return [{ font: fontAt(0), text }]
      const first = faceAt(fonts, text, 0)
      let end = 0
      while (end < text.length && faceAt(fonts, text, end) === first) end += clusterLength(text, end)
      if (end === text.length) return [{ font: fontAt(first), text }]
      return [{ font: fontAt(first), text: text.slice(0, end) }, ...this.split(text.slice(end))]
    },
  }
}

function fontName(index: number): string {
  return `F${index}`
}

function faceAt(fonts: FontSet, text: string, offset: number): number {
  return drawCluster(fonts, text.slice(offset, offset + clusterLength(text, offset)), false).face
}

/** UTF-16 units of the character at `offset` with all that stands on it. */
function clusterLength(text: string, offset: number): number {
  let end = offset + (text.codePointAt(offset)! > 0xffff ? 2 : 1)
  while (end < text.length) {
    const codePoint = text.codePointAt(end)!
    if (!isZeroWidth(codePoint)) break
    end += codePoint > 0xffff ? 2 : 1
  }
  return end - offset
}

function drawCluster(fonts: FontSet, cluster: string, vertical: boolean): Drawn {
  const base = cluster.codePointAt(0)!
  if (vertical) return fonts.drawVertical(base)
  const length = base > 0xffff ? 2 : 1
  if (cluster.length === length) return fonts.draw(base)
  const next = cluster.codePointAt(length)!
  if (isVariationSelector(next)) return fonts.drawVariant(base, next)
  const composed = cluster.slice(0, length + 1).normalize('NFC')
  return fonts.draw(composed.codePointAt(0)!)
}

/** A cluster as the PDF writes it. */
interface Written {
  readonly code: string
  readonly position: PdfPosition
}

/** Takes the place of pdfkit's shaping, which measures anew and forgets which character a shared glyph stood for. */
class GlyphWriter {
  private readonly written = new Map<string, Written>()
  private readonly verticals = new Map<string, Written>()
  /** The same for single characters of the first plane, nearly all there are. */
  private readonly singles: (Written | undefined)[] = []

  constructor(
    private readonly fonts: FontSet,
    private readonly face: number,
    private readonly font: PdfFont,
  ) {}

  takeOver(): void {
    this.font.encode = (text, features) => this.encode(text, features?.includes(VERTICAL) ?? false)
    // pdfkit asks only to move its pen on, and every line of ours brings its own place.
    this.font.widthOfString = () => 0
  }

  private encode(text: string, vertical: boolean): [string[], PdfPosition[]] {
    const codes: string[] = []
    const positions: PdfPosition[] = []
    const known = vertical ? this.verticals : this.written
    for (let offset = 0; offset < text.length; ) {
      const length = clusterLength(text, offset)
      const single = length === 1 && !vertical ? text.charCodeAt(offset) : -1
      let written = single >= 0 ? this.singles[single] : undefined
      if (written === undefined) {
        const cluster = text.slice(offset, offset + length)
        written = known.get(cluster) ?? this.write(cluster, vertical)
        known.set(cluster, written)
        if (single >= 0) this.singles[single] = written
      }
      codes.push(written.code)
      positions.push(written.position)
      offset += length
    }
    return [codes, positions]
  }

  /** Every text gets a code of its own, even where two share a glyph: so the text of the PDF is the plan's to the letter. */
  private write(cluster: string, vertical: boolean): Written {
    const { glyph, face } = drawCluster(this.fonts, cluster, vertical)
    const codePoints = [...cluster].map((char) => char.codePointAt(0)!)
    const silent = isInvisible(codePoints[0]!)
    const id = silent || face !== this.face ? 0 : glyph.id
    const { subset, unicode, widths } = this.font
    const code = subset.glyphs.push(id) - 1
    const advance = silent ? 0 : glyph.advance * 1000
    unicode[code] = codePoints
    widths[code] = advance
    return {
      code: code.toString(16).padStart(4, '0'),
      position: { xAdvance: advance, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: advance },
    }
  }
}
