/** Ends a closed union: the compiler refuses a call with a case that was not handled. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
