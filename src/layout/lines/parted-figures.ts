/** Figures that a line's end has parted: 1,234,/567, or ▲ above 14,451. Their cell is set smaller instead. */

import type { Paragraph } from '../../form/form.js'
import type { Line } from '../page.js'
import { areInseparable, followsSign } from './inseparable.js'
import { textOf } from './line-pieces.js'

/** A figure, with its sign, its unit and a few letters (H23-H26), is no longer than this. */
const LONGEST = 40

/** An address or a code of letters is no figure, however many digits it holds. */
const WORD = /[A-Za-zＡ-Ｚａ-ｚ]{4}/

export function partsFigure(lines: readonly Line[], paragraphs: readonly Paragraph[]): boolean {
  return lines.some(({ paragraph, end }, index) => {
    if (lines[index + 1]?.paragraph !== paragraph) return false
    const text = textOf(paragraphs[paragraph]!)
    return holdsFigure(text, end) && !isSeam(paragraphs[paragraph]!, end)
  })
}

/** Whether `at` is inside of a figure. */
function holdsFigure(text: string, at: number): boolean {
  if (!isJoined(text, at)) return false
  let start = at - 1
  while (at - start <= LONGEST && start > 0 && isJoined(text, start)) start--
  let end = at + 1
  while (end - start <= LONGEST && end < text.length && isJoined(text, end)) end++
  const token = text.slice(start, end)
  return token.length <= LONGEST && /[0-9０-９]/.test(token) && !WORD.test(token)
}

function isJoined(text: string, at: number): boolean {
  return areInseparable(text, at) || followsSign(text, at)
}

/** Where a figure that was dropped and one that was put in meet, none is parted. */
function isSeam({ runs }: Paragraph, at: number): boolean {
  let start = 0
  const index = runs.findIndex(({ text }) => {
    const isBefore = start === at
    start += text.length
    return isBefore
  })
  const [before, after] = [runs[index - 1]?.revision, runs[index]?.revision]
  return before !== undefined && after !== undefined && before !== after
}
