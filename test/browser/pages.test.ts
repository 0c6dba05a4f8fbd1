/** The pages on the screen are those that print, and everybody can get about in them. */

import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
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
} from './support.js'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let browser: Browser

beforeAll(async () => {
  makePage()
  if (HAS_CHROMIUM) browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  rmSync(dirname(FOLDER), { recursive: true })
})

/** The rules of axe-core that a view breaks, with the elements that do. */
async function slipsOf(page: Page): Promise<readonly string[]> {
  // The page's policy lets no script in; the browser's own tools may.
  const { violations } = (await page.evaluate(`${readFileSync(AXE, 'utf8')}; axe.run()`)) as {
    violations: readonly { id: string; nodes: readonly { html: string }[] }[]
  }
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
}

interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
}

function readPicture(file: string): Picture {
  const bytes = readFileSync(file)
  const [head, width, height] = /^P5\s(\d+)\s(\d+)\s\d+\s/.exec(bytes.subarray(0, 40).toString('latin1'))!
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(head.length) }
}

/** Of the pixels of two grey pictures, the share that differs. A browser cuts sheets to pixels of its own: at the edges one has more. */
function differing(one: Picture, other: Picture): number {
  const width = Math.min(one.width, other.width)
  const height = Math.min(one.height, other.height)
  expect(Math.abs(one.width - other.width) + Math.abs(one.height - other.height)).toBeLessThanOrEqual(8)
  let count = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (Math.abs(one.pixels[y * one.width + x]! - other.pixels[y * other.width + x]!) > 64) count++
  return count / (width * height)
}

describe.runIf(HAS_CHROMIUM)(`紙面${NEEDS}`, PATIENT, () => {
  it.each([
    ['mogami-h30.yaml', 4],
    ['keikaku-3tables-r6.yaml', 2],
    ['progress-r6.yaml', 1],
  ])('%s の印刷は、PDF と同じ大きさの同じ絵（%i ページ目）', async (name, number) => {
    const { page } = await openWindow(browser)
    await openFile(page, seed(name))
    await page.getByRole('button', { name: '渡す', exact: true }).click()
    const made = join(FOLDER, 'made.pdf')
    const printed = join(FOLDER, 'printed.pdf')
    writeFileSync(made, (await downloadBy(page, 'PDF')).bytes)
    // What the window of the printer would get, as long as it is open.
    await page.evaluate('window.print = () => { window.isPrinting = true }')
    await page.getByRole('button', { name: '印刷' }).click()
    await page.waitForFunction('window.isPrinting')
    writeFileSync(printed, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
    const [drawn, wanted] = [printed, made].map((file) => {
      const at = String(number)
      execFileSync('pdftoppm', ['-r', '288', '-gray', '-singlefile', '-f', at, '-l', at, file, file])
      return readPicture(`${file}.pgm`)
    })
    expect(differing(drawn!, wanted!)).toBeLessThan(0.015)
    await page.context().close()
  })

  it('どの画面にも、使いにくいところがない（axe-core）', async () => {
    const { page } = await openWindow(browser)
    await page.getByText('新しい計画').waitFor()
    expect(await slipsOf(page)).toEqual([])
    await openFile(page, seed('mogami-r1.yaml'))
    await page.getByLabel('比べる版のファイル').setInputFiles(seed('mogami-h30.yaml'))
    await page.locator('#change-count').waitFor()
    expect(await slipsOf(page)).toEqual([])
    for (const name of ['渡す', '計画について', '下書き', '操作', '知らせ']) {
      await page.getByRole('button', { name, exact: true }).click()
      expect(await slipsOf(page)).toEqual([])
    }
    await page.locator('.paper tspan').nth(20).click()
    await page.keyboard.press('Enter')
    expect(await slipsOf(page)).toEqual([])
    await page.context().close()
  })

  it.each([
    ['電話の幅', 390, 844],
    ['二倍の拡大', 683, 384],
  ])('%sでも、横にはみ出さずに開いて渡せる', async (_, width, height) => {
    const { page } = await openWindow(browser)
    await page.setViewportSize({ width, height })
    await openFile(page, seed('mogami-h30.yaml'))
    await page.getByRole('button', { name: '渡す', exact: true }).click()
    expect((await downloadBy(page, '計画ファイル')).name).toBe('mogami-h30.yaml')
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.context().close()
  })
})
