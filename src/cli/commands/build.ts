/** `keikaku build`: plan files to documents. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { FormContext } from '../../form/to-form.js'
import type { Format } from '../../render/formats.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { nameFile, STANDARD_INPUT } from '../console/name-file.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { startProgress } from '../console/progress.js'
import { stemOf } from '../documents/document-names.js'
import { identifyFiles } from '../documents/judge-target.js'
import { expandPatterns } from '../files/expand-patterns.js'
import { InputFiles } from '../files/input-files.js'
import { readInput } from '../files/read-file.js'
import {
  type BuildTask,
  type BuiltPlan,
  breakTask,
  failUnmatched,
  type PrintedTask,
  printTask,
  writePlan,
} from '../many/build-plan.js'
import { findClashes } from '../many/find-clashes.js'
import { tellBuilds } from '../many/tell-builds.js'
import type { DocumentReading } from '../office/open-document.js'
import { isWebName } from '../options/judge-text.js'

export interface BuildOptions {
  readonly overwrite?: boolean
  readonly formats: readonly (Format | 'csv')[]
  readonly out: string
  readonly form?: string
  /** Of the body's type, in points, in the place of the form's. */
  readonly textSize?: number
  /** How Word and Excel documents are read. */
  readonly reading?: DocumentReading
  /** How many plans are worked on at once. */
  readonly jobs?: number
  /** What is left to fill in is an error. */
  readonly strict?: boolean
  /** Documents for the web: their name, or the plans' own. */
  readonly publish?: string | true
  /** PDF as archives take it. */
  readonly pdf?: 'archive'
}

/** A thread starts cold: for fewer plans than these it takes longer to start than one thread takes for all. */
const WORTH_A_THREAD = 4

const WORKER = new URL('../many/build-worker.js', import.meta.url)

/** Builds every plan; one that fails does not stop the others. */
export async function build(words: readonly string[], options: BuildOptions, console: Console): Promise<ExitStatus> {
  const { tasks, missing, status } = openTasks(words, options, console)
  if (status === EXIT.wrongCommandLine) return status
  const usual = Math.min(console.cores ?? 1, Math.ceil(tasks.length / WORTH_A_THREAD))
  // Standard input can be read once, and messages quote it in this thread.
  const jobs = tasks.some(({ file }) => file === STANDARD_INPUT) ? 1 : (options.jobs ?? usual)
  const built = [...missing, ...(await buildAll(tasks, jobs, console))]
  if (built.length > 1) tellBuilds(built, console)
  return Math.max(...built.map((each) => each.status)) as ExitStatus
}

export interface OpenedTasks {
  readonly tasks: readonly BuildTask[]
  /** For each pattern that stands for no file. */
  readonly missing: readonly BuiltPlan[]
  readonly status: ExitStatus
}

/** Finds the plans that the words of the command line mean, and tells what is wrong with the words. */
export function openTasks(words: readonly string[], options: BuildOptions, console: Console): OpenedTasks {
  const { formats, form, textSize, out, reading, publish, pdf, overwrite } = options
  const { files, unmatched, passedOver } = expandPatterns(words)
  const shared = {
    out,
    formats,
    ...(overwrite && { overwrite }),
    strict: options.strict === true || publish !== undefined,
    context: contextFrom(console.env),
    ...(form === undefined ? {} : { form }),
    ...(textSize === undefined ? {} : { textSize }),
    ...(reading === undefined ? {} : { reading }),
    ...(pdf === undefined ? {} : { pdf }),
  }
  const missing = unmatched.map(failUnmatched)
  const clashes = [...findClashes(files), ...judgeNames(files, publish)]
  const passed = passedOver.map((file) => say('passed-over', {}, { kind: 'file', file }))
  report([...missing.flatMap(({ diagnostics }) => diagnostics), ...passed, ...clashes], console)
  const status = clashes.length > 0 ? EXIT.wrongCommandLine : missing.length > 0 ? EXIT.wrongInput : EXIT.done
  const named = (file: string) => (publish === undefined ? {} : { publish: publish === true ? stemOf(file) : publish })
  return { tasks: files.map((file) => ({ file, ...shared, ...named(file) })), missing, status }
}

function judgeNames(files: readonly string[], publish: BuildOptions['publish']): readonly Diagnostic[] {
  if (publish === undefined) return []
  if (publish !== true) return files.length > 1 ? [say('one-name-for-web', {})] : []
  return files.filter((file) => !isWebName(stemOf(file))).map((file) => say('name-for-web', {}, { kind: 'file', file }))
}

/** Tells of every plan in the order of the tasks, as soon as those before it are done. */
async function buildAll(tasks: readonly BuildTask[], jobs: number, console: Console): Promise<readonly BuiltPlan[]> {
  const progress = startProgress(tasks.length, console)
  const built: (BuiltPlan | undefined)[] = tasks.map(() => undefined)
  let told = 0
  const inputs = identifyFiles(tasks.map(({ file }) => file))
  let writing = Promise.resolve()
  // Written by this thread alone, one plan after the other: Ctrl-C finds no set half written.
  const done = (index: number, printed: PrintedTask) => {
    writing = writing.then(async () => {
      built[index] = await writePlan(tasks[index]!, printed, inputs)
      for (let next = built[told]; next !== undefined; next = built[++told]) tellBuilt(next, tasks.length, console)
      progress.advance()
    })
    return writing
  }
  if (Math.min(jobs, tasks.length) > 1) {
    const { shareOut } = await import('../many/worker-pool.js')
    await shareOut(WORKER, tasks, jobs, ({ file }, error) => breakTask(file, error), done)
    await writing
  } else {
    const files = InputFiles.open()
    for (const [index, task] of tasks.entries()) await done(index, await printTask(task, files))
  }
  progress.end()
  return built.filter((each) => each !== undefined)
}

/** Of several plans, the table at the end tells which were built. */
export function tellBuilt({ file, status, written, diagnostics }: BuiltPlan, plans: number, console: Console): void {
  if (plans > 1 && diagnostics.length > 0) console.err(`${nameFile(file)}:`)
  report(diagnostics, console)
  for (const path of written) console.out(path)
  if (plans === 1 && status === EXIT.done)
    console.err(`${nameFile(file)} から ${written.length} つの文書を作りました。`)
}

/** Prints diagnostics, each with the line of the file that it points to: the plan file or the form's. */
export function report(diagnostics: readonly Diagnostic[], console: Console): void {
  const files = new Set(diagnostics.map(({ place }) => (place?.kind === 'text' ? place.file : undefined)))
  for (const file of files) {
    const pointing = diagnostics.filter(({ place }) => (place?.kind === 'text' ? place.file : undefined) === file)
    printDiagnostics(pointing, console, file === undefined ? undefined : readSource(file))
  }
}

/** Nothing where the file is gone by now. */
function readSource(file: string): string | undefined {
  const bytes = readInput(file)
  return bytes.ok ? new TextDecoder().decode(bytes.value) : undefined
}

/** SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch) sets the documents' date, in seconds. */
export function contextFrom(env: Console['env']): FormContext {
  const epoch = env.SOURCE_DATE_EPOCH
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? { date: new Date(Number(epoch) * 1000).toISOString() } : {}
}
