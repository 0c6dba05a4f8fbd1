/** Two editions of 1,600 rows: what their comparison takes beside what it takes to build them. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openPlan } from '../dist/cli/files/open-plan.js'
import { writePlan } from '../dist/encode/write-plan.js'
import { largePairs } from './generate/large-plans.mjs'
import { measure } from './measure.mjs'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** Of the pairs: three lines in ten have other words or other years. */
const PAIR = '三割の行に変更'

/**
 * @typedef {object} ComparisonRuns
 * @property {Record<'pdf' | 'formats' | 'json' | 'nine', import('./measure.mjs').Sample>} samples the PDFs of both editions,
 * one edition in all formats, the comparison as JSON and as its nine documents
 * @property {boolean} bounded
 */

/**
 * Measures all in turn, so often, and takes the medians.
 * @returns {ComparisonRuns}
 */
export function measureComparison(folder, rounds) {
  const plans = writeEditions(folder)
  const run = (...words) =>
    measure([process.execPath, join(ROOT, 'dist/cli.js'), ...words, '--out', join(folder, 'compared')])
  const ways = {
    pdf: () => addUp(plans.map((plan) => run('build', plan, '--format', 'pdf'))),
    formats: () => run('build', plans[1]),
    json: () => run('diff', ...plans, '--format', 'json'),
    nine: () => run('diff', ...plans),
  }
  const taken = Array.from({ length: rounds }, () => Object.entries(ways).map(([key, way]) => [key, way()]))
  const samples = Object.fromEntries(
    Object.keys(ways).map((key) => [key, median(taken.map((round) => Object.fromEntries(round)[key]))]),
  )
  const { bounded } = JSON.parse(readFileSync(join(folder, 'compared/old_new.json'), 'utf8'))
  return { samples, bounded }
}

function writeEditions(folder) {
  const { plan, definition } = openPlan(join(ROOT, 'seeds/mogami-h30.yaml')).value
  const columns = definition.columns.flatMap(({ fields }) => fields.map(({ key }) => key))
  const pair = largePairs(plan).find(({ name }) => name === PAIR)
  const editions = { old: pair.old, new: { ...pair.new, year: plan.year + 1, yearText: 'R1' } }
  return Object.entries(editions).map(([name, edition]) => {
    const file = join(folder, `${name}.yaml`)
    writeFileSync(file, writePlan(edition, { columns }))
    return file
  })
}

function addUp(samples) {
  const sum = (key) => samples.reduce((total, sample) => total + sample[key], 0)
  return { seconds: sum('seconds'), cpu: sum('cpu'), megabytes: Math.max(...samples.map(({ megabytes }) => megabytes)) }
}

function median(samples) {
  const of = (key) => samples.map((sample) => sample[key]).sort((a, b) => a - b)[Math.floor(samples.length / 2)]
  return { seconds: of('seconds'), cpu: of('cpu'), megabytes: of('megabytes') }
}
