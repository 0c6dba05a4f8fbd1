/** Bytes of a text file to its text: UTF-8 only, with a word to those who saved it otherwise. */

import { fail, type Outcome } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'

/** Larger files are not read: ten thousand times the real plan's rows fit well below. In bytes. */
export const MAX_BYTES = 40 * 1024 * 1024

/** Reads a text. A byte order mark is dropped and CR LF become LF. Errors: empty, too large, not UTF-8. */
export function readText(file: string, bytes: Uint8Array): Outcome<string> {
  if (bytes.length > MAX_BYTES) return tooLarge(file, bytes.length)
  const place = { kind: 'file', file } as const
  const kind = nameOtherKind(bytes)
  if (kind !== undefined) return fail(say('other-kind', { kind }, place))
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) return fail(say('not-utf8', { encoding: 'UTF-16' }, place))
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fail(say('not-utf8', { encoding: looksLikeShiftJis(bytes) ? 'Shift_JIS' : 'other' }, place))
  }
  if (text.includes('\0')) return fail(say('not-text', {}, place))
  if (text.trim() === '') return fail(say('empty-file', { holds: 'nothing' }, place))
  return { ok: true, value: text.replace(/\r\n?/g, '\n'), diagnostics: [] }
}

/** The kind of a file that is no text, by its first bytes: those of ZIP, of OLE (Office before 2007) and of PDF. */
function nameOtherKind(bytes: Uint8Array): string | undefined {
  const latin = new TextDecoder('latin1')
  const head = latin.decode(bytes.subarray(0, 8))
  if (head.startsWith('%PDF-')) return 'PDF の文書'
  if (head === '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1') return '古い形式の Word・Excel の文書（.doc、.xls）'
  if (!head.startsWith('PK\u0003\u0004') && !head.startsWith('PK\u0005\u0006')) return undefined
  // The names of a ZIP file's parts stand at its end once more.
  const names = latin.decode(bytes.subarray(0, 4096)) + latin.decode(bytes.subarray(-65536))
  if (names.includes('word/')) return 'Word の文書（.docx）'
  return names.includes('xl/') ? 'Excel の文書（.xlsx）' : '圧縮されたファイル（ZIP）'
}

/** The message for a file over the limit; the size in bytes. */
export function tooLarge(file: string, size: number): Outcome<never> {
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
  const values = { size: megabytes(size), most: megabytes(MAX_BYTES) }
  return fail(say('too-large', values, { kind: 'file', file }))
}

function looksLikeShiftJis(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('shift_jis', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
