/** Bytes of a text file to its text: UTF-8 only, with a word to those who saved it otherwise. */

import type { Diagnostic, Outcome } from '../../domain/diagnostic.js'

/** Larger files are not read: ten thousand times the real plan's rows fit well below. In bytes. */
export const MAX_BYTES = 40 * 1024 * 1024

const SAVE_AS_UTF8 =
  'メモ帳で開き、「名前を付けて保存」の「エンコード」（文字コード）を UTF-8 にして保存し直してください。'

/** Reads a text. A byte order mark is dropped and CR LF become LF. Errors: empty, too large, not UTF-8. */
export function readText(file: string, bytes: Uint8Array): Outcome<string> {
  if (bytes.length > MAX_BYTES) return tooLarge(file, bytes.length)
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) return refuse(file, 'not-utf8', 'UTF-16 で保存されたファイルです。', SAVE_AS_UTF8)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return notUtf8(file, bytes)
  }
  if (text.includes('\0')) {
    return refuse(
      file,
      'not-text',
      'テキストではないファイルです。',
      '計画ファイル（.yaml または .json）を指定してください。',
    )
  }
  if (text.trim() === '') {
    return refuse(file, 'empty-file', 'ファイルが空です。', '`keikaku new` で書き方の見本を作れます。')
  }
  return { ok: true, value: text.replace(/\r\n?/g, '\n'), diagnostics: [] }
}

/** The message for a file over the limit; the size in bytes. */
export function tooLarge(file: string, size: number): Outcome<never> {
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
  const message = `ファイルが大きすぎます（${megabytes(size)} MB。読めるのは ${megabytes(MAX_BYTES)} MB までです）。`
  return refuse(file, 'too-large', message, '計画ファイルかどうかを確かめ、大きな計画は分けてください。')
}

function notUtf8(file: string, bytes: Uint8Array): Outcome<never> {
  const name = looksLikeShiftJis(bytes) ? 'Shift_JIS（ANSI）' : 'UTF-8 でない文字コード'
  return refuse(file, 'not-utf8', `${name}で保存されたファイルです。UTF-8 のファイルしか読めません。`, SAVE_AS_UTF8)
}

function looksLikeShiftJis(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('shift_jis', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function refuse(file: string, code: string, message: string, hint: string): Outcome<never> {
  const diagnostic: Diagnostic = { severity: 'error', code, message, place: { kind: 'file', file }, hint }
  return { ok: false, diagnostics: [diagnostic] }
}
