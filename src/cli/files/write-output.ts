/** Documents onto the disk: each whole or not at all. */

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../../domain/diagnostic.js'

export interface Output {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Writes all documents, or none: temporary files beside the targets first, renames last. Returns what went wrong;
 * an older document stays as it was.
 */
export function writeOutputs(outputs: readonly Output[]): Diagnostic[] {
  const parts = outputs.map(({ path, bytes }) => ({
    path,
    bytes,
    part: join(dirname(path), `.keikaku-${process.pid}-${basename(path)}`),
  }))
  let at = ''
  try {
    for (const { path, bytes, part } of parts) {
      at = path
      makeFolder(dirname(path))
      writeFileSync(part, bytes)
    }
    for (const { path, part } of parts) {
      at = path
      renameSync(part, path)
    }
    return []
  } catch (error) {
    for (const { part } of parts.filter((each) => existsSync(each.part))) rmSync(part)
    return [explain(at, error as NodeJS.ErrnoException)]
  }
}

/** Node's own recursive mkdir goes on for ever where a folder refuses children with ENOENT (as /proc does). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder)
}

function basename(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

function explain(path: string, error: NodeJS.ErrnoException): Diagnostic {
  const [message, hint] = explanation(error.code)
  return { severity: 'error', code: 'cannot-write', message, place: { kind: 'file', file: path }, hint }
}

function explanation(code: string | undefined): [message: string, hint: string] {
  switch (code) {
    case 'EBUSY':
    case 'EPERM':
      return [
        '書き込めません。Word や Excel などで開かれているようです。',
        '文書を閉じてから、もう一度実行してください。',
      ]
    case 'EACCES':
    case 'EROFS':
      return ['書き込む権限がありません。', '--out で書き込めるフォルダーを指定してください。']
    case 'ENOSPC':
      return ['ディスクの空きが足りません。', '空きを作ってから、もう一度実行してください。']
    case 'ENOENT':
      return ['このフォルダーは作れません。', '--out で別のフォルダーを指定してください。']
    case 'EEXIST':
    case 'ENOTDIR':
    case 'EISDIR':
      return ['同じ名前のファイルやフォルダーがあって書き込めません。', '--out で別のフォルダーを指定してください。']
    default:
      return [`書き込めません（${code ?? '原因不明'}）。`, '--out のフォルダーを確かめてください。']
  }
}
