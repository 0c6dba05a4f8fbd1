/** Many plans at a time: how many a second, in one thread and in as many as the processor has cores. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generatePlan } from './generate/generate-plan.mjs'
import { planFile } from './generate/plan-file.mjs'
import { Random } from './generate/random.mjs'
import { measure } from './measure.mjs'

const PROGRAM = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

/** About the seed's: six categories and sixteen rows. */
const SEED_SIZE = { categories: [6, 6], rows: [2, 3] }

/**
 * @typedef {object} ManyPlans
 * @property {string} formats
 * @property {number} jobs
 * @property {number} plans
 * @property {import('./measure.mjs').Sample} sample
 */

/**
 * Builds so many generated plans in a folder, in each way once.
 * @returns {readonly ManyPlans[]}
 */
export function measureManyPlans(folder, plans) {
  const place = join(folder, 'plans')
  mkdirSync(place, { recursive: true })
  for (let number = 1; number <= plans; number++) {
    writeFileSync(join(place, `${number}.yaml`), planFile(generatePlan(new Random(number), SEED_SIZE)))
  }
  return ['pdf', 'pdf,docx,xlsx'].flatMap((formats) =>
    [...new Set([1, availableParallelism()])].map((jobs) => {
      const words = [join(place, '*.yaml'), '--jobs', jobs, '--format', formats, '--out', join(folder, `out-${jobs}`)]
      return { formats, jobs, plans, sample: measure([process.execPath, PROGRAM, 'build', ...words.map(String)]) }
    }),
  )
}
