/** A changed plan in the text of its file: it says the changed plan, and every line that says nothing else is the old one. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlan, openPlanFile } from '../../src/decode/plan/plan-file.js'
import type { Category, Cell, Plan, Row } from '../../src/domain/plan.js'
import { patchPlan } from '../../src/encode/patch/patch-plan.js'
import { writePlan } from '../../src/encode/write-plan.js'
import { arbitraryPlan, arbitraryText } from '../support/arbitrary-plan.js'
import { bundledForm, expectValue } from '../support/forms.js'

const OFFICIAL = bundledForm('official')
const KEYS = OFFICIAL.columns.flatMap(({ fields }) => fields.map(({ key }) => key)).filter((key) => key !== '区分')

function read(text: string): Plan {
  const source = expectValue(openPlanFile('plan.yaml', new TextEncoder().encode(text)))
  return expectValue(decodePlan(source, OFFICIAL))
}

/** Without the places of the source. */
function bare(plan: Plan): unknown {
  const places = new Set(['at', 'titleAt', 'lines', 'isMarked'])
  return JSON.parse(JSON.stringify(plan, (key, value) => (places.has(key) ? undefined : value)))
}

const patch = (text: string, change: (plan: Plan) => Plan) => {
  const before = read(text)
  return patchPlan(text, before, change(before), { columns: KEYS })
}

const text = (value: string): Cell => ({ tag: 'text', text: value })

/** The rows of a 区分 as another. */
const withRows = (plan: Plan, index: number, change: (rows: readonly Row[]) => readonly Row[]): Plan => ({
  ...plan,
  categories: plan.categories.map((each, at) => (at === index ? { ...each, rows: change(each.rows) } : each)),
})

const withCells = (plan: Plan, index: number, row: number, cells: Record<string, Cell | undefined>): Plan =>
  withRows(plan, index, (rows) => rows.map((each, at) => (at === row ? setCells(each, cells) : each)))

function setCells(row: Row, cells: Record<string, Cell | undefined>): Row {
  const all = Object.entries({ ...row.cells, ...cells })
  return { ...row, cells: Object.fromEntries(all.filter((entry): entry is [string, Cell] => entry[1] !== undefined)) }
}

const FILE = `# 覚え書き
計画: 題 
年度: H30 # 確定
資料:
  番号: '資料３'
区分:
  # 一つ目
  - 名称: 甲
    行:
      # この行は要確認
      - 現状と課題: "課題"
        # 施策の覚え書き
        施策: |-
            ○一
            ○二

        取組み:
          - ○研修
          # 中の覚え書き
          - ○周知
      - 取組み: ○会議

  - 名称: 乙
    番号: 5
    行:
      - id: a
        施策: 文
        取組み: ↑の矢印
注: |
  ※１
`

describe('計画ファイルに書き込む', () => {
  it.each([
    ['何も変えない', (plan: Plan) => plan, []],
    ['題名', (plan: Plan) => ({ ...plan, title: '新しい題' }), ['-計画: 題 ', '+計画: 新しい題 ']],
    [
      '年度の後の覚え書き',
      (plan: Plan) => ({ ...plan, year: 2019, yearText: 'R1' }),
      ['-年度: H30 # 確定', '+年度: R1 # 確定'],
    ],
    [
      '一重引用符',
      (plan: Plan) => ({ ...plan, handout: { number: "資料'４" } }),
      ["-  番号: '資料３'", "+  番号: '資料''４'"],
    ],
    ['資料の項目', (plan: Plan) => ({ ...plan, handout: { ...plan.handout, date: '１日' } }), ['+  日付: １日']],
    ['区域を加える', (plan: Plan) => ({ ...plan, area: '区域' }), ['+区域: 区域']],
    ['注を消す', ({ notes: _, ...plan }: Plan) => plan, ['-注: |', '-  ※１']],
    [
      '二重引用符',
      (plan: Plan) => withCells(plan, 0, 0, { 現状と課題: text('A: b') }),
      ['-      - 現状と課題: "課題"', '+      - 現状と課題: "A: b"'],
    ],
    [
      'ブロックの一行',
      (plan: Plan) => withCells(plan, 0, 0, { 施策: text('○一\n○三') }),
      ['-            ○二', '+            ○三'],
    ],
    [
      '並びの一つ',
      (plan: Plan) => withCells(plan, 0, 0, { 取組み: text('○研修\n○広報') }),
      ['-          - ○周知', '+          - ○広報'],
    ],
    [
      '並びの終わり',
      (plan: Plan) => withCells(plan, 0, 0, { 取組み: text('○研修\n○周知\n○広報') }),
      ['+          - ○広報'],
    ],
    [
      'ブロックになる',
      (plan: Plan) => withCells(plan, 0, 1, { 取組み: text('一\n二') }),
      ['-      - 取組み: ○会議', '+      - 取組み: |', '+          一', '+          二'],
    ],
    [
      '欄を加える',
      (plan: Plan) => withCells(plan, 0, 1, { 施策: text('新') }),
      ['-      - 取組み: ○会議', '+      - 施策: 新', '+        取組み: ○会議'],
    ],
    [
      '欄を消す',
      (plan: Plan) => withCells(plan, 0, 0, { 施策: undefined }),
      ['-        施策: |-', '-            ○一', '-            ○二'],
    ],
    [
      '初めの欄を消す',
      (plan: Plan) => withCells(plan, 0, 0, { 現状と課題: undefined }),
      ['-      - 現状と課題: "課題"', '-        # 施策の覚え書き', '+      - # 施策の覚え書き'],
    ],
    [
      '結合にする',
      (plan: Plan) => withCells(plan, 0, 1, { 取組み: { tag: 'joined' } }),
      ['-      - 取組み: ○会議', '+      - 取組み: ↑'],
    ],
    [
      '矢印の字',
      (plan: Plan) => withCells(plan, 0, 1, { 取組み: text('↑') }),
      ['-      - 取組み: ○会議', '+      - 取組み: \\↑'],
    ],
    [
      '行を加える',
      (plan: Plan) => withRows(plan, 0, ([a, b]) => [a!, { startsPage: true, cells: { 施策: text('一\n二') } }, b!]),
      ['+      - 改ページ: true', '+        施策: |', '+          一', '+          二'],
    ],
    [
      '行を終わりに加える',
      (plan: Plan) => withRows(plan, 1, (rows) => [...rows, { startsPage: false, cells: { 施策: text('一') } }]),
      ['+      - 施策: 一'],
    ],
    [
      '行を消す（覚え書きは残る）',
      (plan: Plan) => withRows(plan, 0, ([, b]) => [b!]),
      [
        '-      - 現状と課題: "課題"',
        '-        # 施策の覚え書き',
        '-        施策: |-',
        '-            ○一',
        '-            ○二',
        '-',
        '-        取組み:',
        '-          - ○研修',
        '-          # 中の覚え書き',
        '-          - ○周知',
      ],
    ],
    [
      '区分を消す',
      ({ categories: [a], ...plan }: Plan) => ({ ...plan, categories: [a!] }),
      ['-  - 名称: 乙', '-    番号: 5', '-    行:', '-      - id: a', '-        施策: 文', '-        取組み: ↑の矢印'],
    ],
    [
      '番号を順に戻す',
      ({ categories: [a, b], ...plan }: Plan) => ({ ...plan, categories: [a!, { ...b!, number: 2 }] }),
      ['-    番号: 5', '+    番号: 2'],
    ],
    [
      '装飾',
      (plan: Plan) =>
        withCells(plan, 1, 0, {
          施策: { tag: 'text', text: '太い字', emphasis: [{ start: 0, end: 2, emphasis: 'bold' }] },
        }),
      ['+装飾: true', '-        施策: 文', '+        施策: "**太い**字"'],
    ],
  ] as [string, (plan: Plan) => Plan, string[]][])('%s', (_, change, lines) => {
    for (const eol of ['\n', '\r\n']) {
      const file = FILE.replaceAll('\n', eol)
      const written = patch(file, change)
      expect(bare(read(written))).toEqual(bare(change(read(file))))
      expect(changedLines(file.split(eol), written.split(eol))).toEqual(lines)
    }
  })

  it('行は覚え書きと一緒に移る', () => {
    const written = patch(FILE, (plan) => withRows(plan, 0, ([a, b]) => [b!, a!]))
    expect(written).toContain('    行:\n      - 取組み: ○会議\n      # この行は要確認\n      - 現状と課題: "課題"\n')
    const across = patch(FILE, (plan) => {
      const [a, b] = plan.categories as [Category, Category]
      return {
        ...plan,
        categories: [
          { ...a, rows: a.rows.slice(1) },
          { ...b, rows: [...b.rows, a.rows[0]!] },
        ],
      }
    })
    expect(across).toContain('        取組み: ↑の矢印\n      # この行は要確認\n      - 現状と課題: "課題"\n')
    expect(across.match(/要確認/g)).toHaveLength(1)
  })

  it.each(['mogami-h30', 'mogami-r1'])('変わらない計画 %s は一バイトも変わらない', (name) => {
    const file = readFileSync(new URL(`../../seeds/${name}.yaml`, import.meta.url), 'utf8')
    expect(patch(file, (plan) => plan)).toBe(file)
    expect(patch(`\ufeff${file}`, (plan) => plan)).toBe(`\ufeff${file}`)
  })

  it('終わりの改行がないファイル、JSON のファイル', () => {
    const short = FILE.slice(0, FILE.indexOf('注:')).trimEnd()
    const more = (plan: Plan) =>
      withRows({ ...plan, notes: '※' }, 1, (rows) => [...rows, { startsPage: false, cells: { 施策: text('一') } }])
    expect(bare(read(patch(short, more)))).toEqual(bare(more(read(short))))
    const json = JSON.stringify(
      { 計画: '題', 年度: 'H30', 区分: [{ 名称: '甲', 行: [{ 施策: '一', 取組み: null }, { 施策: ['二', '三'] }] }] },
      null,
      2,
    )
    expect(patch(json, (plan) => plan)).toBe(json)
    const changed = (plan: Plan) =>
      withCells(
        withRows({ ...plan, unit: '"千"円' }, 0, ([a, b]) => [
          b!,
          { startsPage: false, cells: { 施策: text('新\n行') } },
          a!,
        ]),
        0,
        2,
        { 取組み: text('四\n五') },
      )
    const written = patch(json, changed)
    expect(bare(read(written))).toEqual(bare(changed(read(json))))
    expect(() => JSON.parse(written)).not.toThrow()
  })

  it('どの計画をどう変えても、読めば変えた計画', () => {
    const cell = fc.oneof(
      arbitraryText.map(text),
      fc.constant<Cell>({ tag: 'joined' }),
      fc.constant(undefined),
      fc.constantFrom('', '↑', '# x', 'a: b', '- c', '"', '　', ' ').map(text),
    )
    const edit = fc.record({
      category: fc.nat(3),
      row: fc.nat(6),
      key: fc.constantFrom(...KEYS),
      cell,
      what: fc.constantFrom('cell', 'cell', 'cell', 'add', 'remove', 'move', 'across', 'category', 'number'),
    })
    fc.assert(
      fc.property(
        arbitraryPlan,
        fc.array(edit, { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        (plan, edits, eol) => {
          const file = `# 覚え書き${eol}${writePlan(plan, { columns: KEYS }).replaceAll('\n', eol)}`
          const before = read(file)
          const after = edits.reduce(applyEdit, before)
          expect(bare(read(patchPlan(file, before, after, { columns: KEYS })))).toEqual(bare(filled(after)))
          expect(patchPlan(file, before, before, { columns: KEYS })).toBe(file)
        },
      ),
      { numRuns: 100 },
    )
  })
})

interface Edit {
  readonly category: number
  readonly row: number
  readonly key: string
  readonly cell: Cell | undefined
  readonly what: string
}

function applyEdit(plan: Plan, { category, row, key, cell, what }: Edit): Plan {
  const at = category % plan.categories.length
  const { rows, name } = plan.categories[at]!
  const index = row % rows.length
  const own = rows[index]!
  switch (what) {
    case 'cell':
      return index === 0 && cell?.tag === 'joined' ? plan : unjoined(withCells(plan, at, index, { [key]: cell }))
    case 'add':
      return unjoined(
        withRows(plan, at, () => rows.toSpliced(index, 0, { startsPage: row > 3, cells: { [key]: text(name) } })),
      )
    case 'remove':
      return rows.length === 1 ? plan : unjoined(withRows(plan, at, () => rows.toSpliced(index, 1)))
    case 'move':
      return unjoined(withRows(plan, at, () => [own, ...rows.toSpliced(index, 1)]))
    case 'across': {
      if (rows.length === 1) return plan
      const out = withRows(plan, at, () => rows.toSpliced(index, 1))
      return unjoined(withRows(out, (at + 1) % plan.categories.length, (others) => [...others, own]))
    }
    case 'number':
      return { ...plan, categories: plan.categories.map((each, number) => ({ ...each, number: number + 1 })) }
    default: {
      const moved = plan.categories[at]!
      return { ...plan, categories: [...plan.categories.toSpliced(at, 1), moved] }
    }
  }
}

/** The first row of a 区分 has nothing above it to join, and no cell that joins is aligned. */
function unjoined(plan: Plan): Plan {
  const first = (row: Row): Row =>
    setCells(
      row,
      Object.fromEntries(
        Object.entries(row.cells).map(([key, cell]) => [key, cell.tag === 'joined' ? undefined : cell]),
      ),
    )
  const settled = ({ aligned, ...row }: Row): Row => {
    const kept = Object.entries(aligned ?? {}).filter(([key]) => row.cells[key]?.tag === 'text')
    return kept.length === 0 ? row : { ...row, aligned: Object.fromEntries(kept) }
  }
  return {
    ...plan,
    categories: plan.categories.map((each) => ({
      ...each,
      rows: each.rows.map((row, index) => settled(index === 0 ? first(row) : row)),
    })),
  }
}

/** A row without any cell is written as one whose first cell is empty. */
function filled(plan: Plan): Plan {
  const isEmpty = ({ cells, startsPage, id }: Row) => Object.keys(cells).length === 0 && !startsPage && id === undefined
  const categories = plan.categories.map((each) => ({
    ...each,
    rows: each.rows.map((row) => (isEmpty(row) ? { ...row, cells: { [KEYS[0]!]: text('') } } : row)),
  }))
  return { ...plan, categories }
}

/** The lines that one text has and the other has not, as a comparison of files shows them. */
function changedLines(old: readonly string[], now: readonly string[]): string[] {
  const lengths = old.map(() => now.map(() => 0))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i]![j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const lines: string[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i++
      j++
    } else if (i < old.length && (j === now.length || at(i + 1, j) >= at(i, j + 1))) lines.push(`-${old[i++]}`)
    else lines.push(`+${now[j++]}`)
  }
  return lines
}
