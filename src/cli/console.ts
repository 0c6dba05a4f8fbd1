/** What the command line says and where: written documents to stdout, everything else to stderr. */

export interface Console {
  out(line: string): void
  err(line: string): void
  /** Whether stderr is a terminal that shows colours. */
  readonly colours: boolean
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The console of this process. Colours follow NO_COLOR (https://no-color.org) and the terminal. */
export function processConsole(): Console {
  return {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    colours: process.stderr.isTTY === true && !process.env.NO_COLOR,
    env: process.env,
  }
}

/** Exit statuses, as `docs` and scripts know them. */
export const EXIT = { done: 0, wrongInput: 1, wrongCommandLine: 2, cannotWrite: 3 } as const
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]
