/** Finds which columns of a form the columns of a document's table are, by their headings, in any order. */

import type { ColumnDefinition, FormDefinition } from '../../../definition/form-definition.js'
import { columnOfYear } from '../../../definition/year-columns.js'
import { foldHeading } from '../table/fold-heading.js'
import type { FoundColumn } from '../table/found-table.js'
import { patternOf, yearUnder } from './year-headings.js'

export interface FormMatch {
  /** For each column of the document the form's, one for each year that it stands for; undefined for one that the form does not have. */
  readonly columns: readonly (ColumnDefinition | undefined)[]
  /** Columns of the form that the document lacks. */
  readonly missing: readonly ColumnDefinition[]
}

export function matchForm(found: readonly FoundColumn[], { columns }: FormDefinition): FormMatch {
  const matched: (ColumnDefinition | undefined)[] = found.map(() => undefined)
  const left = new Set(columns)
  for (const column of columns) {
    if (column.years === undefined) continue
    const seen = new Set<number>()
    for (const [at, each] of found.entries()) {
      const year = matched[at] === undefined ? yearUnder(each, column) : undefined
      if (year === undefined || seen.has(year)) continue
      seen.add(year)
      matched[at] = columnOfYear(column, year)
      left.delete(column)
    }
  }
  for (const isMeant of [hasHeading, hasName, hasFilledHeading]) {
    for (const column of columns) {
      if (!left.has(column) || column.years !== undefined) continue
      const year = column.fields[0]?.ofYear?.year
      const isOwn = (each: FoundColumn) =>
        year === undefined ? isMeant(each, column) : yearUnder(each, column) === year
      const at = found.findIndex((each, index) => matched[index] === undefined && isOwn(each))
      if (at < 0) continue
      matched[at] = column
      left.delete(column)
    }
  }
  return { columns: matched, missing: columns.filter((column) => left.has(column)) }
}

/** What a column is called in messages. */
export function nameOfColumn({ headings }: FoundColumn): string {
  return (
    headings
      .map((heading) => heading.replace(/\s/g, ''))
      .filter((heading) => heading !== '')
      .join('／') || '（見出しなし）'
  )
}

export function isCategory({ fields }: ColumnDefinition): boolean {
  return fields.some(({ part }) => part === 'category')
}

/** The form's own heading, the one above included. */
function hasHeading({ headings }: FoundColumn, column: ColumnDefinition): boolean {
  const own = headingsOf(column)
  if (own.some((text) => text.includes('{{'))) return false
  return own.map(foldHeading).join('\n') === saidIn(headings).map(foldHeading).join('\n')
}

/** The name by which a plan file writes the column, or the heading without the one above it. */
function hasName({ headings }: FoundColumn, { heading, fields }: ColumnDefinition): boolean {
  const own = foldHeading(headings.at(-1) ?? '')
  if (own === '') return false
  return own === foldHeading(heading) || (fields.length === 1 && own === foldHeading(fields[0]!.key))
}

/** A heading with values of the plan in it: {{和暦 年度}}の主な取組. */
function hasFilledHeading(found: FoundColumn, column: ColumnDefinition): boolean {
  const [own, headings] = [headingsOf(column), saidIn(found.headings)]
  if (own.length !== headings.length || !own.some((text) => text.includes('{{'))) return false
  return own.every((text, index) => patternOf(text).test(foldHeading(headings[index]!)))
}

/** Whether a text is what a form prints for a heading; behind a page's end （続き） may follow. */
export function matchesHeading(text: string, heading: string): boolean {
  const said = foldHeading(text.replace(CONTINUED, ''))
  return heading.includes('{{') ? patternOf(heading).test(said) : foldHeading(heading) === said
}

const CONTINUED = /\s*[(（](?:続き|つづき)[)）]$/

function headingsOf({ upperHeadings, heading }: ColumnDefinition): readonly string[] {
  return saidIn([...upperHeadings, heading])
}

/** An empty one below others has no box of its own where its neighbours have none either. */
function saidIn(headings: readonly string[]): readonly string[] {
  return headings.filter((heading) => heading.trim() !== '')
}
