/** Documents onto the disk: all of a command's, or none. */

import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../../domain/diagnostic.js'
import { say, sayAgain } from '../../domain/messages/say.js'
import { holdSignals } from './hold-signals.js'
import { cannotWrite, judgeFolder, judgeTarget, type Target } from './judge-target.js'
import { attempt, clearLeftovers, temporaryPath, writeTemporary } from './temporary-files.js'

export interface Output {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Writes all documents, or none, and never over one of the command's `inputs` (see `identifyFiles`). Returns what went
 * wrong; the older documents then stay as they were. Only a kill between two renames leaves a mixed set.
 */
export function writeOutputs(outputs: readonly Output[], inputs: ReadonlySet<string>): Promise<readonly Diagnostic[]> {
  return holdSignals(() => {
    const opened = outputs.map((output) => openTarget(output))
    const targets = opened.filter((each) => 'at' in each)
    for (const folder of new Set(targets.map(({ at }) => dirname(at)))) clearLeftovers(folder)
    // Where a folder stands in the way, that is said once and not of each of its documents.
    const folders = new Set([...outputs.map(({ path }) => dirname(path)), ...targets.map(({ at }) => dirname(at))])
    const [blocked] = [...folders].flatMap(judgeFolder)
    const obstacles =
      blocked === undefined
        ? opened.flatMap((each) => ('at' in each ? judgeTarget(each, targets, inputs) : [each]))
        : [blocked]
    const failures = obstacles.length > 0 ? obstacles : replaceAll(targets)
    return failures.length > 0 && outputs.length > 1 ? tellStayed(failures, targets) : failures
  })
}

interface OpenTarget extends Target {
  readonly bytes: Uint8Array
}

function openTarget({ path, bytes }: Output): OpenTarget | Diagnostic {
  try {
    const at = followLinks(path)
    return { path, bytes, at, old: statSync(at, { throwIfNoEntry: false }) }
  } catch (error) {
    return cannotWrite(path, error)
  }
}

/** The file that a path stands for, whether it is there or not: the end of its links, by its folder's own name. */
function followLinks(path: string, hops = 40): string {
  if (hops === 0) throw Object.assign(new Error('too many links'), { code: 'ELOOP' })
  const folder = dirname(path)
  const at = join(existsSync(folder) ? realpathSync(folder) : resolve(folder), basename(path))
  const isLink = lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
  return isLink ? followLinks(resolve(dirname(at), readlinkSync(at)), hops - 1) : at
}

/** New files whole beside their targets, the old ones under a second name, then the renames one upon the other. */
function replaceAll(targets: readonly OpenTarget[]): readonly Diagnostic[] {
  const undo: (() => void)[] = []
  const stuck: Diagnostic[] = []
  let current = targets[0]?.path ?? ''
  try {
    const ready = targets.map((target) => {
      current = target.path
      makeFolder(dirname(target.at), undo)
      const part = temporaryPath(dirname(target.at))
      undo.push(() => rmSync(part, { force: true }))
      writeTemporary(part, target.bytes, target.old && target.old.mode & 0o777)
      return { ...target, part, kept: target.old && keep(target.at, undo) }
    })
    for (const { path, at, part, kept } of ready) {
      current = path
      renameSync(part, at)
      undo.push(() => {
        if (!attempt(() => (kept === undefined ? rmSync(at) : putBack(kept, at)))) {
          stuck.push(say(NOT_PUT_BACK, {}, { kind: 'file', file: path }))
        }
      })
    }
    for (const { kept } of ready) if (kept !== undefined) attempt(() => rmSync(kept))
    return []
  } catch (error) {
    for (const step of undo.reverse()) attempt(step)
    return [...stuck, cannotWrite(current, error)]
  }
}

/** A second name for an old document; a copy where the drive knows no second names (FAT). */
function keep(at: string, undo: (() => void)[]): string {
  const kept = temporaryPath(dirname(at))
  undo.push(() => rmSync(kept, { force: true }))
  if (!attempt(() => linkSync(at, kept))) copyFileSync(at, kept)
  return kept
}

/** Where even this rename fails, the old bytes go into the new file. */
function putBack(kept: string, at: string): void {
  if (!attempt(() => renameSync(kept, at))) copyFileSync(kept, at)
}

const NOT_PUT_BACK = 'not-put-back'

/** Node's own recursive mkdir goes on for ever where a folder refuses children with ENOENT (as /proc does). */
function makeFolder(folder: string, undo: (() => void)[]): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder), undo)
  mkdirSync(folder)
  undo.push(() => rmdirSync(folder))
}

/** The last message says of the whole set that it stayed. */
function tellStayed(failures: readonly Diagnostic[], targets: readonly Target[]): readonly Diagnostic[] {
  const stuck = failures.filter(({ code }) => code === NOT_PUT_BACK).map(({ place }) => place?.file)
  const stayed = targets.filter(({ path, old }) => old?.isFile() && !stuck.includes(path))
  const whole = { stayed: stayed.map(({ path }) => basename(path)), stuck: stuck.length }
  return failures.map((failure, index) => (index === failures.length - 1 ? sayAgain(failure, whole) : failure))
}
