/** Every message of the program, by its code. docs/messages.md is made from it (npm run messages). */

import { COMMANDS } from './commands.js'
import { COMPARISON } from './comparison.js'
import { FILES } from './files.js'
import { FONTS } from './fonts.js'
import { FORM } from './form.js'
import type { Message, MessageValues } from './message.js'
import { OFFICE } from './office.js'
import { PLAN } from './plan.js'
import { PRINTING } from './printing.js'
import { SHAPE } from './shape.js'
import { TYPED } from './typed.js'
import { WRITING } from './writing.js'
import { YAML } from './yaml.js'
import { YEARS } from './years.js'

export const MESSAGES = {
  ...COMMANDS,
  ...COMPARISON,
  ...FILES,
  ...FONTS,
  ...FORM,
  ...OFFICE,
  ...PLAN,
  ...PRINTING,
  ...SHAPE,
  ...TYPED,
  ...WRITING,
  ...YAML,
  ...YEARS,
}

/** A stable name in kebab-case, for programs and tests. */
export type Code = keyof typeof MESSAGES

/** What the sentence of a code is filled with. */
export type ValuesOf<C extends Code> =
  (typeof MESSAGES)[C] extends Message<infer V> ? (MessageValues extends V ? Nothing : V) : never

/** A sentence that is always the same. */
type Nothing = Readonly<Record<string, never>>
