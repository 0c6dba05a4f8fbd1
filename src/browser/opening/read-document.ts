/** A Word or Excel document to the text of a plan file, with the account of what was read and what was not. */

import { readClipboard } from '../../decode/office/clipboard/read-clipboard.js'
import { type ImportedPlan, importDocument, importPlan } from '../../decode/office/import-plan.js'
import { type Listed, type ReadingOptions, USUAL_READING } from '../../decode/office/office-document.js'
import type { ForeignOptions } from '../../decode/office/plan/read-document.js'
import { planKeys } from '../../definition/year-columns.js'
import { type Outcome, succeed } from '../../domain/diagnostic.js'
import { writePlan } from '../../encode/write-plan.js'
import type { Shelf } from './shelf.js'

export interface TakenIn {
  /** The plan file. */
  readonly text: string
  readonly title: string
  readonly yearText: string
  readonly rows: number
  readonly formName: string
  /** The table has a form of its own now, which the plan file carries. */
  readonly hasOwnForm: boolean
  readonly account: { readonly read: number; readonly planned: number; readonly listed: number }
  readonly entries: readonly Listed[]
  /** Tracked changes by author. */
  readonly revisions: readonly (readonly [string, number])[]
}

export function readDocument(
  file: string,
  bytes: Uint8Array,
  shelf: Shelf,
  reading: ReadingOptions = USUAL_READING,
): Outcome<TakenIn> {
  const imported = importPlan(file, bytes, reading, readingOf(file, shelf))
  return imported.ok ? succeed(takeIn(imported.value), imported.diagnostics) : imported
}

/** A table that was copied in Word or Excel. */
export function readPasted(html: string, shelf: Shelf): Outcome<TakenIn> {
  const file = '貼り付けた表'
  const imported = importDocument(file, readClipboard(html), USUAL_READING, readingOf(file, shelf))
  return imported.ok ? succeed(takeIn(imported.value), imported.diagnostics) : imported
}

export function readingOf(file: string, shelf: Shelf): ForeignOptions {
  return { forms: shelf.list(), name: file.replace(/\.[^.]+$/, ''), openBase: shelf.openBase }
}

function takeIn({ plan, definition, formFile, account, revisions }: ImportedPlan): TakenIn {
  return {
    text: writePlan(plan, { ...planKeys(definition), ...(formFile && { form: formFile }) }),
    title: plan.title.replaceAll('\n', ''),
    yearText: plan.yearText,
    rows: plan.categories.reduce((sum, { rows }) => sum + rows.length, 0),
    formName: definition.name,
    hasOwnForm: formFile !== undefined,
    account: { read: account.read, planned: account.planned, listed: account.listed },
    entries: account.entries,
    revisions: [...revisions],
  }
}
