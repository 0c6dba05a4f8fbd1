/** The objects of a composite font in a PDF (ISO 32000-1, 9.7 to 9.10): a subset of the glyphs, widths, what each code stands for. */

import type * as fontkit from 'fontkit'
import { subsetGlyphs } from '../../fonts/glyf-subset.js'
import type { Typeface } from '../../fonts/typeface.js'
import type { PdfDocument, PdfReference } from './document.js'

/** What a document draws of a font. By code, counted from 0, which stands for the missing glyph. */
export interface DrawnGlyphs {
  readonly ids: readonly number[]
  /** Advances in thousandths of an em. */
  readonly widths: readonly number[]
  /** The text that each stands for. */
  readonly texts: readonly string[]
}

/** Deflates a stream, in zlib's wrapping. */
export type PackStream = (stream: Uint8Array) => Uint8Array | Promise<Uint8Array>

const SYMBOLIC = 4
const FIXED_PITCH = 1

/** Writes the font into the document and fills in `font`, its dictionary. `index` tells the document's fonts apart. */
export async function embedFont(
  document: PdfDocument,
  font: PdfReference,
  face: Typeface,
  drawn: DrawnGlyphs,
  index: number,
  pack: PackStream,
): Promise<void> {
  const write = (dictionary: object): PdfReference => {
    const object = document.ref(dictionary)
    object.end()
    return object
  }
  const writeStream = async (dictionary: object, stream: Uint8Array): Promise<PdfReference> => {
    const object = document.ref({ ...dictionary, Length: 0, Filter: 'FlateDecode' })
    object.end(await pack(stream))
    return object
  }
  const isTrueType = face.tables.find('glyf') !== undefined
  const name = `KEIKA${String.fromCharCode(0x41 + index)}+${face.postscriptName.replaceAll(' ', '_')}`
  const file = isTrueType
    ? { FontFile2: await writeStream({}, subsetGlyphs(face.tables, drawn.ids)) }
    : { FontFile3: await writeStream({ Subtype: 'CIDFontType0C' }, await subsetCff(face, drawn.ids)) }
  const descendant = write({
    Type: 'Font',
    Subtype: isTrueType ? 'CIDFontType2' : 'CIDFontType0',
    BaseFont: name,
    CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
    FontDescriptor: write({ ...describe(face), FontName: name, ...file }),
    W: [0, drawn.widths],
    ...(isTrueType ? { CIDToGIDMap: 'Identity' } : {}),
  })
  font.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: await writeStream({}, new TextEncoder().encode(`${unicodeMap(drawn.texts)}\n`)),
  }
  font.end()
}

/** The font's descriptor but for its name and file, in thousandths of an em. */
function describe({ tables }: Typeface): object {
  const { view, at, find } = tables
  const head = at('head')
  const scale = 1000 / view.getUint16(head + 18)
  const number = (offset: number) => view.getInt16(offset) * scale
  const [ascent, descent] = [number(at('hhea') + 4), number(at('hhea') + 6)]
  const os2 = find('OS/2')?.offset
  // Version 2 of the table brought the heights of capitals and of small letters.
  const hasHeights = os2 !== undefined && view.getUint16(os2) >= 2
  const post = find('post')?.offset
  const isFixed = post !== undefined && view.getUint32(post + 12) !== 0
  return {
    Type: 'FontDescriptor',
    Flags: SYMBOLIC | (isFixed ? FIXED_PITCH : 0),
    FontBBox: [36, 38, 40, 42].map((offset) => number(head + offset)),
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

/** From codes to texts, in ranges that share their first byte (ISO 32000-1, 9.10.3). */
function unicodeMap(texts: readonly string[]): string {
  const ranges: string[] = []
  for (let start = 0; start < texts.length; start += 256) {
    const part = texts.slice(start, start + 256)
    ranges.push(`<${hex(start)}> <${hex(start + part.length - 1)}> [${part.map(unicodeOf).join(' ')}]`)
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
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

function unicodeOf(text: string): string {
  return `<${Array.from({ length: text.length }, (_, unit) => hex(text.charCodeAt(unit))).join('') || '0000'}>`
}

/** Four hexadecimal digits. */
export function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}

function text(value: string): object {
  // pdfkit writes a plain string as a name.
  return new String(value)
}
