/** The blocks over the table on the first page. */

import type { Form } from '../../form/form.js'
import type { LineSettings } from '../lines/cell-lines.js'
import type { PlacedBlock } from '../page.js'
import { fitBlocks, stackBlocks } from './blocks.js'
import type { Box } from './place-lines.js'

/** Of the first page's height: the table begins on the same page. */
const HIGHEST = 0.5

export function placeFront(form: Form, settings: LineSettings): readonly PlacedBlock[] {
  const box = blockBox(form)
  return fitBlocks(box.top + box.height * HIGHEST, (scale) => stackBlocks(form.front ?? [], box, settings, scale))
}

/** Blocks are as wide as the table, yet never narrower than half the page. */
export function blockBox(form: Form): Box {
  const { left, top, width, height } = bodyBox(form)
  const tableWidth = form.columns.reduce((sum, column) => sum + column.width, 0)
  const own = Math.min(width, Math.max(tableWidth, width / 2))
  return { left: left + (width - own) / 2, top, width: own, height }
}

/** The page between its margins. */
export function bodyBox({ paper: { width, height, margins } }: Form): Box {
  return {
    left: margins.left,
    top: margins.top,
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  }
}
