/** What was made of files on the disk, kept as long as the files stay the same: fonts and forms of many plans. */

import { statSync } from 'node:fs'

/** Tells that a file or folder is used, whether it is there or not. */
export type Use = (path: string) => void

interface Kept {
  readonly value: unknown
  readonly stamps: ReadonlyMap<string, string>
}

export class InputFiles {
  /** Every file and folder used so far. */
  readonly used = new Set<string>()

  private constructor(private readonly kept: Map<string, Kept>) {}

  static open(): InputFiles {
    return new InputFiles(new Map())
  }

  /** The same memory with an account of its own of what is used. */
  fork(): InputFiles {
    return new InputFiles(this.kept)
  }

  /** What `make` made under that key, made anew where one of the files that it used has changed since. */
  keep<T>(key: string, make: (use: Use) => T): T {
    const known = this.kept.get(key)
    const kept = known !== undefined && isUnchanged(known) ? known : this.make(make)
    this.kept.set(key, kept)
    for (const path of kept.stamps.keys()) this.used.add(path)
    return kept.value as T
  }

  private make<T>(make: (use: Use) => T): Kept {
    const stamps = new Map<string, string>()
    // Stamped before it is read: a file that changes in between is read again the next time.
    const value = make((path) => stamps.set(path, stampOf(path)))
    return { value, stamps }
  }
}

function isUnchanged({ stamps }: Kept): boolean {
  return [...stamps].every(([path, stamp]) => stampOf(path) === stamp)
}

/** Time of change and size; of a folder, when an entry came or went. */
export function stampOf(path: string): string {
  try {
    const { mtimeMs, size } = statSync(path)
    return `${mtimeMs} ${size}`
  } catch {
    return 'absent'
  }
}
