/** Doubts whether two editions are to be compared at all, or this way round: told before anything else. */

import type { Diagnostic } from '../domain/diagnostic.js'
import { formatFiscalYear } from '../domain/fiscal-year.js'
import { say } from '../domain/messages/say.js'
import type { ColumnPair } from './compared-columns.js'
import type { DocumentText } from './document-text.js'
import type { Editions } from './edition.js'
import { createMeasure, likeness } from './match/likeness.js'
import type { Matches } from './matches.js'
import { foldNotation } from './words/normalise.js'

/** Fewer of the rows are counterparts, and the titles are less alike: another plan. */
const LEAST_ROWS = 0.2
const LEAST_TITLE = 0.5

export interface Documents {
  readonly old: readonly DocumentText[]
  readonly new: readonly DocumentText[]
}

export function listWarnings(
  editions: Editions,
  matches: Matches,
  documents: Documents,
  columns: readonly ColumnPair[],
): readonly Diagnostic[] {
  const { old, new: now } = editions
  const years = [old.plan.year, now.plan.year] as const
  const text = (side: 'old' | 'new', name: string) => documents[side].find((each) => each.name === name)?.text ?? ''
  const warnings: Diagnostic[] = []
  if (years[0] > years[1]) {
    const [before, after] = [formatFiscalYear(years[0], 'era'), formatFiscalYear(years[1], 'era')]
    warnings.push(say('newer-first', { old: before, new: after }))
  }
  if (years[0] === years[1] && !(text('old', DRAFT) && text('new', DRAFT))) {
    warnings.push(say('same-year', { year: formatFiscalYear(years[0], 'era') }))
  }
  const paired = matches.rows.pairs().length
  const most = Math.max(old.rows.length, now.rows.length)
  if (paired < LEAST_ROWS * most && titleLikeness(old.plan.title, now.plan.title) < LEAST_TITLE) {
    warnings.push(say('other-plan', { old: old.plan.title, new: now.plan.title, paired }))
  }
  const areas = { old: text('old', '区域'), new: text('new', '区域') }
  if (areas.old && areas.new && foldNotation(areas.old) !== foldNotation(areas.new)) {
    warnings.push(say('other-area', areas))
  }
  const forms = { old: text('old', '様式'), new: text('new', '様式') }
  if (forms.old !== forms.new || sharedColumns(columns) < 0.5) warnings.push(say('other-form', forms))
  return warnings
}

/** The document text that names a draft. */
export const DRAFT = '版'

/** The part of the columns that both forms have. */
export function sharedColumns(columns: readonly ColumnPair[]): number {
  return columns.length === 0 ? 1 : columns.filter((pair) => pair.old && pair.new).length / columns.length
}

function titleLikeness(old: string, now: string): number {
  const texts = [foldNotation(old), foldNotation(now)] as const
  const measure = createMeasure(texts)
  return likeness(measure.profile(texts[0]), measure.profile(texts[1]))
}
