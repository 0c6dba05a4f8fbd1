/** The marks of emphasis as a plan with 装飾 is typed: `**太字**`, and a backslash before signs that are a text themselves. */

import type { EmphasisRange, MarkedText, Plan, PlanEmphasis } from '../domain/plan.js'

/** A text as it is typed. */
export type TextWriter = (text: MarkedText) => string

const SIGNS: Readonly<Record<PlanEmphasis, string>> = {
  bold: '**',
  underline: '__',
  strike: '~~',
  superscript: '^^',
  subscript: ',,',
}

export function hasEmphasis({ emphasis, categories, parts = [] }: Plan): boolean {
  const cells = categories.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)))
  const isMarked = [{ emphasis }, ...parts].some((texts) => texts.emphasis !== undefined)
  return isMarked || cells.some((cell) => cell.tag === 'text' && cell.emphasis !== undefined)
}

export function writeEmphasis({ text, emphasis = [] }: MarkedText): string {
  const marks = emphasis.flatMap((range) => [
    { at: range.start, sign: SIGNS[range.emphasis], order: outermostFirst(range) },
    { at: range.end, sign: SIGNS[range.emphasis], order: -outermostFirst(range) },
  ])
  // What ends somewhere ends before what begins there.
  const isEnd = ({ order }: { readonly order: number }) => order < 0
  const sorted = marks.toSorted((a, b) => a.at - b.at || Number(isEnd(b)) - Number(isEnd(a)) || b.order - a.order)
  let written = ''
  let at = 0
  for (const mark of sorted) {
    written += escapeSigns(text.slice(at, mark.at)) + mark.sign
    at = mark.at
  }
  return written + escapeSigns(text.slice(at))
}

/** A long range begins before a short one at the same place, and ends behind it. */
function outermostFirst({ start, end, emphasis }: EmphasisRange): number {
  return (end - start) * 10 + (9 - Object.keys(SIGNS).indexOf(emphasis))
}

const PAIR = /(?<sign>[*_~^,])(?<!\k<sign>\k<sign>)\k<sign>(?!\k<sign>)/g

function escapeSigns(text: string): string {
  return text.replace(PAIR, '\\$&')
}
