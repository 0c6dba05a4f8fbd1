/** The end of a command: its documents into their folder, and their paths on stdout. */

import { join } from 'node:path'
import type { PrintedDocument } from '../../print/printable.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { documentName } from './document-names.js'
import { writeOutputs } from './write-output.js'

/** Writes all documents, or none, and tells what went wrong. `stem` begins their names. */
export function writeDocuments(
  documents: readonly PrintedDocument[],
  folder: string,
  stem: string,
  console: Console,
): ExitStatus {
  const outputs = documents.map((document) => ({
    path: join(folder, documentName(stem, document)),
    bytes: document.bytes,
  }))
  const failures = writeOutputs(outputs)
  printDiagnostics(failures, console)
  if (failures.length > 0) return EXIT.cannotWrite
  for (const { path } of outputs) console.out(path)
  return EXIT.done
}
