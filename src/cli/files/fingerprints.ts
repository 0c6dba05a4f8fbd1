/** Which files hold something else than before: a save that changes nothing is none. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { stampOf } from './input-files.js'

/** Larger files (fonts) are taken for changed when their time or size is, in bytes. */
const LARGE = 1024 * 1024

interface Fingerprint {
  readonly stamp: string
  readonly content: string
}

export class Fingerprints {
  private readonly known = new Map<string, Fingerprint>()

  /** Takes the fingerprints of paths that have none yet. */
  add(paths: Iterable<string>): void {
    for (const path of paths) if (!this.known.has(path)) this.known.set(path, take(path))
  }

  /** The paths that changed since this was asked last. */
  takeChanged(): ReadonlySet<string> {
    const changed = new Set<string>()
    for (const [path, before] of this.known) {
      if (stampOf(path) === before.stamp) continue
      const now = take(path)
      this.known.set(path, now)
      if (now.content !== before.content) changed.add(path)
    }
    return changed
  }
}

/** Of a file or folder, there or not. */
function take(path: string): Fingerprint {
  const stamp = stampOf(path)
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) return { stamp, content: readdirSync(path).sort().join('/') }
    // What is no file is not read: nobody may ever write into a pipe.
    if (!stat.isFile() || stat.size > LARGE) return { stamp, content: stamp }
    return { stamp, content: createHash('sha256').update(readFileSync(path)).digest('hex') }
  } catch {
    return { stamp, content: 'absent' }
  }
}
