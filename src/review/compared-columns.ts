/** The texts of a row that are compared, column by column: which stand for one another in the two forms. */

import type { FormDefinition, Part } from '../definition/form-definition.js'
import { formatFiscalYear, parseFiscalYear } from '../domain/fiscal-year.js'
import { findFiscalYears } from '../domain/fiscal-year-mention.js'
import type { Plan } from '../domain/plan.js'

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
}

/** What is printed over a column, with the edition's own year in it. */
export type HeadingReader = (template: string) => string

/** The columns of a form, `own` headings of the plan in the place of the form's, those that are stacked in one column one by one. */
export function comparedColumns(
  form: Pick<FormDefinition, 'columns'>,
  read: HeadingReader = (template) => template,
  own: Plan['headings'] = {},
): readonly ComparedColumn[] {
  return form.columns.flatMap(({ fields, merges, heading, upperHeadings }) =>
    fields.map(({ key, part, label }) => ({
      key,
      part,
      merges,
      heading: label === undefined ? (own[fields[0]!.key] ?? read(heading)) : read(label),
      upperHeadings: upperHeadings.map(read),
    })),
  )
}

/** A column of both editions, or of one: the other has nothing there. */
export interface ColumnPair {
  /** Tells the pair from the others: the new form's key, or the old one's where only that has the column. */
  readonly id: string
  readonly part: Part
  readonly old?: ComparedColumn
  readonly new?: ComparedColumn
  /** The fiscal year that it stands for, where it is one of a row of years. */
  readonly year?: number
}

export interface MatchedColumns {
  /** Of both editions, in the new form's order, what only the old one has at its old place; without the categories'. */
  readonly pairs: readonly ColumnPair[]
  /** What places of category labels give as their column. */
  readonly categoryKey: string
}

/**
 * A column of years stands for the year over it, whatever its key: last year's 前年度 is this year's 前々年度. The others
 * are paired by key, else by a heading that is the same without its year (H29評価, H30評価). `yearsBy` key: the values did
 * not move with the years.
 */
export function matchColumns(
  olds: readonly ComparedColumn[],
  news: readonly ComparedColumn[],
  yearsBy: 'year' | 'key' = 'year',
): MatchedColumns {
  const isText = ({ part }: ComparedColumn) => part !== 'category'
  const [from, to] = [olds.filter(isText), news.filter(isText)]
  const mates = new Map<ComparedColumn, ComparedColumn>()
  const pairBy = (keyOf: (column: ComparedColumn) => string | undefined): void => {
    const free = to.filter((column) => !mates.has(column))
    const taken = new Set(mates.values())
    for (const old of from.filter((column) => !taken.has(column))) {
      const key = keyOf(old)
      const mate = key === undefined ? undefined : free.find((column) => !mates.has(column) && keyOf(column) === key)
      if (mate) mates.set(mate, old)
    }
  }
  const isOfKey = (column: ComparedColumn) => yearsBy === 'key' || yearOf(column) === undefined
  pairBy((column) => (isOfKey(column) ? undefined : `${yearOf(column)} ${timelessUppers(column)}`))
  pairBy((column) => (isOfKey(column) ? column.key : undefined))
  pairBy((column) => (yearOf(column) === undefined && column.heading ? headingKey(column) : undefined))

  const oldOf = new Map([...mates].map(([now, old]) => [old, now]))
  const pairs: ColumnPair[] = to.map((column) => pairOf(mates.get(column), column))
  for (const [at, old] of from.entries()) {
    if (oldOf.has(old)) continue
    const before = from.slice(0, at).findLast((each) => pairs.some((pair) => pair.old === each))
    pairs.splice(pairs.findIndex((pair) => pair.old === before && before !== undefined) + 1, 0, pairOf(old, undefined))
  }
  const categoryKey = [...news, ...olds].find((column) => !isText(column))?.key ?? '区分'
  return { pairs, categoryKey }
}

function pairOf(old: ComparedColumn | undefined, now: ComparedColumn | undefined): ColumnPair {
  const column = (now ?? old)!
  const year = yearOf(column)
  return {
    id: now ? now.key : `${column.key}（旧）`,
    part: column.part,
    ...(old && { old }),
    ...(now && { new: now }),
    ...(year !== undefined && { year }),
  }
}

/** The name of a column that came or went: 実績値 R7 for one of a row of years. */
export function columnName(column: ComparedColumn): string {
  const year = parseFiscalYear(column.heading ?? '')
  if (year === undefined) return column.key
  return [...(column.upperHeadings ?? []), formatFiscalYear(year, 'letter')].join(' ')
}

/** A heading that is nothing but a year, or a key that is. */
function yearOf({ key, heading = '' }: ComparedColumn): number | undefined {
  return parseFiscalYear(heading) ?? parseFiscalYear(key)
}

function headingKey(column: ComparedColumn): string {
  return `${column.part} ${timelessUppers(column)} ${timeless(column.heading)}`
}

function timelessUppers({ upperHeadings = [] }: ComparedColumn): string {
  return upperHeadings.map(timeless).join('\n')
}

/** Without years and blanks. */
function timeless(text = ''): string {
  const folded = text.normalize('NFKC').replace(/\s/g, '')
  const mentions = findFiscalYears(folded).toReversed()
  const rest = mentions.reduce((all, { start, end }) => all.slice(0, start) + all.slice(end), folded)
  return rest.replace(/(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR])(?:元|[0-9]{1,2})(?:年度?)?/g, '')
}
