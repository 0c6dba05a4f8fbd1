import type { Expected } from './edit-plan.mjs'
import type { DraftPlan } from './generate-plan.mjs'

export function makePair(number: number): { old: DraftPlan; draft: DraftPlan; expected: Expected[] }
