/** A plan that no page can hold: a row of several pages, a category over more, a long text over ten rows, a long cell beside empty ones. */

import type { Cell, Plan, Row } from '../../src/domain/plan.js'

function row(cells: Readonly<Record<string, string>>): Row {
  const texts = Object.entries(cells).map(([key, text]): [string, Cell] => [key, { tag: 'text', text }])
  return { startsPage: false, cells: Object.fromEntries(texts) }
}

/** No two lines are the same, so that one that is lost or said twice shows. */
function lines(mark: string, count: number): string {
  const line = (at: number) =>
    `○${mark}の${at + 1}番目の取組みとして、関係者の情報交換会を開催した（H${25 + (at % 5)}年度）`
  return Array.from({ length: count }, (_, at) => line(at)).join('\n')
}

const ISSUES = Array.from({ length: 125 }, (_, at) => `課題の文その${String(at + 1).padStart(3, '0')}である。`).join('')

const CATEGORIES: readonly (readonly [name: string, rows: readonly Row[]])[] = [
  [
    '三ページの行',
    [
      row({
        現状と課題: '長い行',
        施策: '分かれる行',
        取組み: lines('い', 60),
        成果と課題: lines('ろ', 80),
        今後の対応: '○は',
      }),
    ],
  ],
  [
    '四ページにわたる区分',
    Array.from({ length: 24 }, (_, at) =>
      row({
        現状と課題: `現状${at + 1}`,
        施策: `施策${at + 1}`,
        取組み: lines(`ほ${at + 1}`, 3),
        成果と課題: `□へ${at + 1}`,
      }),
    ),
  ],
  [
    '結合した長い課題',
    Array.from({ length: 10 }, (_, at) =>
      row({
        ...(at === 0 ? { 現状と課題: ISSUES, 施策: '十行の施策' } : {}),
        取組み: `○ち${at + 1}`,
        成果と課題: `□り${at + 1}`,
      }),
    ),
  ],
  [
    '三百行の升',
    [
      row({ 現状と課題: '空欄の隣', 取組み: Array.from({ length: 300 }, (_, at) => `・ぬ${at + 1}`).join('\n') }),
      row({ 現状と課題: '後の行', 取組み: '○る' }),
    ],
  ],
]

export const tallPlan: Plan = {
  title: '長い計画',
  year: 2018,
  yearText: 'H30',
  handout: {},
  categories: CATEGORIES.map(([name, rows], at) => ({ name, number: at + 1, rows })),
}
