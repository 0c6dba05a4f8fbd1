/** Values of years: every law of a plan holds for maps of years, and what a plan file may not say of them is told at its place. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlan, openPlanFile } from '../src/decode/plan/plan-file.js'
import type { FormDefinition } from '../src/definition/form-definition.js'
import { expandYears, planKeys } from '../src/definition/year-columns.js'
import type { Cell, Plan } from '../src/domain/plan.js'
import { patchPlan } from '../src/encode/patch/patch-plan.js'
import { writePlan } from '../src/encode/write-plan.js'
import { compareEditions } from '../src/print/print-comparison.js'
import { printPlan } from '../src/print/print-plan.js'
import { toJson } from '../src/review/to-json.js'
import { arbitraryYearsPlan, withYearColumn } from './support/arbitrary-plan.js'
import { formOf } from './support/editions.js'
import { bundledForm, expectValue, planFrom, seedPlan } from './support/forms.js'
import { importOffice } from './support/import-office.js'
import { expectNothingLost } from './support/nothing-lost.js'
import { bundledFonts } from './support/print.js'
import { printed, readable } from './support/printed-plan.js'
import { readAll } from './support/read-documents.js'
import { toForm } from './support/stages.js'

const FORM = withYearColumn(bundledForm('official'))

function readBack(text: string, form: FormDefinition = FORM): Plan {
  return expectValue(decodePlan(expectValue(openPlanFile('plan.yaml', new TextEncoder().encode(text))), form))
}

/** The rows without places; a row that says nothing is written as one whose first cell is empty. */
function cellsOf({ categories }: Plan): unknown {
  const bare = (cell: Cell): Cell => (cell.tag === 'text' ? { tag: 'text', text: cell.text } : { tag: cell.tag })
  return categories.map(({ rows }) =>
    rows.map(({ cells, startsPage }) => {
      const own = Object.entries(cells).map(([key, cell]) => [key, bare(cell)])
      return Object.fromEntries(own.length > 0 || startsPage ? own : [['現状と課題', { tag: 'text', text: '' }]])
    }),
  )
}

const keysOf = (plan: Plan, form = FORM) => planKeys(expandYears(form, plan))

describe('年度ごとの値のあるどの計画も', () => {
  it('書いて読めば同じで、同じ計画を書き込んでも一字も変わらない', () => {
    fc.assert(
      fc.property(arbitraryYearsPlan, (plan) => {
        const text = writePlan(plan, keysOf(plan))
        const read = readBack(text)
        expect(cellsOf(read)).toEqual(cellsOf(plan))
        expect(patchPlan(text, read, read, keysOf(read))).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  it('ある値を書き換えれば、そのとおりに読める', () => {
    fc.assert(
      fc.property(arbitraryYearsPlan, fc.nat(3), (plan, at) => {
        const read = readBack(writePlan(plan, keysOf(plan)))
        const [first, ...others] = read.categories
        const [row, ...rows] = first!.rows
        const key = `実績値 ${
          Object.keys(row!.cells)
            .findLast((each) => each.startsWith('実績値 '))
            ?.slice(4) ?? 'R1'
        }`
        const text = ['1,000', '一\n二', '', '***'][at]!
        const cells = { ...row!.cells, [key]: { tag: 'text', text } as const }
        const after = { ...read, categories: [{ ...first!, rows: [{ ...row!, cells }, ...rows] }, ...others] }
        const written = patchPlan(writePlan(plan, keysOf(plan)), read, after, keysOf(read))
        expect(cellsOf(readBack(written))).toEqual(cellsOf(after))
      }),
      { numRuns: 60 },
    )
  })

  it('どの形式でも欠けない', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryYearsPlan, async (plan) => {
        for (const read of await readAll(toForm(plan, FORM))) expectNothingLost(read, plan, FORM)
      }),
      { numRuns: 3, endOnFailure: true },
    )
  })

  it.each(['docx', 'xlsx'] as const)('作った %s を読めば、もとの計画', async (format) => {
    await fc.assert(
      fc.asyncProperty(arbitraryYearsPlan, async (generated) => {
        const plan = readable(generated)
        const fonts = { faces: bundledFonts().faces }
        const printable = { plan, definition: FORM, fonts, file: 'plan.yaml' }
        const [document] = expectValue(await printPlan(printable, { formats: [format] }))
        const read = importOffice(document!.bytes, { year: plan.year, form: FORM })
        expect(printed(read.plan, FORM)).toEqual(printed(plan, FORM))
      }),
      { numRuns: 4, endOnFailure: true },
    )
  })

  it('自分自身と比べても、変更はない', () => {
    fc.assert(
      fc.property(arbitraryYearsPlan, (plan) => {
        const { same, changes } = toJson(
          compareEditions({ old: { plan, definition: FORM }, new: { plan, definition: FORM } }),
        )
        expect({ same, changes }).toEqual({ same: true, changes: [] })
      }),
      { numRuns: 15 },
    )
  })
})

describe('年度の書き方', () => {
  const HEAD = '計画: 題\n年度: R6\n区分:\n  - 名称: 甲\n    行:\n      - 指標: 率\n'
  const told = (rows: string, form = bundledForm('progress')) =>
    planFrom(HEAD + rows, form).diagnostics.map(({ code, place }) =>
      [code, place?.kind === 'text' ? `${place.line}:${place.column}` : ''].join(' ').trim(),
    )

  it.each([
    ['R5', '令和5年度', '令和５年度', '2023', 'Ｒ５', 'H35'],
    ['R1', 'H31', '令和元年度', '平成31', '2019年度'],
  ])('%s はどう書いても同じ年度', (first, ...others) => {
    for (const year of [first, ...others]) {
      const plan = expectValue(planFrom(`${HEAD}        実績値:\n          ${year}: 1\n`, bundledForm('progress')))
      expect(Object.keys(plan.categories[0]!.rows[0]!.cells)).toEqual(['指標', `実績値 ${first}`])
    }
  })

  it.each([
    ['        実績値: 38.9\n', 'not-by-year 7:14'],
    ['        実績値:\n          - 38.9\n', 'wrong-type 8:11'],
    ['        実績値:\n          4: 1\n          5: 2\n', 'unknown-year 8:11'],
    ['        実績値:\n          H31: 1\n          R1: 2\n', 'double-year 9:11'],
    ['        実績値: { R4: 1,234, R5: 2,234, R6: 3,456,789 }\n', 'comma-in-figure 7:22'],
    ['        実績値:\n          R5:\n', 'no-value 8:11'],
    ['        実績値:\n          R5: ←\n', 'left-of-year 8:15'],
    ['        実績値:\n          R5: ↑\n', 'nothing-above 8:15'],
    ['        実績値: ↑\n', 'nothing-above 7:14'],
    ['        実績値:\n          R5: 1 # 速報\n', 'remark 8:17'],
    ['        実績値:\n          R5: 1\n        前年度: 1\n', 'double-year 9:9'],
    ['        実績値:\n          R5: 1\n        達成: ←\n', 'left-of-year 9:13'],
    ['        前年度: 1\n        今年度: 2\n', 'years-in-keys 7:9'],
    ['        実績値 R5: 1\n', 'years-in-keys 7:9'],
    ['        実績値:\n          R1: 1\n          R6: 2\n', 'year-not-shown'],
  ])('%j は %s', (rows, expected) => {
    expect(told(rows)).toEqual([expected])
  })

  it('↑ 一つが示す年度のすべてを、← 一つが左とのすべてを結合する', () => {
    const rows = `        実績値:\n          R4: 1\n          R6: 3\n      - 指標: 計\n        実績値: ↑\n      - 指標: 他\n        実績値: ←\n        達成: ←\n`
    const plan = expectValue(planFrom(HEAD + rows, bundledForm('progress')))
    const tags = plan.categories[0]!.rows.map(({ cells }) =>
      ['R4', 'R5', 'R6'].map((year) => cells[`実績値 ${year}`]?.tag),
    )
    expect(tags).toEqual([
      ['text', undefined, 'text'],
      ['joined', 'joined', 'joined'],
      ['joined-left', 'joined-left', 'joined-left'],
    ])
  })

  it('期間の年度の列には、読める期間が要る', () => {
    const form = formOf('期間', ['区分 | 区分 | 区分', '指標 | 指標 | 見出し'])
    const years = {
      ...form,
      columns: [
        ...form.columns,
        {
          ...form.columns[1]!,
          fields: [{ key: '目標', part: 'plain' as const }],
          merges: false,
          years: 'period' as const,
        },
      ],
    }
    expect(told('', years)).toEqual(['no-period'])
    const withPeriod = (period: string) => planFrom(HEAD.replace('区分:', `期間: ${period}\n区分:`), years)
    expect(withPeriod('当分の間').diagnostics.map(({ code }) => code)).toEqual(['no-period'])
    const plan = expectValue(withPeriod('令和５年度～令和７年度'))
    expect(planKeys(expandYears(years, plan)).yearFields.get('目標')).toEqual([2023, 2024, 2025])
  })
})

it('種の指標一覧は、合計の行と三通りの年度の列を持つ', () => {
  const form = bundledForm('indicators')
  const plan = seedPlan('shihyo-r6', form)
  const { columns } = expandYears(form, plan)
  expect(columns.flatMap(({ fields: [field] }) => (field!.ofYear ? [field!.key] : []))).toEqual([
    '基準値 R1',
    '実績値 R4',
    '実績値 R5',
    '実績値 R6',
    '目標値 R6',
    '目標値 R7',
    '目標値 R8',
    '目標値 R9',
  ])
  for (const key of ['基準値 R1', '実績値 R4', '目標値 R9']) {
    const values = plan.categories[0]!.rows.slice(0, 3).map(({ cells }) => {
      const cell = cells[key]
      return cell?.tag === 'text' ? Number(cell.text.replace(',', '')) : Number.NaN
    })
    expect(values[2]).toBe(values[0]! + values[1]!)
  }
})
