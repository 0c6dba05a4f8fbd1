/** `keikaku forms` and `keikaku schema`, forms of one's own, and every bundled form with every seed that fits it. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { documentName, stemOf } from '../../src/cli/documents/document-names.js'
import { findForm, listForms } from '../../src/cli/files/find-form.js'
import { openPlan } from '../../src/cli/files/open-plan.js'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import { printPlan } from '../../src/print/print-plan.js'
import { expectValue, ROOT } from '../support/forms.js'
import { runInProcess } from '../support/in-process.js'
import { layOutPlan } from '../support/print.js'
import { readPdf } from '../support/read-pdf.js'
import { readSheet } from '../support/read-sheet.js'
import { readTables } from '../support/read-word.js'
import { tablesOf } from '../support/sections.js'
import { toForm } from '../support/stages.js'

async function keikaku(...args: string[]) {
  const told = await runInProcess(args)
  return { ...told, out: told.out.join('\n') }
}

/** A folder of forms, by their names. */
function formsFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'keikaku-forms-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'form.yaml'), text)
  }
  return folder
}

const seedFile = (name: string) => fileURLToPath(new URL(`seeds/${name}`, ROOT))
const SEEDS = readdirSync(new URL('seeds/', ROOT)).filter((name) => name.endsWith('.yaml'))
const FOLDERS = readdirSync(new URL('templates/', ROOT), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(entry.parentPath, entry.name)).includes('form.yaml'))
  .map((entry) => entry.name)
  // It has no columns: see overview.test.ts.
  .filter((name) => name !== 'overview')

describe('様式の一覧', () => {
  it('templates の様式はどれも読め、名前とフォルダーの名前で指定できる', () => {
    expect(listForms().map(({ definition }) => definition.id)).toEqual(FOLDERS)
    for (const { definition } of listForms()) {
      for (const name of [definition.id, definition.name]) {
        expect(expectValue(findForm(name, 'plan.yaml')).definition).toEqual(definition)
      }
    }
  })

  it('keikaku forms は、名前・用紙・欄・フォルダーを出す', async () => {
    const { status, out } = await keikaku('forms')
    expect(status).toBe(0)
    expect(out).toContain(
      '公式（official） A3 横\n    用途: 山形県の在宅医療の取組み状況と同じ見出しの、六つの欄の表\n    欄: 区分 ｜ 現状と課題 ｜ 施策 ｜ 取組み ｜',
    )
    expect(out).toMatch(/四欄（four-column） A4 横\n {4}用途: .+\n {4}欄: 区分 ｜ 現状と課題／施策 ｜/)
    expect(out).toMatch(/フォルダー: .*templates.official$/m)
  })
})

describe('公開する JSON Schema', () => {
  it.each([
    ['plan.schema.json', ['schema']],
    ['form.schema.json', ['schema', '--form-file']],
  ])('schemas/%s は最新（npm run schemas で作り直す）', async (name, args) => {
    const { out } = await keikaku(...args)
    expect(JSON.parse(readFileSync(new URL(`schemas/${name}`, ROOT), 'utf8'))).toEqual(JSON.parse(out))
  })

  it('--form と --form-file は同時に指定できない', async () => {
    const { status, err } = await keikaku('schema', '--form', '公式', '--form-file')
    expect(status).toBe(2)
    expect(err).toContain('同時に指定できません')
  })
})

describe('自作の様式', () => {
  const MINE = '元の様式: 公式\n名前: 自作\n列: [{ 元の列: 区分 }, { 元の列: 取組み }]\n'

  it('フォルダーでも form.yaml でも指定でき、計画ファイルの隣からも探す', () => {
    const folder = formsFolder({ mine: MINE })
    for (const name of [join(folder, 'mine'), `${join(folder, 'mine')}/`, join(folder, 'mine', 'form.yaml')]) {
      expect(expectValue(findForm(name, 'plan.yaml')).definition).toMatchObject({ name: '自作', id: 'mine' })
    }
    expect(expectValue(findForm('mine', join(folder, 'plan.yaml'))).definition.name).toBe('自作')
  })

  it('元の様式の場所は、様式のフォルダーから見て書く', () => {
    const folder = formsFolder({ mine: MINE, child: '元の様式: ../mine\n名前: 子\n文字: { 大きさ: 9 }\n' })
    expect(expectValue(findForm(join(folder, 'child'), 'plan.yaml')).definition).toMatchObject({
      name: '子',
      type: { size: 9 },
      columns: [{ fields: [{ key: '区分' }] }, { fields: [{ key: '取組み' }] }],
    })
  })

  it('互いを元にする様式は断る', () => {
    const folder = formsFolder({ い: '元の様式: ../ろ\n名前: い\n', ろ: '元の様式: ../い\n名前: ろ\n' })
    expect(findForm(join(folder, 'い'), 'plan.yaml').diagnostics).toMatchObject([{ code: 'circular-form' }])
  })

  it('見つからない様式には、近い名前を勧める', () => {
    const [diagnostic] = findForm('四蘭', 'plan.yaml').diagnostics
    expect(diagnostic).toMatchObject({ code: 'unknown-form', place: { file: 'plan.yaml' } })
    expect(diagnostic?.hint).toContain('「四欄」ではありませんか')
    const folder = formsFolder({ mine: '元の様式: 公弍\n名前: 甲\n' })
    const [inForm] = findForm(join(folder, 'mine'), 'plan.yaml').diagnostics
    expect(inForm).toMatchObject({ code: 'unknown-form', place: { line: 1, column: 7 } })
  })
})

/** The seeds that a form can print, and at least the one that names it. */
const PAIRS = listForms().flatMap(({ definition }) =>
  SEEDS.filter((seed) => openPlan(seedFile(seed), definition.id).ok).map((seed) => [definition.name, seed] as const),
)

describe('どの様式でも、合う計画はすべての形式になる', () => {
  it('どの見本の計画も、その計画の様式で印刷できる', () => {
    for (const seed of SEEDS) {
      const { plan, definition } = expectValue(openPlan(seedFile(seed)))
      expect(PAIRS.map((pair) => pair.join())).toContain([definition.name, seed].join())
      expect(plan.form).toBe(definition.name)
    }
    expect(PAIRS.length).toBeGreaterThan(SEEDS.length)
  })

  it.each(PAIRS)('%s × %s', async (name, seed) => {
    const opened = openPlan(seedFile(seed), name)
    const { plan, definition } = expectValue(opened)
    const printed = await printPlan(expectValue(opened), { formats: ['pdf', 'docx', 'xlsx'] })
    expect([...opened.diagnostics, ...printed.diagnostics]).toEqual([])
    const [pdf, word, excel] = expectValue(printed).map(({ bytes }) => bytes)
    expect(expectValue(printed).map((document) => documentName(stemOf(seed), document))).toEqual(
      ['pdf', 'docx', 'xlsx'].map((ending) => basename(seed).replace('yaml', ending)),
    )
    const wanted = cellTexts(plan, definition)
    const inPdf = (await readPdf(pdf!)).pages
    expect(inPdf).toHaveLength(layOutPlan(plan, definition).pages.length)
    const pdfText = squeeze(inPdf.map((page) => page.texts.map((each) => each.text).join('')).join(''))
    for (const letter of new Set(squeeze(wanted.join('')))) expect(pdfText).toContain(letter)
    const inWord = readTables(word!).flatMap((table) =>
      table.flatMap((row) => row.cells.map((cell) => squeeze(cell.paragraphs.join('')))),
    )
    const { parts } = readSheet(excel!)
    const sheets = Object.keys(parts).filter((part) => /worksheets\/sheet\d+\.xml$/.test(part))
    const inExcel = sheets.flatMap((_, index) =>
      [...readSheet(excel!, index + 1).cells.values()].map((cell) => squeeze(cell.text)),
    )
    for (const text of wanted) {
      expect(inWord).toContain(squeeze(text))
      expect(inExcel).toContain(squeeze(text))
    }
  })
})

/** The texts of the cells as the form says them. */
function cellTexts(plan: Parameters<typeof toForm>[0], definition: FormDefinition): string[] {
  const rows = tablesOf(toForm(plan, definition)).flatMap(({ body }) => body)
  return rows.flatMap((row) =>
    row.slots.flatMap((slot) =>
      slot.tag === 'cell' ? [slot.paragraphs.map((each) => each.runs.map((run) => run.text).join('')).join('')] : [],
    ),
  )
}

/** White space is drawn or not as each format does. */
function squeeze(text: string): string {
  return text.replace(/\s/g, '')
}
