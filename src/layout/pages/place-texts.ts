/** The blocks of a text section on their page. */

import type { Form, TextSection } from '../../form/form.js'
import type { LineSettings } from '../lines/cell-lines.js'
import { bottomOf, fitBlocks, stackBlocks } from './blocks.js'
import type { PageStack } from './page-stack.js'
import type { Box } from './place-lines.js'

/** Of a page's height: below texts that open the document its table begins on the same page. */
const HIGHEST = 0.5

/** Puts the blocks on the page, or on the next one where they do not fit; they are set smaller where no page would hold them. */
export function placeTexts(
  { blocks }: TextSection,
  section: number,
  form: Form,
  settings: LineSettings,
  pages: PageStack,
): void {
  const [first] = blocks
  if (first === undefined) return
  const box = blockBox(form)
  const below = stackBlocks(blocks, { ...box, top: pages.begin(first.space) }, settings)
  const fits = bottomOf(below.at(-1)!) <= pages.bottom
  if (!pages.isFresh && !fits) pages.turn()
  const foot = box.top + box.height * HIGHEST
  const placed = pages.isFresh
    ? fitBlocks(foot, (scale) => stackBlocks(blocks, { ...box, top: pages.top }, settings, scale))
    : below
  pages.add({ tag: 'texts', section, blocks: placed })
}

/** Blocks are as wide as the widest table, yet never narrower than half the page. */
export function blockBox(form: Form): Box {
  const { left, top, width, height } = bodyBox(form)
  const tables = form.sections.filter((section) => section.tag === 'table')
  const widths = tables.map(({ columns }) => columns.reduce((sum, column) => sum + column.width, 0))
  const own = Math.min(width, Math.max(...widths, width / 2))
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
