/** Writing in the pages: by keys alone, with an input method, back and forth, and into the plan file. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** Opens the seed and goes to a cell that says so. */
async function openAt(text: string): Promise<Page> {
  const { page } = await openWindow(browser)
  await openFile(page, seed('mogami-h30.yaml'))
  await page.locator('.paper tspan', { hasText: text }).first().click()
  return page
}

async function savedPlan(page: Page): Promise<string> {
  await page.getByRole('button', { name: '渡す', exact: true }).click()
  return (await downloadBy(page, '計画ファイル')).bytes.toString()
}

const STAMP = /\n# keikaku: 保存 1 \d{4}-\d\d-\d\dT\d\d:\d\d 前 [0-9a-f]{12}\n$/
const BEFORE = readFileSync(seed('mogami-h30.yaml'), 'utf8')

describe.runIf(HAS_CHROMIUM)(`紙面に書く${NEEDS}`, PATIENT, () => {
  it('書いたセルだけが計画ファイルで変わり、最後に保存の印が付く', async () => {
    const page = await openAt('病院における退院支援')
    await page.keyboard.press('F2')
    await page.keyboard.type('（継続）')
    await waitForText(page, '（継続）')
    await page.keyboard.press('Tab')
    const saved = await savedPlan(page)
    expect(saved).toMatch(STAMP)
    const expected = BEFORE.replace('病院における退院支援の充実', '病院における退院支援の充実（継続）')
    expect(saved.replace(STAMP, '\n')).toBe(expected)
    await page.close()
  })

  it('Esc は書く前に戻し、元に戻す・やり直すは行き来する', async () => {
    const page = await openAt('病院における退院支援')
    await page.keyboard.press('Enter')
    await page.keyboard.type('要らないもの')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.keyboard.type('要るもの')
    await page.keyboard.press('Control+Enter')
    await waitForText(page, '要るもの')
    await page.getByRole('button', { name: '元に戻す' }).click()
    await waitForText(page, '要るもの', 'gone')
    expect(await savedPlan(page)).toBe(BEFORE)
    await page.getByRole('button', { name: 'やり直す' }).click()
    await waitForText(page, '要るもの')
    expect(await savedPlan(page)).toContain('病院における退院支援の充実要るもの')
    await page.close()
  })

  it('変換の途中で組み直しても、一字もなくならない', async () => {
    const page = await openAt('病院における退院支援')
    await page.keyboard.press('Enter')
    const session = await page.context().newCDPSession(page)
    for (const text of ['へ', 'へん', 'へんこ', 'へんこう', '変更']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await waitForText(page, `充実${text}`)
    }
    await session.send('Input.insertText', { text: '変更' })
    await session.send('Input.imeSetComposition', { text: 'あり', selectionStart: 2, selectionEnd: 2 })
    await waitForText(page, '充実変更あり')
    await session.send('Input.insertText', { text: 'あり' })
    await page.keyboard.press('Control+Enter')
    expect(await savedPlan(page)).toContain('現状と課題: 病院における退院支援の充実変更あり\n')
    await page.close()
  })

  it('キーだけで、開いた計画の行を足し、書き、動かし、消せる', async () => {
    const page = await openAt('病院における退院支援')
    await page.keyboard.press('Alt+Insert')
    await expect.poll(() => page.locator('.place').textContent()).toContain('3行目')
    await page.keyboard.press('Enter')
    await page.keyboard.type('足した行')
    await page.keyboard.press('Control+Enter')
    await waitForText(page, '足した行')
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => page.locator('.place').textContent()).toContain('2行目')
    const moved = await savedPlan(page)
    expect(moved.indexOf('足した行')).toBeLessThan(moved.indexOf('病院における退院支援の充実'))
    await page.getByRole('main').focus()
    await page.keyboard.press('Alt+Delete')
    await waitForText(page, '足した行', 'gone')
    await page.close()
  })

  it('計画にならない直しは取り入れず、書いたものを示して、そのまま続けられる', async () => {
    const page = await openAt('入院時から')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('↑')
    await page.keyboard.press('Control+Enter')
    await page.getByText('取り入れられません').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+End')
    await page.keyboard.type('（続）')
    await page.keyboard.press('Control+Enter')
    await waitForText(page, '（続）')
    expect(await savedPlan(page)).toContain('連携強化（続）')
    await page.close()
  })

  it('計画の文は、どんな文字でも文字のまま', async () => {
    const text = `</script><img src=x onerror="document.title='破れた'">&lt;{{計画}}`
    const file = join(FOLDER, '悪い 計画.yaml')
    writeFileSync(
      file,
      `計画: 題名\n年度: R6\n様式: 四欄\n区分:\n  - 名称: 一\n    行:\n      - 現状と課題: '${text.replaceAll("'", "''")}'\n`,
    )
    const { page, requests, errors } = await openWindow(browser)
    await openFile(page, file)
    const drawn = await page.locator('.paper').first().textContent()
    expect(drawn!.replaceAll('\n', '')).toContain('onerror=')
    expect(await page.locator('.sheet img').count()).toBe(0)
    expect(await page.title()).not.toBe('破れた')
    expect(requests.filter((address) => !/^(file|blob):/.test(address))).toEqual([])
    expect(errors).toEqual([])
    await page.close()
  })
})
