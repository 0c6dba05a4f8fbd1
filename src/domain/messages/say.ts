/** A message becomes a diagnostic. */

import type { Diagnostic, Place } from '../diagnostic.js'
import type { Message, MessageValues } from './message.js'
import { type Code, MESSAGES, type ValuesOf } from './messages.js'

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
