/** Runs that are ended in the middle: a few of the many that `npm run kills` counts. */

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'

const KILLS = fileURLToPath(new URL('bench/kills.mjs', ROOT))

it('kill しても、組は新か旧で、次の実行の後には何も残らない。Ctrl-C では何も残らない', async () => {
  const run = promisify(execFile)(process.execPath, [KILLS, '--runs', '5', '--program', '2'])
  await expect(run).resolves.toMatchObject({ stdout: expect.stringContaining('次の実行の後: 混じった組 0、残り 0') })
})
