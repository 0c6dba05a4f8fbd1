/** `keikaku diff`: two editions of a plan to the reports on what changed. */

import { decodeSummaryStyle } from '../../decode/styles/summary-file.js'
import { decodeTaishohyoStyle } from '../../decode/styles/taishohyo-file.js'
import { type Diagnostic, type Outcome, succeed } from '../../domain/diagnostic.js'
import { type ComparisonOptions, compareEditions, printComparison } from '../../print/print-comparison.js'
import { listChanges } from '../../review/comparison.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { comparisonStem } from '../documents/document-names.js'
import { writeDocuments } from '../documents/write-documents.js'
import { DEFAULT_STYLE, findStyle } from '../files/find-style.js'
import { InputFiles } from '../files/input-files.js'
import { openPlan } from '../files/open-plan.js'
import { contextFrom, report } from './build.js'
import { tellChanges } from './tell-changes.js'

export interface DiffOptions extends Pick<ComparisonOptions, 'reports' | 'formats' | 'revisions'> {
  readonly out: string
  /** Name or path of the 新旧対照表's house style. */
  readonly style?: string
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
  const styles = findStyles(options.style)
  const isNew = (each: Diagnostic) => !old.diagnostics.some(({ message }) => message === each.message)
  report([...old.diagnostics, ...now.diagnostics.filter(isNew), ...styles.diagnostics], console)
  if (!old.ok || !now.ok || !styles.ok) return EXIT.wrongInput

  const { author = now.value.plan.handout.author, date } = options
  const context = {
    ...contextFrom(console.env),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
  }
  const editions = { old: old.value, new: now.value }
  const comparison = compareEditions(editions, options)
  printDiagnostics(comparison.notes, console)

  const printed = await printComparison(editions, comparison, { ...options, styles: styles.value, context })
  report(printed.diagnostics, console)
  if (!printed.ok) return EXIT.wrongInput

  const destination = {
    folder: options.out,
    stem: comparisonStem(oldFile, newFile),
    inputs: [oldFile, newFile, options.style ?? newFile, ...files.used],
  }
  const status = await writeDocuments(printed.value, destination, console)
  if (status !== EXIT.done) return status
  tellChanges(comparison, console)
  console.err(`${printed.value.length} つの文書を作りました。`)
  return options.exitCode && listChanges(comparison).length > 0 ? EXIT.wrongInput : EXIT.done
}

function findStyles(name = DEFAULT_STYLE): Outcome<ComparisonOptions['styles']> {
  const taishohyo = findStyle('taishohyo', name, decodeTaishohyoStyle)
  if (!taishohyo.ok) return taishohyo
  const summary = findStyle('summary', DEFAULT_STYLE, decodeSummaryStyle)
  return summary.ok ? succeed({ taishohyo: taishohyo.value, summary: summary.value }) : summary
}
