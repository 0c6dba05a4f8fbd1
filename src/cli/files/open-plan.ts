/** A plan file's name to the plan with all that it is printed with: its form and fonts, found on the disk. */

import { isOfficeBytes } from '../../decode/office/package/recognise.js'
import { tellReading } from '../../decode/office/tell-reading.js'
import { findUnfilled } from '../../decode/plan/find-unfilled.js'
import { decodePlan, openPlanFile, type PlanSource } from '../../decode/plan/plan-file.js'
import type { FormDefinition } from '../../definition/form-definition.js'
import type { OverviewStyle } from '../../definition/overview-style.js'
import { expandYears } from '../../definition/year-columns.js'
import { fail, isError, type Outcome, succeed } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { Plan } from '../../domain/plan.js'
import type { Printable } from '../../print/printable.js'
import { type DocumentReading, openDocument } from '../office/open-document.js'
import { loadBolds, loadFallbacks, loadFonts } from './find-fonts.js'
import { DEFAULT_FORM, findForm, findOverview, listForms, readInlineForm } from './find-form.js'
import { InputFiles } from './input-files.js'
import { fastDeflate } from './node-deflate.js'
import { readInput } from './read-file.js'
import { tellFonts } from './tell-fonts.js'

/** What a plan is opened for where it is to be printed as it is: what is left to fill in is told. */
export interface Paper {
  readonly kind: 'table' | 'handout'
  /** An error rather than a warning. */
  readonly strict: boolean
  /** Keys of 資料 that the command line says in the place of the plan. */
  readonly replaced?: readonly string[]
}

export interface OpenOptions {
  readonly paper?: Paper
  /** How a Word or Excel document is read. */
  readonly reading?: DocumentReading | undefined
}

/** Reads a plan file, or a Word or Excel document, by the form that it asks for; `formName` wins over it. */
export function openPlan(
  file: string,
  formName?: string,
  files = InputFiles.open(),
  { paper, reading = {} }: OpenOptions = {},
): Outcome<Printable> {
  const bytes = readInput(file)
  if (!bytes.ok) return bytes
  const read = isOfficeBytes(bytes.value)
    ? openForeign(file, bytes.value, formName, reading, files)
    : openOwn(file, bytes.value, formName, paper, files)
  if (!read.ok) return read
  const { plan, definition, folders } = read.value
  const loaded = loadFonts(definition.type.fonts, folders, files)
  const fonts = { faces: loaded.faces, fallbacks: () => loadFallbacks(files), bolds: () => loadBolds(files) }
  return succeed({ plan, definition, fonts, file, deflate: fastDeflate }, [
    ...read.diagnostics,
    ...tellFonts(loaded, file),
  ])
}

interface ReadPlan {
  readonly plan: Plan
  readonly definition: FormDefinition
  readonly folders: readonly string[]
}

/** A plan file with its plan, by the form that it asks for; `formName` wins over it. */
interface OwnPlan {
  readonly source: PlanSource
  readonly plan: Plan
  /** As it is written: see `expandYears`. */
  readonly form: FormDefinition
  readonly folders: readonly string[]
}

export function readPlanFile(
  file: string,
  bytes: Uint8Array,
  formName: string | undefined,
  files: InputFiles,
): Outcome<OwnPlan> {
  const source = openPlanFile(file, bytes)
  if (!source.ok) return source
  const named = formName ?? source.value.form ?? DEFAULT_FORM
  const form = typeof named === 'string' ? findForm(named, file, files) : readInlineForm(named, file, files)
  if (!form.ok) return form
  const { definition, folders } = form.value
  const plan = decodePlan(source.value, definition, () => listForms().map((each) => each.definition))
  if (!plan.ok) return plan
  return succeed({ source: source.value, plan: plan.value, form: definition, folders }, plan.diagnostics)
}

function openOwn(
  file: string,
  bytes: Uint8Array,
  formName: string | undefined,
  paper: Paper | undefined,
  files: InputFiles,
): Outcome<ReadPlan> {
  const read = readPlanFile(file, bytes, formName, files)
  if (!read.ok) return read
  const { source, plan, form, folders } = read.value
  const unfilled = paper ? findUnfilled(source, paper.kind, paper.strict ? 'error' : 'warning', paper.replaced) : []
  if (unfilled.some(isError)) return fail(...read.diagnostics, ...unfilled)
  const isAsked = (formName ?? source.form) !== undefined
  const chosen = paper && !isAsked ? [say('default-form', { form: DEFAULT_FORM }, { kind: 'file', file })] : []
  return succeed({ plan, definition: expandYears(form, plan), folders }, [...chosen, ...read.diagnostics, ...unfilled])
}

/** What was read and what was not is said in one message; `keikaku import` lists it. */
function openForeign(
  file: string,
  bytes: Uint8Array,
  formName: string | undefined,
  reading: DocumentReading,
  files: InputFiles,
): Outcome<ReadPlan> {
  const opened = openDocument(file, bytes, formName, reading, files)
  return opened.ok ? succeed(opened.value, [tellReading(file, opened.value), ...opened.diagnostics]) : opened
}

/** A plan that is to be printed, as its table or as an overview. */
export interface OpenedPaper {
  readonly printable: Printable
  readonly overview?: OverviewStyle
}

/** A plan, and the style of its overview where `formName` is that of one: the plan is then read by its own form. */
export function openForPrinting(
  file: string,
  formName: string | undefined,
  files: InputFiles,
  strict: boolean,
  reading?: DocumentReading,
): Outcome<OpenedPaper> {
  const found = formName === undefined ? undefined : findOverview(formName, file, files)
  if (found?.ok === false) return found
  const paper: Paper = { kind: 'table', strict }
  const opened = openPlan(file, found === undefined ? formName : undefined, files, { paper, reading })
  if (!opened.ok) return opened
  return succeed({ printable: opened.value, ...(found && { overview: found.value.style }) }, opened.diagnostics)
}
