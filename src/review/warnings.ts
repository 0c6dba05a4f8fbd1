/** Doubts whether two editions are to be compared at all, or this way round: told before anything else. */

import type { Diagnostic } from '../domain/diagnostic.js'
import { formatFiscalYear } from '../domain/fiscal-year.js'
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
    const [before, after] = years.map((year) => formatFiscalYear(year, 'era'))
    warn(
      'newer-first',
      `先に指定した版（${before}）のほうが、後の版（${after}）より新しい年度です。`,
      '旧い版を先に、新しい版を後に指定してください。',
    )
  }
  if (years[0] === years[1] && !(text('old', DRAFT) && text('new', DRAFT))) {
    warn(
      'same-year',
      `二つの版はどちらも${formatFiscalYear(years[0], 'era')}です。`,
      '同じ年度の案どうしを比べるときは、計画ファイルに「版: 案２」のように書くと、表題に出ます。',
    )
  }
  const paired = matches.rows.pairs().length
  const most = Math.max(old.rows.length, now.rows.length)
  if (paired < LEAST_ROWS * most && titleLikeness(old.plan.title, now.plan.title) < LEAST_TITLE) {
    warn(
      'other-plan',
      `別の計画のようです（旧「${old.plan.title}」、新「${now.plan.title}」。対応する行は ${paired} 行）。`,
      '指定したファイルを確かめてください。',
    )
  }
  const areas = [text('old', '区域'), text('new', '区域')] as const
  if (areas[0] && areas[1] && foldNotation(areas[0]) !== foldNotation(areas[1])) {
    warn(
      'other-area',
      `区域が違います（旧「${areas[0]}」、新「${areas[1]}」）。`,
      '指定したファイルを確かめてください。',
    )
  }
  const forms = [text('old', '様式'), text('new', '様式')] as const
  if (forms[0] !== forms[1] || sharedColumns(columns) < 0.5) {
    warn(
      'other-form',
      `様式が違います（旧「${forms[0]}」、新「${forms[1]}」）。`,
      '一方にしかない欄は、欄の追加・削除として示します。',
    )
  }
  return warnings

  function warn(code: string, message: string, hint: string): void {
    warnings.push({ severity: 'warning', code, message, hint })
  }
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
