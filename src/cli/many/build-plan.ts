/** One plan file to its documents: printed in any thread, as plain data, and written by the main one. */

import { join } from 'node:path'
import { resizeForm, resizeOverview } from '../../definition/text-size.js'
import type { Diagnostic } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { FormContext } from '../../form/to-form.js'
import { printPlan } from '../../print/print-plan.js'
import type { PrintedDocument } from '../../print/printable.js'
import type { Format } from '../../render/formats.js'
import { brokenOff } from '../console/broken-off.js'
import { EXIT, type ExitStatus } from '../console/console.js'
import { documentName, stemOf } from '../documents/document-names.js'
import { identifyFiles } from '../documents/judge-target.js'
import { judgeReplacing } from '../documents/replaced-documents.js'
import { tellPages } from '../documents/tell-pages.js'
import { statusOf } from '../documents/write-documents.js'
import { writeOutputs } from '../documents/write-output.js'
import type { InputFiles } from '../files/input-files.js'
import { type OpenedPaper, openForPrinting } from '../files/open-plan.js'
import type { DocumentReading } from '../office/open-document.js'

export interface BuildTask {
  readonly file: string
  /** Folder of the documents. */
  readonly out: string
  readonly formats: readonly (Format | 'csv')[]
  /** Name or path of a form; wins over the plan's 様式. */
  readonly form?: string
  /** Of the body's type, in points, in the place of the form's. */
  readonly textSize?: number
  /** Documents that somebody edited are replaced. */
  readonly overwrite?: boolean
  /** What is left to fill in is an error. */
  readonly strict: boolean
  /** How a Word or Excel document is read. */
  readonly reading?: DocumentReading
  readonly context: FormContext
  /** The documents are for the web, and are called by this name. */
  readonly publish?: string
  /** PDF as archives take it. */
  readonly pdf?: 'archive'
}

/** The documents of a plan before they are on the disk; none where it could not be printed. */
export interface PrintedTask {
  readonly documents: readonly PrintedDocument[]
  readonly diagnostics: readonly Diagnostic[]
  /** The forms and fonts that it was printed with. */
  readonly used: readonly string[]
}

export interface BuiltPlan {
  readonly file: string
  readonly status: ExitStatus
  /** Paths of the documents; none where one could not be written. */
  readonly written: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Prints a plan and writes its documents: all or none. Never throws. */
export async function buildPlan(task: BuildTask, files: InputFiles, inputs: ReadonlySet<string>): Promise<BuiltPlan> {
  return writePlan(task, await printTask(task, files), inputs)
}

/** Prints a plan. Never throws. */
export async function printTask(task: BuildTask, files: InputFiles): Promise<PrintedTask> {
  const { file, form, textSize, reading, formats, strict, context, publish, pdf } = task
  try {
    const opened = openForPrinting(file, form, files, strict, reading)
    if (!opened.ok) return { documents: [], diagnostics: opened.diagnostics, used: [] }
    const { printable, overview } = resize(opened.value, textSize)
    const printed = await printPlan(
      { ...printable, ...(pdf && { pdf }) },
      {
        formats,
        context,
        ...(overview && { overview }),
        ...(publish === undefined ? {} : { copy: 'public' as const }),
      },
    )
    const documents = printed.ok ? printed.value : []
    const diagnostics = [...opened.diagnostics, ...printed.diagnostics, ...tellPages(documents, textSize)]
    return { documents, diagnostics, used: [...files.used] }
  } catch (error) {
    return breakTask(file, error)
  }
}

function resize({ printable, overview }: OpenedPaper, size: number | undefined): OpenedPaper {
  if (size === undefined) return overview === undefined ? { printable } : { printable, overview }
  if (overview !== undefined) return { printable, overview: resizeOverview(overview, size) }
  return { printable: { ...printable, definition: resizeForm(printable.definition, size) } }
}

/** What is left of a task in the middle of which the program failed, or its thread died. */
export function breakTask(file: string, error: unknown): PrintedTask {
  return { documents: [], diagnostics: [brokenOff(error, file)], used: [] }
}

/** Writes all documents of a plan, or none; `inputs` identifies the plans of the whole command. */
export async function writePlan(
  { file, out, publish = stemOf(file), overwrite }: BuildTask,
  { documents, diagnostics, used }: PrintedTask,
  inputs: ReadonlySet<string>,
): Promise<BuiltPlan> {
  if (documents.length === 0) return { file, status: EXIT.wrongInput, written: [], diagnostics }
  const outputs = documents.map((document) => ({
    path: join(out, documentName(publish, document)),
    bytes: document.bytes,
  }))
  const { refusals, warnings } = judgeReplacing(outputs, overwrite ? 'replaced' : 'kept')
  const read = new Set([...inputs, ...identifyFiles(used)])
  const failures = refusals.length > 0 ? refusals : await writeOutputs(outputs, read)
  return {
    file,
    status: statusOf(failures),
    written: failures.length > 0 ? [] : outputs.map(({ path }) => path),
    diagnostics: [...diagnostics, ...warnings, ...failures],
  }
}

/** A pattern that stands for no file, in the place of the plans that it was meant for. */
export function failUnmatched(pattern: string): BuiltPlan {
  const diagnostics = [say('no-match', {}, { kind: 'file', file: pattern })]
  return { file: pattern, status: EXIT.wrongInput, written: [], diagnostics }
}
