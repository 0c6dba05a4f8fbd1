/** What the command line says and where: written documents to stdout, everything else to stderr. */

import { showHidden } from './show-hidden.js'

/** Where lines go, as they are. */
export interface Terminal {
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

/** What commands speak to. */
export interface Console extends Omit<Terminal, 'err' | 'colours'> {
  /** The label stands before the line, in its colour. */
  err(line: string, label?: Label): void
}

export interface Label {
  readonly word: string
  readonly tone: 'error' | 'warning'
}

const COLOURS: Readonly<Record<Label['tone'], string>> = { error: '\u001b[31m', warning: '\u001b[33m' }
const RESET = '\u001b[0m'

/** Nobody reads on beyond so many characters of one line: a name in a message may be as long as a file. */
const LONGEST = 2000

/** The door that every line passes: what stands in files, names and options is shown, never obeyed. */
export function openConsole(terminal: Terminal): Console {
  const { colours, ...rest } = terminal
  return {
    ...rest,
    out: (line) => terminal.out(showHidden(line)),
    err(line, label) {
      const shown = showHidden(line.length > LONGEST ? `${line.slice(0, LONGEST)}…（長いので略しました）` : line)
      terminal.err(label === undefined ? shown : `${paint(label, colours)}${shown}`)
    },
  }
}

function paint({ word, tone }: Label, colours: boolean): string {
  return colours ? `${COLOURS[tone]}${word}${RESET}` : word
}

/** Exit statuses, as `docs` and scripts know them. */
export const EXIT = { done: 0, wrongInput: 1, wrongCommandLine: 2, cannotWrite: 3 } as const
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]
