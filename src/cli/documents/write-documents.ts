/** The end of a command: its documents into their folder, and their paths on stdout. */

import { join } from 'node:path'
import type { PrintedDocument } from '../../print/printable.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { documentName } from './document-names.js'
import { identifyFiles } from './judge-target.js'
import { writeOutputs } from './write-output.js'

export interface Destination {
  readonly folder: string
  /** Begins the documents' names. */
  readonly stem: string
  /** The files of the command, none of which is written over. */
  readonly inputs: readonly string[]
}

/** Writes all documents, or none, and tells what went wrong. */
export async function writeDocuments(
  documents: readonly PrintedDocument[],
  { folder, stem, inputs }: Destination,
  console: Console,
): Promise<ExitStatus> {
  const outputs = documents.map((document) => ({
    path: join(folder, documentName(stem, document)),
    bytes: document.bytes,
  }))
  const failures = await writeOutputs(outputs, identifyFiles(inputs))
  printDiagnostics(failures, console)
  if (failures.length > 0) return EXIT.cannotWrite
  for (const { path } of outputs) console.out(path)
  return EXIT.done
}
