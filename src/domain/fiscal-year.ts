/** Fiscal years (年度, April to March) as a field of its own: read from and written as text. A year is the western one in which it begins. */

import { eraOfFiscalYear, yearOfEra } from './era.js'
import { foldWidth } from './fold-width.js'
import { readYear } from './written-year.js'

/** era: 平成30年度. letter: H30. bare: 30, 元. western: 2018年度. both: 平成30(2018)年度. */
export type FiscalYearStyle = 'era' | 'letter' | 'bare' | 'western' | 'both'

/**
 * The year that a whole field names: H30, 平成30年度, R元, 2018, 平成30（2018）年度, … 2018 for any of 平成30年度.
 * Undefined for anything else, for years out of 1868 to 2200 and for two notations that disagree.
 */
export function parseFiscalYear(text: string): number | undefined {
  const folded = foldWidth(text.trim())
  const written = readYear(folded, 0)
  return written?.end === folded.length ? written.year : undefined
}

/** A fiscal year as it is printed. Years before 明治 have no era here and are printed as western ones. */
export function formatFiscalYear(year: number, style: FiscalYearStyle): string {
  const era = eraOfFiscalYear(year)
  if (style === 'western' || !era) return `${year}年度`
  const count = yearOfEra(era, year)
  if (style === 'letter') return `${era.letter}${count}`
  const bare = count === 1 ? '元' : String(count)
  if (style === 'bare') return bare
  const named = `${era.name}${bare}`
  return style === 'both' ? `${named}(${year})年度` : `${named}年度`
}

/** The value that a field has in a year; it is a cell of its row, under a key of its own. */
export interface YearValue {
  readonly field: string
  readonly year: number
}

/** The cell's key, and what people are told it is: 実績値 R6. A year has one key, however it is written. */
export function yearKey({ field, year }: YearValue): string {
  return `${field} ${formatFiscalYear(year, 'letter')}`
}

/** What a key names; undefined for that of any other cell. */
export function readYearKey(key: string): YearValue | undefined {
  const at = key.lastIndexOf(' ')
  const year = at <= 0 ? undefined : parseFiscalYear(key.slice(at + 1))
  if (year === undefined) return undefined
  const value = { field: key.slice(0, at), year }
  return yearKey(value) === key ? value : undefined
}
