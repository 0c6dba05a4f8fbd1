/** A message becomes a diagnostic. */

import type { Diagnostic, Place } from '../diagnostic.js'
import type { Message, MessageValues, Severity } from './message.js'
import { type Code, MESSAGES, type ValuesOf } from './messages.js'

/** What is to be said, before anyone knows of which place. */
export type Said = { readonly [C in Code]: { readonly code: C; readonly values: ValuesOf<C> } }[Code]

/** Says what stands under `code`, filled with `values`, of a place. */
export function say<C extends Code>(code: C, values: ValuesOf<C>, place?: Place): Diagnostic {
  const { severity, says, cure } = MESSAGES[code] as unknown as Message<MessageValues>
  return {
    severity,
    code,
    values,
    message: says(values),
    ...(place === undefined ? {} : { place }),
    ...(cure === undefined ? {} : { hint: cure(values) }),
  }
}

/** The same of its place. */
export function sayAt({ code, values }: Said, place?: Place): Diagnostic {
  return say(code, values as never, place)
}

/** The same once more, with what has been found out since. */
export function sayAgain({ code, values, severity, place }: Diagnostic, found: MessageValues): Diagnostic {
  return { ...say(code, { ...values, ...found } as never, place), severity }
}

/** The same, as an error or as a warning: what an option decides. */
export function withSeverity(diagnostic: Diagnostic, severity: Severity): Diagnostic {
  return { ...diagnostic, severity }
}
