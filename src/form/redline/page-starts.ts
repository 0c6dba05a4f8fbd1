/** Where the redline begins a page: the breaks are the new edition's. */

import type { FormRow, TableSection } from '../form.js'
import { forcedBreaks, splitTable } from '../split-table.js'
import type { RedlineRow } from './both-rows.js'

/** The tables of both editions, and what their form puts behind a label that stands again. */
export interface Tables {
  readonly old: TableSection
  readonly new: TableSection
  readonly continued: string
}

/** For changes to accept: a row that both editions have parts the tables, if either has rows before it; one that is inserted begins a page. */
export function startsTrackedPage({ side, old, new: now }: RedlineRow, tables: Tables): boolean {
  return now !== undefined && now > 0 && !(side === 'both' && old === 0) && tables.new.body[now]!.startsPage
}

/** A break within a category fitted the new rows to pages, and these are more rows: only categories begin pages. */
export function startsPlainPage(row: RedlineRow, tables: Tables): boolean {
  return row.opens !== 'old' && (openingRow(row, tables)?.startsPage ?? false)
}

/** The row that opens the category in the new edition, or in the old one where only that has it here. */
export function openingRow({ opens, first }: RedlineRow, tables: Tables): FormRow | undefined {
  if (opens === undefined) return undefined
  const [table, row] = opens !== 'old' && first.new !== undefined ? [tables.new, first.new] : [tables.old, first.old!]
  return table.body[row]
}

/**
 * The bodies as their documents have them: behind a forced page break a label stands again. The old edition's breaks
 * are given up in rows that both editions have, for there the new one's hold.
 */
export function breakBodies(rows: readonly RedlineRow[], tables: Tables): Record<'old' | 'new', readonly FormRow[]> {
  const broken = new Set(forcedBreaks(tables.old))
  const kept = rows.filter((row) => row.side === 'old' || startsTrackedPage(row, tables))
  const oldBreaks = kept.flatMap(({ old }) => (old !== undefined && broken.has(old) ? [old] : []))
  return {
    old: splitTable(tables.old, oldBreaks, tables.continued).flat(),
    new: splitTable(tables.new, forcedBreaks(tables.new), tables.continued).flat(),
  }
}
