/** The tables of a font file, TrueType or OpenType, one font or a collection (OpenType 1.9, "Font file"). */

import { FontError } from './font-fault.js'

export interface FontTables {
  readonly bytes: Uint8Array
  readonly view: DataView
  /** Where the table of a tag lies; `undefined` where the font has none. */
  find(tag: string): TableRange | undefined
  /** Offset of a table that no font can do without. Throws a FontError where it is missing. */
  at(tag: string): number
  /** Throws a FontError where one of the tables stands in the file with other bytes than it was written with. */
  checkSums(tags: readonly string[]): void
}

export interface TableRange {
  readonly offset: number
  readonly length: number
}

/** How font files begin: TrueType, Apple's TrueType, CFF outlines; a collection; WOFF of both kinds. */
const FONTS = [0x00010000, 0x74727565, 0x4f54544f]
const COLLECTION = 0x74746366
const WEB_FONTS = [0x774f4646, 0x774f4632]

/** Every font of a file. Throws a FontError where the bytes are no font, or the file ends before a table does. */
export function readFontFile(file: Uint8Array): FontTables[] {
  // Not a Buffer, whose slices are no copies.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = bytes.length < 4 ? 0 : view.getUint32(0)
  if (WEB_FONTS.includes(kind)) throw new FontError({ tag: 'web-font' })
  if (kind !== COLLECTION && !FONTS.includes(kind)) throw new FontError({ tag: 'no-font' })
  try {
    if (kind !== COLLECTION) return [readTables(bytes, view, 0)]
    const starts = Array.from({ length: Math.min(view.getUint32(8), bytes.length) }, (_, font) =>
      view.getUint32(12 + 4 * font),
    )
    return starts.map((start) => readTables(bytes, view, start))
  } catch (error) {
    throw error instanceof RangeError ? new FontError({ tag: 'cut' }) : error
  }
}

interface TableRecord extends TableRange {
  readonly sum: number
}

function readTables(bytes: Uint8Array, view: DataView, start: number): FontTables {
  const tables = new Map<string, TableRecord>()
  const count = view.getUint16(start + 4)
  for (let index = 0; index < count; index++) {
    const record = start + 12 + 16 * index
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4))
    const [sum, offset, length] = [view.getUint32(record + 4), view.getUint32(record + 8), view.getUint32(record + 12)]
    if (offset + length > bytes.length) throw new FontError({ tag: 'cut' })
    tables.set(tag, { sum, offset, length })
  }
  return {
    bytes,
    view,
    find: (tag) => tables.get(tag),
    at(tag) {
      const table = tables.get(tag)
      if (table === undefined) throw new FontError({ tag: 'damaged', table: tag })
      return table.offset
    },
    checkSums(tags) {
      for (const tag of tags) {
        const table = tables.get(tag)
        if (table !== undefined && !isAsSummed(tag, table, view)) throw new FontError({ tag: 'damaged', table: tag })
      }
    },
  }
}

/** The sum of the whole file, which `head` holds at this place, is not part of that table's own. */
const ADJUSTMENT = 8

function isAsSummed(tag: string, { sum, offset, length }: TableRecord, view: DataView): boolean {
  const adjustment = tag === 'head' && length >= ADJUSTMENT + 4 ? view.getUint32(offset + ADJUSTMENT) : 0
  return (sumOf(view, offset, length) - adjustment) >>> 0 === sum
}

/** Summed in parts: engines make a short function that is called often fast sooner than a long loop. */
const PART = 1024

/** The bytes as numbers of four, the last one filled up with zeros. */
export function sumOf(view: DataView, start: number, length: number): number {
  let sum = 0
  const whole = start + length - (length % 4)
  for (let at = start; at < whole; at += PART) sum = (sum + sumOfPart(view, at, Math.min(at + PART, whole))) | 0
  for (let at = whole; at < start + length; at++) sum = (sum + (view.getUint8(at) << (8 * (3 - (at - whole))))) | 0
  return sum >>> 0
}

function sumOfPart(view: DataView, start: number, end: number): number {
  let sum = 0
  for (let at = start; at < end; at += 4) sum = (sum + view.getInt32(at)) | 0
  return sum
}
