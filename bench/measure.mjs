/** Runs a program and measures the whole process from outside. */

import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

/**
 * @typedef {object} Sample
 * @property {number} seconds from start to end
 * @property {number} [cpu] seconds of work, of all its threads and children
 * @property {number} [megabytes] the most memory that one of its processes held
 */

/** Nothing is waited for any longer, in milliseconds. */
const PATIENCE = 600_000

const TIME = '/usr/bin/time'
const hasTime = spawnSync(TIME, ['-f', '%M', 'true'], { stdio: 'ignore' }).status === 0
const REPORTER = new URL('report-usage.mjs', import.meta.url).href

/**
 * @param {readonly string[]} command
 * @returns {Sample} Throws where the program fails.
 */
export function measure(command) {
  const report = join(tmpdir(), `keikaku-bench-${process.pid}.txt`)
  const [program, ...args] = wrap(command, report)
  const env = { ...process.env, KEIKAKU_USAGE: report }
  const start = performance.now()
  const { status, error, stderr } = spawnSync(program, args, { env, timeout: PATIENCE, maxBuffer: 1e8 })
  const seconds = (performance.now() - start) / 1000
  if (error !== undefined) throw error
  if (status !== 0) throw new Error(String(stderr).trim().split('\n').at(-1))
  const usage = readUsage(report)
  rmSync(report, { force: true })
  return { seconds, ...usage }
}

/** GNU time tells of every program; where there is none, node tells of itself. */
function wrap(command, report) {
  if (hasTime) return [TIME, '-f', '%U %S %M', '-o', report, ...command]
  const [program, ...args] = command
  return program === process.execPath ? [program, '--import', REPORTER, ...args] : command
}

function readUsage(report) {
  try {
    const [user, system, kilobytes] = readFileSync(report, 'utf8').trim().split('\n').at(-1).split(' ').map(Number)
    return { cpu: user + system, megabytes: kilobytes / 1024 }
  } catch {
    return {}
  }
}
