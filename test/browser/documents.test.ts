/** keikaku.html from a folder: it asks for nothing, and its documents have the command line's bytes. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'
import { runProgram } from '../support/run-program.js'
import { downloadBy, FOLDER, HAS_CHROMIUM, launch, makePage, NEEDS, openFile, openWindow, seed } from './support.js'

const SEEDS = readdirSync(fileURLToPath(new URL('seeds', ROOT))).filter((name) => name.endsWith('.yaml'))
const MOST_BYTES = 10 * 1000 * 1000

let browser: Browser
let made = ''

beforeAll(async () => {
  made = makePage()
  if (HAS_CHROMIUM) browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  rmSync(dirname(FOLDER), { recursive: true })
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('keikaku.html', () => {
  it('10 MB までの一つのファイルで、文字からコードを作ることも、外へ送ることも許さない', () => {
    expect(statSync(made).size).toBeLessThanOrEqual(MOST_BYTES)
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(made, 'utf8'))!
    expect(policy).toContain("default-src 'none'; connect-src 'none';")
    expect(policy).not.toContain('unsafe')
  })

  describe.runIf(HAS_CHROMIUM)(`Chromium の中で${NEEDS}`, () => {
    it.each(SEEDS)('%s の文書は、プログラムの文書と同じバイト列', async (name) => {
      const out = join(FOLDER, `out-${name}`)
      expect(await runProgram(['build', seed(name), '--out', out])).toMatchObject({ status: 0 })
      const { page, requests, errors } = await openWindow(browser)
      await openFile(page, seed(name))
      await page.getByRole('button', { name: '渡す' }).click()
      for (const [button, format] of [
        ['PDF', 'pdf'],
        ['Word', 'docx'],
        ['Excel', 'xlsx'],
      ] as const) {
        const written = name.replace('yaml', format)
        const given = await downloadBy(page, button)
        expect([given.name, sha256(given.bytes)]).toEqual([written, sha256(readFileSync(join(out, written)))])
      }
      const plan = await downloadBy(page, '計画ファイル')
      expect(plan.bytes.equals(readFileSync(seed(name)))).toBe(true)
      expect(requests.filter((address) => !/^(file|blob):/.test(address))).toEqual([])
      expect(errors).toEqual([])
      await page.close()
    })
  })
})
