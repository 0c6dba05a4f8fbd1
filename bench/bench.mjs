/** Time and memory of whole processes side by side with other engines: `npm run bench -- [--quick] [--all] [--runs N] [--only KEYS]`. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureComparison } from './comparison.mjs'
import { ENGINES } from './engines.mjs'
import { writeInputs } from './inputs.mjs'
import { countPages, textShare } from './inspect-pdf.mjs'
import { measureManyPlans } from './many-plans.mjs'
import { measure } from './measure.mjs'
import { comparisonLines, headLines, manyLines, sizeLines, targetLines } from './report.mjs'

/** An engine that remembers what it has laid out answers copies from memory: one size shows how much that is. */
const SIZES = [
  { times: 1, wording: 'varied' },
  { times: 10, wording: 'varied' },
  { times: 100, wording: 'varied' },
  { times: 100, wording: 'verbatim' },
  { times: 1000, wording: 'varied' },
]

/** Who is measured with copies word for word. */
const VERBATIM = ['ours', 'typst']

/** Rounds of a size: quick runs scatter more. */
const ROUNDS = { 1: 9, 10: 5, 100: 3, 1000: 3 }

/** A run that takes longer, in seconds, is not repeated. */
const LONG = 60

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    runs: { type: 'string' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
})

const only = options.only?.split(',')
const engines = ENGINES.filter(({ key }) => only?.includes(key) ?? true)
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'keikaku-bench-'))
try {
  if (engines.length > 0) await compareEngines()
  if (only?.includes('comparison') ?? true) print(comparisonLines(measureComparison(folder, options.quick ? 1 : 3)))
  if (only?.includes('many') ?? true) print(manyLines(measureManyPlans(folder, options.quick ? 40 : 200)))
} finally {
  if (options.keep === undefined) rmSync(folder, { recursive: true, force: true })
}

async function compareEngines() {
  print(headLines())
  const sizes = []
  for (const size of options.quick ? SIZES.slice(0, 2) : SIZES) {
    const measured = await measureSize(size)
    sizes.push(measured)
    print(sizeLines(measured))
  }
  print(targetLines(sizes))
}

/** Measures all engines in turn, so that a busy moment of the machine does not fall on one alone. */
async function measureSize({ times, wording }) {
  const place = join(folder, `${times}-${wording}`)
  mkdirSync(place, { recursive: true })
  const listed = engines.filter(({ key }) => wording === 'varied' || VERBATIM.includes(key))
  const taking = listed.filter((engine) => whySkipped(engine, times) === undefined)
  const inputs = await writeInputs(
    place,
    { times, wording },
    taking.some(({ key }) => key === 'libreoffice'),
  )
  const samples = new Map(taking.map(({ key }) => [key, []]))
  const failures = new Map()
  for (let round = 0; round < Number(options.runs ?? ROUNDS[times]); round++) {
    for (const { key, command } of taking) {
      const done = samples.get(key)
      if (failures.has(key) || done.some(({ seconds }) => seconds > LONG)) continue
      const out = join(place, key)
      mkdirSync(out, { recursive: true })
      try {
        done.push(measure(command(inputs, out)))
      } catch (error) {
        failures.set(key, `失敗しました: ${error.message}`)
      }
    }
  }
  const results = []
  for (const { key, name, pdf, ...engine } of listed) {
    const skipped = failures.get(key) ?? whySkipped(engine, times)
    const file = skipped === undefined && pdf !== undefined ? join(place, key, pdf) : undefined
    results.push({
      key,
      name,
      ...(skipped === undefined ? medians(samples.get(key)) : { skipped }),
      ...(engine.hidesWork ? { cpu: undefined } : {}),
      ...(file === undefined ? {} : await inspect(file, times, inputs)),
    })
  }
  return { times, wording, rows: inputs.rows, results }
}

/** Reading all the text takes long: two sizes are enough, the second with varied copies. */
async function inspect(file, times, inputs) {
  const pages = await countPages(file)
  if (times > 10) return { pages }
  return { pages, share: await textShare(file, JSON.parse(readFileSync(inputs.table, 'utf8'))) }
}

function whySkipped({ largest, isThere }, times) {
  if (isThere?.() === false) return '入っていないため測りません'
  return times > largest && !options.all ? '時間がかかりすぎるため測りません（--all で測ります）' : undefined
}

function medians(samples) {
  const of = (key) => median(samples.flatMap((sample) => (sample[key] === undefined ? [] : [sample[key]])))
  return { seconds: of('seconds'), cpu: of('cpu'), megabytes: of('megabytes'), runs: samples.length }
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function print(lines) {
  for (const line of lines) console.log(line)
}
