/** What the command line says and where: written documents to stdout, everything else to stderr. */

import { availableParallelism } from 'node:os'

export interface Console {
  out(line: string): void
  err(line: string): void
  /** Whether stderr is a terminal that shows colours. */
  readonly colours: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** How many plans are worked on at once where nobody says: the processor's cores. One where it is left out. */
  readonly cores?: number
  /** Where stderr is a terminal: shows a line that goes away with the next one; an empty one takes it away. */
  status?(line: string): void
  /** The time of day; the system's where it is left out. */
  clock?(): Date
  /** Asked by a command that goes on until Ctrl-C: raised when it is pressed. */
  interrupted?(): AbortSignal
}

/** The console of this process. Colours follow NO_COLOR (https://no-color.org) and the terminal. */
export function processConsole(): Console {
  const isTerminal = process.stderr.isTTY === true && process.env.TERM !== 'dumb'
  const status = isTerminal ? statusLine(process.stderr) : undefined
  const print = (stream: NodeJS.WriteStream) => (line: string) => {
    status?.('')
    stream.write(`${line}\n`)
  }
  return {
    out: print(process.stdout),
    err: print(process.stderr),
    colours: process.stderr.isTTY === true && !process.env.NO_COLOR,
    env: process.env,
    cores: availableParallelism(),
    ...(status === undefined ? {} : { status }),
    interrupted() {
      const controller = new AbortController()
      process.once('SIGINT', () => controller.abort())
      return controller.signal
    },
  }
}

/** Erase in line (ECMA-48 EL) takes away what stood there. */
function statusLine(stream: NodeJS.WriteStream): (line: string) => void {
  let shown = false
  return (line) => {
    if (shown || line !== '') stream.write(`\r\u001b[K${line}`)
    shown = line !== ''
  }
}

/** Exit statuses, as `docs` and scripts know them. */
export const EXIT = { done: 0, wrongInput: 1, wrongCommandLine: 2, cannotWrite: 3 } as const
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]
