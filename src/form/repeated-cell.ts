/** A label that reaches over a page break and is said again below it. */

import type { FormCell, Paragraph } from './form.js'

/** The cell as it stands again, with the form's mark for that, （続き）, behind its text: in a vertical line, or below. */
export function repeatedCell(cell: FormCell, continued: string): FormCell {
  if (continued === '') return { ...cell, repeated: true }
  const mark: Paragraph = { runs: [{ text: continued }], marker: 0, keepWithNext: false }
  const last = cell.paragraphs.at(-1)
  const paragraphs =
    cell.direction === 'vertical' && last !== undefined
      ? cell.paragraphs.with(-1, { ...last, runs: [...last.runs, ...mark.runs] })
      : [...cell.paragraphs, mark]
  return { ...cell, paragraphs, repeated: true }
}
