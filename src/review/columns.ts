/** The columns that are compared: what stands over each, without years too, and which fiscal year it stands for. */

import type { FormDefinition, Part } from '../definition/form-definition.js'
import { formatFiscalYear, parseFiscalYear, type YearValue } from '../domain/fiscal-year.js'
import { findFiscalYears } from '../domain/fiscal-year-mention.js'

/** A column as a form has it. */
export interface ComparedColumn {
  /** The key in the plan file. */
  readonly key: string
  readonly part: Part
  /** A cell that is left out is one with the cell above. */
  readonly merges: boolean
  /** As it is printed in this edition; the key where nothing is printed over the column. */
  readonly heading?: string
  /** … and the headings above from the top down, which several share. */
  readonly upperHeadings?: readonly string[]
  /** The same in any other year of the plan: where these are the same, only 年度 makes the headings differ. */
  readonly inAnyYear?: Pick<ComparedColumn, 'heading' | 'upperHeadings'>
  /** Of a column of years: the form's field, and the year that it stands for. */
  readonly ofYear?: YearValue
}

/** The columns of a form as they are printed, those that are stacked in one column one by one. */
export function comparedColumns({ columns }: Pick<FormDefinition, 'columns'>): readonly ComparedColumn[] {
  return columns.flatMap(({ fields, merges, heading, upperHeadings }) =>
    fields.map(({ key, part, label, ofYear }) => ({
      key,
      part,
      merges,
      heading: label ?? heading,
      upperHeadings,
      ...(ofYear && { ofYear }),
    })),
  )
}

export type ColumnYears = ReadonlyMap<ComparedColumn, number>

/**
 * Of the columns of one edition: those of a column of years, those whose heading or key is nothing but a year, and those
 * that say the same but for their years (R5実績, R6実績). One that says its year alone (H29評価) is no row of years.
 */
export function columnYears(columns: readonly ComparedColumn[]): ColumnYears {
  const years = new Map<ComparedColumn, number>()
  for (const column of columns) {
    const year = ownYear(column)
    if (year !== undefined) years.set(column, year)
  }
  const within = columns.filter((column) => !years.has(column) && yearWithin(column.heading) !== undefined)
  for (const column of within) {
    const isRow = within.some((other) => other !== column && wordsOver(other) === wordsOver(column))
    if (isRow) years.set(column, yearWithin(column.heading)!)
  }
  return years
}

export function ownYear({ key, heading = '', ofYear }: ComparedColumn): number | undefined {
  return ofYear?.year ?? parseFiscalYear(heading) ?? parseFiscalYear(key)
}

/** The name of a column that came or went: 実績値 R7 for one of a row of years. */
export function columnName(column: ComparedColumn): string {
  if (column.ofYear) return column.key
  const year = parseFiscalYear(column.heading ?? '')
  if (year === undefined) return column.key
  return [...(column.upperHeadings ?? []), formatFiscalYear(year, 'letter')].join(' ')
}

/** All that stands over a column, without its years. */
export function wordsOver(column: ComparedColumn): string {
  return `${timelessUppers(column)} ${timeless(column.heading)}`
}

export function timelessUppers({ upperHeadings = [] }: ComparedColumn): string {
  return upperHeadings.map(timeless).join('\n')
}

const YEAR = /(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR])(?:元|[0-9]{1,2})(?:年度?)?/g

/** Without years and blanks. */
function timeless(text = ''): string {
  const folded = fold(text)
  const mentions = findFiscalYears(folded).toReversed()
  const rest = mentions.reduce((all, { start, end }) => all.slice(0, start) + all.slice(end), folded)
  return rest.replace(YEAR, '')
}

/** The one year that a heading names beside other words. */
function yearWithin(heading = ''): number | undefined {
  const [year, ...others] = fold(heading).match(YEAR) ?? []
  return year === undefined || others.length > 0 ? undefined : parseFiscalYear(year)
}

function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '')
}
