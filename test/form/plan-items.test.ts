import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countItems } from '../../src/form/count-items.js'
import { countKinds } from '../../src/form/overview/counts.js'
import type { PlanItem } from '../../src/form/overview/plan-items.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm } from '../support/forms.js'
import { oddPlan } from '../support/odd-plan.js'
import { itemsOf, openSeed } from '../support/overview.js'
import { planOf } from '../support/sample-plan.js'

const OFFICIAL = bundledForm('official')
const WELFARE = bundledForm('welfare')

/** The one item of a cell. */
function itemOf(text: string, key = '取組み'): PlanItem {
  const items = itemsOf(planOf(['区分', { [key]: text }]))
  expect(items).toHaveLength(1)
  return items[0]!
}

describe('計画の項目', () => {
  it.each([
    ['○研修会の開催（H25～H30年度）', '研修会の開催'],
    ['○[新庄最上薬剤師会]研修会の実施（Ｈ29年度）／説明会の開催', '研修会の実施／説明会の開催'],
    ['○[山形県言語聴覚士会]（H27、28、29年度）', '山形県言語聴覚士会'],
    ['○介護予防サポーターの養成（R元年度～、修了 212人）', '介護予防サポーターの養成（R元年度～、修了 212人）'],
    ['○[市][医師会]連携会議\nの開催', '連携会議の開催'],
    ['○葛󠄀城市の𠮷田町（H30年度）｛仮称｝', '葛󠄀城市の𠮷田町｛仮称｝'],
  ])('%s の名前は %s', (text, label) => {
    expect(itemOf(text).label).toBe(label)
  })

  it.each([
    ['○[市]研修会', ['市']],
    ['○［市、医師会］研修会', ['市', '医師会']],
    ['○[市][医師会]研修会', ['市', '医師会']],
    ['○[市、市]研修会', ['市']],
    ['○研修会（市を除く）', []],
  ])('%s の主体は %j', (text, actors) => {
    expect(itemOf(text).actors).toEqual(actors)
  })

  it('主体だけの行の下の・は、その主体のもの。【】はその下の資金', () => {
    const items = itemsOf(planOf(['区分', { 取組み: '【県補助金】\n○[薬剤師会]\n・研修会（H30年度）\n・マップ作成' }]))
    expect(items.map(({ label, actors, funding, years }) => [label, actors, funding, years.length])).toEqual([
      ['研修会', ['薬剤師会'], ['県補助金'], 1],
      ['マップ作成', ['薬剤師会'], ['県補助金'], 0],
    ])
  })

  it('年度のない項目は、その・の年度を自分の年度とする', () => {
    expect(itemOf('○健診の拡充\n・東部（R5年度）\n・西部（R6年度～）').years).toEqual([
      { from: 2023, to: 2023 },
      { from: 2024 },
    ])
  })

  it('成果と課題は □ と ■ と、どちらでもないものに分かれる', () => {
    const items = itemsOf(planOf(['区分', { 成果と課題: '□進んだ。\n■足りない。\n○その他' }]))
    expect(items.map(({ kind }) => kind)).toEqual(['achievements', 'issues', 'remarks'])
  })

  it('実施主体や年度の欄があれば、書かれていない項目に行のものを使う', () => {
    const rows = [
      { 具体的取組: '○見守り', 実施主体: '市、民間事業者（金融機関、宅配等）', 年度: 'R6～R10' },
      { 具体的取組: '○[社協]講座（R7年度～）', 実施主体: '市', 年度: 'R6' },
      { 具体的取組: '○交流会', 実施主体: '↑', 年度: '' },
    ]
    const items = itemsOf(planOf(['地域福祉', ...rows]), WELFARE)
    expect(items.map(({ actors, years }) => [actors, years])).toEqual([
      [['市', '民間事業者（金融機関、宅配等）'], [{ from: 2024, to: 2028 }]],
      [['社協'], [{ from: 2025 }]],
      [['市'], []],
    ])
  })

  it('数は様式の文章の 件数 と同じ', () => {
    fc.assert(
      fc.property(fc.oneof(oddPlan, arbitraryPlan), (plan) => {
        const counts = countKinds(itemsOf(plan))
        const { 取組み, 成果, 課題, 対応, 予定 } = countItems(
          plan.categories.map((category) => [category, OFFICIAL] as const),
        )
        expect([counts.initiatives, counts.achievements, counts.issues, counts.responses, counts.plans]).toEqual([
          取組み,
          成果,
          課題,
          対応,
          予定,
        ])
      }),
      { numRuns: 100 },
    )
  })

  it('名前は項目の文の一部で、空にならない', () => {
    fc.assert(
      fc.property(fc.oneof(oddPlan, arbitraryPlan), (plan) => {
        for (const { label } of itemsOf(plan)) {
          expect(label).not.toBe('')
          expect(label).not.toContain('\n')
        }
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['mogami-h30', { initiatives: 29, achievements: 27, issues: 21, remarks: 0, responses: 17, plans: 23 }],
    ['progress-r6', { initiatives: 28, achievements: 0, issues: 0, remarks: 0, responses: 0, plans: 20 }],
    ['welfare-r6', { initiatives: 26, achievements: 0, issues: 0, remarks: 0, responses: 0, plans: 0 }],
  ])('%s の数', (name, counts) => {
    const { plan, definition } = openSeed(name)
    expect(countKinds(itemsOf(plan, definition))).toEqual(counts)
  })
})
