/** The end of a command: its documents into their folder, and their paths on stdout. */

import { join } from 'node:path'
import type { Diagnostic } from '../../domain/diagnostic.js'
import type { PrintedDocument } from '../../print/printable.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { documentName } from './document-names.js'
import { identifyFiles } from './judge-target.js'
import { judgeReplacing } from './replaced-documents.js'
import { writeOutputs } from './write-output.js'

export interface Destination {
  readonly folder: string
  /** Begins the documents' names. */
  readonly stem: string
  /** The files of the command, none of which is written over. */
  readonly inputs: readonly string[]
  /** Documents that somebody edited are replaced. */
  readonly overwrite?: boolean | undefined
}

/** What a command ends with where its documents could not be written. */
export function statusOf(failures: readonly Diagnostic[]): ExitStatus {
  if (failures.length === 0) return EXIT.done
  return failures.some(({ code }) => code === 'target-is-input') ? EXIT.wrongCommandLine : EXIT.cannotWrite
}

/** Writes all documents, or none, and tells what went wrong. */
export async function writeDocuments(
  documents: readonly PrintedDocument[],
  { folder, stem, inputs, overwrite }: Destination,
  console: Console,
): Promise<ExitStatus> {
  const outputs = documents.map((document) => ({
    path: join(folder, documentName(stem, document)),
    bytes: document.bytes,
  }))
  const { refusals, warnings } = judgeReplacing(outputs, overwrite ? 'replaced' : 'kept')
  const failures = refusals.length > 0 ? refusals : await writeOutputs(outputs, identifyFiles(inputs))
  printDiagnostics([...warnings, ...failures], console)
  if (failures.length > 0) return statusOf(failures)
  for (const { path } of outputs) console.out(path)
  return EXIT.done
}
