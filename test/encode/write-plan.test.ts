/** A plan file that is written from a plan says that plan, and looks as a person would write it. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlan, openPlanFile } from '../../src/decode/plan/plan-file.js'
import type { Category, Cell, Plan } from '../../src/domain/plan.js'
import { writePlan } from '../../src/encode/write-plan.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm, expectValue, seedPlan } from '../support/forms.js'

const OFFICIAL = bundledForm('official')
const KEYS = OFFICIAL.columns.flatMap(({ fields }) => fields.map(({ key }) => key)).filter((key) => key !== '区分')

function readBack(text: string): Plan {
  const source = openPlanFile('plan.yaml', new TextEncoder().encode(text))
  return expectValue(source.ok ? decodePlan(source.value, OFFICIAL) : source)
}

function mapEach<T, U>(values: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]))
}

/** Without the places of the source. */
function bare({ titleAt: _, ...plan }: Plan): Plan {
  const bareCell = (cell: Cell): Cell => (cell.tag === 'text' ? { tag: 'text', text: cell.text } : { tag: cell.tag })
  const categories = plan.categories.map(({ name, number, rows }: Category) => ({
    name,
    number,
    rows: rows.map(({ at: _, cells, aligned, ...row }) => ({
      ...row,
      ...(aligned && { aligned: mapEach(aligned, ({ alignment }) => ({ alignment })) }),
      cells: Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, bareCell(cell)])),
    })),
  }))
  return { ...plan, categories }
}

const withCell = (text: string): Plan => ({
  title: '題',
  year: 2018,
  yearText: 'H30',
  handout: {},
  categories: [{ name: '名', number: 1, rows: [{ startsPage: false, cells: { 取組み: { tag: 'text', text } } }] }],
})

/** Texts that YAML would take for something else, thrown together. */
const PIECES =
  '# & * ! | > % @ ` [ ] { } , : ? - -- --- ... ~ null true 007 0x1 " \' \\ \\n ↑ ← \\↑ ＃ ： ｜ － 　 一 二行 ○ 【】 = <<'
    .split(' ')
    .concat([' ', '  ', '\n', '\n\n', ' #', ': ', ':\n', '\u{20bb7}', '葛\udb40\udd00'])
const oddText = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))
const isCellText = (text: string) => !['↑', '←'].includes(text.trim()) || text === text.trim()

describe('計画ファイルを書く', () => {
  it.each(['mogami-h30', 'mogami-r1'])('%s は書いて読めば同じ', (name) => {
    const plan = seedPlan(name)
    expect(bare(readBack(writePlan(plan, { columns: KEYS })))).toEqual(bare(plan))
  })

  it('区分のない計画は「行」だけを書き、読めば同じ', () => {
    const columns = OFFICIAL.columns.filter(({ fields }) => fields[0]!.part !== 'category')
    const form = { ...OFFICIAL, columns, categories: 'band' as const }
    const [{ rows }] = seedPlan('mogami-h30').categories as [Category]
    const plan: Plan = { ...withCell(''), categories: [{ name: '', number: 1, rows }] }
    const text = writePlan(plan, { columns: KEYS })
    expect(text).toContain('\n行:\n  - ')
    const source = expectValue(openPlanFile('plan.yaml', new TextEncoder().encode(text)))
    expect(bare(expectValue(decodePlan(source, form)))).toEqual(bare(plan))
  })

  it('どの計画も、書いて読めば同じ', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const written = writePlan(plan, { columns: KEYS })
        const rows = (each: Plan) => bare(each).categories
        // A row without any cell is written as one whose first cell is empty.
        const filled = rows(plan).map((category) => ({
          ...category,
          rows: category.rows.map((row) =>
            Object.keys(row.cells).length > 0 || row.startsPage
              ? row
              : { ...row, cells: { 現状と課題: { tag: 'text', text: '' } } },
          ),
        }))
        expect(rows(readBack(written))).toEqual(filled)
      }),
    )
  })

  it('YAML の記号からなる文も、一字も変わらない', () => {
    fc.assert(
      fc.property(oddText.filter(isCellText), oddText, oddText, (cell, note, name) => {
        const line = name.replace(/\n/g, '')
        const plan: Plan = {
          ...withCell(cell),
          notes: note,
          lead: note,
          ...(line.trim() === '' ? {} : { title: line, area: line, unit: line }),
        }
        expect(bare(readBack(writePlan(plan, { columns: KEYS })))).toEqual(bare(plan))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['○研修（R6年度）', '取組み: ○研修（R6年度）'],
    ['', '取組み: ""'],
    ['[健康福祉課]', '取組み: "[健康福祉課]"'],
    ['○研修 # 別紙', '取組み: "○研修 # 別紙"'],
    ['#研修', '取組み: "#研修"'],
    ['○時間: 九時', '取組み: "○時間: 九時"'],
    ['1,200', '取組み: 1,200'],
    ['-5', '取組み: -5'],
    ['- 一', '取組み: "- 一"'],
    ['↑', '取組み: \\↑'],
    ['○一\n・二', '取組み: |\n          ○一\n          ・二'],
    ['【補助金】\n\n[会]', '取組み: |\n          【補助金】\n\n          [会]'],
    ['　・一\n　・二', '取組み: |\n          　・一\n          　・二'],
    [' 一\n二', '取組み: " 一\\n二"'],
  ])('%j は %j', (text, written) => {
    expect(writePlan(withCell(text), { columns: KEYS })).toContain(`      - ${written}\n`)
  })

  it('何も言わない行も一行', () => {
    const plan = withCell('')
    const empty = { ...plan, categories: [{ ...plan.categories[0]!, rows: [{ startsPage: false, cells: {} }] }] }
    expect(bare(readBack(writePlan(empty, { columns: KEYS }))).categories[0]!.rows).toEqual([
      { startsPage: false, cells: { 現状と課題: { tag: 'text', text: '' } } },
    ])
  })

  it('キーの順、番号、覚え書き', () => {
    const plan: Plan = {
      ...withCell('一'),
      area: '区域',
      form: '公式',
      handout: { number: '資料１' },
      lead: '前の文\n二行目',
      unit: '千円',
      notes: '※１',
      categories: [
        {
          name: '甲',
          number: 1,
          rows: [
            {
              startsPage: true,
              id: 'a',
              cells: { 施策: { tag: 'text', text: '二' }, 現状と課題: { tag: 'text', text: '一' } },
            },
          ],
        },
        { name: '乙', number: 5, rows: [{ startsPage: false, cells: { 取組み: { tag: 'joined' } } }] },
      ],
    }
    expect(writePlan(plan, { columns: KEYS, remarks: ['コメント 表!A1'] })).toBe(
      `# コメント 表!A1
計画: 題
年度: H30
区域: 区域
様式: 公式
資料:
  番号: 資料１
前文: |
  前の文
  二行目
単位: 千円
区分:
  - 名称: 甲
    行:
      - id: a
        改ページ: true
        現状と課題: 一
        施策: 二
  - 名称: 乙
    番号: 5
    行:
      - 取組み: ↑
注: ※１
`,
    )
  })
})
