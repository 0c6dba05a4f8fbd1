/** TrueType outlines (OpenType 1.9, tables `glyf` and `loca`): where each stands, what it is made of, where it leaves ink. */

import { Extent, type Ink, UNSOUND } from './ink.js'
import type { FontTables } from './sfnt-tables.js'

/** Flags of a part of a composite glyph. */
const WORDS = 0x01
const OFFSETS = 0x02
const SCALE = 0x08
const MORE = 0x20
const TWO_SCALES = 0x40
const MATRIX = 0x80

/** Flags of a point. */
const SHORT_X = 0x02
const SHORT_Y = 0x04
const REPEATED = 0x08
const SAME_OR_POSITIVE_X = 0x10
const SAME_OR_POSITIVE_Y = 0x20

/** Parts within parts, and parts in all, of one glyph: no sound font comes near, and no cycle gets further. */
const DEEPEST = 8
const MOST_PARTS = 256

/** A glyph's outline as it stands in the file, empty for a glyph that is blank; `undefined` where it lies outside. */
export type OutlineOf = (id: number) => Uint8Array | undefined

export function readOutlines(font: FontTables): OutlineOf {
  const { bytes, view, at, find } = font
  const [glyf, loca] = [at('glyf'), at('loca')]
  const { length } = find('glyf')!
  const isLong = view.getInt16(at('head') + 50) === 1
  const count = view.getUint16(at('maxp') + 4)
  const offsetOf = (id: number) => (isLong ? view.getUint32(loca + 4 * id) : 2 * view.getUint16(loca + 2 * id))
  return (id) => {
    if (id >= count) return undefined
    const [start, end] = [offsetOf(id), offsetOf(id + 1)]
    return start <= end && end <= length ? bytes.subarray(glyf + start, glyf + end) : undefined
  }
}

/** A part of a composite glyph. */
export interface Part {
  readonly glyph: number
  /** Where the outline holds the number of the part's glyph. */
  readonly at: number
  readonly move: (x: number, y: number) => readonly [number, number]
}

export function isComposite(outline: Uint8Array): boolean {
  return outline.length > 0 && (outline[0]! & 0x80) !== 0
}

/** Throws a RangeError where the outline ends before its last part does. */
export function partsOf(outline: Uint8Array): Part[] {
  const view = viewOf(outline)
  const parts: Part[] = []
  for (let at = 10, flags = MORE; (flags & MORE) !== 0; ) {
    flags = view.getUint16(at)
    const place = at + 2
    const isWide = (flags & WORDS) !== 0
    const scales = place + (isWide ? 6 : 4)
    const scaleAt = (index: number) => view.getInt16(scales + 2 * index) / 0x4000
    const [a, b, c, d] =
      (flags & SCALE) !== 0
        ? [scaleAt(0), 0, 0, scaleAt(0)]
        : (flags & TWO_SCALES) !== 0
          ? [scaleAt(0), 0, 0, scaleAt(1)]
          : (flags & MATRIX) !== 0
            ? [scaleAt(0), scaleAt(1), scaleAt(2), scaleAt(3)]
            : [1, 0, 0, 1]
    // Otherwise the part is moved so that two points meet: about where it is.
    const isMoved = (flags & OFFSETS) !== 0
    const dx = !isMoved ? 0 : isWide ? view.getInt16(place + 2) : view.getInt8(place + 2)
    const dy = !isMoved ? 0 : isWide ? view.getInt16(place + 4) : view.getInt8(place + 3)
    parts.push({ glyph: view.getUint16(place), at: place, move: (x, y) => [a * x + c * y + dx, b * x + d * y + dy] })
    at = scales + ((flags & SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & MATRIX) !== 0 ? 8 : 0)
  }
  return parts
}

/** Where a glyph leaves ink. */
export function inkOfOutline(outlineOf: OutlineOf, id: number): Ink {
  const extent = new Extent()
  let parts = 0
  const add = (glyph: number, depth: number, move: Part['move']): boolean => {
    const outline = outlineOf(glyph)
    if (outline === undefined || depth > DEEPEST || parts++ > MOST_PARTS) return false
    if (!isComposite(outline)) {
      addPoints(outline, (x, y) => extent.add(...move(x, y)))
      return true
    }
    return partsOf(outline).every((part) => add(part.glyph, depth + 1, (x, y) => move(...part.move(x, y))))
  }
  try {
    return add(id, 0, (x, y) => [x, y]) ? extent.ink() : UNSOUND
  } catch (error) {
    if (error instanceof RangeError) return UNSOUND
    throw error
  }
}

/** Throws a RangeError where the outline ends before its last point does, or the contours' ends do not rise. */
function addPoints(outline: Uint8Array, add: (x: number, y: number) => void): void {
  if (outline.length === 0) return
  const view = viewOf(outline)
  const contours = view.getInt16(0)
  if (contours === 0) return
  let count = 0
  for (let contour = 0; contour < contours; contour++) {
    const end = view.getUint16(10 + 2 * contour)
    if (end < count) throw new RangeError('the contours of a glyph do not follow one another')
    count = end + 1
  }
  const instructions = 10 + 2 * contours
  let at = instructions + 2 + view.getUint16(instructions)
  const flags = new Uint8Array(count)
  for (let point = 0; point < count; ) {
    const flag = view.getUint8(at++)
    const times = (flag & REPEATED) !== 0 ? view.getUint8(at++) + 1 : 1
    flags.fill(flag, point, point + times)
    point += times
  }
  const across = readCoordinates(view, at, flags, SHORT_X, SAME_OR_POSITIVE_X)
  const upwards = readCoordinates(view, across.end, flags, SHORT_Y, SAME_OR_POSITIVE_Y)
  for (let point = 0; point < count; point++) add(across.values[point]!, upwards.values[point]!)
}

/** Every coordinate counts from the one before it. */
function readCoordinates(view: DataView, start: number, flags: Uint8Array, short: number, sameOrPositive: number) {
  const values = new Int32Array(flags.length)
  let at = start
  let value = 0
  for (let point = 0; point < flags.length; point++) {
    const flag = flags[point]!
    if ((flag & short) !== 0) value += (flag & sameOrPositive) !== 0 ? view.getUint8(at++) : -view.getUint8(at++)
    else if ((flag & sameOrPositive) === 0) {
      value += view.getInt16(at)
      at += 2
    }
    values[point] = value
  }
  return { values, end: at }
}

function viewOf(outline: Uint8Array): DataView {
  return new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
}
