/** `keikaku preview`: the page with a plan file; nobody but its own page gets anything, and no save is lost without a word. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saves } from '../../src/cli/files/saves.js'
import { PlanKeeper } from '../../src/cli/preview/plan-keeper.js'
import { openPage, type Service, servePlan } from '../../src/cli/preview/serve-plan.js'
import { makePage } from '../browser/support.js'
import { runInProcess } from '../support/in-process.js'

const CHROMIUM = '/usr/bin/chromium'
const TOKEN = 'himitsu-0123456789'
const FOLDER = mkdtempSync(join(tmpdir(), 'keikaku-preview-'))
const FILE = join(FOLDER, '計画.yaml')
const PLAN =
  '# 覚え書き\n計画: 在宅医療の計画\n年度: R1\n様式: 公式\n区分:\n  - 名称: 移行\n    行:\n      - 取組み: ○研修会の開催\n'

let page: string
let service: Service
let browser: Browser | undefined
const ended = new AbortController()

beforeAll(async () => {
  page = readFileSync(makePage(), 'utf8')
  writeFileSync(FILE, PLAN)
  const keeper = new PlanKeeper(FILE)
  service = await servePlan(page, TOKEN, keeper)
  void (async () => {
    for await (const _ of saves(() => new Set([FILE]), ended.signal)) keeper.noteSave()
  })()
  if (existsSync(CHROMIUM)) browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
}, 60_000)

afterAll(async () => {
  ended.abort()
  service.close()
  await browser?.close()
  rmSync(FOLDER, { recursive: true })
})

/** As it stands on the line: `fetch` would put paths and names in order first. */
function ask(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const { hostname, port } = new URL(service.address)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ status: answer.statusCode!, text: Buffer.concat(chunks).toString() }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const KEY = { 'X-Keikaku': TOKEN }

describe('keikaku preview', () => {
  it('出すページは、接続先の一か所と、開く印のほかは、同じバイト列', async () => {
    const { status, text } = await ask(`/${TOKEN}/`)
    expect(status).toBe(200)
    expect(text).toBe(openPage(page, TOKEN))
    const undone = text
      .replace("connect-src 'self'", "connect-src 'none'")
      .replace(`<meta name="opening" content="${TOKEN}">`, '<meta name="opening" content="">')
    expect(undone).toBe(page)
    expect(page.split("connect-src 'none'")).toHaveLength(2)
  })

  it.each([
    ['/', 404],
    ['/himitsu/', 404],
    [`/${TOKEN}`, 404],
    [`/${TOKEN}/../計画.yaml`.replace('計画', '%E8%A8%88%E7%94%BB'), 404],
    [`/${TOKEN}/..%2f..%2fetc%2fpasswd`, 404],
    [`/../${TOKEN}/plan`, 404],
    [`/${TOKEN}/%2e%2e/plan`, 404],
    [`//${TOKEN}/plan`, 404],
    [`/${TOKEN}/plan`, 403],
  ])('%s には %i', async (path, status) => {
    expect(await ask(path)).toEqual({ status, text: '' })
  })

  it('ほかの名前で呼ばれても、ほかのページから頼まれても、何も渡さず書かない', async () => {
    const { host } = new URL(service.address)
    for (const headers of [
      { ...KEY, Host: 'keikaku.example.jp' },
      { ...KEY, Host: host.replace('127.0.0.1', 'localhost') },
      { ...KEY, Origin: 'https://example.jp' },
      { ...KEY, Origin: 'null' },
      { 'X-Keikaku': 'himitsu' },
    ]) {
      expect(await ask(`/${TOKEN}/plan`, { headers })).toEqual({ status: 403, text: '' })
      expect((await ask(`/${TOKEN}/plan`, { method: 'PUT', headers, body: 'x' })).status).toBe(403)
    }
    expect((await ask(`/${TOKEN}/plan`, { method: 'DELETE', headers: KEY })).status).toBe(405)
    expect(readFileSync(FILE, 'utf8')).toBe(PLAN)
  })

  it('知らないあいだに保存されたファイルには書かない', async () => {
    const answer = await ask(`/${TOKEN}/plan`, {
      method: 'PUT',
      headers: { ...KEY, 'X-Before': '0123456789ab' },
      body: '別の文',
    })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('ほかで保存された')
    expect(readFileSync(FILE, 'utf8')).toBe(PLAN)
  })

  it.runIf(existsSync(CHROMIUM))(
    `${CHROMIUM} で、開き、書き、ファイルに保存し、ほかの保存を映す`,
    async () => {
      const window = await browser!.newPage({ viewport: { width: 1366, height: 768 } })
      const others: string[] = []
      window.on('request', (each) => {
        const { origin, protocol } = new URL(each.url())
        if (origin !== new URL(service.address).origin && protocol !== 'blob:' && protocol !== 'data:')
          others.push(each.url())
      })
      await window.goto(service.address)
      await window.locator('.paper text', { hasText: '研修会の開催' }).first().waitFor()
      writeFileSync(FILE, PLAN.replace('研修会', '説明会'))
      await window.locator('.paper text', { hasText: '説明会の開催' }).first().waitFor()
      await window.locator('.paper text', { hasText: '説明会の開催' }).first().dblclick()
      await window.keyboard.press('End')
      await window.keyboard.type('（年二回）')
      await window.keyboard.press('Control+Enter')
      await window.keyboard.press('Control+s')
      await expect.poll(() => readFileSync(FILE, 'utf8')).toContain('○説明会の開催（年二回）')
      const saved = readFileSync(FILE, 'utf8')
      expect(saved).toMatch(/^# 覚え書き\n/)
      expect(saved).toMatch(/\n# keikaku: 保存 1 .*\n$/)
      expect(others).toEqual([])
      await window.close()
    },
    60_000,
  )

  it('文書や標準入力は断る', async () => {
    const { status, err } = await runInProcess(['preview', '-'])
    expect(status).toBe(2)
    expect(err).toContain('計画ファイル')
    expect((await runInProcess(['preview', join(FOLDER, 'ない.yaml')])).status).toBe(1)
  })
})
