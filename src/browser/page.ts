/** The page's beginning: its workers, its parts, and what they have to do with each other. */

import { App } from './app.js'
import { readFonts, readScript, readTexts } from './packed-parts.js'
import { type Served, startWorker } from './worker/call.js'
import type { Core } from './worker/core.js'
import type { Writers } from './worker/writers.js'

async function start(): Promise<void> {
  const [texts, script] = await Promise.all([readTexts(), readScript('core')])
  const fonts = readFonts()
  const resources = { fonts, templates: texts.templates }
  const core = startWorker<Core>(script)
  const ready = core.start(resources)
  let writers: Promise<Served<Writers>> | undefined
  const openWriters = async (): Promise<Served<Writers>> => {
    const worker = startWorker<Writers>(await readScript('writers'))
    await worker.start(resources)
    return worker
  }
  const app = new App({
    core,
    fonts,
    seeds: texts.seeds,
    writers() {
      writers ??= openWriters()
      return writers
    },
  })
  await Promise.all([ready, app.start()])
}

void start()
