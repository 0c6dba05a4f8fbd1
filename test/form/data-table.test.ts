/** The plan for programs: read by readers of their own it is the plan, item by item. */

import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { Cell, Plan } from '../../src/domain/plan.js'
import { dataTable } from '../../src/form/data/data-table.js'
import { writeCsv } from '../../src/form/data/write-csv.js'
import { printPlan } from '../../src/print/print-plan.js'
import { bundledForm, expectValue, seedPlan } from '../support/forms.js'
import { importOffice } from '../support/import-office.js'
import { bundledFonts } from '../support/print.js'

const OFFICIAL = bundledForm('official')
const text = (value: string): Cell => ({ tag: 'text', text: value })

const PLAN: Plan = {
  title: '題',
  year: 2018,
  yearText: 'H30',
  handout: {},
  categories: [
    {
      name: '甲',
      number: 3,
      rows: [
        {
          startsPage: false,
          cells: {
            現状と課題: text('課題'),
            施策: text('=1+1'),
            取組み: text('【補助金】\n○[県]研修、"講習"（H29～H30年度）\n　続き\n・（再掲）周知（R1年度～）'),
            今後の対応: text('○続ける'),
            具体的な取組み: text('同上'),
          },
        },
        { startsPage: false, cells: { 取組み: text('-5') } },
      ],
    },
  ],
}

describe('データの表', () => {
  it('一行に一項目、一升に一つの値、同上と結合は書き下す', () => {
    const { head, rows } = dataTable(PLAN, OFFICIAL)
    expect(head).toEqual(
      '区分番号 区分 行 現状と課題 施策 欄 記号 資金 実施主体 本文 開始年度 終了年度 再掲 値の年度'.split(' '),
    )
    const opening = (row: number) => [3, '甲', row, '課題', '=1+1']
    expect(rows).toEqual([
      [...opening(1), '取組み', '○', '補助金', '県', '研修、"講習"（H29～H30年度）\n　続き', 2017, 2018, '', ''],
      [...opening(1), '取組み', '・', '補助金', '県', '周知（R1年度～）', 2019, '', '再掲', ''],
      [...opening(1), '今後の対応', '○', '', '', '続ける', '', '', '', ''],
      [...opening(1), '具体的な取組み', '○', '', '', '続ける', '', '', '', ''],
      [...opening(2), '取組み', '', '', '', '-5', '', '', '', ''],
    ])
  })

  it.each(['mogami-h30', 'mogami-r1'])('%s の csv を Python の csv が読めば同じ表', (seed) => {
    const table = dataTable(seedPlan(seed, OFFICIAL), OFFICIAL)
    const script =
      'import csv,io,json,sys;print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"),newline="")))))'
    const read = JSON.parse(execFileSync('python3', ['-c', script], { input: writeCsv(table), encoding: 'utf8' }))
    expect(read).toEqual([table.head, ...table.rows].map((row) => row.map(String)))
    expect([...writeCsv(table).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('シート「データ」のあるブックを読み戻しても、計画は同じで、シートのことは一覧にある', async () => {
    const printable = { plan: PLAN, definition: OFFICIAL, fonts: { faces: bundledFonts().faces }, file: 'plan.yaml' }
    const [book, csv] = expectValue(await printPlan(printable, { formats: ['xlsx', 'csv'], skeleton: 'left out' }))
    const { plan, account } = importOffice(book!.bytes, { form: OFFICIAL, year: 2018 })
    expect(plan.categories.map(({ rows }) => rows.length)).toEqual([2])
    expect(account.entries.map(({ kind }) => kind)).toContain('data-sheet')
    expect(csv!.bytes).toEqual(writeCsv(dataTable(PLAN, OFFICIAL)))
  })
})
