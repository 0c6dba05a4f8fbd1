/** What stands in the way of a document, found out before any document of its set is touched. */

import { accessSync, closeSync, constants, existsSync, openSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Diagnostic } from '../../domain/diagnostic.js'
import { type Said, say, sayAt } from '../../domain/messages/say.js'
import { lookUp } from '../files/look-up.js'

/** Where a document goes. */
export interface Target {
  /** As it was named. */
  readonly path: string
  /** The same with links followed. */
  readonly at: string
  /** The document that is there already. */
  readonly old: Stats | undefined
}

/** Why a document must not or cannot be written, once; nothing where it can. `inputs` identifies the files of the command. */
export function judgeTarget(
  target: Target,
  targets: readonly Target[],
  inputs: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { path, at, old } = target
  const refuse = (said: Said) => [sayAt(said, { kind: 'file', file: path })]
  if (old?.isDirectory()) return refuse({ code: 'target-is-folder', values: {} })
  if (old !== undefined && !old.isFile()) return refuse({ code: 'target-is-no-file', values: {} })
  const other = targets.find((each) => each !== target && each.at === at)
  // Said of the link, not of the document that it leads to.
  if (other !== undefined && basename(path) !== basename(at)) {
    return refuse({ code: 'same-target', values: { other: basename(other.path) } })
  }
  if (old !== undefined && inputs.has(identityOf(old))) return refuse({ code: 'target-is-input', values: {} })
  const lock = findLock(at) ?? findLock(path)
  if (lock !== undefined) {
    return refuse({ code: 'target-is-open', values: { program: lock.program, lock: lock.name } })
  }
  if (old !== undefined && !mayWrite(at, old)) {
    const whose = (old.mode & 0o222) === 0 ? 'read-only' : 'others'
    return refuse({ code: 'target-is-read-only', values: { whose } })
  }
  return old === undefined ? [] : tryToOpen(path, at)
}

/** Bits and owner say whether a document is ours to write: the superuser, who may write everything, is asked by them too. */
function mayWrite(at: string, { mode, uid, gid }: Stats): boolean {
  if ((mode & 0o222) === 0) return false
  if (process.getuid?.() !== 0) return isAccessible(at)
  const isOurs = process.getgroups?.().includes(gid) || process.getgid?.() === gid
  return (mode & (uid === 0 ? 0o200 : isOurs ? 0o020 : 0o002)) !== 0
}

function isAccessible(at: string): boolean {
  try {
    accessSync(at, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** What the system's word for a failed write means for a document or its folder. */
export function cannotWrite(file: string, error: unknown): Diagnostic {
  const { code: reason = '原因不明' } = error as { readonly code?: string }
  return say('cannot-write', { reason }, { kind: 'file', file })
}

/** On Windows a program that shows a document lets nobody else open it for writing. */
function tryToOpen(path: string, at: string): readonly Diagnostic[] {
  try {
    closeSync(openSync(at, 'r+'))
    return []
  } catch (error) {
    return [cannotWrite(path, error)]
  }
}

interface Lock {
  readonly name: string
  readonly program: string
}

/** The file that Word, Excel or LibreOffice puts beside a document as long as it is open. */
function findLock(at: string): Lock | undefined {
  const name = basename(at)
  const office = /\.docx$/i.test(name) ? 'Word ' : /\.xlsx$/i.test(name) ? 'Excel ' : 'Word や Excel '
  const locks: readonly Lock[] = [
    { name: `~$${name}`, program: office },
    { name: `~$${shortened(name)}`, program: office },
    { name: `.~lock.${name}#`, program: 'LibreOffice ' },
  ]
  return locks.find((lock) => existsSync(join(dirname(at), lock.name)))
}

/** Word leaves out the first letters of a longer name. */
function shortened(name: string): string {
  const length = name.lastIndexOf('.')
  return /\.docx$/i.test(name) ? name.slice(length > 7 ? 2 : length > 6 ? 1 : 0) : name
}

/** What files are, whatever names and links lead to them; one that is not there is none. */
export function identifyFiles(paths: Iterable<string>): ReadonlySet<string> {
  const stats = [...paths].map(lookUp)
  return new Set(stats.flatMap((stat) => (stat === undefined ? [] : identityOf(stat))))
}

function identityOf({ dev, ino }: Stats): string {
  return `${dev} ${ino}`
}

/** Why no document can go into a folder, there already or to be made; the superuser is asked by the bits again. */
export function judgeFolder(folder: string): readonly Diagnostic[] {
  try {
    const stat = nearestFolder(folder)
    if (!stat.isDirectory()) return [cannotWrite(folder, { code: 'ENOTDIR' })]
    return (stat.mode & 0o222) === 0 ? [cannotWrite(folder, { code: 'EACCES' })] : []
  } catch (error) {
    return [cannotWrite(folder, error)]
  }
}

/** The folder itself, or the one that it would be made in. */
function nearestFolder(folder: string): Stats {
  return statSync(folder, { throwIfNoEntry: false }) ?? nearestFolder(dirname(folder))
}
