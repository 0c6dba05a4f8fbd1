/** What is said where the program itself fails in the middle of its work: never a stack. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'

/** `file` is the plan that was worked on, where there was one. */
export function brokenOff(error: unknown, file?: string): Diagnostic {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) }
  const isDeep = error instanceof RangeError && /call stack|string length/.test(message)
  const fault = code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : isDeep ? 'depth' : 'program'
  const reason = message.split('\n')[0]!
  return say('broken-off', { fault, reason }, file === undefined ? undefined : { kind: 'file', file })
}
