/**
 * Gives the program plans, forms, styles, pairs and options with edits that nobody foresaw, and tells what it made of them:
 *
 *     npm run fuzz -- --runs 1000 --seed 7
 *
 * Every case goes by the seed alone; a case that breaks a rule is told with its number, and its files are kept.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { run } from '../dist/cli/program.js'
import { writeFuzzCase } from './generate/fuzz-case.mjs'
import { judgeRun } from './generate/judge-run.mjs'
import { Random } from './generate/random.mjs'

const { values } = parseArgs({ options: { runs: { type: 'string', default: '300' }, seed: { type: 'string' } } })
const runs = Number(values.runs)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
console.log(`seed ${seed}`)

const place = mkdtempSync(join(tmpdir(), 'keikaku-fuzz-'))
const counts = new Map()
let broken = 0
let slowest = { ms: 0, number: 0 }
for (let number = 0; number < runs; number++) {
  const folder = join(place, String(number))
  const { kind, words } = writeFuzzCase(new Random(seed + number * 7919), folder)
  const start = performance.now()
  const result = await runQuietly(words)
  const ms = performance.now() - start
  if (ms > slowest.ms) slowest = { ms, number }
  const count = counts.get(kind) ?? [0, 0, 0, 0]
  count[result.status]++
  counts.set(kind, count)
  const wrong = judgeRun(folder, result)
  if (wrong === undefined) rmSync(folder, { recursive: true })
  else {
    broken++
    console.log(`case ${number} (${kind}): ${wrong}\n  keikaku ${words.map((word) => JSON.stringify(word)).join(' ')}`)
  }
}
console.table(
  Object.fromEntries([...counts].map(([kind, [done, input, line, write]]) => [kind, { done, input, line, write }])),
)
console.log(`${runs} runs, ${broken} broken; the slowest took ${Math.round(slowest.ms)} ms (case ${slowest.number})`)
if (broken === 0) rmSync(place, { recursive: true })
process.exitCode = broken === 0 ? 0 : 1

async function runQuietly(words) {
  const out = []
  const err = []
  const terminal = { out: (line) => out.push(line), err: (line) => err.push(line), colours: false, env: {} }
  try {
    return { status: await run(words, terminal, '0'), out, err }
  } catch (error) {
    return { status: -1, out, err: [...err, String(error?.stack ?? error)] }
  }
}
