/** One font file: which characters it has, how wide they are, which glyph draws them. */

import { readCharacterMap } from './sfnt-characters.js'
import { readNames } from './sfnt-names.js'
import { type FontTables, readFontFile } from './sfnt-tables.js'
import { readVerticalForms } from './sfnt-vertical.js'

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
  /** Where this font's parts lie in it. */
  readonly tables: FontTables
  /** The glyph of a character, `undefined` where the font lacks it. */
  glyph(codePoint: number): Glyph | undefined
  /** The glyph of a character with a variation selector (cmap format 14), `undefined` where the font lacks the variant. */
  variant(codePoint: number, selector: number): Glyph | undefined
  /** The glyph for vertical setting (GSUB `vert`), the horizontal one where there is no other. */
  verticalGlyph(codePoint: number): Glyph | undefined
}

/** Opens a font file; `postscriptName` or the family chooses from a collection. Throws a RangeError where the bytes are no font. */
export function openTypeface(bytes: Uint8Array, family: string, postscriptName?: string): Typeface {
  const fonts = readFontFile(bytes).map((tables) => ({ tables, names: readNames(tables) }))
  const named =
    fonts.find(({ names }) => names.postscript === postscriptName) ??
    fonts.find(({ names }) => names.families.includes(family))
  const { tables, names } = named ?? fonts[0]!
  const { lookup, lookupVariant } = readCharacterMap(tables)
  const advanceOf = readAdvances(tables)
  const glyphOf = (id: number): Glyph | undefined => (id === 0 ? undefined : { id, advance: advanceOf(id) })
  let verticalForms: ReadonlyMap<number, number> | undefined
  return {
    family,
    names: names.families,
    postscriptName: names.postscript,
    bytes,
    tables,
    glyph: (codePoint) => glyphOf(lookup(codePoint)),
    variant: (codePoint, selector) => glyphOf(lookupVariant(codePoint, selector)),
    verticalGlyph(codePoint) {
      verticalForms ??= readVerticalForms(tables)
      const plain = lookup(codePoint)
      return glyphOf(verticalForms.get(plain) ?? plain)
    },
  }
}

/** Advances of glyphs in em, from `hmtx`. */
function readAdvances({ view, at }: FontTables): (id: number) => number {
  const unitsPerEm = view.getUint16(at('head') + 18)
  const last = view.getUint16(at('hhea') + 34) - 1
  const metrics = at('hmtx')
  return (id) => view.getUint16(metrics + 4 * Math.min(id, last)) / unitsPerEm
}
