/** Headings that are years: which year a column of a document stands for under a form, and runs of years that make a column of their own. */

import type { ColumnDefinition, FormDefinition } from '../../../definition/form-definition.js'
import { findEra, westernYear } from '../../../domain/era.js'
import { type FiscalYearStyle, formatFiscalYear, parseFiscalYear, readYearKey } from '../../../domain/fiscal-year.js'
import { toFullWidth } from '../../../domain/fold-width.js'
import { foldHeading } from '../table/fold-heading.js'
import type { FoundColumn } from '../table/found-table.js'

/** A text of a form with anything in the place of its values. */
export function patternOf(text: string): RegExp {
  const literal = text.split(/\{\{.*?\}\}/s).map((part) => foldHeading(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('(.+)')}$`, 's')
}

/** The year of a heading, which `template` may print: R4, 令和４年度, ４年度. */
export function yearOfHeading(heading: string, template = ''): number | undefined {
  const folded = foldHeading(heading)
  const parts = patternOf(template).exec(folded)?.slice(1) ?? []
  const years = [...parts, folded].map(parseFiscalYear)
  return years.find((year) => year !== undefined) ?? parts.map(yearWithoutEra).find((year) => year !== undefined)
}

/** No edition of 令和 that is read has got so far, nor one of 平成 that begins as low. */
const LAST_OF_REIWA = 20

function yearWithoutEra(text: string): number | undefined {
  const number = text === '元' ? 1 : /^\d{1,2}$/.test(text) ? Number(text) : 0
  return number === 0 ? undefined : westernYear(findEra(number <= LAST_OF_REIWA ? '令和' : '平成')!, number)
}

/** The edition's year, by the years that the document has in the place of those which the form counts from it. */
export function editionYear({ columns }: FormDefinition, keys: readonly string[]): number | undefined {
  for (const { years, fields } of columns) {
    if (years === undefined || years === 'period') continue
    const found = keys.flatMap((key) => {
      const value = readYearKey(key)
      return value?.field === fields[0]!.key ? [value.year] : []
    })
    const editions = new Set(years.map((each, at) => ('offset' in each ? found[at]! - each.offset : undefined)))
    const [edition] = editions
    if (found.length === years.length && editions.size === 1 && edition !== undefined) return edition
  }
  return undefined
}

/** The 期間 whose years a form shows, by those that the document has: R6～R11. */
export function periodOfColumns({ columns }: FormDefinition, keys: readonly string[]): string | undefined {
  const fields = columns.flatMap((column) => (column.years === 'period' ? column.fields : [])).map(({ key }) => key)
  const years = keys.flatMap((key) => readYearKey(key) ?? []).filter(({ field }) => fields.includes(field))
  if (years.length === 0) return undefined
  const ends = [Math.min, Math.max].map((end) => end(...years.map(({ year }) => year)))
  return ends.map((year) => formatFiscalYear(year, 'letter')).join('～')
}

/** Columns side by side that stand for the years under one heading. */
export interface YearRun {
  readonly start: number
  readonly years: readonly number[]
  /** The headings over all of them. */
  readonly uppers: readonly string[]
  /** What a form prints over each, to the letter. */
  readonly template: string
}

const STYLES: Readonly<Record<string, FiscalYearStyle>> = { 略記: 'letter', 和暦: 'era', 西暦: 'western' }

/** Only where one way of writing makes every heading as it stands, and the years follow one another. */
export function findYearRuns(columns: readonly FoundColumn[]): readonly YearRun[] {
  const runs: YearRun[] = []
  for (let start = 0; start < columns.length; ) {
    let end = start + 1
    while (end < columns.length && followsIn(columns[end - 1]!, columns[end]!)) end++
    const run = readRun(columns.slice(start, end), start)
    if (run !== undefined) runs.push(run)
    start = end
  }
  return runs
}

function followsIn(before: FoundColumn, { headings }: FoundColumn): boolean {
  const [first, second] = [before.headings.at(-1) ?? '', headings.at(-1) ?? ''].map((text) => yearOfHeading(text))
  const sameAbove = before.headings.slice(0, -1).join('\n') === headings.slice(0, -1).join('\n')
  return sameAbove && first !== undefined && second === first + 1
}

function readRun(columns: readonly FoundColumn[], start: number): YearRun | undefined {
  const uppers = columns[0]!.headings.slice(0, -1).filter((text) => text.trim() !== '')
  const headings = columns.map((column) => column.headings.at(-1) ?? '')
  const years = headings.map((heading) => yearOfHeading(heading))
  if (columns.length < 2 || uppers.length === 0 || years.some((year) => year === undefined)) return undefined
  const known = years as readonly number[]
  for (const [helper, style] of Object.entries(STYLES)) {
    const texts = known.map((year) => formatFiscalYear(year, style))
    const template = isSame(texts, headings)
      ? `{{${helper} 年}}`
      : isSame(texts.map(toFullWidth), headings)
        ? `{{全角 (${helper} 年)}}`
        : undefined
    if (template !== undefined) return { start, years: known, uppers, template }
  }
  return undefined
}

function isSame(texts: readonly string[], headings: readonly string[]): boolean {
  return texts.every((text, at) => text === headings[at])
}

/** The year that a document's column stands for, where the headings over it are those of the form's column of years, or of one year. */
export function yearUnder(
  { headings }: FoundColumn,
  { upperHeadings, ...column }: ColumnDefinition,
): number | undefined {
  const said = headings.filter((heading) => heading.trim() !== '')
  const { heading, yearHeading } = column
  const own = yearHeading === undefined ? upperHeadings : [...upperHeadings, heading]
  const uppers = own.filter((upper) => upper.trim() !== '')
  const isOver = said.length === uppers.length + 1
  if (!isOver || !uppers.every((upper, at) => patternOf(upper).test(foldHeading(said[at]!)))) return undefined
  return yearOfHeading(said.at(-1)!, yearHeading ?? heading)
}
