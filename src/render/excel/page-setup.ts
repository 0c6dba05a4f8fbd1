/** How the sheet prints and how it shows: paper, margins, repeated heading rows, zoom. */

import type { PageSetup, WorksheetView } from 'exceljs'
import type { LaidOut, Page, PlacedLine } from '../../layout/page.js'
import type { Sheet } from './sheet.js'

/** ECMA-376 part 1, 18.3.1.63, `paperSize`. */
const PAPERS: Readonly<Record<string, number>> = { A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 }

const INCH = 72

/** Width in pixels that a notebook of an office shows of a sheet. */
const SCREEN = 1340

/**
 * One page wide, as many pages high as there are breaks: the paper's side margins are those of the table, so that its
 * width alone decides on the scale, and the table is wide enough for the rows of every page to fit at that scale.
 */
export function pageSetup({ form, pages }: LaidOut, sheet: Sheet): Partial<PageSetup> {
  const { paper } = form
  const { margins } = sheet
  const free = Math.max(0, paper.width - margins.left - margins.right - sheet.width)
  const paperSize = PAPERS[paper.size]
  return {
    ...(paperSize === undefined ? {} : { paperSize }),
    orientation: paper.orientation,
    margins: {
      top: margins.top / INCH,
      bottom: margins.bottom / INCH,
      left: (margins.left + free / 2) / INCH,
      right: (margins.right + free / 2) / INCH,
      header: headerMargin(pages[0], paper.margins.top) / INCH,
      footer: footerMargin(pages[0]?.footer ?? [], paper.margins.bottom, paper.height) / INCH,
    },
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    scale: sheet.scale,
    horizontalCentered: true,
    ...(sheet.headRows && { printTitlesRow: `${sheet.headRows.start + 1}:${sheet.headRows.end}` }),
  }
}

/** The heading stays in sight, and the table's whole width is. */
export function view(sheet: Sheet): Partial<WorksheetView> {
  const width = sheet.columns.reduce((sum, pixels) => sum + pixels, 0)
  const zoom = Math.min(100, Math.max(60, Math.floor((SCREEN / width) * 20) * 5))
  const frozen = sheet.frozenRows
  const common = { showGridLines: false, zoomScale: zoom, zoomScaleNormal: zoom }
  return frozen === 0 ? common : { ...common, state: 'frozen', ySplit: frozen }
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
