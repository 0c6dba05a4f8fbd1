/** Headings inside the body: said again on every page that their rows reach, never left behind at the foot of one. */

import type { Paper } from '../../definition/form-definition.js'
import { type Outcome, succeed } from '../../domain/diagnostic.js'
import type { Measure } from '../../fonts/measure.js'
import type { Form, FormRow, TableSection } from '../../form/form.js'
import { splitTable } from '../../form/split-table.js'
import type { BrokenCells } from '../lines/broken-cells.js'
import type { PageTable } from '../page.js'
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
  let { sections } = form
  for (const [index, table] of form.sections.entries()) {
    if (table.tag !== 'table' || !table.body.some((row) => row.isHeading)) continue
    // What stands above the table decides how much of its first page is left.
    const reserved = reserve({ ...form, sections: sections.slice(0, index + 1) })
    const above = { ...reserved, sections: reserved.sections.slice(0, -1) }
    const parted = partAtPages(reserved.sections.at(-1) as TableSection, above, measure, broken)
    if (!parted.ok) return parted
    sections = sections.with(index, { ...table, body: parted.value })
  }
  return succeed(sections === form.sections ? form : { ...form, sections })
}

function reserve(form: Form): Form {
  const lower = (paper: Paper): Paper => {
    return { ...paper, margins: { ...paper.margins, bottom: paper.margins.bottom + RESERVE * paper.height } }
  }
  // Sections on one paper stay so.
  const lowered = new Map<Paper, Paper>()
  const once = (paper: Paper) => {
    const known = lowered.get(paper) ?? lower(paper)
    lowered.set(paper, known)
    return known
  }
  const sections = form.sections.map((section) =>
    section.tag === 'cover' || section.paper === undefined ? section : { ...section, paper: once(section.paper) },
  )
  return { ...form, paper: once(form.paper), sections }
}

/** The body rows of a table below the sections of `above`. */
function partAtPages(
  table: TableSection,
  above: Form,
  measure: Measure,
  broken: BrokenCells,
): Outcome<readonly FormRow[]> {
  const { continued } = above.pages
  const done: FormRow[] = []
  let { body } = table
  let rest = above
  for (;;) {
    const laid = layOutFirst(rest, { ...table, body }, measure, broken)
    if (!laid.ok) return laid
    const end = endOfPage(body, laid.value)
    if (end === undefined) return succeed([...done, ...body])
    const whole = wholeRows(body, end)
    const [page = [], parted = []] = splitTable({ body: body.slice(0, whole) }, [end], continued)
    const below = [...parted, ...body.slice(whole)]
    done.push(...page)
    const heading = below[0]?.isHeading ? undefined : page.findLast((row) => row.isHeading)
    const [first, ...others] = below
    // Where a heading is put in the page breaks before it, and no more below it.
    const opening = { ...first!, startsPage: heading === undefined }
    body = [...(heading === undefined ? [] : [repeatedRow(heading)]), opening, ...others]
    rest = { ...above, title: [], sections: [] }
  }
}

/** The parts of the table on the pages that so many rows take that its first page is as it will be, up to where the second begins. */
function layOutFirst(
  above: Form,
  table: TableSection,
  measure: Measure,
  broken: BrokenCells,
): Outcome<readonly PageTable[]> {
  const section = above.sections.length
  const { body } = table
  for (let count = WINDOW; ; count *= 8) {
    const window = body.slice(0, wholeRows(body, count))
    const form = { ...above, sections: [...above.sections, { ...table, body: window }] }
    const laid = layOutPages(form, measure, broken, section === 0 ? 2 : Number.POSITIVE_INFINITY)
    if (!laid.ok) return laid
    const parts = laid.value.pages.flatMap((page) => tablesOn(page).filter((each) => each.section === section))
    if (parts.length > 1 || window.length === body.length) return succeed(parts)
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
function endOfPage(body: readonly FormRow[], [, second]: readonly PageTable[]): number | undefined {
  const next = second?.rows.find((row) => row.kind === 'body')
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
