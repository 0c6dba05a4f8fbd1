/** The third table of an overview, the 年次工程表: a row for every item that says years, a bar over its years. */

import { isOpenAhead, isOpenBehind } from '../../domain/year-span.js'
import { plainParagraph, textCell } from '../cells.js'
import type { FormCell } from '../form.js'
import type { Box, GridRow } from './box-grid.js'
import { type TimelineGroup, timelineGroups } from './chosen-rows.js'
import { legendBoxes } from './legend.js'
import { deedsOf } from './names.js'
import type { PlanItem } from './plan-items.js'
import {
  arrowBox,
  barBox,
  blankCell,
  categoryName,
  fill,
  GROUP_RULE,
  HEAD_RULE,
  headBox,
  type OverviewSheet,
  PADDING,
  SECTION_RULE,
  sectionBox,
  THIS_YEAR,
  textBox,
  yearName,
} from './sheet.js'
import { marksOf, type YearColumn, type YearMark, yearColumns } from './year-columns.js'

export function datedItems({ items }: Pick<OverviewSheet, 'items'>): readonly PlanItem[] {
  return deedsOf(items).filter(({ years }) => years.length > 0)
}

/** Of the names of 区分, in em. */
const LABEL = 8.6
const ARROW_WIDTH = 10
/** Of the sheet's width, for all the years together; and for one at most, in points. */
const YEARS_SHARE = 0.42
const WIDEST_YEAR = 48
/** A column that stands for several years, in years; and the width of a year's name, in em. */
const SEVERAL = 1.5
const YEAR_NAME = 2.45
const YEAR_RULE = { width: 0.25, shade: 0.82 }

/** Places of the table, in points from the left. */
interface Places {
  readonly years: readonly YearColumn[]
  /** Left edges of the years, and of the arrows behind them. */
  readonly edges: readonly number[]
  /** Width of the arrows of what began earlier, before the first year; 0 where there are none. */
  readonly before: number
  /** Right edge of the names of 区分. */
  readonly label: number
}

function placesOf(sheet: OverviewSheet): Places {
  const { width, style, plan } = sheet
  const dated = datedItems(sheet)
  const years = yearColumns(dated, plan.year, style.most.years)
  const units = years.map(({ from, to }) => (from === to ? 1 : SEVERAL))
  const total = units.reduce((sum, unit) => sum + unit, 0)
  const yearWidth = Math.min(WIDEST_YEAR, (width * YEARS_SHARE) / total)
  const end = width - ARROW_WIDTH
  const before = (index: number) => units.slice(0, index).reduce((sum, unit) => sum + unit, 0)
  const edges = units.map((_, index) => end - (total - before(index)) * yearWidth)
  const arrows = dated.some((item) => isOpenBehind(item.years)) ? ARROW_WIDTH : 0
  return { years, edges: [...edges, end], before: arrows, label: LABEL * sheet.size }
}

/** The heading, the legend and the years, over all the rows. */
export function timelineHead(sheet: OverviewSheet): readonly GridRow[] {
  const { style, plan, width } = sheet
  const places = placesOf(sheet)
  const { edges, years } = places
  const legend = legendBoxes(sheet)
  const narrowest = Math.min(...years.map((_, index) => edges[index + 1]! - edges[index]!))
  const size = Math.min(sheet.size, Math.floor(((narrowest - 2 * PADDING.x - 1) / YEAR_NAME) * 2) / 2)
  const heads = years.map((year, index) => {
    const isThis = isYear(year, plan.year)
    const cell = textCell([plainParagraph(headOf(sheet, year), isThis ? 'bold' : undefined)], style, {
      size,
      align: 'center',
      valign: 'middle',
      shade: isThis ? THIS_YEAR : 1,
      heads: 'column',
    })
    return { left: edges[index]!, right: edges[index + 1]!, cell }
  })
  const start = edges[0]! - places.before
  const section = fill(sheet, style.texts.sections.timeline)
  return [
    {
      boxes: [sectionBox(sheet, 0, legend[0]?.left ?? width, section), ...legend],
      below: SECTION_RULE,
      bookmark: section,
    },
    {
      boxes: [
        headBox(sheet, 0, places.label, fill(sheet, style.texts.category)),
        headBox(sheet, places.label, start, fill(sheet, style.texts.item)),
        ...heads,
      ],
      below: HEAD_RULE,
    },
  ]
}

function headOf(sheet: OverviewSheet, { from, to }: YearColumn): string {
  const { until, since } = sheet.style.texts
  if (!Number.isFinite(from)) return fill(sheet, until, { 年度: `${to}年度` })
  if (!Number.isFinite(to)) return fill(sheet, since, { 年度: `${from}年度` })
  return yearName(from)
}

/** The rows below the head, `room` at most. */
export function timelineRows(sheet: OverviewSheet, room: number): readonly GridRow[] {
  const places = placesOf(sheet)
  return timelineGroups(datedItems(sheet), room).flatMap((group) => groupRows(sheet, group, places))
}

function groupRows(sheet: OverviewSheet, group: TimelineGroup, places: Places): readonly GridRow[] {
  const { texts } = sheet.style
  const count = group.shown.length + (group.left > 0 ? 1 : 0)
  const name =
    group.categories > 1
      ? fill(sheet, texts.otherCategories, { 数: group.categories })
      : categoryName(sheet, group.category)
  const label: Box = { left: 0, right: places.label, cell: labelCell(sheet, name, count) }
  const start = places.edges[0]! - places.before
  const rows = group.shown.map((item) => [
    textBox(sheet, places.label, start, item.label, { heads: 'row' }),
    ...barBoxes(sheet, item, places),
  ])
  const rest =
    group.left === 0
      ? []
      : [
          [
            textBox(sheet, places.label, start, fill(sheet, texts.otherItems, { 数: group.left }), { heads: 'row' }),
            ...blankYears(sheet, places),
          ],
        ]
  return [...rows, ...rest].map((boxes, index, all) => ({
    boxes: [...(index === 0 ? [label] : []), ...boxes],
    ...(index === all.length - 1 ? { below: GROUP_RULE } : {}),
  }))
}

/** The name in as many lines as the group has rows: it pushes none open. */
function labelCell(sheet: OverviewSheet, name: string, rows: number): FormCell {
  return textCell([plainParagraph(name)], sheet.style, {
    size: sheet.size,
    rowSpan: rows,
    mostLines: Math.min(rows, 3),
    isLabel: true,
    edges: { bottom: GROUP_RULE },
  })
}

/** Years next to each other with the same mark are one stretch of the bar; behind that of the plan's own stands its grey. */
function barBoxes(sheet: OverviewSheet, item: PlanItem, places: Places): readonly Box[] {
  const { years, edges, before } = places
  const marks = marksOf(item, years, sheet.plan.year)
  const boxes: Box[] = []
  if (before > 0 && isOpenBehind(item.years)) boxes.push(arrowBox(sheet, edges[0]! - before, edges[0]!, '◀', 'end'))
  for (let from = 0, to = 0; from < marks.length; from = to) {
    const mark: YearMark = marks[from]!
    to = from + 1
    if (mark === 'none') {
      boxes.push(blankYear(sheet, places, from))
      continue
    }
    const shadeOf = (index: number) => (isYear(years[index]!, sheet.plan.year) ? THIS_YEAR : 1)
    while (marks[to] === mark && shadeOf(to) === shadeOf(from)) to++
    const pattern = mark === 'planned' ? 'striped' : 'solid'
    const says = sayBar(sheet, years.slice(from, to), mark)
    boxes.push(barBox(sheet, edges[from]!, edges[to]!, pattern, { shade: shadeOf(from), says }))
  }
  if (isOpenAhead(item.years)) boxes.push(arrowBox(sheet, edges.at(-1)!, sheet.width, '▶', 'start'))
  return boxes
}

/** The years and what the legend calls the mark. */
function sayBar(sheet: OverviewSheet, years: readonly YearColumn[], mark: 'done' | 'planned'): string {
  const [first, last] = [years[0]!, years.at(-1)!].map((year) => headOf(sheet, year))
  return `${first === last ? first : `${first}～${last}`}：${fill(sheet, sheet.style.texts.legend[mark])}`
}

function blankYears(sheet: OverviewSheet, places: Places): readonly Box[] {
  return places.years.map((_, index) => blankYear(sheet, places, index))
}

function blankYear(sheet: OverviewSheet, { years, edges }: Places, index: number): Box {
  const shade = isYear(years[index]!, sheet.plan.year) ? THIS_YEAR : 1
  const cell = blankCell(sheet, { shade, edges: { left: YEAR_RULE, right: YEAR_RULE } })
  return { left: edges[index]!, right: edges[index + 1]!, cell }
}

function isYear({ from, to }: YearColumn, year: number): boolean {
  return from === year && to === year
}
