/** Files of a moment beside the documents: named so that a later run knows whose they are and clears them away. */

import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fchmodSync, fsyncSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { lookUp } from '../files/look-up.js'

/** Of this computer: on a network drive lie files of others. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

const NAME = /^\.keikaku-(?<host>[0-9a-f]{8})-(?<pid>\d+)-[0-9a-f]{12}$/

const DAY = 24 * 60 * 60 * 1000

/** A path in the folder that nobody has yet; short, so that beside every document there is room for its name. */
export function temporaryPath(folder: string): string {
  return join(folder, `.keikaku-${HOST}-${process.pid}-${randomBytes(6).toString('hex')}`)
}

/** Makes the file, its bytes down on the disk. Throws where it is there already: nobody's link is written through. */
export function writeTemporary(path: string, bytes: Uint8Array, mode: number | undefined): void {
  const file = openSync(path, 'wx')
  try {
    if (mode !== undefined) fchmodSync(file, mode)
    writeFileSync(file, bytes)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Removes what runs left behind that were ended in the middle. Not called while this process has one of its own. */
export function clearLeftovers(folder: string): void {
  for (const name of list(folder)) {
    const { host, pid } = NAME.exec(name)?.groups ?? {}
    if (host === undefined) continue
    const path = join(folder, name)
    const isLeft = (host === HOST && !isRunning(Number(pid))) || isDayOld(path)
    // Another run may be clearing here too; what cannot be removed is left to the next one.
    if (isLeft) attempt(() => rmSync(path, { force: true }))
  }
}

/** Does what need not succeed. */
export function attempt(step: () => void): boolean {
  try {
    step()
    return true
  } catch {
    return false
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Whether another process has this number; one that is not ours to signal runs as well (kill(2), EPERM). */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isDayOld(path: string): boolean {
  const stat = lookUp(path)
  return stat !== undefined && Date.now() - stat.mtimeMs > DAY
}
