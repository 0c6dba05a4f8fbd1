/** Plan files as people wrote them for every earlier make of the program: they read, print, and update to today's writing. */

import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPlan } from '../src/cli/files/open-plan.js'
import type { Plan } from '../src/domain/plan.js'
import { expectValue } from './support/forms.js'
import { runInProcess } from './support/in-process.js'

const FOLDER = join(import.meta.dirname, 'fixtures', 'earlier-makes')
const SEEDS = join(import.meta.dirname, '..', 'seeds')
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))

/** Without the places of the source. */
function bare({ categories, ...plan }: Plan): unknown {
  const places = new Set(['at', 'titleAt', 'lines'])
  return JSON.parse(JSON.stringify({ ...plan, categories }, (key, value) => (places.has(key) ? undefined : value)))
}

const open = (file: string) => openPlan(file)
const codes = (file: string) => open(file).diagnostics.map(({ code }) => code)

describe.each(FILES)('%s', (name) => {
  const file = join(FOLDER, name)

  it('読めて、以前の書き方の知らせは多くて一つ', () => {
    expect(open(file).ok).toBe(true)
    expect(codes(file).length).toBeLessThanOrEqual(1)
  })

  it('今の書き方に直せば、同じ計画で、知らせはない', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'keikaku-update-')), name)
    const { status } = await runInProcess(['update', file, '--out', out, '--form', formOf(file)])
    expect(status).toBe(0)
    const updated = openPlan(out, formOf(file))
    expect(bare(expectValue(updated).plan)).toEqual(bare(expectValue(open(file)).plan))
    expect(updated.diagnostics).toEqual([])
  })
})

/** A path is looked up from beside the plan file. */
function formOf(file: string): string {
  const named = /^様式: (.*)$/m.exec(readFileSync(file, 'utf8'))![1]!
  return named.startsWith('.') ? join(FOLDER, named) : named
}

it('進捗管理表の種は、以前の書き方でも同じ計画', () => {
  const former = join(FOLDER, 'progress-r6.yaml')
  expect(codes(former)).toEqual(['years-in-keys'])
  expect(bare(expectValue(open(former)).plan)).toEqual(bare(expectValue(open(join(SEEDS, 'progress-r6.yaml'))).plan))
})

it('以前の書き方でも、ほかの様式の計画だと一つの誤りで伝える', () => {
  const told = openPlan(join(FOLDER, 'progress-r6.yaml'), '公式').diagnostics
  expect(told.map(({ code, values }) => [code, values.forms])).toEqual([['columns-of-other-form', ['進捗管理表']]])
})

it('以前の列を一つずつ取る様式は、その年度の列になる', () => {
  const { columns } = expectValue(open(join(FOLDER, 'own-form.yaml'))).definition
  const headings = columns.map(({ upperHeadings, heading }) => [...upperHeadings, heading].join('／'))
  expect(headings.slice(4, 6)).toEqual(['実績値／{{略記 年度 -1}}', '実績値／{{略記 年度 0}}'])
})
