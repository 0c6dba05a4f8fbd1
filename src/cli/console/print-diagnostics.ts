/** Diagnostics for the eye: what, where, the source line with a caret under the place, and what to do. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import type { Console } from './console.js'
import { displayWidth } from './display-width.js'
import { nameFile } from './name-file.js'
import { showHidden } from './show-hidden.js'

/** More messages than this help nobody; the rest is counted. */
const MOST = 30

/** Prints diagnostics; `source` is the text of the file that they point into, where there is one. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], console: Console, source?: string): void {
  const lines = source?.split(/\r\n?|\n/) ?? []
  for (const diagnostic of diagnostics.slice(0, MOST)) {
    printDiagnostic(diagnostic, lines, console)
  }
  if (diagnostics.length > MOST) console.err(`ほかに ${diagnostics.length - MOST} 件あります。`)
}

function printDiagnostic(
  { severity, message, place, hint }: Diagnostic,
  lines: readonly string[],
  console: Console,
): void {
  const word = severity === 'error' ? 'エラー' : '注意'
  console.err(`: ${formatPlace(place)}${message}`, { word, tone: severity })
  if (place?.kind === 'text') {
    for (const line of excerpt(lines[place.line - 1], place.column, place.length ?? 1)) console.err(line)
  }
  if (hint !== undefined) console.err(`  → ${hint}`)
}

function formatPlace(place: Diagnostic['place']): string {
  if (place === undefined) return ''
  switch (place.kind) {
    case 'text':
      return `${nameFile(place.file)}:${place.line}:${place.column}: `
    case 'sheet':
      return `${place.file}［${place.sheet}!${place.cell}］: `
    case 'file':
      return `${nameFile(place.file)}: `
  }
}

/** The part of the line around the place, and carets below it. Wide characters take two columns of a terminal. */
function excerpt(line: string | undefined, column: number, length: number): string[] {
  if (line === undefined || line.trim() === '') return []
  const start = Math.max(0, column - 31)
  const before = displayWidth(show(line.slice(start, column - 1)))
  const carets = Math.max(1, displayWidth(show(line.slice(column - 1, column - 1 + Math.min(length, 30)))))
  return [`    ${show(line.slice(start, start + 70))}`, `    ${' '.repeat(before)}${'^'.repeat(carets)}`]
}

/** A tab is as wide as the terminal likes. */
function show(text: string): string {
  return showHidden(text.replaceAll('\t', ' '))
}
