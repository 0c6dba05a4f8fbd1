/** The text of a cell as paragraphs that know how they want to be set. */

import { type CellLine, isBareActor, markerLength, parseCell, printLine } from '../domain/notation.js'
import type { Paragraph } from './form.js'

/** One paragraph a line of the text; an empty line is a gap. An empty text has no paragraphs. */
export function toParagraphs(text: string): Paragraph[] {
  if (text === '') return []
  return parseCell(text).map((line) => ({
    // A gap may hold blanks: they are text too.
    runs: [{ text: printLine(line) }].filter((run) => run.text !== ''),
    marker: isValue(line) ? 0 : markerLength(line),
    // A 【…】 heading, or a ○[団体] with nothing behind it, is about the lines below it.
    keepWithNext: line.tag === 'heading' || isBareActor(line),
  }))
}

/** A ○ or △ by itself is what the cell says, and opens nothing. */
function isValue(line: CellLine): boolean {
  return line.tag === 'paragraph' && line.actor === undefined && line.body.trim() === ''
}
