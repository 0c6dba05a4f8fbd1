/** The command line in this process: what it says, line by line, and its exit status. */

import { run } from '../../src/cli/program.js'
import type { ProgramRun } from './run-program.js'

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>
  readonly colours?: boolean
}

export async function runInProcess(
  args: readonly string[],
  { env = {}, colours = false }: Surroundings = {},
): Promise<ProgramRun> {
  const out: string[] = []
  const err: string[] = []
  const console = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), colours, env }
  const status = await run(args, console, '0')
  return { status, out, err: err.join('\n') }
}
