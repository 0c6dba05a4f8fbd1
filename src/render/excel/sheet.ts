/** The sheet as data: what stands on the pages of the layout, one below the other. */

import type { Margins } from '../../definition/form-definition.js'
import type { LaidOut } from '../../layout/page.js'
import { isCover } from '../../layout/page-sections.js'
import { HEIGHT_SLACK, LEAST_WIDENING, printLoss } from './metrics.js'
import type { MovedTexts } from './moved-texts.js'
import { hasOneHead, pageParts, rowsOf } from './page-parts.js'
import { gridPixels, sheetGrid } from './sheet-grid.js'
import type { SheetCell } from './sheet-part.js'

/** Rows and columns count from 0. */
export interface Sheet {
  /** Of all columns together in the layout, in points. */
  readonly width: number
  /** Widths in pixels. */
  readonly columns: readonly number[]
  /** Heights in points. */
  readonly rows: readonly number[]
  readonly cells: readonly SheetCell[]
  /** The heading rows that Excel repeats on every page, from `start` to before `end`. */
  readonly headRows: { readonly start: number; readonly end: number } | undefined
  /** Rows that stay in sight on the screen: the heading and what stands over it, unless that is more than a title. */
  readonly frozenRows: number
  /** The first rows of all pages but the first. */
  readonly breaks: readonly number[]
  /** Of the print, in percent. */
  readonly scale: number
  /** Of the printed pages, in points. */
  readonly margins: Margins
}

/**
 * Excel prints the sheet as wide as the page, and so fixes the scale of the heights: the columns are made so much wider
 * that the highest page still fits at that scale.
 */
export function arrangeSheet({ form, pages: all }: LaidOut, moved: MovedTexts): Sheet {
  const { paper, type } = form
  const { margins } = moved
  const grid = sheetGrid(form, all)
  const pages = all.filter((page) => !isCover(page, form))
  const oneHead = hasOneHead(pages)
  const starts = [0]
  const parts = pages.map((page, index) => {
    const own = pageParts(page, pages.slice(0, index), starts.at(-1)!, { form, grid, oneHead, moved })
    starts.push(starts.at(-1)! + rowsOf(own).length)
    return own
  })
  const head = parts[0]?.filter(({ tag }) => tag === 'repeated head') ?? []
  const room = paper.height - margins.top - margins.bottom
  const heights = parts.map((own, index) => sum(rowsOf(own)) + (index === 0 ? 0 : sum(rowsOf(head))))
  const widening =
    Math.max(LEAST_WIDENING, (Math.max(0, ...heights) / room) * HEIGHT_SLACK) * printLoss(type.officeFont, type.size)
  const opening = parts[0]?.filter(({ tag }) => tag === 'title' || tag === 'repeated head') ?? []
  return {
    width: sum(grid.widths),
    columns: gridPixels(grid, form, widening),
    rows: parts.flatMap(rowsOf),
    cells: parts.flat().flatMap(({ cells }) => cells),
    headRows: head[0] && { start: head[0].start, end: head[0].start + rowsOf(head).length },
    frozenRows: pages[0]?.sections[0]?.tag === 'texts' ? 0 : rowsOf(opening).length,
    breaks: starts.slice(1, -1),
    scale: Math.floor(100 / widening),
    margins,
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
