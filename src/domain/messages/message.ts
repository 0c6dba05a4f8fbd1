/** What is said under one code: the sentence, what to do about it, and for the page of all messages why it comes. */

/** An error stops the work, a warning does not. */
export type Severity = 'error' | 'warning'

/** What fills a sentence: texts and numbers, so that a diagnostic may cross a thread. */
export type MessageValues = Readonly<Record<string, string | number | readonly string[] | undefined>>

export interface Message<V extends MessageValues> {
  readonly severity: Severity
  /** One Japanese sentence that says what is wrong. */
  readonly says: (values: V) => string
  /** One Japanese sentence or two that say what to do. */
  readonly cure?: (values: V) => string
  /** Why it comes, for the page of all messages. */
  readonly cause: string
  /** What fills the sentence on that page. */
  readonly example: NoInfer<V>
  /** And what fills the other sentences of the code, where a value decides which one is said. */
  readonly others?: readonly NoInfer<V>[]
}

/** An entry of the table, its values named by what the sentence takes. */
export function message<V extends MessageValues>(entry: Message<V>): Message<V> {
  return entry
}
