/** Patterns with `*`, `**` and `?` to files: Windows' shell leaves them to the program, and so do quotes everywhere. */

import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { STANDARD_INPUT } from '../console/name-file.js'
import { lookUp } from './look-up.js'

export interface ExpandedPatterns {
  /** Each file once, in the order of the words; the files of one pattern in the order of their paths. */
  readonly files: readonly string[]
  /** The patterns that no file matches. */
  readonly unmatched: readonly string[]
  /** What patterns match and is neither file nor folder (a pipe, a device). */
  readonly passedOver: readonly string[]
}

/** Expands the words of a command line. A word that is a file's name is that file, whatever characters it has. */
export function expandPatterns(words: readonly string[]): ExpandedPatterns {
  const files = new Map<string, string>()
  const unmatched: string[] = []
  const passedOver = new Set<string>()
  for (const word of words) {
    const matches = isPattern(word) ? findMatches(word) : undefined
    const found = matches?.filter(isReadable) ?? [word]
    for (const match of matches ?? []) if (!found.includes(match)) passedOver.add(match)
    if (found.length === 0) unmatched.push(word)
    for (const file of found) {
      const key = file === STANDARD_INPUT ? file : resolve(file)
      if (!files.has(key)) files.set(key, file)
    }
  }
  return { files: [...files.values()], unmatched, passedOver: [...passedOver] }
}

function isPattern(word: string): boolean {
  return /[*?]/.test(word) && !existsSync(word)
}

/** A link that leads nowhere is kept: reading it says so. */
function isReadable(path: string): boolean {
  return lookUp(path)?.isFile() ?? true
}

/** What a pattern stands for but folders, sorted. */
function findMatches(pattern: string): string[] {
  const path = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern
  const fixed = /^(?:[^*?]*\/)?/.exec(path)![0]
  const parts = path.slice(fixed.length).split('/')
  return [...new Set(walk(fixed, parts))].sort()
}

/** `**` stands for any number of folders; at the end, for all files in them. */
function* walk(folder: string, parts: readonly string[]): Generator<string> {
  const [part = '', ...rest] = parts
  if (part === '**') {
    yield* walk(folder, rest.length === 0 ? ['*'] : rest)
    for (const entry of list(folder)) {
      // A link to a folder may lead back up: it is not followed.
      if (entry.isDirectory() && !entry.name.startsWith('.')) yield* walk(join(folder, entry.name), parts)
    }
    return
  }
  const isMatch = matcher(part)
  for (const { name } of list(folder).filter((entry) => isMatch(entry.name))) {
    const path = join(folder, name)
    const isFolder = lookUp(path)?.isDirectory() ?? false
    if (rest.length === 0 && !isFolder) yield path
    if (rest.length > 0 && isFolder) yield* walk(path, rest)
  }
}

function list(folder: string) {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Names that begin with a dot are found only by a pattern that does. Composed and decomposed kana are the same. */
function matcher(part: string): (name: string) => boolean {
  const source = part
    .normalize('NFC')
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.')
  const whole = new RegExp(`^${source}$`, process.platform === 'win32' ? 'isu' : 'su')
  return (name) => (part.startsWith('.') || !name.startsWith('.')) && whole.test(name.normalize('NFC'))
}
