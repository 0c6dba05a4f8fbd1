/** Headings inside the body: said again on every page that their rows reach, never left behind at the foot of one. */

import { type Outcome, succeed } from '../../domain/diagnostic.js'
import type { Measure } from '../../fonts/measure.js'
import type { Form, FormRow } from '../../form/form.js'
import { splitForm } from '../../form/split-body.js'
import type { LaidOut, Page } from '../page.js'
import { layOut } from './lay-out.js'

/**
 * Of a page's height: left free, for the breaks are forced, and Word and Excel set some lines wider and rows higher
 * than the layout. Without it a page's last rows would stand on a page of their own.
 */
const RESERVE = 0.04

/** More rows than any page holds: it is enough to lay out so many to know where one ends. */
const WINDOW = 500

/** The form with page breaks where the layout by `measure` has them, and with heading rows put in behind them. */
export function repeatHeadings(form: Form, measure: Measure): Outcome<Form> {
  if (!form.body.some((row) => row.isHeading)) return succeed(form)
  const { paper } = form
  const margins = { ...paper.margins, bottom: paper.margins.bottom + RESERVE * paper.height }
  const done: FormRow[] = []
  let rest: Form = { ...form, paper: { ...paper, margins } }
  for (;;) {
    const laid = layOutFirst(rest, measure)
    if (!laid.ok) return laid
    const end = endOfPage(rest, laid.value.pages)
    if (end === undefined) return succeed({ ...form, body: [...done, ...rest.body] })
    const [page = [], below = []] = splitForm(rest, [end])
    done.push(...page)
    const heading = below[0]?.isHeading ? undefined : page.findLast((row) => row.isHeading)
    const body = heading === undefined ? below : [repeatedRow(heading), ...below]
    rest = { ...rest, title: [], body: body.map((row, index) => (index === 0 ? { ...row, startsPage: true } : row)) }
  }
}

/** The layout of so many rows that the first page is as it will be. */
function layOutFirst(form: Form, measure: Measure): Outcome<LaidOut> {
  const [window = []] = splitForm(form, [WINDOW])
  const few = layOut({ ...form, body: window }, measure)
  return !few.ok || few.value.pages.length > 1 || window.length === form.body.length ? few : layOut(form, measure)
}

/** How many rows the first page takes; undefined where it takes all. */
function endOfPage(form: Form, pages: readonly Page[]): number | undefined {
  const next = pages[1]?.rows.find((row) => row.kind === 'body')
  if (next === undefined) return undefined
  const end = form.body.findLastIndex((row, at) => at < next.index && !row.isHeading) + 1
  if (end > 0) return end
  // A row that no page can hold goes on without: nothing can stand between its halves.
  return next.index + 1 < form.body.length ? next.index + 1 : undefined
}

function repeatedRow({ slots }: FormRow): FormRow {
  const repeated = slots.map((slot) => (slot.tag === 'cell' ? { ...slot, repeated: true } : slot))
  return { slots: repeated, startsPage: true, isHeading: true }
}
