/** The objects of a composite font in a PDF (ISO 32000-1, 9.7 to 9.10): a subset of the glyphs, widths, what each code stands for. */

import type * as fontkit from 'fontkit'
import { subsetGlyphs } from '../../fonts/glyf-subset.js'
import type { Typeface } from '../../fonts/typeface.js'
import type { PdfFile } from './pdf-file.js'
import { dictionary, hex, list, name, type Reference, text, type Value } from './values.js'

/** What a document draws of a font. By code, counted from 0, which stands for the missing glyph. */
export interface DrawnGlyphs {
  readonly ids: readonly number[]
  /** Advances in thousandths of an em. */
  readonly widths: readonly number[]
  /** The text that each stands for. */
  readonly texts: readonly string[]
}

const SYMBOLIC = 4
const FIXED_PITCH = 1

/** Writes the font into the file, as the object `font`. `index` tells the document's fonts apart. */
export async function embedFont(
  file: PdfFile,
  font: Reference,
  face: Typeface,
  drawn: DrawnGlyphs,
  index: number,
): Promise<void> {
  const isTrueType = face.tables.find('glyf') !== undefined
  const base = name(`KEIKA${String.fromCharCode(0x41 + index)}+${face.postscriptName.replaceAll(' ', '_')}`)
  const program = isTrueType
    ? await file.addPacked(file.pack(subsetGlyphs(face.tables, drawn.ids)))
    : await file.addPacked(file.pack(await subsetCff(face, drawn.ids)), { Subtype: '/CIDFontType0C' })
  const descriptor = file.add(
    dictionary({ ...describe(face), FontName: base, [isTrueType ? 'FontFile2' : 'FontFile3']: program }),
  )
  const descendant = file.add(
    dictionary({
      Type: '/Font',
      Subtype: isTrueType ? '/CIDFontType2' : '/CIDFontType0',
      BaseFont: base,
      CIDSystemInfo: dictionary({ Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 }),
      FontDescriptor: descriptor,
      W: list([0, list(drawn.widths.map((width) => Math.round(width * 100) / 100))]),
      CIDToGIDMap: isTrueType ? '/Identity' : undefined,
    }),
  )
  file.add(
    dictionary({
      Type: '/Font',
      Subtype: '/Type0',
      BaseFont: base,
      Encoding: '/Identity-H',
      DescendantFonts: list([descendant]),
      ToUnicode: await file.addPacked(file.pack(new TextEncoder().encode(unicodeMap(drawn.texts)))),
    }),
    font,
  )
}

/** The font's descriptor but for its name and file, in thousandths of an em. */
function describe({ tables }: Typeface): Record<string, Value> {
  const { view, at, find } = tables
  const head = at('head')
  const scale = 1000 / view.getUint16(head + 18)
  const number = (offset: number) => Math.round(view.getInt16(offset) * scale)
  const [ascent, descent] = [number(at('hhea') + 4), number(at('hhea') + 6)]
  const os2 = find('OS/2')?.offset
  // Version 2 of the table brought the heights of capitals and of small letters.
  const hasHeights = os2 !== undefined && view.getUint16(os2) >= 2
  const post = find('post')?.offset
  const isFixed = post !== undefined && view.getUint32(post + 12) !== 0
  return {
    Type: '/FontDescriptor',
    Flags: SYMBOLIC | (isFixed ? FIXED_PITCH : 0),
    FontBBox: list([36, 38, 40, 42].map((offset) => number(head + offset))),
    ItalicAngle: post === undefined ? 0 : view.getInt32(post + 4) / 0x10000,
    Ascent: ascent,
    Descent: descent,
    CapHeight: hasHeights ? number(os2 + 88) : ascent,
    XHeight: hasHeights ? number(os2 + 86) : 0,
    StemV: 0,
  }
}

/** Fonts that were cut down before: to open one takes as long as all the rest. */
const opened = new WeakMap<Typeface, fontkit.Font>()

/** Outlines of the other kind come from some systems' fonts only: fontkit, slow to load, cuts them out. */
async function subsetCff(face: Typeface, ids: readonly number[]): Promise<Uint8Array> {
  const { create } = await import('fontkit')
  // fontkit's types ask for node's kind of bytes, its code for any.
  const bytes = face.bytes as Parameters<typeof create>[0]
  const font = opened.get(face) ?? (create(bytes, face.postscriptName) as fontkit.Font)
  opened.set(face, font)
  const subset = font.createSubset() as fontkit.Subset & { readonly glyphs: number[] }
  // Two codes may draw one glyph, which `includeGlyph` would make one.
  subset.glyphs.push(...ids.slice(1))
  return subset.encode()
}

/** So many entries may stand in one list (Adobe Technical Note 5411). */
const AT_ONCE = 100

/**
 * From codes to texts (ISO 32000-1, 9.10.3), each by an entry of its own: Ghostscript takes ranges for something else, and what
 * is copied from its files is then no text.
 */
function unicodeMap(texts: readonly string[]): string {
  const entries = texts.map((text, code) => `<${hex(code)}> ${unicodeOf(text)}\n`)
  const lists: string[] = []
  for (let start = 0; start < entries.length; start += AT_ONCE) {
    const part = entries.slice(start, start + AT_ONCE)
    lists.push(`${part.length} beginbfchar\n${part.join('')}endbfchar\n`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${lists.join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

function unicodeOf(text: string): string {
  return `<${Array.from({ length: text.length }, (_, unit) => hex(text.charCodeAt(unit))).join('') || '0000'}>`
}
