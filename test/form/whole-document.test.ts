/** What concerns the document as a whole, drafts and 主な変更, on paper. */

import { describe, expect, it } from 'vitest'
import { toChangeList } from '../../src/form/reports/change-list.js'
import { mainChanges } from '../../src/form/reports/main-changes.js'
import { toSummary } from '../../src/form/reports/summary.js'
import { toTaishohyo } from '../../src/form/reports/taishohyo.js'
import { listChanges } from '../../src/review/comparison.js'
import { comparisonOf, editionOf, formOf } from '../support/editions.js'
import { expectValue } from '../support/forms.js'
import { cellsOf, linesOf, OFFICIAL, summaryStyle, taishohyoStyle } from '../support/reports.js'
import { bodyOf } from '../support/sections.js'

const form = (heading: string, key: string) =>
  formOf('評価表', ['区分|区分|区分', '施策|施策|見出し', `${heading}|${key}|その他`, '取組|取組|取組み'])
const rows = (key: string, value: string, row: string) =>
  `\n  - 名称: 健診\n    行:\n      - { 施策: 受診率の向上, 取組: ○勧奨はがき, ${key}: ${value} }\n${row}`
const OLD = editionOf('計画: 健康計画\n年度: H30', rows('H29評価', 'Ｂ', ''), form('H29評価', 'H29評価'))
const NOW = editionOf(
  '計画: 健康計画（改訂版）\n年度: R1',
  rows('H30評価', 'Ｃ', '      - { 施策: 保健指導, 取組: ○初回面接, H30評価: Ａ }'),
  form('H30評価', 'H30評価'),
)

describe('文書の全体の変更', () => {
  const comparison = comparisonOf(OLD, NOW)
  const request = { comparison, definition: OFFICIAL, context: {} }

  it.each([
    ['新旧対照表', () => toTaishohyo({ ...request, style: taishohyoStyle('standard') })],
    ['変更の一覧', () => toChangeList({ ...request, style: taishohyoStyle('standard') })],
  ])('%sに、どの変更の文も立つ', (_, make) => {
    const text = cellsOf(bodyOf(expectValue(make())))
      .map(({ paragraphs }) => linesOf(paragraphs))
      .join('\n')
    for (const { old, new: now } of listChanges(comparison)) {
      for (const place of [...old, ...now]) expect(text).toContain(place.text)
    }
  })

  it('主な変更は、重いものから一文ずつ', () => {
    expect(mainChanges(comparison)).toEqual([
      '題名が変わりました（「健康計画」→「健康計画（改訂版）」）。',
      '見出し「H30評価」が変わりました（「H29評価」→「H30評価」）。',
      '「①健診」に、「保健指導」の行が加わりました。',
      '「受診率の向上」のH30評価が変わりました（「Ｂ」→「Ｃ」）。',
    ])
  })
})

describe('同じ年度の案', () => {
  it('題名に二つの案とその日付が立ち、予定は追わない', () => {
    const draft = (name: string, day: string) =>
      editionOf(
        `計画: 健康計画\n年度: R1\n版: ${name}\n版の日付: 令和元年７月${day}日`,
        '\n  - 名称: 健診\n    行:\n      - { 施策: 受診率の向上, 具体的な取組み: ○勧奨はがき }',
      )
    const comparison = comparisonOf(draft('案１', '５'), draft('案２', '１２'))
    const summary = expectValue(toSummary({ comparison, definition: OFFICIAL, context: {}, style: summaryStyle() }))
    expect(linesOf(summary.title)).toBe('健康計画\n変更の概要（令和元年度 案１（7/5）→案２（7/12））')
    expect([comparison.promises, comparison.warnings, comparison.same]).toEqual([[], [], true])
  })
})
