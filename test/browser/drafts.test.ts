/** Drafts: nothing that was written is lost without a word, by a crash, in two windows, or where nothing may be stored. */

import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
  watch,
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

/** In milliseconds: so soon what is written is a draft. */
const KEPT = 2000

async function writeSomething(page: Page, text: string): Promise<void> {
  await page.locator('.paper tspan', { hasText: '病院における退院支援' }).first().click()
  await page.keyboard.press('Enter')
  await page.keyboard.type(text)
  await waitForText(page, text)
}

async function again(context: BrowserContext): Promise<Page> {
  return (await watch(await context.newPage())).page
}

describe.runIf(HAS_CHROMIUM)(`下書き${NEEDS}`, PATIENT, () => {
  it('書いている途中で落ちても、続きから書ける。受け取れば下書きはない', async () => {
    const { page } = await openWindow(browser)
    const context = page.context()
    await openFile(page, seed('mogami-h30.yaml'))
    await writeSomething(page, '書きかけの文')
    await page.waitForTimeout(KEPT)
    await page.close()
    const next = await again(context)
    await openFile(next, seed('mogami-h30.yaml'))
    await next.getByRole('button', { name: '下書きを開く' }).click()
    await waitForText(next, '書きかけの文')
    await next.getByRole('button', { name: '渡す', exact: true }).click()
    const { bytes } = await downloadBy(next, '計画ファイル')
    expect(bytes.toString()).toContain('病院における退院支援の充実書きかけの文')
    await next.waitForTimeout(500)
    await next.close()
    const last = await again(context)
    await last.getByText('新しい計画').waitFor()
    expect(await last.getByText('下書きの続き').count()).toBe(0)
    await context.close()
  })

  it('古い版を開くと、新しい版があると言い、比べられる', async () => {
    const { page } = await openWindow(browser)
    const context = page.context()
    await openFile(page, seed('mogami-h30.yaml'))
    await writeSomething(page, '新しい文')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: '渡す', exact: true }).click()
    const { bytes, name } = await downloadBy(page, '計画ファイル')
    expect(name).toMatch(/^mogami-h30_H30_\d{4}-\d{4}\.yaml$/)
    await page.waitForTimeout(500)
    await page.close()
    const next = await again(context)
    await openFile(next, seed('mogami-h30.yaml'))
    await next.getByText('古い版です').waitFor()
    await next.locator('#notice').getByRole('button', { name: '比べる' }).click()
    await expect.poll(() => next.locator('#change-count').textContent()).toBe('1件')
    const newest = join(FOLDER, name)
    writeFileSync(newest, bytes)
    await openFile(next, newest)
    await next.waitForTimeout(500)
    expect(await next.getByText('古い版です').count()).toBe(0)
    await context.close()
  })

  it('同じ計画を二つの窓で開くと、後の窓が言う', async () => {
    const { page } = await openWindow(browser)
    await openFile(page, seed('mogami-h30.yaml'))
    await page.waitForTimeout(300)
    const other = await again(page.context())
    await openFile(other, seed('mogami-h30.yaml'))
    await other.getByText('ほかの窓でも開いています').waitFor()
    expect(await page.getByText('ほかの窓でも開いています').count()).toBe(0)
    await page.context().close()
  })

  it('残すことを禁じられたブラウザーでは、書いたときにそう言う', async () => {
    const context = await browser.newContext()
    await context.addInitScript("Object.defineProperty(window, 'indexedDB', { get() { throw new Error('refused') } })")
    const page = await again(context)
    await openFile(page, seed('mogami-h30.yaml'))
    await writeSomething(page, '危ない文')
    await page.getByText('下書きを残せません').waitFor()
    await context.close()
  })

  it('空きがなくて残せないときも言う', async () => {
    const context = await browser.newContext()
    await context.addInitScript(
      "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }",
    )
    const page = await again(context)
    await openFile(page, seed('mogami-h30.yaml'))
    await writeSomething(page, '入らない文')
    await page.getByText('下書きを残せません').waitFor()
    await context.close()
  })

  it('切れば何も残らない', async () => {
    const { page } = await openWindow(browser)
    const context = page.context()
    await openFile(page, seed('mogami-h30.yaml'))
    await page.getByRole('button', { name: '下書き', exact: true }).click()
    await page.getByLabel('書いたものを').uncheck()
    await writeSomething(page, '秘密の文')
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(KEPT)
    await page.close()
    const next = await again(context)
    await next.getByText('新しい計画').waitFor()
    expect(await next.getByText('下書きの続き').count()).toBe(0)
    await context.close()
  })

  it('受け取っていない変更があれば、閉じる前に尋ねる', async () => {
    const { page } = await openWindow(browser)
    await openFile(page, seed('mogami-h30.yaml'))
    await writeSomething(page, '未保存')
    const asked = page.waitForEvent('dialog')
    const closing = page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.accept()
    await closing
    await page.context().close()
  })
})

describe.runIf(HAS_CHROMIUM)(`開くもの${NEEDS}`, PATIENT, () => {
  it('膨らむ圧縮ファイルは断り、そのまま使える', async () => {
    const { page, errors } = await openWindow(browser)
    const file = join(FOLDER, '爆弾.docx')
    writeFileSync(file, bomb())
    await page.getByLabel('開くファイル').setInputFiles(file)
    await page.locator('#side .message').first().waitFor()
    await openFile(page, seed('mogami-h30.yaml'))
    expect(errors).toEqual([])
    await page.context().close()
  })
})

/** A Word document whose main part inflates to 300 MB. */
function bomb(): Uint8Array {
  const entry = (text: string) => strToU8(text)
  const main = new Uint8Array(300 * 1024 * 1024).fill(0x20)
  main.set(entry('<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'))
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return zipSync({
    '[Content_Types].xml': entry(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    'word/document.xml': [main, { level: 1 }],
  })
}
