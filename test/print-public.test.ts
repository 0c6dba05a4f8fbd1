/** `--publish`: what is not printed is in no document, what is not settled is not published, and what was taken out is told. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { loadFonts } from '../src/cli/files/find-fonts.js'
import type { Plan } from '../src/domain/plan.js'
import { printPlan } from '../src/print/print-plan.js'
import { arbitraryPlan } from './support/arbitrary-plan.js'
import { bundledForm, expectValue } from './support/forms.js'
import { runInProcess } from './support/in-process.js'
import { ALL_FORMATS } from './support/read-documents.js'

const OFFICIAL = bundledForm('official')
const FONTS = loadFonts(['BIZ UDPGothic'], [])

/** No text of a plan by chance says this. */
const SECRET = '秘匿☃'

/** Everything that the bytes hold, unpacked. */
function contentsOf(format: string, bytes: Uint8Array): readonly Buffer[] {
  const buffer = Buffer.from(bytes)
  if (format === 'docx' || format === 'xlsx') return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part))
  if (format !== 'pdf') return [buffer]
  const streams = [...buffer.toString('latin1').matchAll(/\/FlateDecode[^\n]*\nstream\n/g)].map(({ 0: head, index }) =>
    inflateSync(buffer.subarray(index + head.length)),
  )
  return [buffer, ...streams]
}

function expectNowhere(text: string, format: string, bytes: Uint8Array): void {
  const utf16 = Buffer.from(text, 'utf16le').swap16()
  const forms = [
    Buffer.from(text),
    utf16,
    Buffer.from(utf16.toString('hex')),
    Buffer.from(utf16.toString('hex').toUpperCase()),
  ]
  for (const content of contentsOf(format, bytes)) {
    for (const form of forms) expect(content.includes(form)).toBe(false)
  }
}

/** What a plan can say beside what its table prints. */
function withSecrets(plan: Plan): Plan {
  const handout = { number: `番号${SECRET}`, meeting: `会議${SECRET}`, date: `日付${SECRET}`, author: `作成${SECRET}` }
  return {
    ...plan,
    handout,
    area: `区域${SECRET}`,
    period: `期間${SECRET}`,
    draftDate: `版の日付${SECRET}`,
    categories: plan.categories.map((category, at) => ({
      ...category,
      rows: category.rows.map((row, index) => ({
        ...row,
        id: `id${SECRET}${at}-${index}`,
        cells: { ...row.cells, 担当: { tag: 'text' as const, text: `担当${SECRET}` } },
      })),
    })),
  }
}

/** Any plan, with a letter in the place of all that could be a mark to be filled in. */
const settled = arbitraryPlan.map(
  (plan) => JSON.parse(JSON.stringify(plan).replace(/[○〇◯●⬤△▲□■×✕╳XＸxｘ？?PＰ要例案]/gu, '字')) as Plan,
)

const FOLDER = mkdtempSync(join(tmpdir(), 'keikaku-public-'))
afterAll(() => rmSync(FOLDER, { recursive: true }))

async function publish(text: string, ...args: readonly string[]) {
  const file = join(FOLDER, 'plan.yaml')
  writeFileSync(file, text)
  const out = mkdtempSync(join(FOLDER, 'out-'))
  const run = await runInProcess(['build', file, '--out', out, ...args])
  return { ...run, names: readdirSync(out).sort(), out }
}

const PLAN =
  '計画: 在宅医療の計画\n年度: R1\n様式: 公式\n区分:\n  - 名称: 移行\n    行:\n      - 取組み: ○研修会の開催\n'

describe('公開用の文書', () => {
  it('印刷されない文は、どの形式のどの部分にも、一バイトもない', async () => {
    await fc.assert(
      fc.asyncProperty(settled, async (plan) => {
        const printable = { plan: withSecrets(plan), definition: OFFICIAL, fonts: FONTS, file: 'plan.yaml' }
        const printed = await printPlan(printable, { formats: ALL_FORMATS, copy: 'public' })
        for (const { format, bytes } of expectValue(printed)) expectNowhere('秘匿', format, bytes)
        const [told] = printed.diagnostics.filter(({ code }) => code === 'taken-out')
        expect(told!.message).toContain('資料の番号、資料の会議、資料の日付、資料の作成、版の日付、期間、区域、行の id')
        expect(told!.message).toContain('印刷しない欄「担当」')
      }),
      { numRuns: 20, endOnFailure: true },
    )
  })

  it('この検査は、公開用でない文書では見付ける', async () => {
    const plan = withSecrets({ title: '計画', year: 2019, yearText: 'R1', handout: {}, categories: [] })
    const printable = { plan, definition: OFFICIAL, fonts: FONTS, file: 'plan.yaml' }
    for (const { format, bytes } of expectValue(await printPlan(printable, { formats: ALL_FORMATS }))) {
      expect(() => expectNowhere('秘匿', format, bytes)).toThrow()
    }
  })

  it('区分を印刷しない様式では、しおりにも目次にも区分の名がない', async () => {
    const rows = [{ startsPage: false, cells: { 取組み: { tag: 'text', text: '○研修' } } }] as const
    const categories = ['甲', '乙'].map((name, at) => ({ name: `${name}${SECRET}`, number: at + 1, rows }))
    const plan: Plan = { title: '計画', year: 2019, yearText: 'R1', handout: {}, categories }
    const definition = { ...OFFICIAL, columns: OFFICIAL.columns.slice(1) }
    const printed = await printPlan(
      { plan, definition, fonts: FONTS, file: 'plan.yaml' },
      { formats: ALL_FORMATS, copy: 'public' },
    )
    for (const { format, bytes } of expectValue(printed)) expectNowhere(SECRET, format, bytes)
  })

  it('HTML も入った一式を、英数字の名前で作る', async () => {
    expect(await publish(PLAN, '--publish')).toMatchObject({
      status: 0,
      names: ['plan.docx', 'plan.html', 'plan.pdf', 'plan.xlsx'],
    })
    expect(await publish(PLAN, '--publish', 'zaitaku-r1', '--format', 'pdf')).toMatchObject({
      status: 0,
      names: ['zaitaku-r1.pdf'],
    })
  })

  it.each([
    ['版', `版: 案２\n${PLAN}`],
    ['題名', PLAN.replace('在宅医療の計画', '在宅医療の計画（案）')],
    ['文', PLAN.replace('研修会の開催', '要確認')],
    ['文', PLAN.replace('研修会の開催', '【調整中】')],
    ['文', PLAN.replace('研修会の開催', '○○○の開催')],
  ])('%s に案の印や書き込むはずの印が残っていれば、何も作らない', async (_, text) => {
    const { status, names, err } = await publish(text, '--publish')
    expect(status).toBe(1)
    expect(names).toEqual([])
    expect(err).toMatch(/残っている|書き込/)
  })

  it('名前に漢字のある計画には名前を求め、計画ファイルを名前とは取らない', async () => {
    const file = join(FOLDER, '計画.yaml')
    writeFileSync(file, PLAN)
    const asked = await runInProcess(['build', file, '--out', FOLDER, '--publish'])
    expect(asked.status).toBe(2)
    expect(asked.err).toContain('--publish の後に名前')
    expect((await runInProcess(['build', file, '--out', FOLDER, '--publish', '在宅'])).status).toBe(2)
    expect((await runInProcess(['build', '--publish', file, '--out', FOLDER])).err).toContain('前に書いて')
    const two = await runInProcess(['build', file, join(FOLDER, 'plan.yaml'), '--out', FOLDER, '--publish', 'a'])
    expect(two.status).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe(PLAN)
  })
})
