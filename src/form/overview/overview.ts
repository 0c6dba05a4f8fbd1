/** 概要: a plan on one sheet that one looks at rather than reads: counts with bars, who and by what means, and the years. */

import { expandYears } from '../../definition/year-columns.js'
import type { Outcome } from '../../domain/diagnostic.js'
import { plainParagraph, textCell } from '../cells.js'
import { filling, fillPageText, planValues } from '../fill-texts.js'
import type { Form, Paragraph, TableSection } from '../form.js'
import { originOf } from '../reports/report.js'
import { sourceOf } from '../to-form.js'
import { type GridRow, resolveGrid } from './box-grid.js'
import { countKinds, countRows, measuresOf } from './counts.js'
import { estimateWidth } from './estimate-width.js'
import { nameRows } from './name-rows.js'
import { deedsOf } from './names.js'
import { listPlanItems } from './plan-items.js'
import { blankCell, fill, type OverviewRequest, type OverviewSheet, PADDING } from './sheet.js'
import { datedItems, timelineHead, timelineRows } from './timeline.js'

/** Type is set closer by so much at a time: of size in points (Word knows halves), of leading in em. */
const STEP = { size: 0.5, leading: 0.05 }

/** Of a page's height: left free, for Word and Excel set some rows higher than the layout. */
const RESERVE = 0.02

/** One page, where the plan's title leaves room for it: what finds no room is counted. Or as many as the style lets it take. */
export function toOverview(request: OverviewRequest): Outcome<Form> {
  const definition = expandYears(request.definition, request.plan)
  return filling(originOf(request.style), () => fillOverview({ ...request, definition }))
}

function fillOverview(request: OverviewRequest): Form {
  const { plan, definition, style, context } = request
  const { paper } = style
  const items = listPlanItems(plan, definition, style.keys)
  const width = paper.width - paper.margins.left - paper.margins.right
  const title = fill(request, style.texts.title)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => plainParagraph(line))
  const { size, leading } = style
  const sheet = fitSheet({ ...request, items, width, size, leading }, title)
  const values = planValues(plan, definition)
  return {
    meta: {
      title: title.flatMap(({ runs }) => runs.map(({ text }) => text)).join('　'),
      subject: style.name,
      author: context.author ?? plan.handout.author ?? '',
      date: context.date ?? `${plan.year}-04-01T00:00:00.000Z`,
    },
    source: sourceOf(plan, context),
    paper,
    type: {
      ...definition.type,
      size: sheet.size,
      leading: sheet.leading,
      titleSize: style.titleSize,
      headSize: sheet.size,
      noteSize: style.noteSize,
      ...(style.source && { source: style.source }),
    },
    reading: 'meeting',
    lines: { ...definition.lines, markerIndent: false, justify: false },
    pages: { minLines: 1, continued: '' },
    table: { padding: PADDING, outerRule: 0, innerRule: 0, headShade: 1 },
    title,
    header: fillPageText(style.texts.header, values),
    footer: fillPageText(style.texts.footer, values),
    sections: sheet.tables.map(({ head, body }): TableSection => {
      const { columns, rows } = resolveGrid([...head, ...body], width, blankCell(sheet))
      const parts = { head: rows.slice(0, head.length), body: rows.slice(head.length) }
      return { tag: 'table', kind: 'grid', space: spaceOf(sheet), columns, ...parts }
    }),
  }
}

/** Between the tables, in points: a row. */
function spaceOf(sheet: OverviewSheet): number {
  return rowHeight(sheet, sheet.size)
}

/** Rows that are put into one grid; the head stands again on every sheet that they reach. */
interface GridTable {
  readonly head: readonly GridRow[]
  readonly body: readonly GridRow[]
}

/**
 * The sheet in the greatest type in which all its rows fit; in the closest, with as many of the years' as do. Where it
 * may go on on further sheets, all its rows in the style's own type.
 */
function fitSheet(
  sheet: OverviewSheet,
  title: readonly Paragraph[],
): OverviewSheet & { readonly tables: readonly GridTable[] } {
  const counts = countRows(sheet)
  const names = nameRows(sheet)
  const dated = datedItems(sheet)
  const head = dated.length === 0 ? [] : timelineHead(sheet)
  const notes = noteRows(sheet)
  const above = [counts, names, head, notes].filter((rows) => rows.length > 0)
  const spaces = Math.max(0, above.length - 1) * spaceOf(sheet)
  const free = roomOf(sheet, title) - spaces - heightOf(sheet, above.flat())
  const room = Math.floor(free / rowHeight(sheet, sheet.size) + 0.001)
  const isFull = sheet.style.sheets === 'one' && room < dated.length
  const closer = isFull ? closerType(sheet) : undefined
  if (closer !== undefined) return fitSheet({ ...sheet, ...closer }, title)
  const rows = dated.length === 0 ? [] : timelineRows(sheet, isFull ? Math.max(1, room) : dated.length)
  const tables = [counts, names].map((body) => ({ head: [], body }))
  const all = [...tables, { head, body: rows }, { head: [], body: notes }]
  return { ...sheet, tables: all.filter(({ body }) => body.length > 0) }
}

/** Smaller type, then closer lines; undefined where it is as close as the style allows. */
function closerType({ size, leading, style }: OverviewSheet): Partial<OverviewSheet> | undefined {
  const { least } = style
  if (size - STEP.size >= least.size) return { size: size - STEP.size }
  return leading > least.leading ? { leading: Math.max(least.leading, leading - STEP.leading) } : undefined
}

/** What stands on no other line of the sheet, and how it was counted. */
function noteRows(sheet: OverviewSheet): readonly GridRow[] {
  const { items, style, width } = sheet
  const { notes, measures } = style.texts
  const deeds = deedsOf(items)
  const undated = deeds.length - datedItems(sheet).length
  const shared = deeds.filter(({ actors }) => actors.length > 1).length
  const { remarks } = countKinds(items)
  const { present, absent } = measuresOf(sheet)
  const hasDeeds = present.includes('initiatives') || present.includes('plans')
  const says = (holds: boolean, text: string, values = {}) => (holds ? fill(sheet, text, values) : '')
  const sentences = [
    says(hasDeeds && undated === deeds.length, notes.noTimeline),
    says(undated > 0 && undated < deeds.length, notes.undated, { 数: undated }),
    says(hasDeeds && !deeds.some(({ actors }) => actors.length > 0), notes.noActors),
    says(hasDeeds && !deeds.some(({ funding }) => funding.length > 0), notes.noFunding),
    says(shared > 0, notes.shared, { 数: shared }),
    says(remarks > 0, notes.unmarked, { 数: remarks }),
    says(absent.length > 0, notes.absent, { 欄: absent.map((each) => fill(sheet, measures[each])).join('、') }),
    says(true, notes.counting),
  ].join('')
  if (sentences === '') return []
  const cell = textCell([plainParagraph(sentences)], style, { size: sheet.size })
  return [{ boxes: [{ left: 0, right: width, cell }] }]
}

/** What the sheet has for rows, in points. */
function roomOf({ style, size, leading, width }: OverviewSheet, title: readonly Paragraph[]): number {
  const { paper, titleSize } = style
  const lines = linesOf(title, titleSize, width)
  const above = lines === 0 ? 0 : lines * titleSize * leading + size / 2
  return paper.height * (1 - RESERVE) - paper.margins.top - paper.margins.bottom - above
}

function heightOf(sheet: OverviewSheet, rows: readonly GridRow[]): number {
  return rows.reduce((sum, { boxes }) => {
    const heights = boxes
      .filter(({ cell }) => cell.rowSpan === 1)
      .map(({ left, right, cell: { paragraphs, size, mostLines = Number.POSITIVE_INFINITY } }) => {
        const lines = linesOf(paragraphs, size, right - left - 2 * PADDING.x)
        return rowHeight(sheet, size, Math.min(lines, mostLines))
      })
    return sum + Math.max(rowHeight(sheet, sheet.size), ...heights)
  }, 0)
}

/** How many lines paragraphs take at most. */
function linesOf(paragraphs: readonly Paragraph[], size: number, width: number): number {
  return paragraphs.reduce((sum, { runs }) => {
    const text = runs.map((run) => run.text).join('')
    return sum + Math.max(1, Math.ceil((estimateWidth(text) * size) / width))
  }, 0)
}

function rowHeight({ leading }: OverviewSheet, size: number, lines = 1): number {
  return lines * size * leading + 2 * PADDING.y
}
