/** Three states of a plan put together: what one side changed is taken, what both changed is told, in whatever order they come. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell, Plan, Row } from '../src/domain/plan.js'
import { mergePlans } from '../src/merge/merge-plans.js'
import { mergeTexts } from '../src/merge/merge-texts.js'
import { bundledForm, seedPlan } from './support/forms.js'

const FORM = bundledForm('official')
const FIELDS = FORM.columns.flatMap(({ fields, merges }) =>
  fields.flatMap(({ key, part }) => (part === 'category' ? [] : [{ key, merges }])),
)

const merge = (base: Plan, plan: Plan, document: Plan, missing: 'keep' | 'delete' = 'keep') =>
  mergePlans({ base, plan, document, fields: FIELDS, missing })

const text = (value: string) => ({ text: value })

function mergeLines(base: string, plan: string, document: string) {
  const { text: merged, conflicts } = mergeTexts(text(base), text(plan), text(document), undefined)
  return conflicts.length === 0 ? merged.text : conflicts
}

describe('欄の三者の併合', () => {
  it.each([
    ['○一\n○二', '○一\n○二', '○一改\n○二', '○一改\n○二'],
    ['○一\n○二', '○一改\n○二', '○一\n○二改', '○一改\n○二改'],
    ['○一\n○二', '○二', '○一\n○二\n○三', '○二\n○三'],
    ['○一', '○一\n○甲', '○一\n○乙', '○一\n○乙\n○甲'],
    ['○一', '○一\n○甲', '○一\n○甲', '○一\n○甲'],
    ['', '○甲', '○乙', '○乙\n○甲'],
    ['【資金】\n○一\n・小', '【資金改】\n○一\n・小', '【資金】\n○一\n・小改', '【資金改】\n○一\n・小改'],
    ['○一\n　続き\n○二', '○一\n　続き改\n○二', '○一\n　続き\n○二\n', '○一\n　続き改\n○二\n'],
  ])('%j に %j と %j', (base, plan, document, merged) => {
    expect(mergeLines(base, plan, document)).toBe(merged)
    expect(mergeLines(base, document, plan)).toBe(merged)
  })

  it('同じ項目を双方が変えれば、両方の文を示す', () => {
    expect(mergeLines('○一\n○二', '○一甲\n○二', '○一乙\n○二改')).toEqual([
      { base: '○一', plan: '○一甲', document: '○一乙' },
    ])
    expect(mergeLines('○一\n○二', '○二', '○一乙\n○二')).toEqual([{ base: '○一', plan: '', document: '○一乙' }])
  })
})

/** The plan with a place for every row and 区分, as one that was read. */
function placed(plan: Plan): Plan {
  let line = 0
  const next = () => ({ line: ++line, column: 1 })
  return {
    ...plan,
    categories: plan.categories.map((each) => ({
      ...each,
      at: next(),
      rows: each.rows.map((row) => ({ ...row, at: next() })),
    })),
  }
}

function bare(plan: Plan): unknown {
  return JSON.parse(
    JSON.stringify(plan, (key, value) => (['at', 'titleAt', 'lines'].includes(key) ? undefined : value)),
  )
}

/** What one body does to its own items: in every cell that has lines, to those of its number. */
interface Piece {
  readonly word: number
  readonly what: 'change' | 'remove' | 'add' | 'row' | 'category'
  readonly row: number
}

const BASE = placed(seedPlan('mogami-h30', FORM))
const ROWS = BASE.categories.flatMap(({ rows }, category) => rows.map((_, row) => ({ category, row })))

function withRow(plan: Plan, at: { category: number; row: number }, change: (row: Row) => Row | readonly Row[]): Plan {
  const categories = plan.categories.map((category, index) =>
    index === at.category
      ? { ...category, rows: category.rows.flatMap((row, place) => (place === at.row ? change(row) : row)) }
      : category,
  )
  return { ...plan, categories }
}

function changeText(row: Row, key: string, change: (lines: string[]) => string[]): Row {
  const cell = row.cells[key]
  const before = cell?.tag === 'text' ? cell.text : ''
  const lines = change(before === '' ? [] : before.split('\n'))
  if (lines.length === 0 && before === '') return row
  return { ...row, cells: { ...row.cells, [key]: { tag: 'text', text: lines.join('\n') } satisfies Cell } }
}

/** Piece n works in row n; all of them in the row of the first as well, where each adds an item of its own. */
function edit(plan: Plan, { word, what, row }: Piece, index: number): Plan {
  const at = ROWS[row % ROWS.length]!
  const own = `○[第${word}号]追加した取組（R1年度）`
  const shared = withRow(plan, ROWS[0]!, (each) => changeText(each, '取組み', (lines) => [...lines, `${own}共通`]))
  const key = FIELDS[2 + (index % 4)]!.key
  switch (what) {
    case 'change':
      return withRow(shared, at, (each) =>
        changeText(each, key, (lines) =>
          lines.length === 0 ? [own] : lines.with(index % lines.length, `${lines[index % lines.length]}【${word}】`),
        ),
      )
    case 'remove':
      return withRow(shared, at, (each) =>
        changeText(each, key, (lines) => lines.toSpliced(index % Math.max(1, lines.length), 1)),
      )
    case 'add':
      return withRow(shared, at, (each) =>
        changeText(each, key, (lines) => lines.toSpliced(index % (lines.length + 1), 0, own)),
      )
    case 'row':
      return withRow(shared, at, (each) => [each, { startsPage: false, cells: { 取組み: { tag: 'text', text: own } } }])
    default:
      return {
        ...shared,
        categories: [
          ...shared.categories,
          {
            name: `新しい区分${word}`,
            number: shared.categories.length + 1,
            rows: [{ startsPage: false, cells: { 現状と課題: { tag: 'text', text: own } } }],
          },
        ],
      }
  }
}

const FIRST = 23
const piece = fc.record({
  word: fc.nat(99),
  what: fc.constantFrom<Piece['what']>('change', 'remove', 'add', 'row', 'category'),
  row: fc.nat(30),
})

describe('計画の三者の併合', () => {
  it('文書だけが変われば文書のとおり、計画だけが変われば計画のとおり', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const changed = pieces.reduce(edit, BASE)
        const taken = merge(BASE, BASE, changed)
        expect(taken.conflicts).toEqual([])
        expect(bare(taken.plan)).toEqual(bare(changed))
        const kept = merge(BASE, changed, BASE)
        expect(kept.conflicts).toEqual([])
        expect(bare(kept.plan)).toEqual(bare(changed))
      }),
      { numRuns: 30 },
    )
  })

  it('消えた行は知らせ、頼まれれば消す', () => {
    const gone = withRow(BASE, ROWS[2]!, () => [])
    const kept = merge(BASE, BASE, gone)
    expect(bare(kept.plan)).toEqual(bare(BASE))
    expect(kept.missing).toHaveLength(1)
    expect(bare(merge(BASE, BASE, gone, 'delete').plan)).toEqual(bare(gone))
  })

  it('23 の文書を、どの順に取り込んでも、一つの結果で、食い違いはない', () => {
    const pieces = fc.uniqueArray(piece, { minLength: FIRST, maxLength: FIRST, selector: ({ word }) => word })
    fc.assert(
      fc.property(pieces, fc.shuffledSubarray([...Array(FIRST).keys()], { minLength: FIRST }), (bodies, order) => {
        // Each works in a cell of its own beside the one that all share.
        const documents = bodies.map((body, index) =>
          edit(BASE, { ...body, row: index }, Math.floor(index / ROWS.length)),
        )
        const takeAll = (indexes: readonly number[]) =>
          indexes.reduce((plan, index) => {
            const { plan: merged, conflicts } = merge(BASE, plan, documents[index]!)
            expect(conflicts).toEqual([])
            return placed(merged)
          }, BASE)
        const one = takeAll([...documents.keys()])
        expect(bare(takeAll(order))).toEqual(bare(one))
        // Once more changes nothing.
        expect(bare(merge(BASE, one, documents[0]!).plan)).toEqual(bare(one))
        const all = JSON.stringify(bare(one))
        for (const { word } of bodies) expect(all).toContain(`第${word}号`)
      }),
      { numRuns: 6 },
    )
  })
})
