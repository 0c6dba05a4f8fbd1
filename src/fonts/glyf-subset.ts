/** A TrueType font with only the glyphs that a document draws (OpenType 1.9; what PDF wants of it: ISO 32000-1, 9.9). */

import { isComposite, partsOf, readOutlines } from './glyf-outlines.js'
import { type FontTables, sumOf } from './sfnt-tables.js'

/** Where `head` holds what makes the words of the whole file add up to this number. */
const ADJUSTMENT = 8
const WHOLE_SUM = 0xb1b0afba

/** Copied whole, where the font has them: the program that fits outlines to pixels. */
const HINTING = ['cvt ', 'fpgm', 'prep'] as const

/** A font file in which glyph n is `glyphs[n]`; what composite glyphs are made of comes behind them. */
export function subsetGlyphs(font: FontTables, glyphs: readonly number[]): Uint8Array {
  const { ids, outlines } = collectOutlines(font, glyphs)
  const { glyf, loca } = joinOutlines(outlines)
  const tables = new Map<string, Uint8Array>([
    ['glyf', glyf],
    ['head', patched(font, 'head', patchHead)],
    ['hhea', patched(font, 'hhea', (view) => view.setUint16(34, ids.length))],
    ['hmtx', copyMetrics(font, ids)],
    ['loca', loca],
    ['maxp', patched(font, 'maxp', (view) => view.setUint16(4, ids.length))],
  ])
  for (const tag of HINTING) {
    const range = font.find(tag)
    if (range !== undefined) tables.set(tag, font.bytes.subarray(range.offset, range.offset + range.length))
  }
  return writeFontFile(tables)
}

function collectOutlines(font: FontTables, glyphs: readonly number[]): { ids: number[]; outlines: Uint8Array[] } {
  const outlineOf = readOutlines(font)
  const ids = [...glyphs]
  const places = new Map(ids.map((id, place) => [id, place]))
  const placeOf = (id: number): number => {
    const known = places.get(id)
    if (known !== undefined) return known
    places.set(id, ids.length)
    return ids.push(id) - 1
  }
  const outlines: Uint8Array[] = []
  // The list grows while it is read: the parts of a composite glyph may be composite themselves.
  for (let place = 0; place < ids.length; place++) {
    const outline = outlineOf(ids[place]!) ?? new Uint8Array(0)
    outlines.push(isComposite(outline) ? renumberParts(outline, placeOf) : outline)
  }
  return { ids, outlines }
}

function renumberParts(outline: Uint8Array, placeOf: (id: number) => number): Uint8Array {
  const copy = outline.slice()
  const view = new DataView(copy.buffer)
  for (const { at, glyph } of partsOf(outline)) view.setUint16(at, placeOf(glyph))
  return copy
}

function joinOutlines(outlines: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } {
  const glyf = new Uint8Array(outlines.reduce((size, outline) => size + padded(outline.length), 0))
  const loca = new DataView(new ArrayBuffer(4 * (outlines.length + 1)))
  let at = 0
  outlines.forEach((outline, place) => {
    loca.setUint32(4 * place, at)
    glyf.set(outline, at)
    at += padded(outline.length)
  })
  loca.setUint32(4 * outlines.length, at)
  return { glyf, loca: new Uint8Array(loca.buffer) }
}

/** Advance and left side bearing of each glyph; the last advance of the table goes for all glyphs behind it. */
function copyMetrics({ view, at }: FontTables, ids: readonly number[]): Uint8Array {
  const metrics = at('hmtx')
  const full = view.getUint16(at('hhea') + 34)
  const copy = new DataView(new ArrayBuffer(4 * ids.length))
  ids.forEach((id, place) => {
    copy.setUint16(4 * place, view.getUint16(metrics + 4 * Math.min(id, full - 1)))
    const bearing = id < full ? metrics + 4 * id + 2 : metrics + 4 * full + 2 * (id - full)
    copy.setInt16(4 * place + 2, view.getInt16(bearing))
  })
  return new Uint8Array(copy.buffer)
}

/** Offsets of outlines are long. The sum of the whole file is not part of the table's own. */
function patchHead(view: DataView): void {
  view.setUint32(ADJUSTMENT, 0)
  view.setInt16(50, 1)
}

function patched({ bytes, at, find }: FontTables, tag: string, patch: (view: DataView) => void): Uint8Array {
  const start = at(tag)
  const copy = bytes.slice(start, start + find(tag)!.length)
  patch(new DataView(copy.buffer))
  return copy
}

/** Tables stand in the order of their tags, each at a multiple of four bytes. */
function writeFontFile(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const start = 12 + 16 * entries.length
  const file = new Uint8Array(entries.reduce((size, [, table]) => size + padded(table.length), start))
  const view = new DataView(file.buffer)
  const power = 2 ** Math.floor(Math.log2(entries.length))
  view.setUint32(0, 0x00010000)
  ;[entries.length, 16 * power, Math.log2(power), 16 * (entries.length - power)].forEach((value, index) => {
    view.setUint16(4 + 2 * index, value)
  })
  let at = start
  let headAt = 0
  entries.forEach(([tag, table], index) => {
    const record = 12 + 16 * index
    file.set(table, at)
    if (tag === 'head') headAt = at
    file.set(
      [...tag].map((letter) => letter.charCodeAt(0)),
      record,
    )
    view.setUint32(record + 4, sumOf(view, at, table.length))
    view.setUint32(record + 8, at)
    view.setUint32(record + 12, table.length)
    at += padded(table.length)
  })
  view.setUint32(headAt + ADJUSTMENT, WHOLE_SUM - sumOf(view, 0, file.length))
  return file
}

function padded(length: number): number {
  return (length + 3) & ~3
}
