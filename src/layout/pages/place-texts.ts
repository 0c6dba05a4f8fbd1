/** The blocks of a text section on their pages. */

import type { TextBlock, TextSection } from '../../form/form.js'
import type { PlacedBlock } from '../page.js'
import { bottomOf, fitBlocks, stackBlocks } from './blocks.js'
import { linesThatStay } from './break-text.js'
import type { Flow } from './flow.js'
import { tableBox } from './page-boxes.js'
import type { Box } from './place-lines.js'

/** Of a page's height: below what opens a paper its table begins on the same page. */
const HIGHEST = 0.5

/** Puts the blocks below what stands on the page; `needed` is the height that what follows them needs to begin there. */
export function placeTexts({ blocks, role, starts }: TextSection, section: number, flow: Flow, needed: number): void {
  if (blocks.length === 0) return
  const { form, settings, pages } = flow
  const [below] = form.sections.slice(section + 1, flow.end)
  // 単位 is that of the table below it.
  const box = role === 'unit' && below?.tag === 'table' ? tableBox(form, below) : flow.box
  if (starts !== undefined && pages.mayEnd) pages.turn()
  if (role === 'front') {
    const placed = fitBlocks(box.top + box.height * HIGHEST, (scale) => stackBlocks(blocks, box, settings, scale))
    pages.addOpening({ tag: 'texts', section, blocks: placed })
    return
  }
  const kept = blocks.findLastIndex(({ keepWithNext }) => keepWithNext !== true) + 1
  for (const [index, block] of blocks.entries()) {
    const rest = stackBlocks(blocks.slice(index), { ...box, top: pages.begin(block.space) }, settings)
    const foot = bottomOf(rest.at(-1)!) + needed
    if (index >= kept && foot > pages.bottom && !pages.isFresh) pages.turn()
    placeRunning(block, section, flow, box)
  }
}

/** A block over as many pages as it takes; it parts between lines, and its frame with it. */
function placeRunning(block: TextBlock, section: number, { form, settings, pages }: Flow, box: Box): void {
  const pitch = block.size * form.type.leading
  const padding = block.frame?.padding.y ?? 0
  let next = 0
  for (;;) {
    const placed = stackBlocks([block], { ...box, top: pages.begin(block.space) }, settings)[0]!
    const lines = placed.lines.map(({ line }) => line)
    const room = Math.max(0, Math.floor((pages.bottom - placed.top - 2 * padding) / pitch + 0.001))
    const stay = linesThatStay(lines, next, room, block.paragraphs, form.pages.minLines)
    // A page of its own takes what fits, whatever the rules say: the text could go on for ever.
    const end = next + (stay === 0 && pages.isFresh ? Math.max(1, room) : stay)
    if (end > next) pages.add({ tag: 'texts', section, blocks: [partOf(placed, next, end, pitch)] })
    if (end >= lines.length) return
    next = end
    pages.turn()
  }
}

/** The block with its lines from `start` to before `end`, the first of them at its top. */
function partOf(placed: PlacedBlock, start: number, end: number, pitch: number): PlacedBlock {
  const last = Math.min(end, placed.lines.length)
  const ends = last === placed.lines.length
  return {
    ...placed,
    part: start === 0 ? (ends ? 'whole' : 'first') : ends ? 'last' : 'middle',
    height: placed.height - (placed.lines.length - last + start) * pitch,
    lines: placed.lines.slice(start, last).map((each) => ({ ...each, baseline: each.baseline - start * pitch })),
  }
}
