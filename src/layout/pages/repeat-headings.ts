/** Headings inside the body: said again on every page that their rows reach, never left behind at the foot of one. */

import { type Outcome, succeed } from '../../domain/diagnostic.js'
import type { Measure } from '../../fonts/measure.js'
import type { Form, FormRow } from '../../form/form.js'
import { onlyTable, withTable } from '../../form/only-table.js'
import { splitTable } from '../../form/split-table.js'
import type { BrokenCells } from '../lines/broken-cells.js'
import type { LaidOut, Page } from '../page.js'
import { tablesOn } from '../page-sections.js'
import { layOutPages } from './lay-out.js'

/**
 * Of a page's height: left free, for the breaks are forced, and Word and Excel set some lines wider and rows higher
 * than the layout. Without it a page's last rows would stand on a page of their own.
 */
const RESERVE = 0.04

/** More rows than most pages hold: it is enough to lay out so many to know where one ends. */
const WINDOW = 60

/**
 * The form with page breaks where the layout by `measure` has them, and with heading rows put in behind them. `broken`
 * are cells that need not be broken into lines again.
 */
export function repeatHeadings(form: Form, measure: Measure, broken: BrokenCells = new Map()): Outcome<Form> {
  const hasHeadings = form.sections.some(
    (section) => section.tag === 'table' && section.body.some((row) => row.isHeading),
  )
  if (!hasHeadings) return succeed(form)
  const table = onlyTable(form)
  const { paper } = form
  const margins = { ...paper.margins, bottom: paper.margins.bottom + RESERVE * paper.height }
  const done: FormRow[] = []
  let rest: Form = { ...form, paper: { ...paper, margins } }
  let { body } = table
  for (;;) {
    const laid = layOutFirst(rest, body, measure, broken)
    if (!laid.ok) return laid
    const end = endOfPage(body, laid.value.pages)
    if (end === undefined) return succeed(withTable(form, { ...table, body: [...done, ...body] }))
    const whole = wholeRows(body, end)
    const [page = [], parted = []] = splitTable({ body: body.slice(0, whole) }, [end], form.pages.continued)
    const below = [...parted, ...body.slice(whole)]
    done.push(...page)
    const heading = below[0]?.isHeading ? undefined : page.findLast((row) => row.isHeading)
    const [first, ...others] = below
    // Where a heading is put in the page breaks before it, and no more below it.
    const opening = { ...first!, startsPage: heading === undefined }
    body = [...(heading === undefined ? [] : [repeatedRow(heading)]), opening, ...others]
    rest = { ...rest, title: [] }
  }
}

/** The layout of so many rows that the first page is as it will be, up to where the second begins. */
function layOutFirst(form: Form, body: readonly FormRow[], measure: Measure, broken: BrokenCells): Outcome<LaidOut> {
  for (let count = WINDOW; ; count *= 8) {
    const window = body.slice(0, wholeRows(body, count))
    const laid = layOutPages(withTable(form, { ...onlyTable(form), body: window }), measure, broken, 2)
    if (!laid.ok || laid.value.pages.length > 1 || window.length === body.length) return laid
  }
}

/** So many rows and more, up to where no cell reaches over. */
function wholeRows(body: readonly FormRow[], count: number): number {
  let end = Math.min(count, body.length)
  for (let row = 0; row < end; row++) {
    for (const slot of body[row]!.slots) if (slot.tag === 'cell') end = Math.max(end, row + slot.rowSpan)
  }
  return end
}

/** How many rows the first page takes; undefined where it takes all. */
function endOfPage(body: readonly FormRow[], [, second]: readonly Page[]): number | undefined {
  const rows = second === undefined ? [] : tablesOn(second).flatMap((table) => table.rows)
  const next = rows.find((row) => row.kind === 'body')
  if (next === undefined) return undefined
  const end = body.findLastIndex((row, at) => at < next.index && !row.isHeading) + 1
  if (end > 0) return end
  // A row that no page can hold goes on without: nothing can stand between its halves.
  return next.index + 1 < body.length ? next.index + 1 : undefined
}

function repeatedRow({ slots }: FormRow): FormRow {
  const repeated = slots.map((slot) => (slot.tag === 'cell' ? { ...slot, repeated: true } : slot))
  return { slots: repeated, startsPage: true, isHeading: true }
}
