/** Where a line ends that is full: kinsoku pushes characters out, hanging and squeezing let them in (JLREQ 3.1.7, 3.8). */

import type { LineDefinition } from '../../definition/form-definition.js'
import { squeezable } from './adjust-line.js'
import { isSpace, keepsEdges, mayBreak } from './kinsoku.js'
import { clusterEnd, type MeasuredText, widthOf } from './measured-text.js'

/** Text that is broken into lines of its own: a paragraph, or what a line feed leaves of it. */
export interface Stretch {
  readonly measured: MeasuredText
  readonly rules: LineDefinition
  readonly end: number
  /** No line ends at or before this place: the end of the paragraph's marker, with the spaces after it. */
  readonly head: number
  /** Where a text that was dropped and one that was put in meet: 43.8 and 44.1 are two words, however they read together. */
  readonly seams: readonly number[]
}

/** Hang beyond the line’s end: full stops and commas (JLREQ 3.8.2, ぶら下げ組). */
const HANGING = '、。，．､｡'

/** A line that keeps 年度 with its number is filled at least so far. The printed form does part them: strict only. */
const FISCAL_YEAR_FILL = 3 / 4

/** A space that carries no mark: it needs no room at a line’s end. */
export function overhangs({ text, continues }: MeasuredText, at: number): boolean {
  return isSpace(text, at) && continues?.[at + 1] !== 1
}

/** The end of what a line shows: without the spaces that close it, and what between them has no advance. */
export function edgeOf(measured: MeasuredText, start: number, end: number): number {
  const { advances, continues } = measured
  let at = end
  while (at > start && (overhangs(measured, at - 1) || (advances[at - 1] === 0 && continues?.[at - 1] !== 1))) at--
  return at
}

export function mayHang({ text, continues }: MeasuredText, at: number): boolean {
  return HANGING.includes(text[at]!) && continues?.[at + 1] !== 1
}

/**
 * The end of the line that begins at `start` and is `limit` em long, where the cluster at `overflow` is the first that
 * does not fit. The spaces that close a line are part of it.
 */
export function findLineEnd(stretch: Stretch, start: number, overflow: number, limit: number): number {
  if (overflow === start) return closeLine(stretch, start)
  if (isLegal(stretch, overflow)) return keepFiscalYear(stretch, start, overflow, limit)
  return (
    findHanging(stretch, start, overflow, limit) ??
    findPushIn(stretch, start, overflow, limit) ??
    findPushOut(stretch, start, overflow, limit) ??
    findEmergency(stretch, start, overflow)
  )
}

function isLegal(stretch: Stretch, at: number): boolean {
  return isPlace(stretch, at) && mayBreak(stretch.measured.text, at, stretch.rules.strictness)
}

/** Between two clusters, behind the marker. */
function isPlace({ measured, head }: Stretch, at: number): boolean {
  return at > head && measured.continues?.[at] !== 1
}

/** The end of a line whose last character is the cluster at `at`: with the spaces that follow. */
function closeLine({ measured, end }: Stretch, at: number): number {
  let next = clusterEnd(measured, at)
  while (next < end && overhangs(measured, next)) next++
  return next
}

function findHanging(stretch: Stretch, start: number, overflow: number, limit: number): number | undefined {
  const { measured, rules } = stretch
  if (!rules.hanging || !mayHang(measured, overflow) || widthOf(measured, start, overflow) > limit) return undefined
  const end = closeLine(stretch, overflow)
  return end === stretch.end || isLegal(stretch, end) ? end : undefined
}

/** 追い込み: the next place where the line may end, where squeezing makes room for all before it. */
function findPushIn(stretch: Stretch, start: number, overflow: number, limit: number): number | undefined {
  const { measured, rules, end } = stretch
  if (!rules.pushIn) return undefined
  for (let at = overflow; at < end; ) {
    at = closeLine(stretch, at)
    const edge = edgeOf(measured, start, at)
    if (widthOf(measured, start, edge) - squeezable(measured, start, edge) > limit) return undefined
    if (at === end || isLegal(stretch, at)) return at
  }
  return undefined
}

/** 追い出し: the last place where the line may end. */
function findPushOut(stretch: Stretch, start: number, overflow: number, limit: number): number | undefined {
  for (let at = overflow - 1; at > start; at--)
    if (isLegal(stretch, at)) return keepFiscalYear(stretch, start, at, limit)
  return undefined
}

/** Nothing may be parted, yet the line is full: cut at a seam, a word or a number, and where even that is not to be had, anywhere. */
function findEmergency(stretch: Stretch, start: number, overflow: number): number {
  const { measured, rules, seams } = stretch
  const seam = seams.findLast((at) => at > start && at <= overflow && isPlace(stretch, at))
  if (seam !== undefined) return seam
  for (let at = overflow; at > start; at--)
    if (isPlace(stretch, at) && keepsEdges(measured.text, at, rules.strictness)) return at
  return overflow
}

/** At `strict`, the last legal place that does not part 30年度, where the line stays well filled. */
function keepFiscalYear(stretch: Stretch, start: number, end: number, limit: number): number {
  const { measured, rules } = stretch
  if (rules.strictness !== 'strict' || !partsFiscalYear(measured.text, end)) return end
  let at = end - 1
  while (at > start && (partsFiscalYear(measured.text, at) || !isLegal(stretch, at))) at--
  const width = widthOf(measured, start, edgeOf(measured, start, at))
  return at > start && width >= limit * FISCAL_YEAR_FILL ? at : end
}

/** Whether `at` is before or after the 年 of 30年度. */
function partsFiscalYear(text: string, at: number): boolean {
  return [at, at - 1].some((year) => year > 0 && /[0-9０-９元]年度/.test(text.slice(year - 1, year + 2)))
}
