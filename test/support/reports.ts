/** Comparisons and bundled report styles, as the command line makes and reads them. */

import { readFileSync } from 'node:fs'
import { decodeSummaryStyle } from '../../src/decode/styles/summary-file.js'
import { decodeTaishohyoStyle } from '../../src/decode/styles/taishohyo-file.js'
import type { SummaryStyle, TaishohyoStyle } from '../../src/definition/report-style.js'
import type { Plan } from '../../src/domain/plan.js'
import type { FormCell, FormRow, Paragraph } from '../../src/form/form.js'
import { comparedColumns } from '../../src/review/columns.js'
import { compare } from '../../src/review/compare.js'
import type { Comparison } from '../../src/review/comparison.js'
import { bundledForm, expectValue, ROOT, seedPlan } from './forms.js'

export const OFFICIAL = bundledForm('official')

export function comparePlans(old: Plan, now: Plan): Comparison {
  const columns = comparedColumns(OFFICIAL)
  return compare(old, now, { columns: { old: columns, new: columns } })
}

export function compareSeeds(): Comparison {
  return comparePlans(seedPlan('mogami-h30'), seedPlan('mogami-r1'))
}

export function taishohyoStyle(id: string): TaishohyoStyle {
  const file = `templates/taishohyo/${id}.yaml`
  return expectValue(decodeTaishohyoStyle(file, readFileSync(new URL(file, ROOT)), id))
}

export function summaryStyle(id = 'standard'): SummaryStyle {
  const file = `templates/summary/${id}.yaml`
  return expectValue(decodeSummaryStyle(file, readFileSync(new URL(file, ROOT)), id))
}

export function linesOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map((paragraph) => paragraph.runs.map((run) => run.text).join('')).join('\n')
}

/** The texts of a row, one a column; undefined for a place that a cell covers. */
export function rowTexts({ slots }: FormRow): (string | undefined)[] {
  return slots.map((slot) => (slot.tag === 'cell' ? linesOf(slot.paragraphs) : undefined))
}

export function cellsOf(rows: readonly FormRow[]): FormCell[] {
  return rows.flatMap((row) => row.slots.filter((slot) => slot.tag === 'cell'))
}
