/** What was meant to be filled in is told with its place, and nothing else is. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findUnfilled } from '../../src/decode/plan/find-unfilled.js'
import { openPlanFile } from '../../src/decode/plan/plan-file.js'
import { findPlaceholders } from '../../src/domain/placeholders.js'
import { expectValue, ROOT } from '../support/forms.js'

describe('書き込むはずの印', () => {
  it.each([
    ['●●件', ['●●']],
    ['第１回○○会議', ['○○']],
    ['○○○協議会', ['○○○']],
    ['〇〇市', ['〇〇']],
    ['○[◯◯市]研修', ['◯◯']],
    ['△△センター', ['△△']],
    ['×××円', ['×××']],
    ['XX人', ['XX']],
    ['ＸＸ人', ['ＸＸ']],
    ['令和xx年', ['xx']],
    ['目標？？％', ['？？']],
    ['【Ｐ】', ['【Ｐ】']],
    ['[P]目標', ['[P]']],
    ['【調整中】', ['【調整中】']],
    ['（金額調整中）', ['（金額調整中）']],
    ['（要確認）', ['（要確認）']],
    ['※要確認', ['要確認']],
    ['要確認', ['要確認']],
    ['○件数　要確認', ['要確認']],
    ['（例）研修', ['（例）']],
    ['(例)研修、【例】健診', ['(例)', '【例】']],
  ])('「%s」', (text, found) => {
    expect(findPlaceholders(text).map((each) => each.text)).toEqual(found)
  })

  it.each([
    '○ ○研修',
    '○',
    '●',
    'XXL',
    'MAXX',
    '本当か？',
    '？！',
    'Ｐ',
    'ＰＤＣＡ（Ｐ）',
    '要確認事項の整理',
    '日程を調整中である',
    '事例（例外を含む）',
    '例）研修',
    '***',
    '達成 ○：目標を達成　△：未達成　×：悪化',
  ])('「%s」にはない', (text) => {
    expect(findPlaceholders(text)).toEqual([])
  })
})

describe('計画ファイルに残る印', () => {
  const text = `計画: ○○計画 見本
年度: H30
様式: ./○○
資料:
  会議: 第１回○○会議
区分:
  - 名称: あ（例）
    行:
      - id: ●●
        取組み: |
          ○い
          ○[●●市]う
        施策: "一\\n要確認"
`
  const source = expectValue(openPlanFile('plan.yaml', new TextEncoder().encode(text)))
  const told = (paper: 'table' | 'handout') =>
    findUnfilled(source, paper).map(({ message, place }) => [
      place?.kind === 'text' ? `${place.line}:${place.column}` : undefined,
      /「[^」]*」が残/.exec(message)?.[0],
    ])

  it('印刷される文だけを、その場所とともに伝える', () => {
    const table = [
      ['1:5', '「○○」が残'],
      ['7:10', '「（例）」が残'],
      ['12:13', '「●●」が残'],
      ['13:14', '「要確認」が残'],
    ]
    expect(told('table')).toEqual(table)
    expect(told('handout')).toEqual([table[0], ['5:10', '「○○」が残'], ...table.slice(1)])
  })

  it.each(['mogami-h30', 'mogami-r1', 'progress-r6', 'welfare-r6'])('種の計画 %s には一つもない', (name) => {
    const seed = expectValue(openPlanFile('plan.yaml', readFileSync(new URL(`seeds/${name}.yaml`, ROOT))))
    expect(findUnfilled(seed, 'handout')).toEqual([])
  })
})

it('一行にいくつあっても、知らせは一つで、どれも名を挙げる', () => {
  const text = '計画: （例）○○計画\n年度: H30\n区分: []\n'
  const source = expectValue(openPlanFile('plan.yaml', new TextEncoder().encode(text)))
  const told = findUnfilled(source, 'table')
  expect(told.map(({ message }) => message)).toEqual(['「計画」に書き込むはずの「（例）」「○○」が残っています。'])
  expect(told[0]!.place).toMatchObject({ line: 1, column: 5 })
})
