/** `keikaku import`, and documents in the place of plan files, from the words of the command line to the disk. */

import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'
import { docx, paragraph, tbl, tr } from '../support/office-files.js'

const folder = () => mkdtempSync(join(tmpdir(), 'keikaku-import-'))
const path = (name: string) => fileURLToPath(new URL(`test/fixtures/office/${name}`, ROOT))
const WORD = path('plan-table.docx')
const EXCEL = path('plan-table.xlsx')

describe('計画ファイルにする', () => {
  it.each([WORD, EXCEL])('%s から書いた計画ファイルは、そのまま印刷できる', async (file) => {
    const where = folder()
    const out = join(where, 'plan.yaml')
    const told = await runInProcess(['import', file, '--out', out])
    expect(told).toMatchObject({ status: 0, out: [out] })
    expect(told.err.split('\n').at(-1)).toMatch(/^読み取った文字 \d+＝計画 \d+＋一覧 \d+$/)
    const built = await runInProcess(['build', out, '--format', 'pdf', '--out', where])
    expect(built).toMatchObject({ status: 0, out: [join(where, 'plan.pdf')] })
  })

  it('計画ファイルは手で書いたように読める', async () => {
    const out = join(folder(), 'plan.yaml')
    await runInProcess(['import', WORD, '--out', out, '--comments'])
    const text = readFileSync(out, 'utf8')
    expect(text).toMatch(
      /^# コメント: 表2 行4 列7（係員乙） 日取りを確かめること\n計画: 海辺市こども計画　進捗管理表\n年度: R6\n様式:\n {2}名前: /,
    )
    expect(text).toContain('単位: 千円\n区分:\n  - 名称: 居場所づくり\n    行:\n      - 現状と課題: 放課後を')
    expect(text).toContain('        取組み: |\n          ○空き教室の開放（R4～R6年度）\n          ・第一小　週３日\n')
    expect(text).toContain('        対応: ""\n')
    expect(text).toContain('\n装飾: true\n')
    expect(text).toContain('        対応: ○声かけを~~続ける。~~__広げる。__\n')
    const plain = join(folder(), 'plain.yaml')
    await runInProcess(['import', WORD, '--out', plain, '--plain'])
    expect(readFileSync(plain, 'utf8')).toContain('        対応: ○声かけを続ける。広げる。\n')
  })

  it('様式は別のフォルダーにもでき、計画ファイルがそこを指す', async () => {
    const where = folder()
    const [out, form] = [join(where, 'plan.yaml'), join(where, '庁内様式')]
    const told = await runInProcess(['import', WORD, '--out', out, '--new-form', form])
    expect(told.out).toEqual([join(form, 'form.yaml'), out])
    expect(readFileSync(out, 'utf8')).toContain('様式: 庁内様式\n')
    expect((await runInProcess(['build', out, '--format', 'pdf', '--out', where])).status).toBe(0)
  })

  it('行き先がなければ、また --dry-run なら、告げるだけ', async () => {
    const where = folder()
    for (const args of [[], ['--out', join(where, 'plan.yaml'), '--dry-run']]) {
      const told = await runInProcess(['import', EXCEL, ...args])
      expect(told).toMatchObject({ status: 0, out: [] })
      expect(told.err).toContain('進捗１!I5（係員乙） 日取りを確かめること')
    }
    expect(readdirSync(where)).toEqual([])
  })

  it('--account json はプログラムのために', async () => {
    const told = await runInProcess(['import', WORD, '--account', 'json'])
    const account = JSON.parse(told.out.join('\n'))
    expect(account).toMatchObject({ title: '海辺市こども計画　進捗管理表', year: 'R6', tables: ['表1', '表2'] })
    expect(account.characters.read).toBe(account.characters.planned + account.characters.listed)
    expect(account.entries).toContainEqual({
      kind: 'furigana',
      place: '表1 行5 列2',
      text: 'うずまい',
      meaning: expect.any(String),
    })
  })

  it('旧と新の二つの版を書き出す', async () => {
    const where = folder()
    const told = await runInProcess(['import', WORD, '--out', join(where, 'plan.yaml'), '--revisions', 'both'])
    expect(told.out).toEqual(['旧', '新'].map((edition) => join(where, `plan.${edition}.yaml`)))
    expect(readFileSync(told.out[0]!, 'utf8')).toContain('（R6年度）\n')
    expect(readFileSync(told.out[1]!, 'utf8')).toContain('（R7年度）\n')
  })

  it('あるファイルには書かない', async () => {
    const out = join(folder(), 'plan.yaml')
    writeFileSync(out, '元の文')
    expect(await runInProcess(['import', WORD, '--out', out])).toMatchObject({ status: 3, out: [] })
    expect(readFileSync(out, 'utf8')).toBe('元の文')
  })

  it('年度がなければ尋ね、答えがあれば読む', async () => {
    const file = join(folder(), '表.docx')
    writeFileSync(file, docx(paragraph('題') + tbl(tr('区分', '施策'), tr('甲', '乙'))))
    const asked = await runInProcess(['import', file])
    expect(asked.status).toBe(1)
    expect(asked.err).toContain('--year')
    expect((await runInProcess(['import', file, '--year', 'R6'])).status).toBe(0)
  })

  it('計画ファイル、残った変更履歴、二つの文書に一つの行き先', async () => {
    const seed = fileURLToPath(new URL('seeds/mogami-h30.yaml', ROOT))
    expect((await runInProcess(['import', seed])).status).toBe(1)
    expect(await runInProcess(['import', WORD, '--revisions', 'fail'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('係員甲 3件'),
    })
    expect((await runInProcess(['import', WORD, EXCEL, '--out', 'x.yaml'])).status).toBe(2)
  })
})

describe('計画ファイルの代わりに文書を', () => {
  it('build と handout と diff に', async () => {
    const where = folder()
    const built = await runInProcess(['build', EXCEL, '--format', 'pdf', '--out', where])
    expect(built).toMatchObject({ status: 0, out: [join(where, 'plan-table.pdf')] })
    expect(built.err).toContain('読み取った文字')
    expect(
      (await runInProcess(['handout', WORD, '--number', '資料１', '--format', 'pdf', '--out', where])).status,
    ).toBe(0)
    const compared = await runInProcess(['diff', WORD, EXCEL, '--format', 'json', '--out', where])
    expect(compared.status).toBe(0)
    const { changes } = JSON.parse(readFileSync(compared.out[0]!, 'utf8'))
    expect(changes.length).toBeGreaterThan(0)
  })

  it('文書一つの diff は、その変更履歴の旧と新を比べる', async () => {
    const where = folder()
    const told = await runInProcess(['diff', WORD, '--format', 'json', '--out', where])
    expect(told.out).toEqual([join(where, 'plan-table.旧_plan-table.新.json')])
    expect(told.err).toMatch(/変更 3件/)
    const seed = fileURLToPath(new URL('seeds/mogami-h30.yaml', ROOT))
    expect((await runInProcess(['diff', seed, '--out', where])).status).toBe(2)
  })

  it('二つの文書の diff は、それぞれの計画ファイルの diff と同じ', async () => {
    const where = folder()
    const plans = ['plan.yaml', 'plan2.yaml'].map((name) => join(where, name))
    await runInProcess(['import', WORD, '--out', plans[0]!])
    await runInProcess(['import', EXCEL, '--out', plans[1]!])
    const told = await runInProcess(['diff', ...plans, '--format', 'json', '--out', where])
    const direct = await runInProcess(['diff', WORD, EXCEL, '--format', 'json', '--out', join(where, '文書')])
    // A document has no lines to point to.
    const readJson = (file: string) =>
      JSON.parse(readFileSync(file, 'utf8'), (key, value) => (key === 'line' ? undefined : value))
    const { changes } = readJson(told.out[0]!)
    expect(changes.length).toBeGreaterThan(3)
    expect(readJson(direct.out[0]!)).toMatchObject({ changes })
  })
})
