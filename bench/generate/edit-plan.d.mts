import type { Kind } from '../../src/review/change-kinds.js'
import type { DraftPlan } from './generate-plan.mjs'
import type { Random } from './random.mjs'

export interface Expected {
  kinds: Kind[]
  subject: 'item' | 'row' | 'category'
  old: number[]
  new: number[]
}

export function editPlan(random: Random, old: DraftPlan, count: number): { draft: DraftPlan; expected: Expected[] }
