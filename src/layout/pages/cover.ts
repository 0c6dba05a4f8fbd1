/** The blocks of a cover: from the top, around the middle and down to the foot of the page; pushed on where they meet. */

import type { CoverSection, TextBlock } from '../../form/form.js'
import type { LineSettings } from '../lines/cell-lines.js'
import type { PlacedBlock } from '../page.js'
import { bottomOf, fitBlocks, heightOf, stackBlocks } from './blocks.js'
import type { Box } from './place-lines.js'
import { breakAtPhrases } from './title-phrases.js'

/** Places the blocks of a cover within a box, the page between its margins. */
export function placeCover(cover: CoverSection, box: Box, settings: LineSettings): readonly PlacedBlock[] {
  return fitBlocks(box.top + box.height, (scale) => {
    const top = stackBlocks(cover.top, box, settings, scale)
    const middle = stackBlocks(phrased(cover.middle, box.width, settings, scale), box, settings, scale)
    const bottom = stackBlocks(cover.bottom, box, settings, scale)
    const middleTop = Math.max(
      box.top + (box.height - heightOf(middle)) / 2,
      footOf(top, box.top) + scale * cover.space,
    )
    const middleFoot = middleTop + heightOf(middle)
    const bottomTop = box.top + box.height - cover.space - heightOf(bottom)
    return [
      ...top,
      ...moveDown(middle, middleTop - box.top),
      ...moveDown(bottom, Math.max(bottomTop, middleFoot + scale * cover.space) - box.top),
    ]
  })
}

/** The title in lines that end where its phrases do, in every format. */
function phrased(
  blocks: readonly TextBlock[],
  width: number,
  { measure, rules }: LineSettings,
  scale: number,
): readonly TextBlock[] {
  return blocks.map((block) =>
    block.isTitle ? breakAtPhrases(block, { width, size: block.size * scale, rules, measure }) : block,
  )
}

function footOf(placed: readonly PlacedBlock[], otherwise: number): number {
  const last = placed.at(-1)
  return last === undefined ? otherwise : bottomOf(last)
}

function moveDown(placed: readonly PlacedBlock[], by: number): readonly PlacedBlock[] {
  return placed.map((block) => ({
    ...block,
    top: block.top + by,
    lines: block.lines.map((line) => ({ ...line, baseline: line.baseline + by })),
  }))
}
