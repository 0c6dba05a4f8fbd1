/** Characters to glyphs: the table `cmap` (OpenType 1.9), subtables of formats 4, 12 and 14. */

import { FontError } from './font-fault.js'
import type { FontTables } from './sfnt-tables.js'

export interface CharacterMap {
  /** Glyph of a character, 0 where the font lacks it. */
  lookup(codePoint: number): number
  /** Glyph of a character with a variation selector, 0 where the font lacks the variant. */
  lookupVariant(codePoint: number, selector: number): number
  /** Whether the characters stand in order: where they do not, some are not found that are there. */
  isSorted(): boolean
}

type Lookup = CharacterMap['lookup']

type Subtable = Pick<CharacterMap, 'lookup' | 'isSorted'>

/** Platform and encoding of the Unicode subtables, the fullest first. */
const UNICODE = ['3.10', '0.6', '0.4', '3.1', '0.3', '0.2', '0.1', '0.0']
const VARIANTS = '0.5'

/** Throws a FontError where the font has no Unicode subtable of format 4 or 12, a RangeError where it ends too early. */
export function readCharacterMap(font: FontTables): CharacterMap {
  const view = viewOf(font)
  const subtables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(2); index++) {
    const record = 4 + 8 * index
    subtables.set(`${view.getUint16(record)}.${view.getUint16(record + 2)}`, view.getUint32(record + 4))
  }
  const characters = UNICODE.flatMap((key) => subtables.get(key) ?? [])
    .map((subtable) => readSubtable(view, subtable))
    .find((each) => each !== undefined)
  if (characters === undefined) throw new FontError({ tag: 'no-unicode' })
  const { lookup, isSorted } = characters
  const variants = subtables.get(VARIANTS)
  return {
    isSorted,
    lookup: (codePoint) => withinTable(() => lookup(codePoint)),
    lookupVariant: (codePoint, selector) =>
      variants === undefined ? 0 : withinTable(() => findVariant(view, variants, codePoint, selector, lookup)),
  }
}

/** Nothing beyond the table's end is read as a part of it. */
function viewOf({ view, at, find }: FontTables): DataView {
  return new DataView(view.buffer, view.byteOffset + at('cmap'), find('cmap')!.length)
}

/** The font lacks a character that it refers to a place beyond the table. */
function withinTable(look: () => number): number {
  try {
    return look()
  } catch (error) {
    if (error instanceof RangeError) return 0
    throw error
  }
}

function readSubtable(view: DataView, subtable: number): Subtable | undefined {
  switch (view.getUint16(subtable)) {
    case 4: {
      const count = view.getUint16(subtable + 6) / 2
      return {
        lookup: (codePoint) => findInFirstPlane(view, subtable, codePoint),
        isSorted: () => rises(count, (segment) => view.getUint16(subtable + 14 + 2 * segment)),
      }
    }
    case 12: {
      const count = view.getUint32(subtable + 12)
      return {
        lookup: (codePoint) => findInGroups(view, subtable, codePoint),
        isSorted: () => rises(count, (group) => view.getUint32(subtable + 16 + 12 * group + 4)),
      }
    }
    default:
      return undefined
  }
}

function rises(count: number, endOf: (index: number) => number): boolean {
  let last = -1
  for (let index = 0; index < count; index++) {
    const end = endOf(index)
    if (end <= last) return false
    last = end
  }
  return true
}

/** Format 4: segments of the first plane, by their ends. */
function findInFirstPlane(view: DataView, subtable: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0
  const bytes = view.getUint16(subtable + 6)
  const ends = subtable + 14
  const segment = firstWhere(bytes / 2, (each) => view.getUint16(ends + 2 * each) >= codePoint)
  if (segment === bytes / 2) return 0
  const starts = ends + bytes + 2
  const first = view.getUint16(starts + 2 * segment)
  if (first > codePoint) return 0
  const delta = view.getUint16(starts + bytes + 2 * segment)
  const rangeAt = starts + 2 * bytes + 2 * segment
  const range = view.getUint16(rangeAt)
  if (range === 0) return (codePoint + delta) & 0xffff
  const glyph = view.getUint16(rangeAt + range + 2 * (codePoint - first))
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}

/** Format 12: groups of all planes. */
function findInGroups(view: DataView, subtable: number, codePoint: number): number {
  const count = view.getUint32(subtable + 12)
  const groupAt = (index: number) => subtable + 16 + 12 * index
  const index = firstWhere(count, (each) => view.getUint32(groupAt(each) + 4) >= codePoint)
  if (index === count) return 0
  const first = view.getUint32(groupAt(index))
  return first > codePoint ? 0 : view.getUint32(groupAt(index) + 8) + codePoint - first
}

/** Format 14: a variant is the plain glyph (by default) or one of its own. */
function findVariant(view: DataView, subtable: number, codePoint: number, selector: number, plain: Lookup): number {
  const count = view.getUint32(subtable + 6)
  const recordAt = (index: number) => subtable + 10 + 11 * index
  const index = firstWhere(count, (each) => uint24(view, recordAt(each)) >= selector)
  if (index === count || uint24(view, recordAt(index)) !== selector) return 0
  const defaults = view.getUint32(recordAt(index) + 3)
  if (defaults !== 0 && isInRanges(view, subtable + defaults, codePoint)) return plain(codePoint)
  const others = view.getUint32(recordAt(index) + 7)
  return others === 0 ? 0 : findMapping(view, subtable + others, codePoint)
}

function isInRanges(view: DataView, ranges: number, codePoint: number): boolean {
  const count = view.getUint32(ranges)
  const rangeAt = (index: number) => ranges + 4 + 4 * index
  const endOf = (index: number) => uint24(view, rangeAt(index)) + view.getUint8(rangeAt(index) + 3)
  const index = firstWhere(count, (each) => endOf(each) >= codePoint)
  return index < count && uint24(view, rangeAt(index)) <= codePoint
}

function findMapping(view: DataView, mappings: number, codePoint: number): number {
  const count = view.getUint32(mappings)
  const mappingAt = (index: number) => mappings + 4 + 5 * index
  const index = firstWhere(count, (each) => uint24(view, mappingAt(each)) >= codePoint)
  return index < count && uint24(view, mappingAt(index)) === codePoint ? view.getUint16(mappingAt(index) + 3) : 0
}

function uint24(view: DataView, at: number): number {
  return (view.getUint8(at) << 16) | view.getUint16(at + 1)
}

/** The first of `count` indices where a condition holds that then holds to the end; `count` where there is none. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    // No shift: a count that is read from a damaged file may be larger than 2³¹.
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
