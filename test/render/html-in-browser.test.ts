/** Every page of every seed in a real browser: axe-core finds nothing, no screen is too narrow, paper has heads on every page. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'
import { bare } from '../support/nothing-lost.js'
import { readPdf } from '../support/read-pdf.js'
import { runProgram } from '../support/run-program.js'

const CHROMIUM = '/usr/bin/chromium'
const FOLDER = mkdtempSync(join(tmpdir(), 'keikaku-html-'))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const seed = (name: string) => fileURLToPath(new URL(`seeds/${name}.yaml`, ROOT))
const SEEDS = readdirSync(new URL('seeds/', ROOT)).filter((name) => name.endsWith('.yaml'))

let browser: Browser

beforeAll(async () => {
  const paper = ['--number', '資料１', '--meeting', '協議会', '--stamp', '案', '--cover']
  const runs = [
    ['build', ...SEEDS.map((name) => seed(name.replace('.yaml', '')))],
    ...SEEDS.map((name) => ['handout', seed(name.replace('.yaml', '')), ...paper]),
    ['diff', seed('mogami-h30'), seed('mogami-r1')],
  ]
  for (const args of runs) {
    expect(await runProgram([...args, '--format', 'html', '--out', FOLDER])).toMatchObject({ status: 0 })
  }
  const overviews = ['build', ...SEEDS.map((name) => seed(name.replace('.yaml', ''))), '--form', '概要']
  expect(await runProgram([...overviews, '--format', 'html', '--out', join(FOLDER, 'overview')])).toMatchObject({
    status: 0,
  })
  if (existsSync(CHROMIUM)) browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  rmSync(FOLDER, { recursive: true })
})

function pages(): readonly string[] {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.html')).map((name) => join(FOLDER, name))
}

describe.runIf(existsSync(CHROMIUM))(`${CHROMIUM} で開いた HTML の文書`, () => {
  it('axe-core は何も見付けない', async () => {
    const files = pages()
    expect(files.length).toBe(3 * SEEDS.length + 3)
    // The page's own policy would keep axe out as well.
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1366, height: 768 } })
    const found: unknown[] = []
    for (const file of files) {
      const page = await context.newPage()
      await page.goto(pathToFileURL(file).href)
      await page.addScriptTag({ content: AXE })
      const { violations } = await page.evaluate(() => {
        return (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run()
      })
      found.push(...violations.map(({ id, nodes }) => [file, id, nodes[0]?.html]))
      await page.close()
    }
    expect(found).toEqual([])
    await context.close()
  }, 120_000)

  it('開いても何も読みに行かず、幅 320 でも横に動かさずに読める（JIS X 8341-3、1.4.10）', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 568 } })
    const requests: string[] = []
    context.on('request', (request) => requests.push(request.url()))
    const errors: string[] = []
    const wider: string[] = []
    for (const file of pages()) {
      const page = await context.newPage()
      page.on('console', (message) => errors.push(message.text()))
      await page.goto(pathToFileURL(file).href)
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      if (overflow !== 0) wider.push(file)
      await page.close()
    }
    expect({ wider, errors, others: requests.filter((url) => !url.endsWith('.html')) }).toEqual({
      wider: [],
      errors: [],
      others: [],
    })
    await context.close()
  }, 60_000)

  it('印刷すると様式の紙の大きさで、どのページにも列の見出しと欄外がある', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(pathToFileURL(join(FOLDER, 'mogami-h30.html')).href)
    const printed = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }))
    expect(printed.pages.length).toBeGreaterThan(2)
    for (const [index, { texts }] of printed.pages.entries()) {
      const text = bare(texts.map((each) => each.text).join('')).normalize('NFKC')
      expect(text).toContain('これまでの取組み')
      expect(text).toContain(`${index + 1}/${printed.pages.length}`)
    }
    await context.close()
  }, 60_000)
})
