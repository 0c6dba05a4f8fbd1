/** `keikaku build`: plan files to documents. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../domain/diagnostic.js'
import type { FormContext } from '../form/to-form.js'
import { type Console, EXIT, type ExitStatus } from './console.js'
import { printDiagnostics } from './print-diagnostics.js'
import { printPlan } from './print-plan.js'
import { writeOutputs } from './write-output.js'

export interface BuildOptions {
  readonly formats: readonly string[]
  readonly out: string
  readonly form?: string
}

/** Builds every plan; one that fails does not stop the others. */
export async function build(files: readonly string[], options: BuildOptions, console: Console): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done
  for (const file of files) {
    const each = await buildOne(file, options, console)
    status = Math.max(status, each) as ExitStatus
  }
  return status
}

async function buildOne(file: string, options: BuildOptions, console: Console): Promise<ExitStatus> {
  const { formats, form } = options
  const context = contextFrom(console.env)
  const printed = await printPlan(file, { formats, context, ...(form === undefined ? {} : { form }) })
  report(printed.diagnostics, console)
  if (!printed.ok) return EXIT.wrongInput
  const outputs = printed.value.map(({ name, bytes }) => ({ path: join(options.out, name), bytes }))
  const failures = writeOutputs(outputs)
  printDiagnostics(failures, console)
  if (failures.length > 0) return EXIT.cannotWrite
  for (const { path } of outputs) console.out(path)
  console.err(`${file} から ${outputs.length} つの文書を作りました。`)
  return EXIT.done
}

/** Prints diagnostics, each with the line of the file that it points to: the plan file or the form's. */
export function report(diagnostics: readonly Diagnostic[], console: Console): void {
  const files = new Set(diagnostics.map(({ place }) => (place?.kind === 'text' ? place.file : undefined)))
  for (const file of files) {
    const pointing = diagnostics.filter(({ place }) => (place?.kind === 'text' ? place.file : undefined) === file)
    const source = file === undefined ? undefined : readFileSync(file, 'utf8').replace(/^\ufeff/, '')
    printDiagnostics(pointing, console, source)
  }
}

/** SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch) sets the documents' date, in seconds. */
export function contextFrom(env: Console['env']): FormContext {
  const epoch = env.SOURCE_DATE_EPOCH
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? { date: new Date(Number(epoch) * 1000).toISOString() } : {}
}
