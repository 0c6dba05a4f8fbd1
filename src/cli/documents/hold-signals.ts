/** Ctrl-C in the middle of writing: the documents are written to the end, or put back, before the program ends. */

import { setImmediate as turn } from 'node:timers/promises'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Does work that must not be cut in two; a signal that came meanwhile takes effect after it. */
export async function holdSignals<T>(work: () => T): Promise<T> {
  let caught: NodeJS.Signals | undefined
  const hold = (signal: NodeJS.Signals) => {
    caught = signal
  }
  // Whoever listens already ends the program in a way of their own.
  const held = SIGNALS.filter((signal) => process.listenerCount(signal) === 0)
  for (const signal of held) process.on(signal, hold)
  try {
    return work()
  } finally {
    // Signals are told between two turns of the event loop, of which the first may be half over.
    await turn()
    await turn()
    for (const signal of held) process.off(signal, hold)
    if (caught !== undefined) process.kill(process.pid, caught)
  }
}
