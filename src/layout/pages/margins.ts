/** What stands in the margins of every page: header, footer and stamp. */

import type { Form, PageText } from '../../form/form.js'
import { breakLines } from '../lines/break-lines.js'
import type { LineSettings } from '../lines/cell-lines.js'
import type { Page, PlacedBlock, PlacedLine } from '../page.js'
import { placeBelow } from './place-lines.js'

export type Margins = (number: number) => Pick<Page, 'number' | 'header' | 'footer' | 'stamp'>

/** Places the margins of one page of `total` after the other; `form` is the one whose top margin has not grown. */
export function placeMargins(
  form: Form,
  stamp: PlacedBlock | undefined,
  total: number,
  settings: LineSettings,
): Margins {
  const { top, bottom } = form.paper.margins
  return (number) => ({
    number,
    header: placePageText(fillPageText(form.header, number, total), 0, top, form, settings),
    footer: placePageText(fillPageText(form.footer, number, total), form.paper.height - bottom, bottom, form, settings),
    ...(stamp && { stamp }),
  })
}

function fillPageText(text: PageText, page: number, pages: number): string {
  return text.map((part) => (part.tag === 'text' ? part.text : String(part.tag === 'page' ? page : pages))).join('')
}

/** Header and footer stand in the middle of their margins, one line below the other. */
function placePageText(text: string, top: number, room: number, form: Form, settings: LineSettings): PlacedLine[] {
  if (text === '') return []
  const { paper, type, lines: rules } = form
  const width = paper.width - paper.margins.left - paper.margins.right
  const request = { width, size: type.noteSize, rules, measure: settings.measure }
  const lines = breakLines({ runs: [{ text }], marker: 0, keepWithNext: false }, 0, request)
  const pitch = type.noteSize * type.leading
  const free = room - lines.length * pitch
  return placeBelow(lines, paper.margins.left, top + free / 2, width, pitch, 'center')
}
