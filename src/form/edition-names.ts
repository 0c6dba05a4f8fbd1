/** What reports call the two editions: 平成30年度→令和元年度, or 令和元年度 案１（7/5）→案２（7/12） of drafts of one year. */

import { formatFiscalYear } from '../domain/fiscal-year.js'
import type { Plan } from '../domain/plan.js'
import { readDate } from '../domain/written-date.js'

export type NamedEdition = Pick<Plan, 'year' | 'draft' | 'draftDate'>

/** 平成30年度; beside another draft of its year 案２（7/12）, where it has a name. */
export function editionName({ year, draft, draftDate }: NamedEdition, other: NamedEdition): string {
  if (year !== other.year || draft === undefined) return formatFiscalYear(year, 'era')
  return draftDate === undefined ? draft : `${draft}（${shortDate(draftDate)}）`
}

/** From the one to the other. */
export function spanName(old: NamedEdition, now: NamedEdition): string {
  const span = `${editionName(old, now)}→${editionName(now, old)}`
  const areNamed = old.year === now.year && (old.draft ?? now.draft) !== undefined
  return areNamed ? `${formatFiscalYear(now.year, 'era')} ${span}` : span
}

/** 7/12 of 平成30年７月12日; as it is written where it is no date. */
function shortDate(text: string): string {
  const read = readDate(text)
  return read.ok ? `${read.date.month}/${read.date.day}` : text
}
