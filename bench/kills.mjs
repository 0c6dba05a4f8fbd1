/**
 * Kills writers in the middle of their work and looks at what is left: `node bench/kills.mjs [--runs 300] [--program 20]`.
 * A writer puts set upon set of documents into one folder; it is killed after a random time, and the next run follows.
 */

import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '300' }, program: { type: 'string', default: '20' } },
})
const WRITER = fileURLToPath(new URL('../dist/cli/documents/write-output.js', import.meta.url))
const PROGRAM = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const SEEDS = ['mogami-h30', 'mogami-r1'].map((name) =>
  fileURLToPath(new URL(`../seeds/${name}.yaml`, import.meta.url)),
)
const NAMES = ['a.pdf', 'a.docx', 'a.xlsx']

/** Writes sets without end, or one; every document of a set holds its number. */
const SCRIPT = `
  import { writeOutputs } from ${JSON.stringify(WRITER)}
  const [folder, first, sets] = process.argv.slice(1)
  const write = (set) => writeOutputs(${JSON.stringify(NAMES)}.map((name) => (
    { path: folder + '/' + name, bytes: new TextEncoder().encode(String(set).padEnd(20000)) })), new Set())
  for (let set = Number(first); set < Number(first) + Number(sets); set++) {
    await write(set)
    if (set === Number(first)) process.stdout.write('.')
  }`
const args = (folder, first, sets) => ['--input-type=module', '-e', SCRIPT, folder, String(first), String(sets)]

/** The numbers that a folder's documents hold. */
const sets = (folder) => NAMES.map((name) => Number(readFileSync(join(folder, name), 'utf8').trim()))
const leftovers = (folder) => readdirSync(folder).filter((name) => !NAMES.includes(name))

async function killWriter(folder, first) {
  const writer = spawn(process.execPath, args(folder, first, 1_000_000))
  await new Promise((resolve) => writer.stdout.once('data', resolve))
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
  writer.kill('SIGKILL')
  await new Promise((resolve) => writer.once('close', resolve))
}

const counts = { kills: 0, mixed: 0, worse: 0, left: 0, mixedAfter: 0, leftAfter: 0 }
const folder = mkdtempSync(join(tmpdir(), 'keikaku-kills-'))
for (let run = 0; run < Number(values.runs); run++) {
  await killWriter(folder, run * 2_000_000)
  const found = sets(folder)
  counts.kills++
  if (new Set(found).size > 1) counts.mixed++
  // Between two renames the first documents are of the next set, the others of the one before.
  const isSeries = found.every((set, at) => at === 0 || set === found[at - 1] || set === found[at - 1] - 1)
  if (!isSeries || found[0] - found.at(-1) > 1) counts.worse++
  if (leftovers(folder).length > 0) counts.left++
  spawnSync(process.execPath, args(folder, run * 2_000_000 + 1_000_000, 1))
  if (new Set(sets(folder)).size > 1) counts.mixedAfter++
  if (leftovers(folder).length > 0) counts.leftAfter++
}
rmSync(folder, { recursive: true })
console.log(
  `書き手を ${counts.kills} 回 kill: 新旧が混じった組 ${counts.mixed}（二つの名前替えの間だけ。それ以外の混じり ${counts.worse}）、残り ${counts.left}`,
)
console.log(`次の実行の後: 混じった組 ${counts.mixedAfter}、残り ${counts.leftAfter}`)

/** The program itself, interrupted (Ctrl-C) and killed, with one thread and with two. */
const whole = mkdtempSync(join(tmpdir(), 'keikaku-kills-'))
const build = (jobs) => [PROGRAM, 'build', ...SEEDS, '--jobs', String(jobs), '--out', whole]
const started = performance.now()
spawnSync(process.execPath, build(1))
const took = performance.now() - started
const written = readdirSync(whole).length
const ends = { SIGINT: 0, SIGKILL: 0 }
for (const signal of Object.keys(ends)) {
  for (let run = 0; run < Number(values.program); run++) {
    const program = spawn(process.execPath, build((run % 2) + 1))
    const closed = new Promise((resolve) => program.once('close', resolve))
    await new Promise((resolve) => setTimeout(resolve, took * (0.3 + 0.7 * Math.random())))
    program.kill(signal)
    await closed
    if (readdirSync(whole).length > written) ends[signal]++
  }
}
spawnSync(process.execPath, build(1))
const rest = readdirSync(whole).length - written
rmSync(whole, { recursive: true })
console.log(
  `プログラムを ${values.program} 回ずつ: Ctrl-C の後に残り ${ends.SIGINT}、kill の後に残り ${ends.SIGKILL}、次の実行の後 ${rest}`,
)
const isWhole = counts.worse + counts.mixedAfter + counts.leftAfter + ends.SIGINT + rest === 0
process.exitCode = isWhole && written === 6 ? 0 : 1
