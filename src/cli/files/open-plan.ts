/** A plan file's name to the plan with all that it is printed with: its form and fonts, found on the disk. */

import { decodePlan, openPlanFile } from '../../decode/plan/plan-file.js'
import type { OverviewStyle } from '../../definition/overview-style.js'
import { type Outcome, succeed } from '../../domain/diagnostic.js'
import type { Printable } from '../../print/printable.js'
import { loadFallbacks, loadFonts } from './find-fonts.js'
import { DEFAULT_FORM, findForm, findOverview, listForms } from './find-form.js'
import { InputFiles } from './input-files.js'
import { fastDeflate } from './node-deflate.js'
import { readInput } from './read-file.js'
import { tellFonts } from './tell-fonts.js'

/** Reads a plan file by the form that it asks for; `formName` wins over it. */
export function openPlan(file: string, formName?: string, files = InputFiles.open()): Outcome<Printable> {
  const bytes = readInput(file)
  if (!bytes.ok) return bytes
  const source = openPlanFile(file, bytes.value)
  if (!source.ok) return source
  const form = findForm(formName ?? source.value.form ?? DEFAULT_FORM, file, files)
  if (!form.ok) return form
  const { definition, folders } = form.value
  const plan = decodePlan(source.value, definition, () => listForms().map((each) => each.definition))
  if (!plan.ok) return plan
  const loaded = loadFonts(definition.type.fonts, folders, files)
  const fonts = { faces: loaded.faces, fallbacks: () => loadFallbacks(files) }
  return succeed({ plan: plan.value, definition, fonts, file, deflate: fastDeflate }, [
    ...plan.diagnostics,
    ...tellFonts(loaded, file),
  ])
}

/** A plan, and the style of its overview where `formName` is that of one: the plan is then read by its own form. */
export function openForPrinting(
  file: string,
  formName: string | undefined,
  files: InputFiles,
): Outcome<{ readonly printable: Printable; readonly overview?: OverviewStyle }> {
  const found = formName === undefined ? undefined : findOverview(formName, file, files)
  if (found?.ok === false) return found
  const opened = openPlan(file, found === undefined ? formName : undefined, files)
  if (!opened.ok) return opened
  return succeed({ printable: opened.value, ...(found && { overview: found.value.style }) }, opened.diagnostics)
}
