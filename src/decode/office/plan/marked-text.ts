/** Lines with the marks of their stretches as a text with ranges: ranges lie within each other and never cross. */

import type { EmphasisRange, MarkedText, PlanEmphasis } from '../../../domain/plan.js'
import { plainText, type ReadText } from './read-plan.js'

/** The outermost first, with the sign that a plan file writes it by. */
const MARKS: readonly (readonly [mark: PlanEmphasis, sign: string])[] = [
  ['bold', '*'],
  ['underline', '_'],
  ['strike', '~'],
  ['superscript', '^'],
  ['subscript', ','],
]

export function toMarkedText(lines: readonly ReadText[]): MarkedText {
  const text = plainText(lines)
  const emphasis: EmphasisRange[] = []
  let start = 0
  for (const line of lines) {
    emphasis.push(...rangesOf(line, start, text))
    start += plainText([line]).length + 1
  }
  return emphasis.length === 0 ? { text } : { text, emphasis }
}

/** A mark goes as far as its stretches do, but for where one around it begins or ends. */
function rangesOf({ pieces }: ReadText, start: number, whole: string): EmphasisRange[] {
  const ranges: EmphasisRange[] = []
  const borders = new Set<number>()
  for (const [mark] of MARKS) {
    let at = start
    const own: { start: number; end: number }[] = []
    for (const { text, marks } of pieces) {
      const last = own.at(-1)
      if (marks.includes(mark) && text !== '') {
        if (last?.end === at && !borders.has(at)) last.end = at + text.length
        else own.push({ start: at, end: at + text.length })
      }
      at += text.length
    }
    for (const range of own) {
      if (!isWritable({ ...range, emphasis: mark }, whole)) continue
      ranges.push({ ...range, emphasis: mark })
      borders.add(range.start).add(range.end)
    }
  }
  return ranges
}

/** A mark counts with text between, within one line, and beside no sign of its own kind and no backslash. */
function isWritable({ start, end, emphasis }: EmphasisRange, text: string): boolean {
  const sign = MARKS.find(([mark]) => mark === emphasis)![1]
  const inner = text.slice(start, end)
  const beside = [start - 1, start, end - 1, end].map((at) => text[at])
  return (
    inner.trim() !== '' &&
    !inner.includes('\n') &&
    !beside.includes(sign) &&
    text[start - 1] !== '\\' &&
    text[end - 1] !== '\\'
  )
}
