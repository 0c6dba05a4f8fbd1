/** Every message of the program, by its code. docs/messages.md is made from it (npm run messages). */

import type { Message } from './message.js'
import { PRINTING } from './printing.js'

export const MESSAGES = { ...PRINTING }

/** A stable name in kebab-case, for programs and tests. */
export type Code = keyof typeof MESSAGES

/** What the sentence of a code is filled with. */
export type ValuesOf<C extends Code> = (typeof MESSAGES)[C] extends Message<infer V> ? V : never
