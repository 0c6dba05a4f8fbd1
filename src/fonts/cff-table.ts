/** The table `CFF ` (Adobe Technical Note 5176): the charstring of every glyph and the subroutines that it may call. */

import { FontError } from './font-fault.js'
import type { FontTables } from './sfnt-tables.js'

/** Operators of dictionaries; those of two bytes, of which the first is 12, in hexadecimal digits. */
const CHARSTRINGS = 17
const PRIVATE = 18
const SUBROUTINES = 19
const FONTS = 0x0c24
const FONT_OF_GLYPH = 0x0c25

/** A list of pieces of data (5176, 5), each looked up when it is asked for. */
export interface Index {
  readonly count: number
  /** `undefined` where there is none of that number, or it lies outside. */
  item(index: number): Uint8Array | undefined
}

export interface Charstrings {
  readonly glyphs: Index
  /** Subroutines of all glyphs. */
  readonly shared: Index
  /** Those of the font that a glyph belongs to: large character sets are several fonts in one. */
  ownOf(glyph: number): Index
}

/** Throws a RangeError or FontError where the table is not whole. */
export function readCharstrings(font: FontTables): Charstrings {
  const start = font.at('CFF ')
  const table = font.bytes.subarray(start, start + font.find('CFF ')!.length)
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const names = readIndex(table, view.getUint8(2))
  const tops = readIndex(table, names.end)
  const strings = readIndex(table, tops.end)
  const shared = readIndex(table, strings.end)
  const top = readDictionary(tops.item(0) ?? new Uint8Array(0))
  const glyphs = readIndex(table, placeIn(top, CHARSTRINGS))
  if (!top.has(FONTS)) {
    const own = readSubroutines(table, top)
    return { glyphs, shared, ownOf: () => own }
  }
  const fonts = readIndex(table, placeIn(top, FONTS))
  const own = Array.from({ length: fonts.count }, (_, each) =>
    readSubroutines(table, readDictionary(fonts.item(each) ?? new Uint8Array(0))),
  )
  const fontOf = readFontOfGlyph(view, placeIn(top, FONT_OF_GLYPH))
  return { glyphs, shared, ownOf: (glyph) => own[fontOf(glyph)] ?? NONE }
}

const NONE: Index = { count: 0, item: () => undefined }

function readIndex(table: Uint8Array, start: number): Index & { readonly end: number } {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const count = view.getUint16(start)
  if (count === 0) return { ...NONE, end: start + 2 }
  const size = view.getUint8(start + 2)
  // Offsets count from the byte before the data.
  const base = start + 2 + size * (count + 1)
  const placeOf = (index: number) => {
    let offset = 0
    for (let byte = 0; byte < size; byte++) offset = offset * 256 + view.getUint8(start + 3 + size * index + byte)
    return base + offset
  }
  return {
    count,
    end: placeOf(count),
    item(index) {
      if (index < 0 || index >= count) return undefined
      const [from, to] = [placeOf(index), placeOf(index + 1)]
      return base < from && from <= to && to <= table.length ? table.subarray(from, to) : undefined
    },
  }
}

type Dictionary = ReadonlyMap<number, readonly number[]>

/** Only whole numbers are wanted of it: real ones stand as NaN. */
function readDictionary(data: Uint8Array): Dictionary {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const entries = new Map<number, readonly number[]>()
  let operands: number[] = []
  for (let at = 0; at < data.length; ) {
    const first = view.getUint8(at++)
    if (first <= 21) {
      entries.set(first === 12 ? 0x0c00 + view.getUint8(at++) : first, operands)
      operands = []
    } else if (first === 28) {
      operands.push(view.getInt16(at))
      at += 2
    } else if (first === 29) {
      operands.push(view.getInt32(at))
      at += 4
    } else if (first === 30) {
      operands.push(Number.NaN)
      while ((view.getUint8(at++) & 0x0f) !== 0x0f);
    } else if (first >= 251) operands.push(-256 * (first - 251) - view.getUint8(at++) - 108)
    else if (first >= 247) operands.push(256 * (first - 247) + view.getUint8(at++) + 108)
    else operands.push(first - 139)
  }
  return entries
}

function placeIn(dictionary: Dictionary, operator: number): number {
  const place = dictionary.get(operator)?.[0]
  if (place === undefined) throw new FontError({ tag: 'damaged', table: 'CFF ' })
  return place
}

function readSubroutines(table: Uint8Array, font: Dictionary): Index {
  const [size = 0, start = 0] = font.get(PRIVATE) ?? []
  const place = readDictionary(table.subarray(start, start + size)).get(SUBROUTINES)?.[0]
  return place === undefined ? NONE : readIndex(table, start + place)
}

/** Which of the fonts a glyph belongs to (5176, 19), glyph by glyph or in ranges. */
function readFontOfGlyph(view: DataView, start: number): (glyph: number) => number {
  if (view.getUint8(start) === 0) return (glyph) => view.getUint8(start + 1 + glyph)
  const count = view.getUint16(start + 1)
  const rangeAt = (range: number) => start + 3 + 3 * range
  return (glyph) => {
    for (let range = count - 1; range >= 0; range--) {
      if (view.getUint16(rangeAt(range)) <= glyph) return view.getUint8(rangeAt(range) + 2)
    }
    return -1
  }
}
