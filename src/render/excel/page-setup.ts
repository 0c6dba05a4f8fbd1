/** How the sheet prints and how it shows: paper, margins, repeated heading rows, zoom. */

import type { LaidOut, Page, PlacedLine } from '../../layout/page.js'
import { footerCodes, headerCodes } from './header-footer.js'
import type { Sheet } from './sheet.js'
import type { PrintSetup, View } from './workbook/workbook.js'

/** ECMA-376 part 1, 18.3.1.63, `paperSize`. */
const PAPERS: Readonly<Record<string, number>> = { A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 }

/** Width in pixels that a notebook of an office shows of a sheet. */
const SCREEN = 1340

/**
 * One page wide, as many pages high as there are breaks: the paper's side margins are those of the table, so that its
 * width alone decides on the scale, and the table is wide enough for the rows of every page to fit at that scale.
 */
export function printSetup(laidOut: LaidOut, sheet: Sheet): PrintSetup {
  const { form, pages } = laidOut
  const { paper } = form
  const { margins } = sheet
  const free = Math.max(0, paper.width - margins.left - margins.right - sheet.width)
  return {
    paper: PAPERS[paper.size],
    orientation: paper.orientation,
    margins: {
      left: margins.left + free / 2,
      right: margins.right + free / 2,
      top: margins.top,
      bottom: margins.bottom,
      header: headerMargin(pages[0], paper.margins.top),
      footer: footerMargin(pages[0]?.footer ?? [], paper.margins.bottom, paper.height),
    },
    scale: sheet.scale,
    titleRows: sheet.headRows,
    header: headerCodes(laidOut).code,
    footer: footerCodes(laidOut).code,
  }
}

/** The heading stays in sight, and the table's whole width is. */
export function view(sheet: Sheet): View {
  const width = sheet.columns.reduce((sum, pixels) => sum + pixels, 0)
  const zoom = Math.min(100, Math.max(60, Math.floor((SCREEN / width) * 20) * 5))
  return { zoom, frozenRows: sheet.frozenRows }
}

/** From the sheet's edge to the header's first line. */
function headerMargin(page: Page | undefined, margin: number): number {
  const first = page?.header[0] ?? page?.stamp?.lines[0]
  return first === undefined ? margin / 2 : Math.max(0, first.baseline - first.line.size)
}

/** From the footer's last line to the sheet's edge. */
function footerMargin(lines: readonly PlacedLine[], margin: number, height: number): number {
  const last = lines.at(-1)
  return last === undefined ? margin / 2 : Math.max(0, height - last.baseline - last.line.size * 0.2)
}
