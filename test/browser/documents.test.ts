/** keikaku.html from a folder: it asks for nothing, and its documents have the command line's bytes. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'
import {
  downloadBy,
  FOLDER,
  HAS_CHROMIUM,
  launch,
  makePage,
  NEEDS,
  openFile,
  openWindow,
  PATIENT,
  seed,
} from './support.js'

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

const FORMATS = [
  ['PDF', 'pdf'],
  ['Word', 'docx'],
  ['Excel', 'xlsx'],
] as const

/** What is chosen in the page, and the command that makes the same. */
const KINDS = [
  ['計画の表', 'build'],
  ['会議資料', 'handout'],
  ['概要', 'build', '--form', '概要'],
] as const

const REPORTS = [
  ['新旧対照表', 'taishohyo'],
  ['見え消し', 'miekeshi'],
  ['変更の概要', 'summary'],
] as const

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('keikaku.html', () => {
  it('10 MB までの一つのファイルで、文字からコードを作ることも、外へ送ることも許さない', () => {
    expect(statSync(made).size).toBeLessThanOrEqual(MOST_BYTES)
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(made, 'utf8'))!
    expect(policy).toContain("default-src 'none'; connect-src 'none';")
    expect(policy).not.toContain('unsafe')
  })

  describe.runIf(HAS_CHROMIUM)(`Chromium の中で${NEEDS}`, PATIENT, () => {
    it.each(SEEDS)('%s の表・会議資料・概要は、プログラムの文書と同じバイト列', async (name) => {
      const { page, requests, errors } = await openWindow(browser)
      await openFile(page, seed(name))
      await page.getByRole('button', { name: '渡す', exact: true }).click()
      const plan = await downloadBy(page, '計画ファイル')
      expect([plan.name, plan.bytes.equals(readFileSync(seed(name)))]).toEqual([name, true])
      for (const [kind, ...words] of KINDS) {
        const out = join(FOLDER, `out ${kind}`)
        const { status } = await runInProcess([...words, seed(name), '--out', out])
        await page.getByLabel('何を').selectOption(kind)
        if (status === 0) await compareAll(page, out, name.replace('.yaml', kind === '会議資料' ? '.handout' : ''))
      }
      const out = join(FOLDER, 'out csv')
      expect((await runInProcess(['build', seed(name), '--format', 'csv', '--out', out])).status).toBe(0)
      expect(await page.getByRole('button', { name: 'CSV', exact: true }).isVisible()).toBe(false)
      await page.getByLabel('何を').selectOption('計画の表')
      const csv = await downloadBy(page, 'CSV')
      expect(csv.bytes.equals(readFileSync(join(out, csv.name)))).toBe(true)
      expect(requests.filter((address) => !/^(file|blob):/.test(address))).toEqual([])
      expect(errors).toEqual([])
      await page.context().close()
    })

    it('二つの版の報告も、プログラムの文書と同じバイト列', async () => {
      const out = join(FOLDER, 'out diff')
      const seeds = [seed('mogami-h30.yaml'), seed('mogami-r1.yaml')]
      const formats = ['--format', 'pdf,docx,xlsx,json']
      expect(await runInProcess(['diff', ...seeds, ...formats, '--out', out])).toMatchObject({ status: 0 })
      const { page, errors } = await openWindow(browser)
      await openFile(page, seeds[1]!)
      await page.getByLabel('比べる版のファイル').setInputFiles(seeds[0]!)
      await page.locator('#change-count').waitFor()
      for (const [name, report] of REPORTS) {
        await page.getByLabel('報告').selectOption(name)
        await compareAll(page, out, `mogami-h30_mogami-r1.${report}`)
      }
      const json = await downloadBy(page, 'JSON')
      const written = readFileSync(join(out, json.name), 'utf8')
      expect(json.bytes.toString()).toBe(written)
      expect(await page.locator('#change-count').textContent()).toBe(`${JSON.parse(written).changes.length}件`)
      expect(errors).toEqual([])
      await page.context().close()
    })
  })
})

/** In every format. */
async function compareAll(page: Page, out: string, stem: string): Promise<void> {
  for (const [button, format] of FORMATS) {
    const given = await downloadBy(page, button)
    const written = `${stem}.${format}`
    expect([given.name, sha256(given.bytes)]).toEqual([written, sha256(readFileSync(join(out, written)))])
  }
}
