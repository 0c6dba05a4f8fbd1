/** Diagnostics for the eye: what, where, the source line with a caret under the place, and what to do. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import type { Console } from './console.js'
import { displayWidth } from './display-width.js'

/** More messages than this help nobody; the rest is counted. */
const MOST = 30

const RED = '\u001b[31m'
const YELLOW = '\u001b[33m'
const RESET = '\u001b[0m'

/** Prints diagnostics; `source` is the text of the file that they point into, where there is one. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], console: Console, source?: string): void {
  const lines = source?.split(/\r\n?|\n/) ?? []
  for (const diagnostic of diagnostics.slice(0, MOST)) {
    for (const line of formatDiagnostic(diagnostic, lines, console.colours)) console.err(line)
  }
  if (diagnostics.length > MOST) console.err(`ほかに ${diagnostics.length - MOST} 件あります。`)
}

function formatDiagnostic(diagnostic: Diagnostic, lines: readonly string[], colours: boolean): string[] {
  const { severity, message, place, hint } = diagnostic
  const word = severity === 'error' ? 'エラー' : '注意'
  const label = colours ? `${severity === 'error' ? RED : YELLOW}${word}${RESET}` : word
  return [
    `${label}: ${formatPlace(place)}${message}`,
    ...(place?.kind === 'text' ? excerpt(lines[place.line - 1], place.column, place.length ?? 1) : []),
    ...(hint === undefined ? [] : [`  → ${hint}`]),
  ]
}

function formatPlace(place: Diagnostic['place']): string {
  if (place === undefined) return ''
  switch (place.kind) {
    case 'text':
      return `${place.file}:${place.line}:${place.column}: `
    case 'sheet':
      return `${place.file}［${place.sheet}!${place.cell}］: `
    case 'file':
      return `${place.file}: `
  }
}

/** The part of the line around the place, and carets below it. Wide characters take two columns of a terminal. */
function excerpt(line: string | undefined, column: number, length: number): string[] {
  if (line === undefined || line.trim() === '') return []
  const start = Math.max(0, column - 31)
  const shown = line.slice(start, start + 70).replace(/[\u0000-\u001f\u007f]/g, ' ')
  const before = displayWidth(line.slice(start, column - 1))
  const carets = Math.max(1, displayWidth(line.slice(column - 1, column - 1 + Math.min(length, 30))))
  return [`    ${shown}`, `    ${' '.repeat(before)}${'^'.repeat(carets)}`]
}
