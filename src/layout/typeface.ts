/** One font file: which characters it has, how wide they are, which glyph draws them. Parsed by fontkit. */

import { createRequire } from 'node:module'
import type * as fontkit from 'fontkit'

// The copy that pdfkit requires: imported, fontkit would be loaded twice.
const { create } = createRequire(import.meta.url)('fontkit') as typeof fontkit

/** A glyph of a font file. */
export interface Glyph {
  readonly id: number
  /** In em. */
  readonly advance: number
}

export interface Typeface {
  readonly family: string
  /** The names that the file itself gives its family, in all languages. */
  readonly names: readonly string[]
  readonly postscriptName: string
  /** The whole font file, as the PDF embeds its subset from it. */
  readonly bytes: Uint8Array
  /** The file holds several fonts (.ttc). */
  readonly isCollection: boolean
  /** Height of the font's ascender in em, from hhea. */
  readonly ascender: number
  /** The glyph of a character, `undefined` where the font lacks it. */
  glyph(codePoint: number): Glyph | undefined
  /** The glyph of a character with a variation selector (cmap format 14), `undefined` where the font lacks the variant. */
  variant(codePoint: number, selector: number): Glyph | undefined
  /** The glyph for vertical setting (GSUB `vert`), the horizontal one where there is no other. */
  verticalGlyph(codePoint: number): Glyph | undefined
}

/** The parts of fontkit that its types leave out. */
interface Cmap {
  lookup(codePoint: number): number
  getVariationSelector(codePoint: number, selector: number): number
}

interface NameTable {
  readonly records?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

type Font = fontkit.Font & {
  readonly _cmapProcessor: Cmap
  readonly name?: NameTable
  readonly directory: { readonly tables: { readonly hmtx: { readonly offset: number } } }
  readonly hhea: { readonly numberOfMetrics: number }
}

/** Opens a font file; `postscriptName` chooses from a collection. Throws where the bytes are no font. */
export function openTypeface(bytes: Uint8Array, family: string, postscriptName?: string): Typeface {
  const opened = create(bytes as Buffer, undefined)
  const isCollection = 'fonts' in opened
  const font = (isCollection ? chooseFont(opened.fonts, family, postscriptName) : opened) as Font
  const cmap = font._cmapProcessor
  const advanceOf = readAdvances(font, bytes)
  const glyphOf = (id: number): Glyph | undefined =>
    id === 0 ? undefined : { id, advance: advanceOf(id) / font.unitsPerEm }
  const glyph = (codePoint: number) => glyphOf(cmap.lookup(codePoint))
  return {
    family,
    names: [font.familyName, font.fullName, ...namesIn(font)],
    postscriptName: font.postscriptName,
    bytes,
    isCollection,
    ascender: font.ascent / font.unitsPerEm,
    glyph,
    variant: (codePoint, selector) => glyphOf(cmap.getVariationSelector(codePoint, selector)),
    verticalGlyph(codePoint) {
      const plain = glyph(codePoint)
      if (plain === undefined) return undefined
      const run = font.layout(String.fromCodePoint(codePoint), { vert: true } as never)
      return glyphOf(run.glyphs.length === 1 ? run.glyphs[0]!.id : plain.id)
    },
  }
}

/** Advances from `hmtx` itself, in units of the font: fontkit would read each glyph's outline for them. */
function readAdvances(font: Font, bytes: Uint8Array): (id: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset } = font.directory.tables.hmtx
  const last = font.hhea.numberOfMetrics - 1
  return (id) => view.getUint16(offset + 4 * Math.min(id, last))
}

function namesIn(font: Font): string[] {
  const records = font.name?.records ?? {}
  return [records.fontFamily, records.fullName].flatMap((byLanguage) => Object.values(byLanguage ?? {}).map(String))
}

function chooseFont(fonts: readonly fontkit.Font[], family: string, postscriptName?: string): fontkit.Font {
  const named = fonts.find((font) => font.postscriptName === postscriptName || font.familyName === family)
  return named ?? fonts[0]!
}
