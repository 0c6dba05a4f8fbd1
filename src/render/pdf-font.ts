/** The fonts of a PDF: they draw the very glyphs that the layout measured, and say which text each stands for. */

import type PDFDocument from 'pdfmake/js/PDFDocument.js'
import type { PdfReference } from 'pdfmake/js/PDFDocument.js'
import { type Drawn, type FontSet, isInvisible, isVariationSelector, isZeroWidth } from '../layout/font-set.js'
import { embedFont, hex } from './pdf-embed.js'

/** A run of text that one font draws. */
export interface FontRun {
  /** The name that pages give the font. */
  readonly font: string
  readonly codes: string
  /** In em. */
  readonly width: number
  /** UTF-16 units. */
  readonly length: number
}

/** A character with all that stands on it, as the PDF writes it. */
interface Written {
  readonly face: number
  readonly code: string
  readonly advance: number
}

const SPACE = 0x20

export class PdfFonts {
  private readonly written = { horizontal: new Map<string, Written>(), vertical: new Map<string, Written>() }
  /** The same for single characters of the first plane in horizontal lines, nearly all there are. */
  private readonly singles: (Written | undefined)[] = []
  private readonly embedded: (EmbeddedFace | undefined)[] = []

  constructor(
    private readonly document: PDFDocument,
    private readonly fonts: FontSet,
  ) {}

  /** Parts a text by the font that draws it. */
  encode(text: string, direction: 'horizontal' | 'vertical'): FontRun[] {
    const runs: FontRun[] = []
    for (let at = 0; at < text.length; ) {
      let next = this.read(text, at, direction)
      const { face } = next.written
      let codes = ''
      let width = 0
      const start = at
      do {
        codes += next.written.code
        width += next.written.advance
        at = next.end
        if (at === text.length) break
        next = this.read(text, at, direction)
      } while (next.written.face === face)
      runs.push({ font: nameOf(face), codes, width, length: at - start })
    }
    return runs
  }

  /** The fonts that are drawn with so far, by their names. */
  references(): Record<string, PdfReference> {
    return Object.fromEntries(this.embedded.flatMap((font, face) => (font ? [[nameOf(face), font.reference]] : [])))
  }

  /** Writes the fonts into the document, when all is drawn. */
  embed(): void {
    this.embedded.forEach((font, face) => {
      if (font !== undefined) embedFont(this.document, font.reference, this.fonts.faces[face]!, font, face)
    })
  }

  private read(text: string, at: number, direction: 'horizontal' | 'vertical'): { written: Written; end: number } {
    const end = clusterEnd(text, at)
    const isSingle = end === at + 1 && direction === 'horizontal'
    const single = isSingle ? this.singles[text.charCodeAt(at)] : undefined
    if (single !== undefined) return { written: single, end }
    const cluster = text.slice(at, end)
    const known = this.written[direction]
    const written = known.get(cluster) ?? this.write(cluster, direction)
    known.set(cluster, written)
    if (isSingle) this.singles[text.charCodeAt(at)] = written
    return { written, end }
  }

  /** Every text gets a code of its own, even where two share a glyph: so the text of the PDF is the plan's to the letter. */
  private write(cluster: string, direction: 'horizontal' | 'vertical'): Written {
    const isSilent = isInvisible(cluster.codePointAt(0)!)
    const { face, glyph } = isSilent ? this.fonts.draw(SPACE) : drawCluster(this.fonts, cluster, direction)
    const advance = isSilent ? 0 : glyph.advance
    this.embedded[face] ??= { reference: this.document.ref(), ids: [0], widths: [1000], texts: [''] }
    const { ids, widths, texts } = this.embedded[face]
    widths.push(advance * 1000)
    texts.push(cluster)
    return { face, code: hex(ids.push(glyph.id) - 1), advance }
  }
}

interface EmbeddedFace {
  readonly reference: PdfReference
  readonly ids: number[]
  readonly widths: number[]
  readonly texts: string[]
}

function nameOf(face: number): string {
  return `F${face}`
}

/** Where the character at `at` ends with all that stands on it. */
function clusterEnd(text: string, at: number): number {
  let end = at + 1
  if (text.codePointAt(at)! > 0xffff) end++
  while (end < text.length) {
    const codePoint = text.codePointAt(end)!
    if (!isZeroWidth(codePoint)) break
    end += codePoint > 0xffff ? 2 : 1
  }
  return end
}

function drawCluster(fonts: FontSet, cluster: string, direction: 'horizontal' | 'vertical'): Drawn {
  const base = cluster.codePointAt(0)!
  if (direction === 'vertical') return fonts.drawVertical(base)
  const length = base > 0xffff ? 2 : 1
  if (cluster.length === length) return fonts.draw(base)
  const next = cluster.codePointAt(length)!
  if (isVariationSelector(next)) return fonts.drawVariant(base, next)
  const composed = cluster.slice(0, length + 1).normalize('NFC')
  return fonts.draw(composed.codePointAt(0)!)
}
