/** What the tables of an overview share: the request, what the plan says, the measures of the sheet, and its cells. */

import type { FormDefinition } from '../../definition/form-definition.js'
import { formsOfCategories } from '../../definition/form-tables.js'
import type { OverviewStyle } from '../../definition/overview-style.js'
import { formatFiscalYear } from '../../domain/fiscal-year.js'
import type { Plan } from '../../domain/plan.js'
import { plainParagraph, textCell } from '../cells.js'
import { categoryValues, fillText, planValues } from '../fill-texts.js'
import type { Bar, EdgeRule, FormCell } from '../form.js'
import type { FormContext } from '../to-form.js'
import type { Box } from './box-grid.js'
import type { PlanItem } from './plan-items.js'

/** A plan, the form that it is written for, and the style of its overview. */
export interface OverviewRequest {
  readonly plan: Plan
  readonly definition: FormDefinition
  readonly style: OverviewStyle
  readonly context: FormContext
}

export interface OverviewSheet extends OverviewRequest {
  readonly items: readonly PlanItem[]
  /** Size of the type in points, and distance of base lines in em. */
  readonly size: number
  readonly leading: number
  /** Between the margins, in points. */
  readonly width: number
}

/** Between a cell's edge and its text, in points. */
export const PADDING = { x: 2, y: 0.4 }

/** Rules, from the heaviest: under the heading of a table, under its columns' headings, between groups of rows. */
export const SECTION_RULE: EdgeRule = { width: 0.9, shade: 0.2 }
export const HEAD_RULE: EdgeRule = { width: 0.4, shade: 0.55 }
export const GROUP_RULE: EdgeRule = { width: 0.3, shade: 0.72 }

/** Grey behind the plan's own year. */
export const THIS_YEAR = 0.91

/** Thickness of a bar, in proportion to the size of the type. */
const BAR_SIZE = 0.95

/** Of headings, in proportion to the size of the type. */
const SECTION_SIZE = 1.2

/** A text in a place, which the layout cuts to its one line. */
export function textBox(
  sheet: OverviewSheet,
  left: number,
  right: number,
  text: string,
  changes: Partial<FormCell> = {},
): Box {
  const size = changes.size ?? sheet.size
  const cell = textCell([plainParagraph(text)], sheet.style, { size, valign: 'middle', mostLines: 1, ...changes })
  return { left, right, cell }
}

export function numberBox(sheet: OverviewSheet, left: number, right: number, number: number, bold = false): Box {
  const cell = textCell([plainParagraph(String(number), bold ? 'bold' : undefined)], sheet.style, {
    size: sheet.size,
    align: 'end',
    valign: 'middle',
    number,
  })
  return { left, right, cell }
}

/** A stretch of a bar. */
export function barBox(
  sheet: OverviewSheet,
  left: number,
  right: number,
  pattern: 'solid' | 'striped',
  { shade = 1, says, ...changes }: Partial<Box> & Pick<Partial<FormCell>, 'shade'> & Partial<Pick<Bar, 'says'>> = {},
): Box {
  const bar = { color: sheet.style.color, pattern, ...(says === undefined ? {} : { says }) }
  const cell = textCell([], sheet.style, { size: roundHalf(sheet.size * BAR_SIZE), valign: 'middle', shade, bar })
  return { left, right, cell, ...changes }
}

/** Something goes on before the first year, or after the last one. */
export function arrowBox(
  sheet: OverviewSheet,
  left: number,
  right: number,
  text: string,
  align: FormCell['align'],
): Box {
  const cell = textCell([plainParagraph(text)], sheet.style, { size: sheet.size, align, valign: 'middle' })
  return { left, right, cell }
}

/** Its type is small, so that it pushes no row open. */
export function blankCell({ style, size }: OverviewSheet, changes: Partial<FormCell> = {}): FormCell {
  return textCell([], style, { size: Math.min(size, 5), ...changes })
}

export function headBox(
  sheet: OverviewSheet,
  left: number,
  right: number,
  text: string,
  changes: Partial<FormCell> = {},
): Box {
  return textBox(sheet, left, right, text, { align: 'start', heads: 'column', ...changes })
}

export function sectionBox(sheet: OverviewSheet, left: number, right: number, text: string): Box {
  const size = roundHalf(sheet.size * SECTION_SIZE)
  const cell = textCell([plainParagraph(text, 'bold')], sheet.style, {
    size,
    valign: 'middle',
    heads: 'column',
    edges: { bottom: SECTION_RULE },
  })
  return { left, right, cell }
}

/** Word knows sizes of type by half points. */
export function roundHalf(size: number): number {
  return Math.round(size * 2) / 2
}

/** A text of the style, with the plan's values and these. */
export function fill(
  { plan, definition }: OverviewRequest,
  text: string,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return fillText(text, { ...planValues(plan, definition), ...values })
}

/** A category's name as the plan's own form prints it. */
export function categoryName({ plan, definition }: OverviewRequest, index: number): string {
  const category = plan.categories[index]!
  if (category.name === '') return ''
  const [, form] = formsOfCategories(plan, definition)[index]!
  const values = categoryValues(planValues(plan, definition), category, form)
  return fillText(definition.texts.category, values)
}

/** The heading of a year's column. */
export function yearName(year: number): string {
  return formatFiscalYear(year, 'letter')
}
