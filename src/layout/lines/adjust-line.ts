/** Adjusts a line to its measure: squeezes punctuation, spreads characters (JLREQ 3.8). A gap is what is added after a cluster, in em. */

import { type ClassName, classOf } from './character-class.js'
import { areInseparable } from './inseparable.js'
import { clusterEnd, type MeasuredText } from './measured-text.js'

/** By UTF-16 unit of the line, counted from its start: what is added after the cluster that begins there, in em. */
export type Gaps = Float64Array

/** Glyphs of less than a full em carry no blank that could be taken away. */
const FULL_EM = 0.999

/** How much of the blank before and after a full-width glyph may go, in em (JLREQ 3.1.2, Appendix D table 3). */
const BLANKS: Partial<Record<ClassName, { readonly before: number; readonly after: number }>> = {
  opening: { before: 1 / 2, after: 0 },
  closing: { before: 0, after: 1 / 2 },
  fullStop: { before: 0, after: 1 / 2 },
  comma: { before: 0, after: 1 / 2 },
  middleDot: { before: 1 / 4, after: 1 / 4 },
  colon: { before: 1 / 4, after: 1 / 4 },
}

/** The most that text[start, end) gets shorter by squeezing, in em. */
export function squeezable(measured: MeasuredText, start: number, end: number): number {
  let sum = 0
  for (let at = start; at < end; at++) sum += blankBefore(measured, start, at) + blankAfter(measured, at)
  return sum
}

/** Gaps that shorten text[start, end) by `excess` em, every blank by the same part. The blank before a glyph goes by the gap of its neighbour. */
export function squeeze(measured: MeasuredText, start: number, end: number, excess: number): Gaps {
  const part = excess / squeezable(measured, start, end)
  const gaps = new Float64Array(end - start)
  for (let at = start; at < end; at++) {
    if (at > start) gaps[at - start - 1]! -= part * blankBefore(measured, start, at)
    gaps[at - start]! -= part * blankAfter(measured, at)
  }
  return gaps
}

/**
 * Gaps that lengthen text[start, end) by `slack` em: the same between all clusters but the inseparable ones (JLREQ
 * 3.1.11), and between all where a line is one word. None after the last cluster.
 */
export function spread(measured: MeasuredText, start: number, end: number, slack: number): Gaps | undefined {
  const gaps = new Float64Array(end - start)
  const opened = openGaps(measured, start, end, gaps, false) || openGaps(measured, start, end, gaps, true)
  if (opened === 0) return undefined
  for (let at = 0; at < gaps.length; at++) if (gaps[at] !== 0) gaps[at] = slack / opened
  return gaps
}

/** Marks the gaps that may be lengthened with 1, and counts them. */
function openGaps(measured: MeasuredText, start: number, end: number, gaps: Gaps, inWords: boolean): number {
  let opened = 0
  for (let at = start, next = clusterEnd(measured, at); next < end; at = next, next = clusterEnd(measured, at)) {
    if (measured.advances[at] === 0 || (!inWords && areInseparable(measured.text, next))) continue
    gaps[at - start] = 1
    opened++
  }
  return opened
}

/** None at a line's start, and none after what is not drawn. */
function blankBefore(measured: MeasuredText, start: number, at: number): number {
  return at === start || measured.advances[at - 1] === 0 ? 0 : (blanksAt(measured, at)?.before ?? 0)
}

function blankAfter(measured: MeasuredText, at: number): number {
  return blanksAt(measured, at)?.after ?? 0
}

function blanksAt({ text, advances }: MeasuredText, at: number): { before: number; after: number } | undefined {
  return advances[at]! < FULL_EM ? undefined : BLANKS[classOf(text.charCodeAt(at))]
}
