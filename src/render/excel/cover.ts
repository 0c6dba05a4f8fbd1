/** The cover as a sheet of its own: even columns, for a frame to take as many as it needs. */

import type { LaidOut } from '../../layout/page.js'
import { blocksOn, isCover } from '../../layout/page-sections.js'
import { columnPixels, HEIGHT_SLACK, LEAST_WIDENING, printLoss } from './metrics.js'
import type { Sheet } from './sheet.js'
import { textPart } from './text-rows.js'

const COLUMNS = 24

/** The sheet of the cover; nothing where the form has none. */
export function arrangeCover({ form, pages }: LaidOut): Sheet | undefined {
  const cover = pages.find((page) => isCover(page, form))
  if (cover === undefined) return undefined
  const { paper, type } = form
  const { margins } = paper
  const width = paper.width - margins.left - margins.right
  const widths = Array.from({ length: COLUMNS }, () => width / COLUMNS)
  const place = { start: 0, top: margins.top, bottom: 0, widths, font: type.officeFont }
  const { rows, cells } = textPart(blocksOn(cover), place)
  const room = paper.height - margins.top - margins.bottom
  const height = rows.reduce((total, row) => total + row, 0)
  const widening = Math.max(LEAST_WIDENING, (height / room) * HEIGHT_SLACK) * printLoss(type.officeFont, type.size)
  return {
    width,
    columns: widths.map((each) => columnPixels(each, 0, widening, true)),
    rows,
    cells,
    headRows: undefined,
    frozenRows: 0,
    breaks: [],
    scale: Math.floor(100 / widening),
    margins,
  }
}
