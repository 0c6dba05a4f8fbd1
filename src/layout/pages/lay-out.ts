/** Form to pages: room for what stands in the margins, the sections one below the other, the margins of every page. */

import { assertNever } from '../../domain/assert-never.js'
import { type Diagnostic, fail, type Outcome, succeed } from '../../domain/diagnostic.js'
import type { Measure } from '../../fonts/measure.js'
import { assertForm } from '../../form/assert-form.js'
import type { Form, Section } from '../../form/form.js'
import { breakLines } from '../lines/break-lines.js'
import type { BrokenCells } from '../lines/broken-cells.js'
import { lineSettings } from '../lines/cell-lines.js'
import type { LaidOut, Page } from '../page.js'
import { findSmallType } from '../small-type.js'
import { type SectionStretch, stretchesOfSections } from '../stretches.js'
import { bottomOf, stackBlocks } from './blocks.js'
import { placeCover } from './cover.js'
import { type Flow, startFlow } from './flow.js'
import { giveRoomToMargins, placeMargins } from './margins.js'
import { bodyBox } from './page-boxes.js'
import { type PageBody, PageStack } from './page-stack.js'
import { placeBelow } from './place-lines.js'
import { placeTable } from './place-table.js'
import { placeTexts } from './place-texts.js'
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
  const whole = shortenTexts(source, settings)
  const stretches = stretchesOfSections(whole).map((stretch) => {
    const roomy = giveRoomToMargins({ ...whole, paper: stretch.paper }, settings)
    return { stretch, roomy, ...placeStamp(roomy, settings) }
  })
  const bodies: { readonly body: PageBody; readonly on: (typeof stretches)[number] }[] = []
  for (const on of stretches) {
    const { top, height } = bodyBox(on.form)
    const flow = startFlow(on.form, settings, new PageStack(top, top + height), broken, most, on.stretch)
    const fault = placeStretch(on.stretch, flow)
    if (fault !== undefined) return fail(fault)
    bodies.push(...flow.pages.finish().map((body) => ({ body, on })))
  }
  const placed = bodies.map(({ body, on: { form, roomy, stamp } }, index): Page => {
    const margins = placeMargins(roomy, stamp, { number: index + 1, total: bodies.length }, settings)
    return { ...margins, paper: form.paper, ...body }
  })
  const { form } = stretches[0]!
  return succeed({ form, pages: placed })
}

function placeStretch({ from, to }: SectionStretch, flow: Flow): Diagnostic | undefined {
  const { sections } = flow.form
  for (let index = from; index < to; index++) {
    if (index === firstBehindCover(flow.form)) placeTitle(flow)
    const fault = placeSection(sections[index]!, index, flow)
    if (fault !== undefined) return fault
  }
  return undefined
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
  const section = index < flow.end ? form.sections[index] : undefined
  if (section === undefined || section.tag === 'cover' || section.starts !== undefined) return 0
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
