/** One pair of editions with known changes, by its number. */

import { editPlan } from './edit-plan.mjs'
import { generatePlan } from './generate-plan.mjs'
import { Random } from './random.mjs'

/** Edits for each row of the plan: from hardly anything to a thorough revision. */
const SHARES = [0.5, 1, 1.5, 2]

/** @param {number} number */
export function makePair(number) {
  const random = new Random(number * 7919)
  const old = generatePlan(random)
  const rows = old.categories.flatMap((category) => category.rows).length
  const { draft, expected } = editPlan(random, old, Math.max(2, Math.round(rows * random.pick(SHARES))))
  return { old, draft, expected }
}
