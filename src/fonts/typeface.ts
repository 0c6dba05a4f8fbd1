/** One font file: which characters it has, how wide they are, which glyph draws them. */

import { FontError, readTable } from './font-fault.js'
import { type Glyph, type GlyphJudge, judgeSample, readAdvances, readGlyphs } from './judge-glyphs.js'
import { judgeTables } from './judge-tables.js'
import { type CharacterMap, readCharacterMap } from './sfnt-characters.js'
import { type FontNames, readNames } from './sfnt-names.js'
import { type FontTables, readFontFile } from './sfnt-tables.js'
import { readVerticalForms } from './sfnt-vertical.js'

export interface Typeface {
  readonly family: string
  /** The names that the file itself gives its family, in all languages. */
  readonly names: readonly string[]
  readonly postscriptName: string
  /** The whole font file, as the PDF embeds its subset from it. */
  readonly bytes: Uint8Array
  /** Where this font's parts lie in it. */
  readonly tables: FontTables
  /** The glyph of a character, `undefined` where the font lacks it, or what it has of it could not be seen or read. */
  glyph(codePoint: number): Glyph | undefined
  /** The glyph of a character with a variation selector (cmap format 14), `undefined` where the font lacks the variant. */
  variant(codePoint: number, selector: number): Glyph | undefined
  /** The glyph for vertical setting (GSUB `vert`), the horizontal one where there is no other. */
  verticalGlyph(codePoint: number): Glyph | undefined
  /** The font names a glyph for the character, and that is damaged. */
  isDamaged(codePoint: number): boolean
}

/** A font of a file, before it is known whether it can be used. */
export interface FontInFile {
  readonly tables: FontTables
  readonly names: FontNames
}

/** The fonts of a file by their names: one, or several in a collection. Throws a FontError where the bytes are no font. */
export function readFonts(bytes: Uint8Array): FontInFile[] {
  return readFontFile(bytes).map((tables) => {
    tables.checkSums(['name'])
    const names = readTable('name', () => readNames(tables))
    if (names.families.length === 0) throw new FontError({ tag: 'damaged', table: 'name' })
    return { tables, names }
  })
}

/** Opens a font file; `postscriptName` or the family chooses from a collection. Throws a FontError where it cannot be used. */
export function openTypeface(bytes: Uint8Array, family: string, postscriptName?: string): Typeface {
  return openFont(chooseFont(readFonts(bytes), family, postscriptName), family)
}

export function chooseFont(fonts: readonly FontInFile[], family: string, postscriptName?: string): FontInFile {
  const named =
    fonts.find(({ names }) => names.postscript === postscriptName) ??
    fonts.find(({ names }) => names.families.includes(family)) ??
    fonts[0]
  if (named === undefined) throw new FontError({ tag: 'cut' })
  return named
}

/** Throws a FontError where the font cannot be used. */
export function openFont(font: FontInFile, family: string): Typeface {
  const { tables } = font
  judgeTables(tables)
  const characters = readTable('cmap', () => readCharacterMap(tables))
  if (!readTable('cmap', () => characters.isSorted())) throw new FontError({ tag: 'damaged', table: 'cmap' })
  const judge = readGlyphs(tables)
  judgeSample(judge, characters)
  const verticalForms = readTable('GSUB', () => readVerticalForms(tables))
  return makeTypeface(font, family, characters, judge, () => verticalForms)
}

/** Opens a font that was judged before it went out with the program: doing it again would cost every run its time. */
export function openTrustedFont(font: FontInFile, family: string): Typeface {
  const advanceOf = readAdvances(font.tables)
  const characters = readTable('cmap', () => readCharacterMap(font.tables))
  const judge: GlyphJudge = (id) => ({ tag: 'sound', glyph: { id, advance: advanceOf(id) } })
  return makeTypeface(font, family, characters, judge, () => readVerticalForms(font.tables))
}

function makeTypeface(
  { tables, names }: FontInFile,
  family: string,
  { lookup, lookupVariant }: CharacterMap,
  judge: GlyphJudge,
  readForms: () => ReadonlyMap<number, number>,
): Typeface {
  const glyphOf = (id: number, codePoint: number): Glyph | undefined => {
    const judged = id === 0 ? undefined : judge(id, codePoint)
    return judged?.tag === 'sound' ? judged.glyph : undefined
  }
  let verticalForms: ReadonlyMap<number, number> | undefined
  return {
    family,
    names: names.families,
    postscriptName: names.postscript,
    bytes: tables.bytes,
    tables,
    glyph: (codePoint) => glyphOf(lookup(codePoint), codePoint),
    variant: (codePoint, selector) => glyphOf(lookupVariant(codePoint, selector), codePoint),
    verticalGlyph(codePoint) {
      verticalForms ??= readForms()
      const plain = lookup(codePoint)
      return glyphOf(verticalForms.get(plain) ?? plain, codePoint)
    },
    isDamaged(codePoint) {
      const id = lookup(codePoint)
      return id !== 0 && judge(id, codePoint).tag === 'damaged'
    },
  }
}
