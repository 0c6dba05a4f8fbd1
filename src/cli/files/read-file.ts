/** Files of the user's, with a Japanese word for every way in which they cannot be read. */

import { readFileSync, statSync } from 'node:fs'
import { MAX_BYTES, tooLarge } from '../../decode/yaml/read-text.js'
import type { Diagnostic, Outcome } from '../../domain/diagnostic.js'

/** Reads a file's bytes. Errors: not there, a folder, no permission, too large. */
export function readInput(file: string): Outcome<Uint8Array> {
  try {
    const stat = statSync(file)
    if (stat.isDirectory())
      return refuse(file, 'is-folder', 'フォルダーです。', 'フォルダーの中の計画ファイルを指定してください。')
    if (stat.size > MAX_BYTES) return tooLarge(file, stat.size)
    return { ok: true, value: readFileSync(file), diagnostics: [] }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT')
      return refuse(file, 'not-found', 'ファイルが見つかりません。', '名前と場所を確かめてください。')
    if (code === 'EACCES' || code === 'EPERM') {
      return refuse(file, 'no-permission', 'ファイルを読む権限がありません。', 'ファイルの権限を確かめてください。')
    }
    return refuse(
      file,
      'unreadable',
      `ファイルを読めません（${code ?? '原因不明'}）。`,
      'ファイルを開けるかを確かめてください。',
    )
  }
}

function refuse(file: string, code: string, message: string, hint: string): Outcome<never> {
  const diagnostic: Diagnostic = { severity: 'error', code, message, place: { kind: 'file', file }, hint }
  return { ok: false, diagnostics: [diagnostic] }
}
