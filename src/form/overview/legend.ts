/** What the bars and marks of a 年次工程表 mean. */

import type { Box } from './box-grid.js'
import { arrowBox, barBox, blankCell, fill, type OverviewSheet, THIS_YEAR, textBox } from './sheet.js'

/** Swatches with what they mean, from the right edge on. */
export function legendBoxes(sheet: OverviewSheet): readonly Box[] {
  const { style, size, width } = sheet
  const { done, planned, open, thisYear } = style.texts.legend
  const swatch = 2.4 * size
  const shaded = (left: number): Box => ({ left, right: left + swatch, cell: blankCell(sheet, { shade: THIS_YEAR }) })
  const entries: readonly { readonly text: string; readonly mark: (left: number) => Box }[] = [
    { text: done, mark: (left) => barBox(sheet, left, left + swatch, 'solid') },
    { text: planned, mark: (left) => barBox(sheet, left, left + swatch, 'striped') },
    { text: open, mark: (left) => arrowBox(sheet, left, left + swatch, '▶', 'end') },
    { text: thisYear, mark: shaded },
  ]
  let right = width
  return entries
    .toReversed()
    .map(({ text, mark }): readonly Box[] => {
      const words = fill(sheet, text)
      const textWidth = (Array.from(words).length + 1.2) * size
      const left = right - textWidth
      const boxes = [mark(left - swatch), textBox(sheet, left, right, words)]
      right = left - swatch
      return boxes
    })
    .toReversed()
    .flat()
}
