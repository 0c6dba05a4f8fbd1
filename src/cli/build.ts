/** `keikaku build`: plan files to documents. */

import { readFileSync } from 'node:fs'
import type { Diagnostic } from '../domain/diagnostic.js'
import type { FormContext } from '../form/to-form.js'
import { type BuildTask, type BuiltPlan, brokenOff, buildPlan, failUnmatched } from './build-plan.js'
import { type Console, EXIT, type ExitStatus } from './console.js'
import { expandPatterns } from './expand-patterns.js'
import { findClashes } from './find-clashes.js'
import { InputFiles } from './input-files.js'
import { printDiagnostics } from './print-diagnostics.js'
import { startProgress } from './progress.js'
import { tellBuilds } from './tell-builds.js'
import { shareOut } from './worker-pool.js'

export interface BuildOptions {
  readonly formats: readonly string[]
  readonly out: string
  readonly form?: string
  /** How many plans are worked on at once. */
  readonly jobs?: number
}

/** A thread starts cold: for fewer plans than these it takes longer to start than one thread takes for all. */
const WORTH_A_THREAD = 4

const WORKER = new URL('./build-worker.js', import.meta.url)

/** Builds every plan; one that fails does not stop the others. */
export async function build(words: readonly string[], options: BuildOptions, console: Console): Promise<ExitStatus> {
  const { files, unmatched } = expandPatterns(words)
  const missing = unmatched.map(failUnmatched)
  report([...missing.flatMap(({ diagnostics }) => diagnostics), ...findClashes(files)], console)
  if (findClashes(files).length > 0) return EXIT.wrongCommandLine
  const tasks = files.map((file) => buildTask(file, options, console))
  const usual = Math.min(console.cores ?? 1, Math.ceil(tasks.length / WORTH_A_THREAD))
  const built = [...missing, ...(await buildAll(tasks, options.jobs ?? usual, console))]
  if (built.length > 1) tellBuilds(built, console)
  return Math.max(...built.map(({ status }) => status)) as ExitStatus
}

export function buildTask(file: string, { formats, form, out }: BuildOptions, { env }: Console): BuildTask {
  return { file, out, print: { formats, context: contextFrom(env), ...(form === undefined ? {} : { form }) } }
}

/** Tells of every plan in the order of the tasks, as soon as those before it are done. */
async function buildAll(tasks: readonly BuildTask[], jobs: number, console: Console): Promise<readonly BuiltPlan[]> {
  const progress = startProgress(tasks.length, console)
  const built: (BuiltPlan | undefined)[] = tasks.map(() => undefined)
  let told = 0
  const done = (index: number, result: BuiltPlan) => {
    built[index] = result
    for (let next = built[told]; next !== undefined; next = built[++told]) tellBuilt(next, tasks.length, console)
    progress.advance()
  }
  if (Math.min(jobs, tasks.length) > 1) {
    await shareOut(WORKER, tasks, jobs, ({ file }, error) => brokenOff(file, error), done)
  } else {
    const files = InputFiles.open()
    for (const [index, task] of tasks.entries()) done(index, await buildPlan(task, files))
  }
  progress.end()
  return built.filter((each) => each !== undefined)
}

/** Of several plans, the table at the end tells which were built. */
function tellBuilt({ file, status, written, diagnostics }: BuiltPlan, plans: number, console: Console): void {
  if (plans > 1 && diagnostics.length > 0) console.err(`${file}:`)
  report(diagnostics, console)
  for (const path of written) console.out(path)
  if (plans === 1 && status === EXIT.done) console.err(`${file} から ${written.length} つの文書を作りました。`)
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
