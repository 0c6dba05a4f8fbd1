/** Files of the user's and standard input, with a Japanese word for every way in which they cannot be read. */

import { closeSync, constants, openSync, readSync, type Stats, statSync } from 'node:fs'
import { MAX_BYTES, tooLarge } from '../../decode/yaml/read-text.js'
import { fail, type Outcome } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { STANDARD_INPUT } from '../console/name-file.js'

/** Reads a file's bytes. Errors: not there, no regular file, no permission, too large. */
export function readInput(file: string): Outcome<Uint8Array> {
  if (file === STANDARD_INPUT) {
    // It can be read only once; messages quote its lines afterwards.
    standardInput ??= readStandardInput()
    return standardInput
  }
  try {
    const stat = statSync(file)
    if (!stat.isFile()) return notRegular(file, stat)
    if (stat.size > MAX_BYTES) return tooLarge(file, stat.size)
    // Nothing is waited for: the file may have become a pipe since.
    const opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return readAll(file, opened)
    } finally {
      closeSync(opened)
    }
  } catch (error) {
    return unreadable(file, error)
  }
}

let standardInput: Outcome<Uint8Array> | undefined

function readStandardInput(): Outcome<Uint8Array> {
  try {
    return readAll(STANDARD_INPUT, 0)
  } catch (error) {
    return unreadable(STANDARD_INPUT, error)
  }
}

/** Up to the limit and no further, whatever size the file says that it has. */
function readAll(file: string, opened: number): Outcome<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const chunk = new Uint8Array(256 * 1024)
    const count = readSome(opened, chunk)
    if (count === 0) return { ok: true, value: join(chunks, size), diagnostics: [] }
    chunks.push(chunk.subarray(0, count))
    size += count
    if (size > MAX_BYTES) return tooLarge(file, size)
  }
}

/** Standard input may have nothing yet (EAGAIN); Windows says its end as an error. */
function readSome(opened: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(opened, chunk)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN' || opened !== 0) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

function notRegular(file: string, stat: Stats): Outcome<never> {
  const place = { kind: 'file', file } as const
  if (stat.isDirectory()) return fail(say('is-folder', {}, place))
  const kind = stat.isFIFO() ? 'パイプ（FIFO）' : stat.isSocket() ? 'ソケット' : 'デバイス'
  return fail(say('is-no-file', { kind }, place))
}

function unreadable(file: string, error: unknown): Outcome<never> {
  const { code: reason = '原因不明' } = error as NodeJS.ErrnoException
  const place = { kind: 'file', file } as const
  switch (reason) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return fail(say('not-found', {}, place))
    case 'EACCES':
    case 'EPERM':
      return fail(say('no-permission', {}, place))
    case 'EISDIR':
      return fail(say('is-folder', {}, place))
    default:
      return fail(say('unreadable', { reason }, place))
  }
}
