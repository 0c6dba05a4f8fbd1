/** 個票: a row of the plan on pages of its own, its fields in the form's boxes. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeForm } from '../../src/decode/form/form-file.js'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import { resizeForm } from '../../src/definition/text-size.js'
import type { Outcome } from '../../src/domain/diagnostic.js'
import type { Plan } from '../../src/domain/plan.js'
import { assertForm } from '../../src/form/assert-form.js'
import type { FormRow } from '../../src/form/form.js'
import { cellsOn, tablesOn } from '../../src/layout/page-sections.js'
import { arbitraryRecord } from '../support/arbitrary-record.js'
import { bundledForm, expectValue, planFrom, ROOT, seedPlan } from '../support/forms.js'
import { handoutOf } from '../support/handouts.js'
import { bare } from '../support/nothing-lost.js'
import { layOutPlan } from '../support/print.js'
import { readAll } from '../support/read-documents.js'
import { cellsOf, linesOf } from '../support/reports.js'
import { tablesOf } from '../support/sections.js'
import { toForm } from '../support/stages.js'

const SHEET = bundledForm('project-sheet')
const PLAN = seedPlan('jigyo-r6', SHEET)

/** The shipped form with other boxes. */
function read(boxes: string): Outcome<FormDefinition> {
  const text = `元の様式: 事務事業評価シート\n種類: 個票\n名前: 見本\n繰り返す段: 0\n${boxes}`
  const file = new URL('templates/project-sheet/form.yaml', ROOT).pathname
  return decodeForm('form.yaml', new TextEncoder().encode(text), 'sample', () => ({
    ok: true,
    value: { file, bytes: readFileSync(file) },
    diagnostics: [],
  }))
}

const formOf = (boxes: string) => expectValue(read(boxes))
const rowsOf = (rows: string, form: FormDefinition) =>
  expectValue(planFrom(`計画: 題\n年度: R6\n様式: 見本\n行:\n${rows}`, form))

/** A row each, its cells as 文（行数×列数）. */
function told(rows: readonly FormRow[]): readonly string[] {
  return rows.map(({ slots }) =>
    slots
      .flatMap((slot) =>
        slot.tag === 'cell' ? [`${linesOf(slot.paragraphs)}（${slot.rowSpan}×${slot.colSpan}）`] : [],
      )
      .join(' '),
  )
}

function saidIn({ categories }: Plan): readonly string[] {
  const cells = categories.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)))
  return cells.flatMap((cell) => (cell.tag === 'text' && cell.text.trim() !== '' ? [bare(cell.text)] : []))
}

describe('個票の枠', () => {
  const BOXES = `枠:
  - [{ 見出し: 評価, 見出しの向き: 縦, 幅: 10, 段数: 2 }, { 見出し: 名, 欄: 名, 役割: 見出し }]
  - [{ 欄: 甲, 幅: 45 }, { 見出し: 乙, 欄: 乙 }]
  - [{ 見出し: 全体 }]
  - [{ 欄: 丙 }]
`

  it('段を上から、枠を左から並べ、段数のある枠の右に続きの段が収まる', () => {
    const form = formOf(BOXES)
    const [table] = tablesOf(toForm(rowsOf('  - { 名: い, 甲: ろ, 乙: は, 丙: に }\n', form), form))
    expect(table!.head).toEqual([])
    expect(told(table!.body)).toEqual([
      '評価（2×1） 名（1×1） い（1×3）',
      'ろ（1×2） 乙（1×1） は（1×1）',
      '全体（1×5）',
      'に（1×5）',
    ])
    const widths = table!.columns.map(({ width }) => width)
    const measure = form.paper.width - form.paper.margins.left - form.paper.margins.right
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(measure)
    expect(widths[0]! / measure).toBeCloseTo(0.1)
    expect((widths[1]! + widths[2]!) / measure).toBeCloseTo(0.45)
    expect(table!.body.map(({ isHeading }) => isHeading === true)).toEqual([false, false, true, false])
  })

  it('一行が一件で、二件目からは新しいページで始まり、区分は一件ごとにその上に立つ', () => {
    const tables = tablesOf(toForm(PLAN, SHEET))
    const rows = PLAN.categories.flatMap((category) => category.rows.map((row) => ({ category, row })))
    expect(tables).toHaveLength(rows.length)
    tables.forEach(({ head, body, starts }, index) => {
      const { category, row } = rows[index]!
      const name = row.cells.事業名!.tag === 'text' ? row.cells.事業名!.text : ''
      expect(linesOf(cellsOf(head)[0]!.paragraphs)).toContain(category.name)
      expect(cellsOf(head).map(({ paragraphs }) => linesOf(paragraphs))).toContain(name)
      expect(body[0]).toMatchObject({ bookmark: name })
      expect(starts).toBe(index > 0 ? 'page' : undefined)
    })
    const { pages } = layOutPlan(PLAN, SHEET)
    expect(pages.every((page) => tablesOn(page).length === 1)).toBe(true)
    expect(pages.map((page) => tablesOn(page)[0]!.section)).toEqual([1, 2, 3, 3])
  })

  it('次のページに続けば、繰り返す段と、分かれた枠の見出しがもう一度立つ', () => {
    const { pages } = layOutPlan(PLAN, resizeForm(SHEET, 12))
    const texts = cellsOn(pages.at(-1)!).map(({ cell }) => linesOf(cell.paragraphs))
    expect(texts).toEqual(
      expect.arrayContaining([
        '二　安心して移動できるまち',
        '事務事業評価シート（令和6年度）',
        '地域公共交通確保維持事業（コミュニティバス・デマンド交通）',
        '評　価（続き）',
      ]),
    )
  })

  it('文が短くても、行数だけの高さがある', () => {
    const form = formOf('枠:\n  - [{ 欄: 甲, 行数: 9 }]\n  - [{ 欄: 乙 }]\n')
    const [page] = layOutPlan(rowsOf('  - { 甲: い, 乙: ろ }\n', form), form).pages
    const [first, second] = tablesOn(page!)[0]!.rows
    expect(first!.height - second!.height).toBeCloseTo(8 * form.type.size * form.type.leading)
  })

  it('計画の「列の見出し」は、枠の見出しにも効く', () => {
    const form = formOf(BOXES)
    const plan = { ...rowsOf('  - { 名: い }\n', form), headings: { 乙: '新しい見出し' } }
    expect(told(tablesOf(toForm(plan, form))[0]!.body).join()).toContain('新しい見出し')
  })
})

describe('個票の様式の誤り', () => {
  const codes = (boxes: string) =>
    read(boxes).diagnostics.map(({ code, place }) => [code, place?.kind === 'text' && place.line])

  it.each([
    ['同じ欄が二つ', '枠:\n  - [{ 欄: 甲 }]\n  - [{ 欄: 甲 }]\n', 'duplicate-field', 7],
    ['狭すぎる枠', '枠:\n  - [{ 見出し: 甲, 欄: 甲, 幅: 10 }, { 欄: 乙 }]\n', 'narrow-box', 6],
    ['幅の残りがない枠', '枠:\n  - [{ 欄: 甲, 幅: 100 }, { 欄: 乙 }]\n', 'narrow-box', 6],
    [
      '段を二つに分ける枠',
      '枠:\n  - [{ 欄: 甲 }, { 見出し: 乙, 段数: 2 }, { 欄: 丙 }]\n  - [{ 欄: 丁 }]\n',
      'boxes-parted',
      7,
    ],
    ['見出しだけの枠', '枠:\n  - [{ 見出し: 甲 }]\n', 'no-field', 6],
    ['行の名前の欄', '枠:\n  - [{ 欄: 改ページ }]\n', 'reserved-field', 6],
    ['知らない名前の見出し', '枠:\n  - [{ 欄: 甲 }, { 見出し: "{{年次}}" }]\n', 'bad-form-text', 6],
    ['[ ] で囲まない段', '枠:\n  - { 欄: 甲 }\n', 'wrong-type', 6],
  ])('%s', (_, boxes, code, line) => {
    expect(codes(boxes)).toEqual([[code, line]])
  })

  it('個票の計画に、上や左との結合はない', () => {
    const result = planFrom('計画: 題\n年度: R6\n行:\n  - 事業名: い\n  - { 事業名: ↑, 番号: ← }\n', SHEET)
    expect(result.diagnostics.map(({ code, values }) => [code, values.key])).toEqual([
      ['join-in-record', '事業名'],
      ['join-in-record', '番号'],
    ])
  })

  it('列の様式を元にすれば枠が列の代わりになり、その逆もできる', () => {
    const own = (base: string, text: string) =>
      decodeForm('form.yaml', new TextEncoder().encode(`元の様式: ${base}\n名前: 見本\n${text}`), 'sample', () => {
        const file = new URL(`templates/${base}/form.yaml`, ROOT).pathname
        return { ok: true, value: { file, bytes: readFileSync(file) }, diagnostics: [] }
      })
    const sheet = expectValue(own('official', '種類: 個票\n枠:\n  - [{ 欄: 甲 }]\n'))
    expect(sheet.columns.map(({ fields }) => fields[0]!.key)).toEqual(['甲'])
    const other = expectValue(
      own('project-sheet', '枠:\n  - [{ 欄: 甲 }]\n  - [{ 欄: 乙 }]\n  - [{ 欄: 丙 }]\n種類: 個票\n'),
    )
    expect(other.record!.repeated).toBe(1)
    const table = expectValue(
      own('project-sheet', '列:\n  - { 見出し: 甲, 欄: [{ 名前: 甲, 役割: その他 }], 幅: 20 }\n'),
    )
    expect(table.record).toBeUndefined()
    expect(expectValue(own('project-sheet', '見出しの幅: 7\n')).record!.tiers[1]![0]!.headWidth).toBe(7)
    expect(own('official', '見出しの幅: 7\n').diagnostics.map(({ code }) => code)).toEqual(['of-records'])
  })
})

describe('個票の文書', () => {
  it('どの形式にも、どの欄の文も残らず立つ', async () => {
    for (const { columns, around } of await readAll(toForm(PLAN, SHEET))) {
      const cells = columns.flat().map(bare)
      for (const text of saidIn(PLAN)) expect(cells.some((cell) => cell.includes(text))).toBe(true)
      for (const text of [PLAN.title, PLAN.lead!]) expect(bare(around)).toContain(bare(text))
    }
  })

  it('どんな枠の様式でも、升目は一つも欠けず重ならず、どの文も一度ずつ立ち、どの件も自分のページにある', () => {
    fc.assert(
      fc.property(arbitraryRecord, ({ definition, plan }) => {
        const form = toForm(plan, definition)
        assertForm(form)
        const texts = tablesOf(form).flatMap(({ head, body }) => cellsOf([...head, ...body]))
        const own = texts.filter(({ source }) => source).map(({ paragraphs }) => bare(linesOf(paragraphs)))
        expect(own.filter((text) => text !== '').sort()).toEqual([...saidIn(plan)].sort())
        for (const page of layOutPlan(plan, definition).pages) {
          expect(new Set(tablesOn(page).map(({ section }) => section)).size).toBe(1)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('会議資料の抜粋は、選んだ件と欄を、一段に一つずつ', () => {
    const at = (key: string) => SHEET.columns.findIndex(({ fields }) => fields[0]!.key === key)
    const part = { categories: [1], columns: [at('事業名'), at('指標１')] }
    const tables = tablesOf(handoutOf({ plan: PLAN, definition: SHEET, part }))
    expect(tables.map(({ head, body }) => told([...head, ...body]))).toEqual([
      [
        '二　安心して移動できるまち（1×2）',
        '事業名（1×1） 地域公共交通確保維持事業（コミュニティバス・デマンド交通）（1×1）',
        '指標１（1×1） コミュニティバスの年間利用者数（1×1）',
      ],
    ])
  })
})
