/** What an official does to a plan: each edit says what it says in the plan file, and loses no word that was written. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editPlan, type PlanEdit } from '../../src/browser/editing/edit-plan.js'
import { redo, startHistory, takeText, undo } from '../../src/browser/editing/history.js'
import { datedName, readStamp, stampText, textHash } from '../../src/browser/saving/stamp.js'
import type { Plan } from '../../src/domain/plan.js'

const COLUMNS = [
  { keys: ['課題'], merges: true },
  { keys: ['取組み'], merges: false },
  { keys: ['予定'], merges: false },
]

const text = (value: string) => ({ tag: 'text', text: value }) as const
const row = (cells: Plan['categories'][number]['rows'][number]['cells']) => ({ startsPage: false, cells })

const PLAN: Plan = {
  title: '題名',
  year: 2024,
  yearText: 'R6',
  handout: {},
  categories: [
    { name: '一', number: 1, rows: [row({ 課題: text('甲'), 取組み: text('ア') }), row({ 取組み: text('イ') })] },
    { name: '二', number: 2, rows: [row({ 課題: text('乙'), 取組み: text('ウ'), 予定: text('エ') })] },
  ],
}

const edit = (...edits: readonly PlanEdit[]) => edits.reduce((plan, each) => editPlan(plan, each, () => COLUMNS), PLAN)

const said = ({ categories }: Plan) =>
  categories.map(({ name, number, rows }) => [
    `${number}${name}`,
    ...rows.map(({ cells }) =>
      Object.entries(cells).map(([key, cell]) => `${key}=${cell.tag === 'text' ? cell.text : cell.tag}`),
    ),
  ])

describe('計画の直し', () => {
  it('足した行は、上の行と結合しない空の行', () => {
    expect(said(edit({ tag: 'add-row', at: { category: 1, row: 0 } }))[1]).toEqual([
      '2二',
      ['課題=乙', '取組み=ウ', '予定=エ'],
      ['課題='],
    ])
  })

  it('結合の一行目を消すと、その文は次の行に残る', () => {
    expect(said(edit({ tag: 'remove-row', at: { category: 0, row: 0 } }))[0]).toEqual(['1一', ['取組み=イ', '課題=甲']])
  })

  it('区分のただ一つの行は消さない', () => {
    expect(edit({ tag: 'remove-row', at: { category: 1, row: 0 } })).toEqual(PLAN)
  })

  it('行は区分の端で隣の区分へ移る', () => {
    expect(said(edit({ tag: 'move-row', at: { category: 0, row: 1 }, by: 1 }))).toEqual([
      ['1一', ['課題=甲', '取組み=ア']],
      ['2二', ['取組み=イ'], ['課題=乙', '取組み=ウ', '予定=エ']],
    ])
  })

  it('結合したセルの文は、結合した先の終わりに続く', () => {
    const joined = edit({ tag: 'join', at: { category: 1, row: 0 }, column: '予定', with: 'left' })
    expect(said(joined)[1]).toEqual(['2二', ['課題=乙', '取組み=ウ\nエ', '予定=joined-left']])
  })

  it('結合を解くと、下のセルは空のセルになる', () => {
    const parted = edit({ tag: 'part', at: { category: 0, row: 0 }, column: '課題' })
    expect(said(parted)[0]).toEqual(['1一', ['課題=甲', '取組み=ア'], ['取組み=イ', '課題=']])
  })

  it('区分を動かすと、順番どおりだった番号は順番どおりのまま', () => {
    expect(said(edit({ tag: 'move-category', category: 1, by: -1 })).map(([name]) => name)).toEqual(['1二', '2一'])
  })

  it('↑ と書けば結合し、\\↑ は ↑ という文', () => {
    const place = { tag: 'cell', category: 0, row: 1, column: '取組み' } as const
    expect(said(edit({ tag: 'write', place, typed: '↑' }))[0]![2]).toEqual(['取組み=joined'])
    expect(said(edit({ tag: 'write', place, typed: '\\↑' }))[0]![2]).toEqual(['取組み=↑'])
  })
})

describe('元に戻すとやり直す', () => {
  it('行き来しても、どの文もなくならない', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.nat(), (texts, steps) => {
        const written = texts.reduce(takeText, startHistory('はじめ'))
        const back = Math.min(steps % 8, written.past.length)
        let history = written
        for (let step = 0; step < back; step++) history = undo(history)
        for (let step = 0; step < back; step++) history = redo(history)
        expect(history).toEqual({ ...written, future: [] })
      }),
    )
  })
})

describe('保存の印', () => {
  const NOW = new Date(2026, 10, 25, 15, 30)

  it('保存のたびに番号が進み、前の文を指し、最後の一行だけにある', async () => {
    const first = await stampText('計画: 題\n', '計画: 題\n', NOW)
    const second = await stampText(first.replace('題', '題名'), first, NOW)
    expect(readStamp(second)).toEqual({ number: 2, time: '2026-11-25T15:30', before: await textHash(first) })
    expect(second.match(/# keikaku/g)).toHaveLength(1)
    expect(second.startsWith('計画: 題名\n')).toBe(true)
  })

  it.each([
    ['計画.yaml', '案２', '計画_R6_案２_1125-1530.yaml'],
    ['計画_R6_案２_0712-1530.yaml', '案２', '計画_R6_案２_1125-1530.yaml'],
    ['plan.json', undefined, 'plan_R6_1125-1530.json'],
  ])('%s の名前は日付と時刻で新しくなる', (file, draft, name) => {
    expect(datedName(file, { yearText: 'R6', draft }, NOW)).toBe(name)
  })
})
