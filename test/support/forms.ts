/** The forms that come with the program, read as the command line reads them. */

import { readFileSync } from 'node:fs'
import { findForm } from '../../src/cli/files/find-form.js'
import { decodePlan, openPlanFile } from '../../src/decode/plan/plan-file.js'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import type { Outcome } from '../../src/domain/diagnostic.js'
import type { Plan } from '../../src/domain/plan.js'

export const ROOT = new URL('../../', import.meta.url)

/** Reads a bundled form by its folder's name. */
export function bundledForm(id: string): FormDefinition {
  return expectValue(findForm(id, 'plan.yaml')).definition
}

/** Reads a plan from its text, for a form. */
export function planFrom(text: string, form: FormDefinition = bundledForm('official')): Outcome<Plan> {
  const source = openPlanFile('plan.yaml', new TextEncoder().encode(text))
  return source.ok ? decodePlan(source.value, form) : source
}

/** Reads a seed by its name without the ending. */
export function seedPlan(name: string, form: FormDefinition = bundledForm('official')): Plan {
  return expectValue(planFrom(readFileSync(new URL(`seeds/${name}.yaml`, ROOT), 'utf8'), form))
}

/** The value of an outcome that must be one; its messages where it is none. */
export function expectValue<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(outcome.diagnostics.map((diagnostic) => JSON.stringify(diagnostic)).join('\n'))
}
