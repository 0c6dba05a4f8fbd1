/** A plan file's text to the plan with all that it is printed with: its form and fonts, of those that the page has. */

import { findUnfilled } from '../../decode/plan/find-unfilled.js'
import { decodePlan, openPlanFile } from '../../decode/plan/plan-file.js'
import { expandYears } from '../../definition/year-columns.js'
import { type Outcome, succeed } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { Printable } from '../../print/printable.js'
import type { Fonts } from './bundled-fonts.js'
import type { Shelf } from './shelf.js'

/** A plan file as the page holds it. */
export interface PlanText {
  readonly file: string
  readonly text: string
}

/** The form of a plan that names none; as the command line has it. */
const DEFAULT_FORM = '公式'

/** `paper` is what the plan is to be printed on: what is left to fill in there is told. */
export function openPlan(
  { file, text }: PlanText,
  shelf: Shelf,
  fonts: Fonts,
  paper?: 'table' | 'handout',
): Outcome<Printable> {
  const source = openPlanFile(file, new TextEncoder().encode(text))
  if (!source.ok) return source
  const named = source.value.form ?? DEFAULT_FORM
  const form = typeof named === 'string' ? shelf.find(named, file) : shelf.readInline(named, file)
  if (!form.ok) return form
  const definition = form.value
  const plan = decodePlan(source.value, definition, () => shelf.list())
  if (!plan.ok) return plan
  const chosen = fonts.choose(definition.type.fonts, file)
  const unfilled = paper === undefined ? [] : findUnfilled(source.value, paper, 'warning')
  const unnamed =
    paper !== undefined && source.value.form === undefined
      ? [say('default-form', { form: DEFAULT_FORM }, { kind: 'file', file })]
      : []
  return succeed({ plan: plan.value, definition: expandYears(definition, plan.value), fonts: chosen.fonts, file }, [
    ...unnamed,
    ...plan.diagnostics,
    ...unfilled,
    ...chosen.diagnostics,
  ])
}
