/** What stands at a path: never an error, for whatever cannot be looked at is told when it is read. */

import { type Stats, statSync } from 'node:fs'

/** `undefined` where nothing is there, or a link that leads nowhere or in a circle, or a folder that is closed to us. */
export function lookUp(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
