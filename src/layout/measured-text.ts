/** A text with its advances, grapheme cluster by cluster: what line breaking reads. */

import type { Measure } from './measure.js'

export interface MeasuredText {
  readonly text: string
  /** By UTF-16 unit, in em: the advance of the cluster that begins there, 0 where the unit continues a cluster. */
  readonly advances: Float64Array
  /** By UTF-16 unit: 1 where it continues a cluster. Left out where every unit is a cluster of its own. */
  readonly continues?: Uint8Array
}

/**
 * First and last of the ranges where every UTF-16 unit is a cluster (UAX #29) and is drawn: all that plain Japanese text
 * is made of. A text with anything else goes through Intl.Segmenter, which is right for all and slow.
 */
const PLAIN_RANGES = [
  ' ~',
  '\u00a0\u00ac',
  '\u00ae\u02ff',
  '‐‧',
  '‰⁞',
  '₠⃏',
  '℀⯿',
  '\u3000〩',
  '〰\u3098',
  '゛鿿',
  '\ue000\ufaff',
  '！ﾝ',
  '￠￦',
]
const PLAIN = new Uint8Array(0x10000)
for (const range of PLAIN_RANGES) PLAIN.fill(1, range.charCodeAt(0), range.charCodeAt(1) + 1)

/** Steer the text and are not drawn, as fonts show □ for them: controls, U+200B, U+2060, marks of direction. */
const INVISIBLE = /[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const tables = new WeakMap<Measure, Float64Array>()

/** Working room, used again from text to text: a measured text is read before the next one is made. */
let advances = new Float64Array(1024)
let continues = new Uint8Array(1024)

/** Measures a text. The result holds until the next call. */
export function measureText(text: string, measure: Measure): MeasuredText {
  if (text.length >= advances.length) {
    advances = new Float64Array(text.length * 2)
    continues = new Uint8Array(text.length * 2)
  }
  if (measurePlain(text, measure)) return { text, advances }
  measureClusters(text, measure)
  return { text, advances, continues }
}

/** The end of the cluster that begins at `at`. */
export function clusterEnd(measured: MeasuredText, at: number): number {
  let end = at + 1
  while (measured.continues?.[end] === 1) end++
  return end
}

/** Natural advance of the clusters in [start, end), in em. */
export function widthOf(measured: MeasuredText, start: number, end: number): number {
  let width = 0
  for (let i = start; i < end; i++) width += measured.advances[i]!
  return width
}

/** What is drawn of the text's range. */
export function drawn(measured: MeasuredText, start: number, end: number): string {
  const text = measured.text.slice(start, end)
  return measured.continues === undefined ? text : visible(text)
}

/** A tab is a space: a table cell has no tab stops. */
function visible(text: string): string {
  return text.replaceAll('\t', ' ').replace(INVISIBLE, '')
}

function measurePlain(text: string, measure: Measure): boolean {
  const table = tableOf(measure)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    let advance = table[unit]!
    if (Number.isNaN(advance)) {
      if (PLAIN[unit] === 0) return false
      advance = measure.advance(unit)
      table[unit] = advance
    }
    advances[i] = advance
  }
  return true
}

function measureClusters(text: string, measure: Measure): void {
  continues.fill(1, 0, text.length)
  continues[text.length] = 0
  advances.fill(0, 0, text.length)
  for (const { segment, index } of graphemes.segment(text)) {
    continues[index] = 0
    for (const character of visible(segment)) advances[index]! += measure.advance(character.codePointAt(0)!)
  }
}

/** Advances of plain units as far as they were asked for. */
function tableOf(measure: Measure): Float64Array {
  let table = tables.get(measure)
  if (table === undefined) {
    table = new Float64Array(0x10000).fill(Number.NaN)
    tables.set(measure, table)
  }
  return table
}
