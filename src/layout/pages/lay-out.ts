/** Form to pages: room for what stands in the margins, the sections one below the other, the margins of every page. */

import { assertNever } from '../../domain/assert-never.js'
import { type Diagnostic, fail, type Outcome, succeed } from '../../domain/diagnostic.js'
import type { Measure } from '../../fonts/measure.js'
import { assertForm } from '../../form/assert-form.js'
import type { Form, Section } from '../../form/form.js'
import { breakLines } from '../lines/break-lines.js'
import type { BrokenCells } from '../lines/broken-cells.js'
import { lineSettings } from '../lines/cell-lines.js'
import type { LaidOut } from '../page.js'
import { findSmallType } from '../small-type.js'
import { bottomOf, stackBlocks } from './blocks.js'
import { placeCover } from './cover.js'
import { type Flow, startFlow } from './flow.js'
import { giveRoomToMargins, placeMargins } from './margins.js'
import { PageStack } from './page-stack.js'
import { placeBelow } from './place-lines.js'
import { placeTable } from './place-table.js'
import { bodyBox, placeTexts } from './place-texts.js'
import { shortenTexts } from './shorten-texts.js'
import { placeStamp } from './stamp.js'

/**
 * Lays out a form. Widths come from `measure`; lengths are points. An error where a page has no room for a single line.
 * `broken` are cells that need not be broken into lines again.
 */
export function layOut(source: Form, measure: Measure, broken: BrokenCells = new Map()): Outcome<LaidOut> {
  assertForm(source)
  const laidOut = layOutPages(source, measure, broken, Number.POSITIVE_INFINITY)
  return laidOut.ok ? succeed(laidOut.value, findSmallType(laidOut.value.form, laidOut.value.pages)) : laidOut
}

/** The same without warnings, but for the pages of a table beyond the first `most`. */
export function layOutPages(source: Form, measure: Measure, broken: BrokenCells, most: number): Outcome<LaidOut> {
  const settings = lineSettings(source, measure)
  const roomy = giveRoomToMargins(shortenTexts(source, settings), settings)
  const { form, stamp } = placeStamp(roomy, settings)
  const { top, height } = bodyBox(form)
  const pages = new PageStack(top, top + height)
  const flow = startFlow(form, settings, pages, broken, most)
  for (const [index, section] of form.sections.entries()) {
    if (index === firstBehindCover(form)) placeTitle(flow)
    const fault = placeSection(section, index, flow)
    if (fault !== undefined) return fail(fault)
  }
  const bodies = pages.finish()
  const margins = placeMargins(roomy, stamp, bodies.length, settings)
  const placed = bodies.map((body, index) => ({ ...margins(index + 1), ...body }))
  return succeed({ form, pages: placed })
}

function firstBehindCover({ sections }: Form): number {
  return sections.findIndex(({ tag }) => tag !== 'cover')
}

function placeTitle({ form: { title, paper, type, lines: rules }, settings, pages }: Flow): void {
  const width = paper.width - paper.margins.left - paper.margins.right
  const request = { width, size: type.titleSize, rules, measure: settings.measure }
  const lines = title.flatMap((paragraph, index) => breakLines(paragraph, index, request))
  const pitch = type.titleSize * type.leading
  const placed = placeBelow(lines, paper.margins.left, pages.top, width, pitch, 'center')
  pages.addTitle(placed, pages.top + lines.length * pitch)
}

function placeSection(section: Section, index: number, flow: Flow): Diagnostic | undefined {
  const { form, settings, pages } = flow
  switch (section.tag) {
    case 'cover':
      if (!pages.isFresh) pages.turn()
      pages.add({ tag: 'texts', section: index, blocks: placeCover(section, bodyBox(form), settings) })
      pages.turn()
      return undefined
    case 'texts':
      placeTexts(section, index, flow, openingHeight(index + 1, flow))
      return undefined
    case 'table':
      return placeTable(section, index, flow)
    default:
      return assertNever(section)
  }
}

/** The height that a section needs to begin on a page; of texts that stay with what follows them, with that. */
function openingHeight(index: number, flow: Flow): number {
  const { form, settings, measure } = flow
  const section = form.sections[index]
  if (section === undefined || section.tag === 'cover') return 0
  if (section.tag === 'table') {
    const { space, headHeights, least, line } = measure(section)
    return headHeights.reduce((sum, height) => sum + height, space + (least[0] ?? line))
  }
  const [first] = section.blocks
  if (first === undefined) return openingHeight(index + 1, flow)
  if (!section.blocks.every(({ keepWithNext }) => keepWithNext)) {
    return first.space + form.pages.minLines * first.size * form.type.leading
  }
  const placed = stackBlocks(section.blocks, { ...bodyBox(form), top: first.space }, settings)
  return bottomOf(placed.at(-1)!) + openingHeight(index + 1, flow)
}
