/** Fiscal years (年度, April to March) as a field of its own: read from and written as text. A year is the western one in which it begins. */

import { eraOfFiscalYear, yearOfEra } from './era.js'
import { foldWidth } from './fold-width.js'
import { readYear } from './written-year.js'

/** era: 平成30年度. letter: H30. western: 2018年度. both: 平成30(2018)年度. */
export type FiscalYearStyle = 'era' | 'letter' | 'western' | 'both'

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
  const named = `${era.name}${count === 1 ? '元' : count}`
  return style === 'both' ? `${named}(${year})年度` : `${named}年度`
}
