/** A text with its advances, grapheme cluster by cluster: what line breaking reads. */

import { STEERING } from '../../fonts/font-set.js'
import type { Measure } from '../../fonts/measure.js'

export interface MeasuredText {
  readonly text: string
  /** By UTF-16 unit, in em: the advance of the cluster that begins there, 0 where the unit continues a cluster. */
  readonly advances: Float64Array
  /** By UTF-16 unit: 1 where it continues a cluster. Left out where every unit is a cluster of its own. */
  readonly continues?: Uint8Array
}

/**
 * First and last of the ranges of plain units: they are drawn, and between two of them a cluster always ends (UAX #29).
 * Japanese text is made of them; what stands about anything else goes through Intl.Segmenter, which is right and slow.
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
const ALL_STEERING = new RegExp(STEERING, 'gu')
const PLAIN = new Uint8Array(0x10000)
for (const range of PLAIN_RANGES) PLAIN.fill(1, range.charCodeAt(0), range.charCodeAt(1) + 1)

/** Made when it is first needed: most plans never need it, and it takes its time to load. */
let graphemes: Intl.Segmenter | undefined
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
  return measureUnits(text, measure) ? { text, advances } : { text, advances, continues }
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
  return text.replaceAll('\t', ' ').replace(ALL_STEERING, '')
}

/** Whether all units are plain. */
function measureUnits(text: string, measure: Measure): boolean {
  const table = tableOf(measure)
  let plain = true
  let done = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    let advance = table[unit]!
    if (Number.isNaN(advance)) {
      if (PLAIN[unit] === 0) {
        if (plain) continues.fill(0, 0, text.length + 1)
        plain = false
        done = measureClusters(text, Math.max(done, at - 1), measure)
        at = done - 1
        continue
      }
      advance = measure.advance(unit)
      table[unit] = advance
    }
    advances[at] = advance
  }
  return plain
}

/** Measures from `start` on to the next place where a cluster surely ends, which is returned. */
function measureClusters(text: string, start: number, measure: Measure): number {
  let end = start + 1
  while (end < text.length && !endsSurely(text, end)) end++
  continues.fill(1, start, end)
  advances.fill(0, start, end)
  graphemes ??= new Intl.Segmenter('ja', { granularity: 'grapheme' })
  for (const { segment, index } of graphemes.segment(text.slice(start, end))) {
    continues[start + index] = 0
    for (const character of visible(segment)) advances[start + index]! += measure.advance(character.codePointAt(0)!)
  }
  return end
}

function endsSurely(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return before === 0x0a || (PLAIN[before] === 1 && PLAIN[text.charCodeAt(at)] === 1)
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
