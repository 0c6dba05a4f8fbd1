/** --text-size: every document in the size that was asked for, its table as wide as before, and how many pages that takes. */

import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { resizeForm } from '../../src/definition/text-size.js'
import type { LaidOut } from '../../src/layout/page.js'
import { cellsOn } from '../../src/layout/page-sections.js'
import { bundledForm, ROOT, seedPlan } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'
import { layOutPlan } from '../support/print.js'
import { readPdf } from '../support/read-pdf.js'
import { bodyOf, columnsOf } from '../support/sections.js'

const seed = (name: string) => fileURLToPath(new URL(`seeds/${name}.yaml`, ROOT))

/** What the cells of the body say for the first time, by column and row. */
function bodyWords({ form, pages }: LaidOut): string {
  const body = new Set(bodyOf(form).flatMap(({ slots }) => slots))
  return pages
    .flatMap(cellsOn)
    .filter(({ cell, flow }) => body.has(cell) && flow !== 'repeated' && !cell.isLabel)
    .toSorted((a, b) => a.column - b.column)
    .flatMap(({ lines }) => lines.flatMap(({ line }) => line.pieces.map((piece) => piece.text)))
    .join('')
}

describe('--text-size', () => {
  it.each([
    ['official', 'mogami-h30'],
    ['four-column', 'mogami-h30'],
    ['progress', 'progress-r6'],
    ['welfare', 'welfare-r6'],
  ])('様式 %s: 表の幅はそのまま、どの文字も同じ割合で変わり、文は欠けない', (id, name) => {
    const form = bundledForm(id)
    const plan = seedPlan(name, form)
    const [usual, large] = [layOutPlan(plan, form), layOutPlan(plan, resizeForm(form, 14))]
    expect(columnsOf(large.form).map(({ width }) => width)).toEqual(
      columnsOf(usual.form).map(({ width }) => expect.closeTo(width, 6)),
    )
    const sizes = (pages: typeof usual.pages) => new Set(pages.flatMap(cellsOn).map(({ cell }) => cell.size))
    expect([...sizes(large.pages)]).toEqual(
      [...sizes(usual.pages)].map((size) => expect.closeTo((size * 14) / form.type.size, 6)),
    )
    expect(large.pages.length).toBeGreaterThan(usual.pages.length)
    expect(bodyWords(large)).toBe(bodyWords(usual))
  })

  it('文書ごとにページ数を言い、その数はできた文書のページ数', async () => {
    const out = mkdtempSync(join(tmpdir(), 'keikaku-size-'))
    const size = ['--text-size', '１２ポイント', '--format', 'pdf', '--out', out]
    const plan = seed('mogami-h30')
    for (const [args, names] of [
      [['build', plan], { 計画: 'mogami-h30' }],
      [['handout', plan], { 会議資料: 'mogami-h30.handout' }],
      [
        ['diff', plan, seed('mogami-r1')],
        { 新旧対照表: 'mogami-h30_mogami-r1.taishohyo', 見え消し: 'mogami-h30_mogami-r1.miekeshi' },
      ],
    ] as const) {
      const told = await runInProcess([...args, ...size])
      expect(told.status).toBe(0)
      for (const [document, name] of Object.entries(names)) {
        const { pages } = await readPdf(readFileSync(join(out, `${name}.pdf`)))
        expect(told.err).toContain(`${document}は、文字を 12 ポイントにして ${pages.length} ページです。`)
      }
    }
  })

  it('大きさを決めた概要は、項目を省かずに何枚にでもなり、枚数を言う', async () => {
    const out = mkdtempSync(join(tmpdir(), 'keikaku-size-'))
    const told = await runInProcess([
      'build',
      seed('mogami-h30'),
      '--form',
      '概要',
      '--text-size',
      '14',
      '--format',
      'pdf',
      '--out',
      out,
    ])
    expect(told.err).toContain('計画は、文字を 14 ポイントにして 2 ページです。')
    const { pages } = await readPdf(readFileSync(join(out, 'mogami-h30.pdf')))
    expect(pages).toHaveLength(2)
  })

  it('会議で読む文書の小さい文字は、様式のどこで決めたかとともに注意する', async () => {
    const out = mkdtempSync(join(tmpdir(), 'keikaku-size-'))
    const run = (...args: string[]) => runInProcess([...args, '--format', 'pdf', '--out', out])
    const [old, now] = [seed('mogami-h30'), seed('mogami-r1')]
    const small = '会議の机で読むには小さすぎます'
    for (const args of [
      ['handout', old],
      ['diff', old, now],
      ['build', old, '--form', '概要'],
    ])
      expect((await run(...args)).err).not.toContain(small)
    expect((await run('build', old, '--text-size', '8')).err).not.toContain(small)

    const handout = await run('handout', old, '--text-size', '8')
    expect(handout.err).toMatch(/templates\/official\/form\.yaml:\d+:\d+: 本文が 8 ポイント、見出しが 7\.2 ポイント、/)
    const overview = await run('build', old, '--form', '概要', '--text-size', '8')
    expect(overview.err).toMatch(/templates\/overview\/form\.yaml:\d+:\d+: 本文が 8 ポイント、/)
    const report = await run('diff', old, now, '--report', 'taishohyo,summary', '--text-size', '10')
    expect(report.err).toMatch(/templates\/taishohyo\/standard\.yaml:\d+:\d+: 本文が 10 ポイント/)
    expect(report.err).toMatch(/templates\/summary\/standard\.yaml:\d+:\d+: 本文が 10 ポイント/)
  })

  it.each(['abc', '3', '41', ''])('大きさ「%s」は断る', async (text) => {
    expect(await runInProcess(['build', seed('mogami-h30'), '--text-size', text])).toMatchObject({ status: 2, out: [] })
  })
})
