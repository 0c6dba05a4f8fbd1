/** Bytes of a Word or Excel document to a Plan, the form that prints it, and the account of what was read. */

import type { Outcome } from '../../domain/diagnostic.js'
import { succeed } from '../../domain/diagnostic.js'
import type { Plan } from '../../domain/plan.js'
import type { OfficeDocument, ReadingOptions } from './office-document.js'
import { openOffice } from './open-office.js'
import { type ForeignOptions, type ForeignPlan, readDocument } from './plan/read-document.js'
import { toPlan } from './plan/to-plan.js'
import { settleTexts } from './settle-texts.js'

export interface ImportedPlan extends Omit<ForeignPlan, 'plan'> {
  readonly plan: Plan
  /** Tracked changes by author. */
  readonly revisions: ReadonlyMap<string, number>
}

/** `file` is only for messages. */
export function importPlan(
  file: string,
  bytes: Uint8Array,
  reading: ReadingOptions,
  options: ForeignOptions,
): Outcome<ImportedPlan> {
  const document = openOffice(file, bytes, reading)
  return document.ok ? importDocument(file, document.value, reading, options) : document
}

/** A document that was read already: a table from the clipboard comes in here. */
export function importDocument(
  file: string,
  document: OfficeDocument,
  reading: ReadingOptions,
  options: ForeignOptions,
): Outcome<ImportedPlan> {
  const read = readDocument(file, settleTexts(document, reading), options)
  if (!read.ok) return read
  const { plan, ...rest } = read.value
  const name = rest.formFile === undefined ? rest.definition.name : undefined
  // A form with a column of 区分 has to print one: what has none is called by the title.
  const nameless = rest.definition.categories === 'column' ? plan.title : ''
  return succeed({ ...rest, plan: toPlan(plan, name, nameless), revisions: document.revisions }, read.diagnostics)
}
