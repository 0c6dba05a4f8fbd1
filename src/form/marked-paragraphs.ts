/** Runs of marked words as paragraphs that know how they want to be set. */

import type { Paragraph, Run } from './form.js'
import { toParagraphs } from './paragraphs.js'

/** One paragraph a line; a line feed within a run parts it. */
export function toMarkedParagraphs(runs: readonly Run[]): Paragraph[] {
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
