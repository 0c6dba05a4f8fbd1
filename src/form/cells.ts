/** Builders of cells and rows: what a cell is where nothing else is said, said once. */

import type { Emphasis, FormCell, FormRow, Paragraph, Run, Slot } from './form.js'
import { toParagraphs } from './paragraphs.js'

/** A cell's size of type in points. */
type Size = Pick<FormCell, 'size'>

/** A cell of one place; a text is read as a plan's is, with its markers. */
export function textCell(
  content: string | readonly Paragraph[],
  { size }: Size,
  changes: Partial<FormCell> = {},
): FormCell {
  return {
    tag: 'cell',
    rowSpan: 1,
    colSpan: 1,
    direction: 'horizontal',
    align: 'start',
    valign: 'top',
    size,
    shade: 1,
    paragraphs: typeof content === 'string' ? toParagraphs(content) : content,
    isLabel: false,
    ...changes,
  }
}

/** Grey of headings; the copier keeps it light. */
export const HEAD_SHADE = 0.92

export function headCell(text: string, size: Size, changes: Partial<FormCell> = {}): FormCell {
  return textCell(plainParagraphs(text), size, { align: 'center', valign: 'middle', shade: HEAD_SHADE, ...changes })
}

export function numberCell(number: number, size: Size, changes: Partial<FormCell> = {}): FormCell {
  return textCell([plainParagraph(String(number))], size, { align: 'end', number, ...changes })
}

/** A row; a cell that spans columns is followed by the places that it covers. */
export function cellRow(slots: readonly Slot[]): FormRow {
  const all = slots.flatMap((slot): Slot[] => {
    if (slot.tag === 'covered') return [slot]
    const covered = Array.from(
      { length: slot.colSpan - 1 },
      (_, left): Slot => ({ tag: 'covered', up: 0, left: left + 1 }),
    )
    return [slot, ...covered]
  })
  return { slots: all, startsPage: false }
}

/** A text that opens with no marker. */
export function plainParagraph(text: string, emphasis?: Emphasis): Paragraph {
  const run: Run = emphasis === undefined ? { text } : { text, emphasis: [emphasis] }
  return { runs: text === '' ? [] : [run], marker: 0, keepWithNext: false }
}

/** One a line; none for an empty text. */
export function plainParagraphs(text: string): readonly Paragraph[] {
  return text === '' ? [] : text.split('\n').map((line) => plainParagraph(line))
}
