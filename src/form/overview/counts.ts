/** The first table of an overview: how many of everything, by 区分, with bars on one scale. */

import type { Part } from '../../definition/form-definition.js'
import { allColumns } from '../../definition/form-tables.js'
import type { Measure } from '../../definition/overview-style.js'
import { plainParagraph, textCell } from '../cells.js'
import type { Box, GridRow } from './box-grid.js'
import type { ItemKind, PlanItem } from './plan-items.js'
import {
  barBox,
  categoryName,
  fill,
  GROUP_RULE,
  HEAD_RULE,
  headBox,
  numberBox,
  type OverviewSheet,
  roundHalf,
  sectionBox,
  textBox,
} from './sheet.js'

/** The part that a column must play for its items to be counted. */
const PARTS: Readonly<Record<Measure, Part>> = {
  initiatives: 'initiatives',
  achievements: 'results',
  issues: 'results',
  responses: 'responses',
  plans: 'plans',
}
const MEASURES = Object.keys(PARTS) as Measure[]

/** What the plan's form has columns for, and what it has none for. */
export function measuresOf({ definition }: Pick<OverviewSheet, 'definition'>): {
  readonly present: readonly Measure[]
  readonly absent: readonly Measure[]
} {
  const parts = new Set(allColumns(definition).flatMap(({ fields }) => fields.map(({ part }) => part)))
  return {
    present: MEASURES.filter((measure) => parts.has(PARTS[measure])),
    absent: MEASURES.filter((measure) => !parts.has(PARTS[measure])),
  }
}

/** A line of the table: one category, or the rest of them. */
export interface CountLine {
  /** Index of the category; undefined for the rest. */
  readonly category?: number
  readonly categories: number
  readonly counts: Readonly<Record<ItemKind, number>>
}

/** The first `most` categories, each with its counts; where there are more, the others in one line. */
export function countLines(items: readonly PlanItem[], categories: number, most: number): readonly CountLine[] {
  const named = categories <= most ? categories : most - 1
  const lines = Array.from({ length: named }, (_, category): CountLine => {
    return { category, categories: 1, counts: countKinds(items.filter((item) => item.category === category)) }
  })
  if (named === categories) return lines
  const rest = countKinds(items.filter((item) => item.category >= named))
  return [...lines, { categories: categories - named, counts: rest }]
}

export function countKinds(items: readonly PlanItem[]): Readonly<Record<ItemKind, number>> {
  const count = (kind: ItemKind) => items.filter((item) => item.kind === kind).length
  return {
    initiatives: count('initiatives'),
    achievements: count('achievements'),
    issues: count('issues'),
    remarks: count('remarks'),
    responses: count('responses'),
    plans: count('plans'),
  }
}

/** Of the names of 区分, in em. */
const NAME = 18.4
const GAP = 9
/** Between a number and its bar, in points: more than the padding of a cell, or LibreOffice sets its row higher. */
export const BAR_INDENT = 5
/** Of a measure's column, in points: few measures need no longer bars. */
const WIDEST = 260
/** Of the figures over the columns, in proportion to the size of the type. */
const TOTAL_SIZE = 2

export function countRows(sheet: OverviewSheet): readonly GridRow[] {
  const { style, items, plan, width, size } = sheet
  const { present } = measuresOf(sheet)
  if (present.length === 0) return []
  const lines = countLines(items, plan.categories.length, style.most.categories)
  const total = countKinds(items)
  // The rest are none to compare with a single one: they have numbers and no bars.
  const named = lines.filter(({ category }) => category !== undefined)
  const longest = Math.max(1, ...named.flatMap(({ counts }) => present.map((measure) => counts[measure])))
  const digits = String(Math.max(...present.map((measure) => total[measure]))).length
  const numberWidth = digits * size * 0.8 + 5
  const names = NAME * size
  const share = Math.min(WIDEST, (width - names) / present.length)
  const scale = (share - numberWidth - BAR_INDENT - GAP) / longest
  const leftOf = (index: number) => names + index * share

  const totals = present.map((measure, index): Box => {
    const paragraph = plainParagraph(String(total[measure]), 'bold')
    const look = { size: roundHalf(size * TOTAL_SIZE), valign: 'middle' as const, number: total[measure] }
    return { left: leftOf(index), right: leftOf(index) + share - GAP, cell: textCell([paragraph], style, look) }
  })
  const heads = present.map((measure, index) =>
    headBox(sheet, leftOf(index), leftOf(index) + share - GAP, fill(sheet, style.texts.measures[measure])),
  )
  const rows = lines.map(({ category, categories, counts }, at): GridRow => {
    const name =
      category === undefined
        ? fill(sheet, style.texts.otherCategories, { 数: categories })
        : categoryName(sheet, category)
    const bars = present.flatMap((measure, index) => {
      const left = leftOf(index)
      const start = left + numberWidth + BAR_INDENT
      const count = numberBox(sheet, left, left + numberWidth, counts[measure])
      if (counts[measure] === 0 || category === undefined) return [count]
      const pattern = measure === 'plans' ? 'striped' : 'solid'
      return [count, barBox(sheet, start, start + barLength(counts[measure] * scale), pattern, { loose: 'right' })]
    })
    return {
      boxes: [textBox(sheet, 0, names, name, { heads: 'row' }), ...bars],
      ...(at === lines.length - 1 ? { below: HEAD_RULE } : {}),
    }
  })
  const section = fill(sheet, style.texts.sections.counts)
  return [
    { boxes: [sectionBox(sheet, 0, width, section)], bookmark: section },
    { boxes: [headBox(sheet, 0, names, fill(sheet, style.texts.category)), ...heads] },
    {
      boxes: [textBox(sheet, 0, names, fill(sheet, style.texts.total), { heads: 'row' }), ...totals],
      below: GROUP_RULE,
    },
    ...rows,
  ]
}

/** In points: what is there can be seen. */
export function barLength(length: number): number {
  return Math.max(2.25, length)
}
