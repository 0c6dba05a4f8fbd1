/** The cover as a sheet of its own: even columns, for a frame to take as many as it needs. */

import type { LaidOut } from '../../layout/page.js'
import { frontSection } from './blocks.js'
import { columnPixels, HEIGHT_SLACK, LEAST_WIDENING, printLoss } from './metrics.js'
import type { Sheet } from './sheet.js'

const COLUMNS = 24

/** The sheet of the cover; nothing where the form has none. */
export function arrangeCover({ form, cover }: LaidOut): Sheet | undefined {
  if (cover === undefined) return undefined
  const { paper, type } = form
  const { margins } = paper
  const width = paper.width - margins.left - margins.right
  const widths = Array.from({ length: COLUMNS }, () => width / COLUMNS)
  const place = { top: margins.top, bottom: 0, widths, font: type.officeFont }
  const { rows, cells } = frontSection(cover.blocks ?? [], place)
  const room = paper.height - margins.top - margins.bottom
  const height = rows.reduce((total, row) => total + row, 0)
  const widening = Math.max(LEAST_WIDENING, (height / room) * HEIGHT_SLACK) * printLoss(type.officeFont, type.size)
  return {
    width,
    columns: widths.map((each) => columnPixels(each, 0, widening, true)),
    rows,
    cells,
    titleRows: 0,
    headRows: 0,
    frozenRows: 0,
    breaks: [],
    scale: Math.floor(100 / widening),
  }
}
