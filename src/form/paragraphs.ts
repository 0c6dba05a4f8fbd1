/** The text of a cell as paragraphs that know how they want to be set. */

import { type CellLine, isBareActor, markerLength, parseCell, printLine } from '../domain/notation/notation.js'
import type { EmphasisRange } from '../domain/plan.js'
import { emphasise } from './emphasise.js'
import type { Paragraph, Run } from './form.js'

/** One paragraph a line of the text; an empty line is a gap. An empty text has no paragraphs. */
export function toParagraphs(text: string, emphasis?: readonly EmphasisRange[]): Paragraph[] {
  if (text === '') return []
  if (emphasis !== undefined) return runsToParagraphs(emphasise(text, emphasis))
  return parseCell(text).map((line) => ({
    // A gap may hold blanks: they are text too.
    runs: [{ text: printLine(line) }].filter((run) => run.text !== ''),
    marker: isValue(line) ? 0 : markerLength(line),
    // A 【…】 heading, or a ○[団体] with nothing behind it, is about the lines below it.
    keepWithNext: line.tag === 'heading' || isBareActor(line),
  }))
}

/** The same of a text in runs; a line feed within a run parts it. */
export function runsToParagraphs(runs: readonly Run[]): Paragraph[] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)!.push({ ...run, text })
    }
  }
  const whole = runs.map((run) => run.text).join('')
  return toParagraphs(whole).map((paragraph, index) => ({ ...paragraph, runs: lines[index]! }))
}

/** A ○ or △ by itself is what the cell says, and opens nothing. */
function isValue(line: CellLine): boolean {
  return line.tag === 'paragraph' && line.actor === undefined && line.body.trim() === ''
}
