/** `keikaku build --watch`: builds once, then each plan again when it, its form or a font of its form is saved. */

import { say } from '../../domain/messages/say.js'
import { type Console, EXIT, type ExitStatus } from '../console/console.js'
import { STANDARD_INPUT } from '../console/name-file.js'
import { printDiagnostics } from '../console/print-diagnostics.js'
import { stemOf } from '../documents/document-names.js'
import { identifyFiles } from '../documents/judge-target.js'
import { Fingerprints } from '../files/fingerprints.js'
import { InputFiles } from '../files/input-files.js'
import { saves } from '../files/saves.js'
import { type BuildTask, type BuiltPlan, buildPlan } from '../many/build-plan.js'
import { type BuildOptions, openTasks, report, tellBuilt } from './build.js'

/** A plan with all files that it was ever made from: one that is missing now may come back. */
interface Followed {
  readonly task: BuildTask
  readonly paths: Set<string>
}

/** Goes on until the person at the console ends it, whatever is wrong with the plans. */
export async function buildAndWatch(
  words: readonly string[],
  options: BuildOptions,
  console: Console,
): Promise<ExitStatus> {
  const opened = openTasks(words, options, console)
  if (opened.status !== EXIT.done) return opened.status
  if (opened.tasks.some(({ file }) => file === STANDARD_INPUT)) {
    printDiagnostics([say('not-saved', {})], console)
    return EXIT.wrongCommandLine
  }
  const plans = opened.tasks.map((task): Followed => ({ task, paths: new Set([task.file]) }))
  const files = InputFiles.open()
  const fingerprints = new Fingerprints()
  const inputs = () => identifyFiles(plans.map(({ task }) => task.file))
  const paths = () => new Set(plans.flatMap((plan) => [...plan.paths]))

  const interrupted = console.interrupted?.() ?? new AbortController().signal
  for (const plan of plans) {
    if (interrupted.aborted) return EXIT.done
    fingerprints.add(plan.paths)
    tellBuilt(await buildAgain(plan, files, inputs()), 1, console)
  }
  fingerprints.add(paths())
  console.err('保存するたびに作り直します。終わるには Ctrl-C を押してください。')
  for await (const saved of saves(paths, interrupted)) {
    const changed = fingerprints.takeChanged()
    let since = saved
    for (const plan of plans.filter((each) => [...each.paths].some((path) => changed.has(path)))) {
      if (interrupted.aborted) break
      const built = await buildAgain(plan, files, inputs())
      tellRebuilt(built, performance.now() - since, console)
      since = performance.now()
    }
    fingerprints.add(paths())
  }
  return EXIT.done
}

async function buildAgain(
  { task, paths }: Followed,
  files: InputFiles,
  inputs: ReadonlySet<string>,
): Promise<BuiltPlan> {
  const own = files.fork()
  const built = await buildPlan(task, own, inputs)
  for (const path of own.used) paths.add(path)
  return built
}

/** The time runs from the end of the save, or of the plan before it, to the documents on the disk; milliseconds. */
function tellRebuilt({ file, status, written, diagnostics }: BuiltPlan, took: number, console: Console): void {
  report(diagnostics, console)
  for (const path of written) console.out(path)
  const time = (console.clock?.() ?? new Date()).toTimeString().slice(0, 8)
  const outcome =
    status === EXIT.done
      ? ` を作り直しました（${Math.round(took)} ミリ秒）`
      : ' は作り直せません。直して保存してください（前の文書はそのままです）'
  console.err(`${time} ${stemOf(file)}${outcome}`)
}
