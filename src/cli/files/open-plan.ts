/** A plan file's name to the plan with all that it is printed with: its form and fonts, found on the disk. */

import { findUnfilled } from '../../decode/plan/find-unfilled.js'
import { decodePlan, openPlanFile } from '../../decode/plan/plan-file.js'
import type { OverviewStyle } from '../../definition/overview-style.js'
import { fail, isError, type Outcome, succeed } from '../../domain/diagnostic.js'
import type { Printable } from '../../print/printable.js'
import { loadFallbacks, loadFonts } from './find-fonts.js'
import { DEFAULT_FORM, findForm, findOverview, listForms } from './find-form.js'
import { InputFiles } from './input-files.js'
import { fastDeflate } from './node-deflate.js'
import { readInput } from './read-file.js'
import { tellFonts } from './tell-fonts.js'

/** What a plan is opened for where it is to be printed as it is: what is left to fill in is told. */
export interface Paper {
  readonly kind: 'table' | 'handout'
  /** An error rather than a warning. */
  readonly strict: boolean
}

/** Reads a plan file by the form that it asks for; `formName` wins over it. */
export function openPlan(
  file: string,
  formName?: string,
  files = InputFiles.open(),
  paper?: Paper,
): Outcome<Printable> {
  const bytes = readInput(file)
  if (!bytes.ok) return bytes
  const source = openPlanFile(file, bytes.value)
  if (!source.ok) return source
  const form = findForm(formName ?? source.value.form ?? DEFAULT_FORM, file, files)
  if (!form.ok) return form
  const { definition, folders } = form.value
  const plan = decodePlan(source.value, definition, () => listForms().map((each) => each.definition))
  if (!plan.ok) return plan
  const unfilled = paper ? findUnfilled(source.value, paper.kind, paper.strict ? 'error' : 'warning') : []
  if (unfilled.some(isError)) return fail(...plan.diagnostics, ...unfilled)
  const loaded = loadFonts(definition.type.fonts, folders, files)
  const fonts = { faces: loaded.faces, fallbacks: () => loadFallbacks(files) }
  return succeed({ plan: plan.value, definition, fonts, file, deflate: fastDeflate }, [
    ...plan.diagnostics,
    ...unfilled,
    ...tellFonts(loaded, file),
  ])
}

/** A plan, and the style of its overview where `formName` is that of one: the plan is then read by its own form. */
export function openForPrinting(
  file: string,
  formName: string | undefined,
  files: InputFiles,
  strict: boolean,
): Outcome<{ readonly printable: Printable; readonly overview?: OverviewStyle }> {
  const found = formName === undefined ? undefined : findOverview(formName, file, files)
  if (found?.ok === false) return found
  const opened = openPlan(file, found === undefined ? formName : undefined, files, { kind: 'table', strict })
  if (!opened.ok) return opened
  return succeed({ printable: opened.value, ...(found && { overview: found.value.style }) }, opened.diagnostics)
}
