/** `keikaku diff`: two editions of a plan to the reports on what changed. */

import { compare } from '../../review/compare.js'
import { comparedColumns } from '../../review/compared-columns.js'
import { listChanges } from '../../review/comparison.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { printReports, type ReportOptions } from '../diff-reports.js'
import { InputFiles } from '../files/input-files.js'
import { writeDocuments } from '../files/write-documents.js'
import { openPlan, stemOf } from '../print-plan.js'
import { contextFrom, report } from './build.js'
import { tellChanges } from './tell-changes.js'

export interface DiffOptions extends Omit<ReportOptions, 'context'> {
  readonly out: string
  readonly form?: string
  /** Who is named in Word's revisions; the new edition's 作成 where it is left out. */
  readonly author?: string
  /** Their date, ISO 8601 in UTC. */
  readonly date?: string
  readonly ignoreNotation: boolean
  /** Status 1 where something changed. */
  readonly exitCode: boolean
}

/** Compares two plan files and writes all reports, or none. */
export async function diff(
  oldFile: string,
  newFile: string,
  options: DiffOptions,
  console: Console,
): Promise<ExitStatus> {
  const files = InputFiles.open()
  const old = openPlan(oldFile, options.form, files)
  const now = openPlan(newFile, options.form, files)
  report(old.diagnostics, console)
  report(now.diagnostics, console)
  if (!old.ok || !now.ok) return EXIT.wrongInput

  const { author = now.value.plan.handout.author, date } = options
  const context = {
    ...contextFrom(console.env),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
  }
  const columns = { old: comparedColumns(old.value.form.definition), new: comparedColumns(now.value.form.definition) }
  const comparison = compare(old.value.plan, now.value.plan, { columns, ignoreNotation: options.ignoreNotation })
  printDiagnostics(comparison.notes, console)

  const compared = { old: old.value, new: now.value, comparison, files }
  const printed = await printReports(compared, `${stemOf(oldFile)}_${stemOf(newFile)}`, { ...options, context })
  report(printed.diagnostics, console)
  if (!printed.ok) return EXIT.wrongInput

  const status = writeDocuments(printed.value, options.out, console)
  if (status !== EXIT.done) return status
  tellChanges(comparison, console)
  console.err(`${printed.value.length} つの文書を作りました。`)
  return options.exitCode && listChanges(comparison).length > 0 ? EXIT.wrongInput : EXIT.done
}
