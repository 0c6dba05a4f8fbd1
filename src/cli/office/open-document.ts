/** A Word or Excel document to the plan that stands in it, under the form that its headings fit. */

import { dirname } from 'node:path'
import { type ImportedPlan, importPlan } from '../../decode/office/import-plan.js'
import { type ReadingOptions, USUAL_READING } from '../../decode/office/office-document.js'
import type { Skeleton } from '../../definition/skeleton.js'
import { type Diagnostic, fail, type Outcome, succeed } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { stemOf } from '../documents/document-names.js'
import { findForm, listForms, openBundledBase } from '../files/find-form.js'
import type { InputFiles } from '../files/input-files.js'

/** How documents are to be read; a plan file takes no notice of it. */
export interface DocumentReading {
  /** A western year; else the document's own. */
  readonly year?: number
  /** `fail`: a document with tracked changes is refused. */
  readonly revisions?: ReadingOptions['revisions'] | 'fail'
  readonly handmade?: ReadingOptions['handmade']
  readonly hidden?: ReadingOptions['hidden']
  readonly emphasis?: ReadingOptions['emphasis']
}

export interface OpenedDocument extends ImportedPlan {
  /** Where the fonts of its form may lie. */
  readonly folders: readonly string[]
}

/** `given` is what a document that carries no skeleton was made from. */
export function openDocument(
  file: string,
  bytes: Uint8Array,
  formName: string | undefined,
  { year, revisions = 'accept', handmade, hidden, emphasis }: DocumentReading,
  files: InputFiles,
  given?: Skeleton,
): Outcome<OpenedDocument> {
  const form = formName === undefined ? undefined : findForm(formName, file, files)
  if (form?.ok === false) return form
  const reading: ReadingOptions = {
    revisions: revisions === 'reject' ? 'reject' : 'accept',
    handmade: handmade ?? USUAL_READING.handmade,
    hidden: hidden ?? USUAL_READING.hidden,
    emphasis: emphasis ?? USUAL_READING.emphasis,
  }
  const imported = importPlan(file, bytes, reading, {
    forms: listForms().map(({ definition }) => definition),
    ...(form === undefined ? {} : { form: form.value.definition }),
    ...(year === undefined ? {} : { year }),
    name: stemOf(file),
    openBase: openBundledBase,
    ...(given === undefined ? {} : { given: JSON.stringify(given) }),
  })
  if (!imported.ok) return imported
  if (revisions === 'fail' && imported.value.revisions.size > 0) return fail(undecided(file, imported.value))
  const folders = form?.value.folders ?? [dirname(file)]
  return succeed({ ...imported.value, folders }, imported.diagnostics)
}

function undecided(file: string, { revisions }: ImportedPlan): Diagnostic {
  const authors = [...revisions].map(([author, count]) => `${author || '名前なし'} ${count}件`)
  return say('tracked-changes', { authors }, { kind: 'file', file })
}
