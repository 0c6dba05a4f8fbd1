/** The marks of emphasis in a typed text: `**太字**` and the like become ranges of the text that is left without them. */

import type { EmphasisRange, MarkedText, PlanEmphasis } from '../../domain/plan.js'

const MARKS: Readonly<Record<string, PlanEmphasis>> = {
  '**': 'bold',
  __: 'underline',
  '~~': 'strike',
  '^^': 'superscript',
  ',,': 'subscript',
}

/** Two of one sign and no third beside them: `***` and `____` are texts themselves. A backslash before makes two signs a text too. */
const MARK = /\\?(?<sign>[*_~^,])(?<!\k<sign>\k<sign>)\k<sign>(?!\k<sign>)/g

/** A mark as it stands in a line; one behind a backslash opens and closes nothing. */
interface Found {
  readonly sign: string
  readonly from: number
  readonly to: number
  readonly isEscaped: boolean
}

/** Reads the text of a plan that has 装飾. What a mark opens ends in its own line; marks that cross stay as they are. */
export function readEmphasis(typed: string): MarkedText {
  if (!/([*_~^,])\1/.test(typed)) return { text: typed }
  const emphasis: EmphasisRange[] = []
  let text = ''
  for (const [index, line] of typed.split('\n').entries()) {
    if (index > 0) text += '\n'
    readStretch(line, findMarks(line), 0, line.length)
  }
  return emphasis.length === 0 ? { text } : { text, emphasis }

  /** Takes line[from, to) over, without the marks of pairs and the backslashes of escaped ones. */
  function readStretch(line: string, marks: readonly Found[], from: number, to: number): void {
    let at = from
    for (const mark of marks) {
      if (mark.from < at) continue
      text += line.slice(at, mark.from)
      at = mark.from
      if (mark.isEscaped) {
        text += line.slice(mark.from + 1, mark.to)
        at = mark.to
        continue
      }
      const end = marks.find((other) => other.from >= mark.to && other.sign === mark.sign && !other.isEscaped)
      if (end === undefined || line.slice(mark.to, end.from).trim() === '') continue
      const start = text.length
      const range = emphasis.push({ start, end: start, emphasis: MARKS[mark.sign]! }) - 1
      const inner = marks.filter((other) => other.from >= mark.to && other.to <= end.from)
      readStretch(line, inner, mark.to, end.from)
      emphasis[range] = { ...emphasis[range]!, end: text.length }
      at = end.to
    }
    text += line.slice(at, to)
  }
}

function findMarks(line: string): readonly Found[] {
  return [...line.matchAll(MARK)].map(({ 0: mark, index }) => ({
    sign: mark.slice(-2),
    from: index,
    to: index + mark.length,
    isEscaped: mark.length > 2,
  }))
}
