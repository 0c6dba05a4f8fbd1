/** What stands in the margins of every page: header, footer and stamp. */

import type { Form, PageText, Run } from '../../form/form.js'
import { breakLines } from '../lines/break-lines.js'
import type { LineSettings } from '../lines/cell-lines.js'
import type { Line, Page, PlacedBlock, PlacedLine } from '../page.js'
import { placeBelow } from './place-lines.js'

/** No document has more pages than its header and footer are given room for. */
const MOST_PAGES = 9999

/** Free above and below a text that needs more than its margin, in points: printers leave the sheet's edge white. */
const EDGE = 12

/** The form with margins that hold its header and footer: where they need more room, the body begins lower or ends higher. */
export function giveRoomToMargins(form: Form, settings: LineSettings): Form {
  const { paper, header, footer } = form
  const pitch = pitchOf(form)
  const grow = (margin: number, text: PageText) => {
    const count = breakPageText(fillPageText(text, MOST_PAGES, MOST_PAGES), form, settings).length
    return (count + 1) * pitch <= margin || count === 0 ? margin : Math.max(margin, count * pitch + 2 * EDGE)
  }
  const margins = {
    ...paper.margins,
    top: grow(paper.margins.top, header),
    bottom: grow(paper.margins.bottom, footer),
  }
  return { ...form, paper: { ...paper, margins } }
}

/** Places the margins of a page of `total`; `form` is the one whose top margin has no room for a stamp. */
export function placeMargins(
  form: Form,
  stamp: PlacedBlock | undefined,
  { number, total }: { readonly number: number; readonly total: number },
  settings: LineSettings,
): Pick<Page, 'number' | 'header' | 'footer' | 'stamp'> {
  const { top, bottom } = form.paper.margins
  return {
    number,
    header: placePageText(fillPageText(form.header, number, total), 0, top, form, settings),
    footer: placePageText(fillPageText(form.footer, number, total), form.paper.height - bottom, bottom, form, settings),
    ...(stamp && { stamp }),
  }
}

/** Neighbours that are marked alike are one run, so that lines are broken in the text as a whole. */
function fillPageText(text: PageText, page: number, pages: number): readonly Run[] {
  const runs: Run[] = []
  for (const { revision, ...part } of text) {
    const own = part.tag === 'text' ? part.text : String(part.tag === 'page' ? page : pages)
    const last = runs.at(-1)
    if (last && last.revision === revision) runs[runs.length - 1] = { ...last, text: last.text + own }
    else runs.push({ text: own, ...(revision && { revision }) })
  }
  return runs
}

/** Header and footer stand in the middle of their margins, one line below the other. */
function placePageText(
  text: readonly Run[],
  top: number,
  room: number,
  form: Form,
  settings: LineSettings,
): PlacedLine[] {
  const lines = breakPageText(text, form, settings)
  const pitch = pitchOf(form)
  const free = room - lines.length * pitch
  return placeBelow(lines, form.paper.margins.left, top + free / 2, widthBetweenMargins(form), pitch, 'center')
}

function breakPageText(runs: readonly Run[], form: Form, { measure }: LineSettings): Line[] {
  if (runs.length === 0) return []
  const request = { width: widthBetweenMargins(form), size: form.type.noteSize, rules: form.lines, measure }
  return breakLines({ runs, marker: 0, keepWithNext: false }, 0, request)
}

function pitchOf({ type }: Form): number {
  return type.noteSize * type.leading
}

function widthBetweenMargins({ paper: { width, margins } }: Form): number {
  return width - margins.left - margins.right
}
