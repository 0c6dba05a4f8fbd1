/** Where the redline begins a page: the breaks are the new edition's. */

import type { Form, FormRow } from '../form.js'
import { forcedBreaks, splitForm } from '../split-body.js'
import type { RedlineRow } from './both-rows.js'

export interface Editions {
  readonly old: Form
  readonly new: Form
}

/** For changes to accept: a row that both editions have parts the tables, if either has rows before it; one that is inserted begins a page. */
export function startsTrackedPage({ side, old, new: now }: RedlineRow, forms: Editions): boolean {
  return now !== undefined && now > 0 && !(side === 'both' && old === 0) && forms.new.body[now]!.startsPage
}

/** A break within a category fitted the new rows to pages, and these are more rows: only categories begin pages. */
export function startsPlainPage(row: RedlineRow, forms: Editions): boolean {
  return row.opens !== 'old' && (openingRow(row, forms)?.startsPage ?? false)
}

/** The row that opens the category in the new edition, or in the old one where only that has it here. */
export function openingRow({ opens, category }: RedlineRow, forms: Editions): FormRow | undefined {
  if (opens === undefined) return undefined
  const [form, facts] = opens !== 'old' && category.new ? [forms.new, category.new] : [forms.old, category.old!]
  return form.body.filter(({ bookmark }) => bookmark !== undefined)[facts.index - 1]
}

/**
 * The bodies as their documents have them: behind a forced page break a label stands again. The old edition's breaks
 * are given up in rows that both editions have, for there the new one's hold.
 */
export function breakBodies(rows: readonly RedlineRow[], forms: Editions): Record<'old' | 'new', readonly FormRow[]> {
  const broken = new Set(forcedBreaks(forms.old))
  const kept = rows.filter((row) => row.side === 'old' || startsTrackedPage(row, forms))
  const oldBreaks = kept.flatMap(({ old }) => (old !== undefined && broken.has(old) ? [old] : []))
  return {
    old: splitForm(forms.old, oldBreaks).flat(),
    new: splitForm(forms.new, forcedBreaks(forms.new)).flat(),
  }
}
