/** From a plan to its pages, with the bundled font, as the command line goes. */

import { loadFonts } from '../../src/cli/files/find-fonts.js'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import type { Plan } from '../../src/domain/plan.js'
import { createFontSet, type FontSet } from '../../src/fonts/font-set.js'
import type { LaidOut } from '../../src/layout/page.js'
import { layOut, toForm } from './stages.js'

let fonts: FontSet | undefined

export function bundledFonts(): FontSet {
  fonts ??= createFontSet(loadFonts(['BIZ UDPGothic'], []).faces)
  return fonts
}

export function layOutPlan(plan: Plan, definition: FormDefinition): LaidOut {
  return layOut(toForm(plan, definition), bundledFonts())
}
