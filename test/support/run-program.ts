/** The program as it is installed: `dist/cli.js` in a process of its own. */

import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from './forms.js'

const PROGRAM = fileURLToPath(new URL('dist/cli.js', ROOT))
const SRC = fileURLToPath(new URL('src/', ROOT))

export interface ProgramRun {
  readonly status: number
  readonly out: readonly string[]
  readonly err: string
}

/** Runs it with words of a command line. Throws where `dist` is older than `src`: it would be another program. */
export function runProgram(args: readonly string[], nodeOptions: readonly string[] = []): Promise<ProgramRun> {
  const newest = Math.max(
    ...readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((name) => changed(join(SRC, name))),
  )
  if (!existsSync(PROGRAM) || changed(PROGRAM) < newest) throw new Error('dist is older than src: npm run build')
  return new Promise((resolve) => {
    execFile(process.execPath, [...nodeOptions, PROGRAM, ...args], (error, stdout, stderr) => {
      const status = error === null ? 0 : Number(error.code)
      resolve({ status, out: stdout.split('\n').slice(0, -1), err: stderr })
    })
  })
}

function changed(path: string): number {
  const stat = statSync(path)
  return stat.isDirectory() ? 0 : stat.mtimeMs
}
