/** Kinsoku: where a line may end (JIS X 4051, JLREQ 3.1.7, 3.1.8, 3.1.10). The characters are in character-class.ts. */

import type { Strictness } from '../../definition/form-definition.js'
import { classOf, mayBegin, mayEnd } from './character-class.js'
import { areInseparable, baseBefore, followsSign } from './inseparable.js'

/**
 * Whether a line may end before the unit at `index`. It may not before a space: spaces overhang the line that they end
 * (JLREQ 3.1.6 and Appendix B note on cl-26), U+3000 as well, so that no line begins with one.
 */
export function mayBreak(text: string, index: number, strictness: Strictness): boolean {
  if (!keepsEdges(text, index, strictness)) return false
  return isSpace(text, index - 1) ? !followsSign(text, index) : !areInseparable(text, index)
}

/** Whether a break at `index` leaves nothing at a line's end or start that may not stand there. It may cut a word. */
export function keepsEdges(text: string, index: number, strictness: Strictness): boolean {
  const first = classOf(text.charCodeAt(index))
  if (first === 'space' || first === 'joined' || first === 'glue') return false
  const end = trimEnd(text, 0, index)
  if (end === 0) return false
  const last = classOf(text.charCodeAt(baseBefore(text, end)))
  if (last === 'glue' && end === index) return false
  return mayEnd(last) && mayBegin(first, strictness)
}

export function isSpace(text: string, index: number): boolean {
  return classOf(text.charCodeAt(index)) === 'space'
}

/** The end of text[start, end) without the spaces that close it. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isSpace(text, at - 1)) at--
  return at
}

/** The first place from `start` on that is no space. */
export function skipSpaces(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isSpace(text, at)) at++
  return at
}
