/** Files and options that nobody foresaw: the program does its work or says what is wrong. `npm run fuzz` runs more of them. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { writeFuzzCase } from '../../bench/generate/fuzz-case.mjs'
import { judgeRun } from '../../bench/generate/judge-run.mjs'
import { Random } from '../../bench/generate/random.mjs'
import { runInProcess } from '../support/in-process.js'

const place = mkdtempSync(join(tmpdir(), 'keikaku-fuzz-'))
afterAll(() => rmSync(place, { recursive: true }))

describe('思いもよらない計画・様式・オプション', () => {
  it('どの回も、文書を作るか、何が違うかを日本語で伝える', async () => {
    const statuses = new Set<number>()
    for (let seed = 1; seed <= 60; seed++) {
      const folder = join(place, String(seed))
      const { words } = writeFuzzCase(new Random(seed), folder)
      const { status, out, err } = await runInProcess(words)
      statuses.add(status)
      expect([words, judgeRun(folder, { status, out, err: err.split('\n') })]).toEqual([words, undefined])
    }
    expect([...statuses].sort()).toEqual([0, 1, 2])
  })

  it.each([
    ['status 7', { status: 7, out: [], err: [] }],
    ['says RangeError', { status: 1, out: [], err: ['エラー: RangeError: x'] }],
    ['says at read (dist/cli.js:3', { status: 1, out: [], err: ['    at read (dist/cli.js:3:1)'] }],
    ['writes a raw control character', { status: 0, out: ['a\u009b'], err: [] }],
    ['status 1 without a word', { status: 1, out: [], err: ['oops'] }],
    ['status 1, and a.pdf written', { status: 1, out: [], err: ['エラー: x'] }],
    ['a.pdf begins with abc', { status: 0, out: [], err: [] }],
  ])('見分ける: %s', (wrong, run) => {
    const folder = join(place, 'judged')
    mkdirSync(join(folder, 'out'), { recursive: true })
    writeFileSync(join(folder, 'out/a.pdf'), 'abc')
    expect(judgeRun(folder, run)).toBe(wrong)
  })
})
