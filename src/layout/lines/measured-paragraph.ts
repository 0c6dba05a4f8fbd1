/** A paragraph with its advances: bold type and raised or lowered figures are not as wide as plain type. */

import { type Measure, SCRIPT_SIZE } from '../../fonts/measure.js'
import type { Emphasis, Paragraph } from '../../form/form.js'
import { textOf } from './line-pieces.js'
import { clusterEnd, drawn, type MeasuredText, measureText } from './measured-text.js'

/** Measures a paragraph's text. The result holds until the next call. */
export function measureParagraph(paragraph: Paragraph, measure: Measure): MeasuredText {
  const measured = measureText(textOf(paragraph), measure)
  let from = 0
  for (const { text, emphasis } of paragraph.runs) {
    if (emphasis !== undefined) measureEmphasised(measured, from, from + text.length, emphasis, measure)
    from += text.length
  }
  return measured
}

/** A cluster belongs to the run where it begins. */
function measureEmphasised(
  measured: MeasuredText,
  from: number,
  to: number,
  emphasis: readonly Emphasis[],
  measure: Measure,
): void {
  const isScript = emphasis.includes('superscript') || emphasis.includes('subscript')
  const { boldAdvance } = emphasis.includes('bold') ? measure : {}
  if (!isScript && boldAdvance === undefined) return
  for (let at = from, next = at; at < to; at = next) {
    next = clusterEnd(measured, at)
    if (measured.continues?.[at] === 1) continue
    const characters = boldAdvance === undefined ? [] : [...drawn(measured, at, next)]
    const bold = characters.reduce((sum, each) => sum + boldAdvance!(each.codePointAt(0)!), 0)
    const advance = boldAdvance === undefined ? measured.advances[at]! : bold
    measured.advances[at] = isScript ? SCRIPT_SIZE * advance : advance
  }
}
