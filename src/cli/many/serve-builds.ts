/** What a thread of `build --jobs` does: prints the plans that it is given, one after the other. */

import { parentPort } from 'node:worker_threads'
import { InputFiles } from '../files/input-files.js'
import { type BuildTask, printTask } from './build-plan.js'

export function serveBuilds(): void {
  const files = InputFiles.open()
  parentPort!.on('message', async (task: BuildTask) => parentPort!.postMessage(await printTask(task, files)))
}
