/** The sheet as data: the pages of the layout below each other, what stands over the table and heading rows once at the top. */

import type { Form } from '../../form/form.js'
import type { LaidOut } from '../../layout/page.js'
import { frontSection } from './blocks.js'
import { columnPixels, HEIGHT_SLACK, LEAST_WIDENING, printLoss } from './metrics.js'
import { type Block, blockOf } from './page-rows.js'
import { type SheetCell, tableSection } from './section.js'
import { titleSection } from './title-rows.js'

/** Rows and columns count from 0. */
export interface Sheet {
  /** Of all columns together in the layout, in points. */
  readonly width: number
  /** Widths in pixels. */
  readonly columns: readonly number[]
  /** Heights in points. */
  readonly rows: readonly number[]
  readonly cells: readonly SheetCell[]
  /** Rows over the table, and heading rows below them. */
  readonly titleRows: number
  readonly headRows: number
  /** Rows that stay in sight on the screen: the heading and what stands over it, unless that is more than a title. */
  readonly frozenRows: number
  /** The first rows of all pages but the first. */
  readonly breaks: readonly number[]
  /** Of the print, in percent. */
  readonly scale: number
}

/**
 * Excel prints the sheet as wide as the page, and so fixes the scale of the heights: the columns are made so much wider
 * that the highest page still fits at that scale.
 */
export function arrangeSheet({ form, pages }: LaidOut): Sheet {
  const { paper, type, table } = form
  const columns = form.columns.length
  const widths = form.columns.map(({ width }) => width)
  const front = frontSection(pages[0]?.blocks ?? [], {
    top: paper.margins.top,
    bottom: (form.title.length === 0 ? pages[0]?.rows[0]?.top : undefined) ?? 0,
    widths,
    font: type.officeFont,
  })
  const title = titleSection(form, pages[0], front.rows.length)
  const over = front.rows.length + title.rows.length
  const headBlock = pages[0] === undefined ? EMPTY : blockOf(pages[0], 'head', type.officeFont)
  const blocks = pages.map((page) => blockOf(page, 'body', type.officeFont)).filter(({ rows }) => rows.length > 0)
  const below = blocks.length === 0 ? 'outer' : 'inner'
  const head = tableSection(headBlock, { start: over, columns, over: 'outer', below })
  let start = over + head.rows.length
  const bodies = blocks.map((block, index) => {
    const over = index === 0 && head.rows.length === 0 ? 'outer' : 'inner'
    const body = tableSection(block, { start, columns, over, below: 'outer' })
    start += body.rows.length
    return body
  })

  const room = paper.height - paper.margins.top - paper.margins.bottom
  const heights = bodies.map((body, index) => sum(body.rows) + (index === 0 ? sum(front.rows) + sum(title.rows) : 0))
  const highest = sum(head.rows) + Math.max(0, ...heights)
  const widening = Math.max(LEAST_WIDENING, (highest / room) * HEIGHT_SLACK) * printLoss(type.officeFont, type.size)
  const sections = [front, title, head, ...bodies]
  return {
    width: sum(widths),
    columns: widths.map((width, column) => {
      return columnPixels(width, table.padding.x, widening, holdsText(form, column))
    }),
    rows: sections.flatMap(({ rows }) => rows),
    cells: sections.flatMap(({ cells }) => cells),
    titleRows: over,
    headRows: head.rows.length,
    frozenRows: front.rows.length > 0 ? 0 : over + head.rows.length,
    breaks: bodies.slice(1).map((body) => body.start),
    scale: Math.floor(100 / widening),
  }
}

/** Whether a cell as wide as the column says something. */
function holdsText({ head, body }: Form, column: number): boolean {
  return [...head, ...body].some(({ slots }) => {
    const cell = slots[column]
    return cell?.tag === 'cell' && cell.colSpan === 1 && cell.paragraphs.length > 0
  })
}

const EMPTY: Block = { rows: [], cells: [] }

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
