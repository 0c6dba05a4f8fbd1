/** The fonts of a PDF: they draw the very glyphs that the layout measured, and say which text each stands for. */

import { characterOf, clusterEnd, drawCluster } from '../../fonts/clusters.js'
import { type FontSet, isInvisible, isZeroWidth } from '../../fonts/font-set.js'
import { embedFont } from './embed-font.js'
import type { PdfFile } from './pdf-file.js'
import { hex, type Reference } from './values.js'

type Direction = 'horizontal' | 'vertical'
export type Weight = 'regular' | 'bold'

/** A run of text that one font draws. */
export interface FontRun {
  /** The name that pages give the font. */
  readonly font: string
  readonly codes: string
  /** In em. */
  readonly width: number
  /** UTF-16 units. */
  readonly length: number
  /** Of the face: what is to be bold and has no bold face is drawn in a regular one. */
  readonly weight: Weight
}

/** A character with all that stands on it, as the PDF writes it. */
interface Written {
  readonly face: number
  readonly weight: Weight
  readonly code: string
  readonly advance: number
}

const SPACE = 0x20

export class PdfFonts {
  private readonly written: Readonly<Record<Weight, Readonly<Record<Direction, Map<string, Written>>>>> = {
    regular: { horizontal: new Map(), vertical: new Map() },
    bold: { horizontal: new Map(), vertical: new Map() },
  }
  /** By UTF-16 unit: the same for single characters of the first plane in horizontal lines of regular type. */
  private readonly singles: (Written | undefined)[] = []
  private readonly embedded: (EmbeddedFace | undefined)[] = []

  constructor(
    private readonly file: PdfFile,
    private readonly fonts: FontSet,
  ) {}

  /** Parts a text by the font that draws it. */
  encode(text: string, direction: Direction, weight: Weight): FontRun[] {
    const plain = direction === 'horizontal' && weight === 'regular' ? this.encodeSingles(text) : undefined
    return plain === undefined ? this.encodeClusters(text, direction, weight) : [plain]
  }

  /** The short way for nearly every text: characters of one font that were all drawn before and that nothing stands on. */
  private encodeSingles(text: string): FontRun | undefined {
    const face = this.singles[text.charCodeAt(0)]?.face
    let codes = ''
    let width = 0
    for (let at = 0; at < text.length; at++) {
      const written = this.singles[text.charCodeAt(at)]
      if (written === undefined || written.face !== face) return undefined
      codes += written.code
      width += written.advance
    }
    if (face === undefined) return undefined
    return { font: nameOf(face), codes, width, length: text.length, weight: 'regular' }
  }

  private encodeClusters(text: string, direction: Direction, weight: Weight): FontRun[] {
    const runs: FontRun[] = []
    for (let at = 0; at < text.length; ) {
      const start = at
      let codes = ''
      let width = 0
      let end = clusterEnd(text, at)
      let written = this.writtenOf(text.slice(at, end), direction, weight)
      const first = written
      const { face } = written
      while (written.face === face) {
        codes += written.code
        width += written.advance
        at = end
        if (at === text.length) break
        end = clusterEnd(text, at)
        written = this.writtenOf(text.slice(at, end), direction, weight)
      }
      runs.push({ font: nameOf(face), codes, width, length: at - start, weight: first.weight })
    }
    return runs
  }

  /** The fonts that were drawn with, by their names. */
  references(): Record<string, Reference> {
    return Object.fromEntries(this.embedded.flatMap((font, face) => (font ? [[nameOf(face), font.reference]] : [])))
  }

  /** Writes the fonts into the file, when all is drawn. */
  async embed(): Promise<void> {
    for (const [face, font] of this.embedded.entries()) {
      if (font !== undefined) await embedFont(this.file, font.reference, this.fonts.faces[face]!, font, face)
    }
  }

  private writtenOf(cluster: string, direction: Direction, weight: Weight): Written {
    const known = this.written[weight][direction].get(cluster)
    if (known !== undefined) return known
    const written = this.write(cluster, direction, weight)
    this.written[weight][direction].set(cluster, written)
    const unit = cluster.charCodeAt(0)
    const isUsual = direction === 'horizontal' && weight === 'regular'
    if (isUsual && cluster.length === 1 && !isZeroWidth(unit)) this.singles[unit] = written
    return written
  }

  /** Every text gets a code of its own, even where two share a glyph: so the text of the PDF is the plan's to the letter. */
  private write(cluster: string, direction: Direction, weight: Weight): Written {
    const isSilent = isInvisible(cluster.codePointAt(0)!)
    const plain = isSilent ? this.fonts.draw(SPACE) : drawCluster(this.fonts, cluster, direction)
    const bold = weight === 'bold' ? this.fonts.embolden(plain, characterOf(cluster), direction) : undefined
    const { face, glyph } = bold ?? plain
    const advance = isSilent ? 0 : glyph.advance
    this.embedded[face] ??= { reference: this.file.reserve(), ids: [0], widths: [1000], texts: [''] }
    const { ids, widths, texts } = this.embedded[face]
    widths.push(advance * 1000)
    texts.push(cluster)
    return { face, weight: bold === undefined ? 'regular' : 'bold', code: hex(ids.push(glyph.id) - 1), advance }
  }
}

interface EmbeddedFace {
  readonly reference: Reference
  readonly ids: number[]
  readonly widths: number[]
  readonly texts: string[]
}

function nameOf(face: number): string {
  return `F${face}`
}
