/** The page in a real browser, opened from a folder as an official opens it. */

import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { ROOT } from '../support/forms.js'

const CHROMIUM = '/usr/bin/chromium'
export const HAS_CHROMIUM = existsSync(CHROMIUM)
/** A busy machine may take longer over a click than the browser's patience lasts: such a test is tried again. */
export const PATIENT = { retry: 2 }

/** What a test is called that cannot run without it. */
export const NEEDS = HAS_CHROMIUM ? '' : `（${CHROMIUM} がないので確かめていません）`

export const FOLDER = join(mkdtempSync(join(tmpdir(), 'keikaku-page-')), '計画 の フォルダー')
const ADDRESS = pathToFileURL(join(FOLDER, 'keikaku.html')).href

/** Makes the page and puts it into a folder with a Japanese name and blanks. */
export function makePage(): string {
  const printed = execFileSync(process.execPath, [fileURLToPath(new URL('build/page.mjs', ROOT))], { encoding: 'utf8' })
  const made = printed.trim().split('\n').at(-1)!
  mkdirSync(FOLDER, { recursive: true })
  copyFileSync(made, join(FOLDER, 'keikaku.html'))
  return made
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
}

/** A window with the page, and every address that it asked for. */
export interface Window {
  readonly page: Page
  readonly requests: readonly string[]
  readonly errors: readonly string[]
}

export async function openWindow(browser: Browser): Promise<Window> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, acceptDownloads: true })
  return watch(await context.newPage())
}

export async function watch(page: Page): Promise<Window> {
  const requests: string[] = []
  const errors: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(ADDRESS)
  await page.getByRole('button', { name: '開く', exact: true }).waitFor()
  return { page, requests, errors }
}

export function seed(name: string): string {
  return fileURLToPath(new URL(`seeds/${name}`, ROOT))
}

/** Opens a file by the page's own button. */
export async function openFile(page: Page, ...files: readonly string[]): Promise<void> {
  await page.getByLabel('開くファイル').setInputFiles([...files])
  await page.locator('.paper text').first().waitFor()
}

/** The bytes that come of a click on a button. */
export async function downloadBy(
  page: Page,
  button: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** Until the pages say a text, wherever its lines end, or no longer do. */
export async function waitForText(page: Page, text: string, state: 'there' | 'gone' = 'there'): Promise<void> {
  const drawn = async () => (await page.locator('.paper').allTextContents()).join('')
  await expect.poll(async () => (await drawn()).includes(text), { timeout: 20_000 }).toBe(state === 'there')
}
