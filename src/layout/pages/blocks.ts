/** Texts outside the table: broken into lines and placed one below the other, their frames around them. */

import type { TextBlock } from '../../form/form.js'
import { breakLines } from '../lines/break-lines.js'
import type { LineSettings } from '../lines/cell-lines.js'
import type { PlacedBlock } from '../page.js'
import { type Box, placeBelow, shareOf } from './place-lines.js'

/** Type of this part of its size is never needed: below it fitting ends. */
const SMALLEST = 0.02

/**
 * Finds the largest type in which the blocks end above `foot`, a height on the page: `place` is asked with smaller and
 * smaller parts of their size. However long a text is, it is there to the last character and on nothing else.
 */
export function fitBlocks(foot: number, place: (scale: number) => readonly PlacedBlock[]): readonly PlacedBlock[] {
  for (let scale = 1; ; scale *= 0.9) {
    const placed = place(scale)
    const last = placed.at(-1)
    if (last === undefined || bottomOf(last) <= foot || scale < SMALLEST) return placed
  }
}

/** Blocks from the top of a box downwards, as wide as the box; the first one's `space` does not count. */
export function stackBlocks(
  blocks: readonly TextBlock[],
  box: Omit<Box, 'height'>,
  settings: LineSettings,
  scale = 1,
): readonly PlacedBlock[] {
  let bottom = box.top
  return blocks.map((block, index) => {
    const scaled = scaleBlock(block, scale)
    const placed = placeBlock(scaled, { ...box, top: bottom + (index === 0 ? 0 : scaled.space) }, settings)
    bottom = bottomOf(placed)
    return placed
  })
}

/** From the top of the first block to the foot of the last. */
export function heightOf(placed: readonly PlacedBlock[]): number {
  const [first, last] = [placed[0], placed.at(-1)]
  return first === undefined || last === undefined ? 0 : bottomOf(last) - first.top
}

export function bottomOf({ top, height }: PlacedBlock): number {
  return top + height
}

function placeBlock(block: TextBlock, { left, top, width }: Omit<Box, 'height'>, settings: LineSettings): PlacedBlock {
  const { paragraphs, size, align, frame } = block
  const { measure, rules, leading } = settings
  const padding = frame?.padding ?? { x: 0, y: 0 }
  const request = { width: width - 2 * padding.x, size, rules, measure }
  const lines = paragraphs.flatMap((paragraph, index) => breakLines(paragraph, index, request))
  const pitch = size * leading
  const text = frame === undefined ? width : Math.max(0, ...lines.map((line) => line.indent + line.width))
  const outer = { width: text + 2 * padding.x, height: lines.length * pitch + 2 * padding.y }
  const x = left + shareOf(align) * (width - outer.width)
  const inner = frame === undefined ? align : 'center'
  return {
    block,
    left: x,
    top,
    ...outer,
    lines: placeBelow(lines, x + padding.x, top + padding.y, text, pitch, inner),
    part: 'whole',
  }
}

function scaleBlock(block: TextBlock, scale: number): TextBlock {
  if (scale === 1) return block
  const { size, space, frame } = block
  const scaled = { ...block, size: size * scale, space: space * scale }
  if (frame === undefined) return scaled
  return { ...scaled, frame: { ...frame, padding: { x: frame.padding.x * scale, y: frame.padding.y * scale } } }
}
