/** What comes in from Word and Excel, and what is handed over of a comparison that an official judged. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
  waitForText,
} from './support.js'

let browser: Browser

beforeAll(async () => {
  makePage()
  if (HAS_CHROMIUM) browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  rmSync(dirname(FOLDER), { recursive: true })
})

describe.runIf(HAS_CHROMIUM)(`Word と Excel から${NEEDS}`, PATIENT, () => {
  it.each(['docx', 'xlsx'])('自分の %s は、確かめてから取り入れると元の計画になる', async (format) => {
    const out = join(FOLDER, 'documents')
    await runInProcess(['build', seed('welfare-r6.yaml'), '--format', format, '--out', out])
    const { page, errors } = await openWindow(browser)
    await page.getByLabel('開くファイル').setInputFiles(join(out, `welfare-r6.${format}`))
    await page.getByText('読み取った文字').waitFor()
    expect(await page.locator('.paper').count()).toBe(0)
    await page.getByRole('button', { name: '計画として取り入れる' }).click()
    await page.locator('.paper text').first().waitFor()
    await page.getByLabel('比べる版のファイル').setInputFiles(seed('welfare-r6.yaml'))
    await expect.poll(() => page.locator('#change-count').textContent()).toBe('0件')
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('直された文書は、紙面の計画に書き戻せる', async () => {
    const out = join(FOLDER, 'sent')
    const before = readFileSync(seed('welfare-r6.yaml'), 'utf8')
    await runInProcess(['build', seed('welfare-r6.yaml'), '--format', 'docx', '--out', out])
    const document = join(out, 'welfare-r6.docx')
    const parts = unzipSync(readFileSync(document))
    const body = strFromU8(parts['word/document.xml']!)
    const words = [...before.matchAll(/○([^\n<&]{8,})/g)].map(([, text]) => text!).find((text) => body.includes(text))!
    writeFileSync(
      document,
      zipSync({ ...parts, 'word/document.xml': strToU8(body.replace(words, `${words}（直し）`)) }),
    )
    const { page } = await openWindow(browser)
    await openFile(page, seed('welfare-r6.yaml'))
    await page.getByLabel('開くファイル').setInputFiles(document)
    await page.getByRole('button', { name: '紙面の計画に書き戻す' }).click()
    await page.locator('#notice', { hasText: 'welfare-r6.docx' }).waitFor()
    await page.getByRole('button', { name: '渡す', exact: true }).click()
    const { bytes } = await downloadBy(page, '計画ファイル')
    const saved = bytes.toString()
    expect(saved.slice(0, saved.indexOf('# keikaku'))).toBe(before.replace(words, `${words}（直し）`))
    await page.context().close()
  })

  it('写した表を貼り付けると、計画になる', async () => {
    const { page } = await openWindow(browser)
    await page.getByText('新しい計画').waitFor()
    const cells = (...texts: readonly string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`
    const html = `<p>若竹市の計画（令和６年度）</p><table>${cells('区分', '現状と課題', '取組み')}${cells('一', '課題である', '○研修')}</table>`
    await page.evaluate((pasted) => {
      const { document, DataTransfer, ClipboardEvent } = globalThis as unknown as {
        document: { dispatchEvent(event: unknown): void }
        DataTransfer: new () => { setData(type: string, text: string): void }
        ClipboardEvent: new (name: string, init: object) => unknown
      }
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', pasted)
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, html)
    await page.getByRole('button', { name: '計画として取り入れる' }).click()
    await waitForText(page, '○研修')
    await page.context().close()
  })
})

describe.runIf(HAS_CHROMIUM)(`予定のその後を判断する${NEEDS}`, PATIENT, () => {
  it('直した判断が報告と対応のファイルに出て、そのファイルはコマンドでも使える', async () => {
    const { page } = await openWindow(browser)
    await openFile(page, seed('mogami-r1.yaml'))
    await page.getByLabel('比べる版のファイル').setInputFiles(seed('mogami-h30.yaml'))
    const first = page.locator('.promises li').first()
    // The list is made anew with every judgement.
    const untilListed = async (judge: () => Promise<unknown>) => {
      await first.evaluate((item) => item.setAttribute('data-before', ''))
      await judge()
      await expect.poll(() => first.getAttribute('data-before'), { timeout: 15_000 }).toBe(null)
    }
    await untilListed(() => first.getByRole('combobox').selectOption('中止・見送り'))
    expect(await first.getByRole('combobox').inputValue()).toBe('cancelled')
    await first.locator('summary').click()
    await untilListed(async () => {
      await first.getByLabel('理由').fill('事業の見直しによる')
      await first.getByLabel('理由').blur()
    })
    expect(await first.getByLabel('理由').inputValue()).toBe('事業の見直しによる')
    const links = await downloadBy(page, '対応のファイル')
    const json = await downloadBy(page, 'JSON')
    expect(links.bytes.toString()).toContain('その後: 中止\n    理由: 事業の見直しによる\n')
    const file = join(FOLDER, links.name)
    writeFileSync(file, links.bytes)
    const out = join(FOLDER, 'judged')
    const files = [seed('mogami-h30.yaml'), seed('mogami-r1.yaml')]
    const told = await runInProcess(['diff', ...files, '--links', file, '--format', 'json', '--out', out])
    expect(told.status).toBe(0)
    expect(JSON.parse(json.bytes.toString()).promises[0].fate).toBe('cancelled')
    await page.context().close()
  })
})
