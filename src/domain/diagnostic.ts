/** Messages are values: what is wrong, where, and what to do about it. Printing them is the command line's work. */

import type { MessageValues, Severity } from './messages/message.js'
import type { Code } from './messages/messages.js'

export type { Severity }

/** A point in a text file. Line and column count from 1; a column counts UTF-16 units, as editors show it. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where a message points to. */
export type Place =
  | {
      readonly kind: 'text'
      readonly file: string
      readonly line: number
      readonly column: number
      readonly length?: number
    }
  | { readonly kind: 'sheet'; readonly file: string; readonly sheet: string; readonly cell: string }
  | { readonly kind: 'file'; readonly file: string }

/** Only `say` makes one. */
export interface Diagnostic {
  readonly severity: Severity
  /** Its place in the table of messages, and a stable name for programs and tests: `unknown-key`, `bad-year`, … */
  readonly code: Code
  /** What the sentence is filled with. */
  readonly values: MessageValues
  /** One Japanese sentence that says what is wrong. */
  readonly message: string
  readonly place?: Place
  /** One Japanese sentence that says what to do. */
  readonly hint?: string
}

/** What a stage that can fail returns: a value with what is to be said of it, or only what is wrong. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** What a stage made, with the warnings that belong to it. */
export function succeed<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics }
}

/** What stopped a stage. */
export function fail(...diagnostics: readonly Diagnostic[]): Outcome<never> {
  return { ok: false, diagnostics }
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** For a sort: in the order of a text file. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.place?.kind !== 'text' || b.place?.kind !== 'text') return 0
  return a.place.line - b.place.line || a.place.column - b.place.column
}
