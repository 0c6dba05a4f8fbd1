/** Bytes of a text file to its text: UTF-8 only, with a word to those who saved it otherwise. */

import type { Diagnostic, Outcome } from '../../domain/diagnostic.js'

/** Larger files are not read: ten thousand times the real plan's rows fit well below. In bytes. */
export const MAX_BYTES = 40 * 1024 * 1024

const SAVE_AS_UTF8 =
  'メモ帳で開き、「名前を付けて保存」の「エンコード」（文字コード）を UTF-8 にして保存し直してください。'

/** Reads a text. A byte order mark is dropped and CR LF become LF. Errors: empty, too large, not UTF-8. */
export function readText(file: string, bytes: Uint8Array): Outcome<string> {
  if (bytes.length > MAX_BYTES) return tooLarge(file, bytes.length)
  const other = nameOtherKind(bytes)
  if (other !== undefined) return refuse(file, 'other-kind', `計画ファイルではなく、${other}です。`, OTHER_KIND)
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

const OTHER_KIND =
  'YAML か JSON の計画ファイルを指定してください。Word や Excel の文書は `keikaku import` で計画ファイルにします。'

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
