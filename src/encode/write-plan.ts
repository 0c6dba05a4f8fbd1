/** A plan to a plan file as a person would write it: the keys in their order, block texts, no key that says nothing. */

import type { Plan } from '../domain/plan.js'
import { planTree, type TreeStyle } from './plan-tree.js'
import { hasEmphasis } from './write-emphasis.js'
import { mapLines } from './write-tree.js'

export interface PlanFileStyle extends TreeStyle {
  /** What goes before the plan, a line each; written as remarks. */
  readonly remarks?: readonly string[]
}

export function writePlan(plan: Plan, { remarks = [], ...style }: PlanFileStyle): string {
  const lines = [
    ...remarks.map((remark) => `# ${remark.replace(/\s*\n\s*/g, ' ／ ')}`),
    ...mapLines(planTree(plan, plan.isMarked || hasEmphasis(plan) ? 'on' : 'off', style), ''),
  ]
  return `${lines.join('\n')}\n`
}
