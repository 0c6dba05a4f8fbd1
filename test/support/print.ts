/** From a plan to its pages, with the bundled font, as the command line goes. */

import { loadFonts } from '../../src/cli/find-fonts.js'
import type { FormDefinition } from '../../src/domain/form-definition.js'
import type { Plan } from '../../src/domain/plan.js'
import { toForm } from '../../src/form/to-form.js'
import { createFontSet, type FontSet } from '../../src/layout/font-set.js'
import { layOut } from '../../src/layout/lay-out.js'
import type { LaidOut } from '../../src/layout/page.js'

let fonts: FontSet | undefined

export function bundledFonts(): FontSet {
  fonts ??= createFontSet(loadFonts(['BIZ UDPGothic'], []).faces)
  return fonts
}

export function layOutPlan(plan: Plan, definition: FormDefinition): LaidOut {
  return layOut(toForm(plan, definition), bundledFonts())
}
