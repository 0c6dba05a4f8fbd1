/** What became of last year's 具体的な取組み（予定）. */

import { describe, expect, it } from 'vitest'
import { compareSamples, planOf, rowPlan, type SampleRow, tellChanges } from '../support/sample-plan.js'

const TRAINING = '○在宅医療の推進に向けた研修会・講演会の開催'
const SURVEY = '○運用状況に関する居宅介護支援事業所への調査'

/** 何が、どうなり、今どこにあるか. */
function follow(old: SampleRow, now: SampleRow): readonly string[] {
  return compareSamples(rowPlan(old), rowPlan(now)).promises.map(
    ({ old, fate, new: stands, carriedTo }) =>
      `${old.text}: ${fate} ${[stands, carriedTo].flatMap((place) => (place ? [`${place.column} ${place.text}`] : [])).join('＆')}`,
  )
}

describe('予定の追跡', () => {
  it('実施: 今年の取組みにある', () => {
    const [old, now] = [{ 具体的な取組み: `${TRAINING}（H30年度）` }, { 取組み: `${TRAINING}（H30～R1年度）` }]
    expect(follow(old, now)).toEqual([`${TRAINING}（H30年度）: realised 取組み ${TRAINING}（H30～R1年度）`])
    expect(tellChanges(compareSamples(rowPlan(old), rowPlan(now)))).toEqual([
      `realised+years-only: ${TRAINING}（H30年度） → ${TRAINING}（H30～R1年度）`,
    ])
  })

  it('継続予定: 変わらなくても追跡には挙げる', () => {
    const row = { 具体的な取組み: TRAINING }
    expect(follow(row, row)).toEqual([`${TRAINING}: carried-over 具体的な取組み ${TRAINING}`])
  })

  it('実績未記載: どちらにもない', () => {
    const [old, now] = [{ 取組み: SURVEY, 具体的な取組み: TRAINING }, { 取組み: SURVEY }]
    expect(follow(old, now)).toEqual([`${TRAINING}: planned-but-missing `])
    expect(tellChanges(compareSamples(rowPlan(old), rowPlan(now)))).toEqual([`planned-but-missing: ${TRAINING} → 無`])
  })

  it('取組みにも予定にもあれば、実施であり継続予定でもある', () => {
    const old = { 具体的な取組み: `${TRAINING}（H30年度）` }
    const now = { 取組み: `${TRAINING}（H30年度）`, 具体的な取組み: `${TRAINING}（R1年度）` }
    expect(follow(old, now)).toEqual([
      `${TRAINING}（H30年度）: realised 取組み ${TRAINING}（H30年度）＆具体的な取組み ${TRAINING}（R1年度）`,
    ])
    expect(tellChanges(compareSamples(rowPlan(old), rowPlan(now)))).toEqual([
      `realised+carried-over: ${TRAINING}（H30年度） → ${TRAINING}（H30年度）＆${TRAINING}（R1年度）`,
    ])
  })

  it('前から続く取組みの年度が延びれば、その予定は実施された', () => {
    const old = { 取組み: `${TRAINING}（H28～30年度）`, 具体的な取組み: `${TRAINING}（H31年度）` }
    const now = { 取組み: `${TRAINING}（H28～R1年度）`, 具体的な取組み: SURVEY }
    expect(follow(old, now)).toEqual([`${TRAINING}（H31年度）: realised 取組み ${TRAINING}（H28～R1年度）`])
    const change = compareSamples(rowPlan(old), rowPlan(now)).changes.find(({ kinds }) => kinds[0] === 'realised')
    expect(change).toMatchObject({ new: [], realisedIn: { column: '取組み', text: `${TRAINING}（H28～R1年度）` } })
  })

  it('前の年度で終わった取組みは、予定の実施ではない', () => {
    const old = { 取組み: `${TRAINING}（H28～29年度）`, 具体的な取組み: `${TRAINING}（H30年度）` }
    const now = { 取組み: `${TRAINING}（H28～29年度）` }
    expect(follow(old, now)).toEqual([`${TRAINING}（H30年度）: planned-but-missing `])
  })

  it('取組みが前のまま続き、予定にも残るなら、継続予定', () => {
    const row = { 取組み: `${TRAINING}（H28年度～）`, 具体的な取組み: `${TRAINING}（H31年度）` }
    expect(follow(row, row)).toEqual([`${TRAINING}（H31年度）: carried-over 具体的な取組み ${TRAINING}（H31年度）`])
    expect(tellChanges(compareSamples(rowPlan(row), rowPlan(row)))).toEqual([])
  })

  it('別の行で実施された', () => {
    const [one, two] = [
      { 現状と課題: '看取りの普及啓発が必要', 施策: '住民向けセミナーの開催', 成果と課題: '□理解が深まった。' },
      { 現状と課題: '訪問看護の体制の強化', 施策: '事業所間の連携', 成果と課題: '■偏在がある。' },
    ]
    const comparison = compareSamples(
      planOf(['区分', { ...one, 具体的な取組み: TRAINING }, two]),
      planOf(['区分', one, { ...two, 取組み: TRAINING }]),
    )
    expect(comparison.promises).toMatchObject([{ fate: 'realised', new: { row: 2, column: '取組み' } }])
    expect(tellChanges(comparison)).toEqual([`realised+moved: ${TRAINING} → ${TRAINING}`])
  })

  it('団体名だけの項目は予定でなく、その下の・が予定', () => {
    const old = {
      具体的な取組み:
        '○[新庄市]\n・お薬手帳へのケアマネシール活用による連携強化\n○[舟形町]\n・残薬の確認に関する相談会の開催',
    }
    const now = { 取組み: '○[新庄市]お薬手帳へのケアマネシール活用による連携強化' }
    const fates = compareSamples(rowPlan(old), rowPlan(now)).promises.map(({ old, fate }) => [old.text, fate])
    expect(fates).toEqual([
      ['・お薬手帳へのケアマネシール活用による連携強化', 'realised'],
      ['・残薬の確認に関する相談会の開催', 'planned-but-missing'],
    ])
  })

  it('同上は、その指す対応の項目を追う', () => {
    const ditto = { 今後の対応: TRAINING, 具体的な取組み: '同上' }
    expect(follow(ditto, ditto)).toEqual([`${TRAINING}: carried-over 具体的な取組み 同上`])
    expect(follow(ditto, { 今後の対応: TRAINING, 具体的な取組み: SURVEY })).toEqual([
      `${TRAINING}: planned-but-missing `,
    ])
    expect(follow(ditto, { 取組み: `${TRAINING}（R1年度）`, 今後の対応: TRAINING })).toEqual([
      `${TRAINING}: realised 取組み ${TRAINING}（R1年度）`,
    ])
  })

  it.each([['なし'], ['○特になし'], ['未定'], ['→'], ['○（再掲）研修会の開催'], ['※予算の範囲内で行う。'], ['同上']])(
    '「%s」は予定でない',
    (text) => {
      expect(follow({ 具体的な取組み: text }, { 取組み: text })).toEqual([])
    },
  )

  it('行ごとなくなった予定は実績未記載で、変更は行の削除', () => {
    const row = { 現状と課題: '看取りの普及啓発が必要', 施策: '住民向けセミナー', 具体的な取組み: TRAINING }
    const kept = { 現状と課題: '訪問看護の体制の強化', 取組み: SURVEY }
    const comparison = compareSamples(planOf(['区分', row, kept]), planOf(['区分', kept]))
    expect(comparison.promises.map(({ fate, change }) => [fate, comparison.changes[change]?.kinds])).toEqual([
      ['planned-but-missing', ['row-removed']],
    ])
  })

  it('今そばにある成果と課題を添え、近いものから挙げる', () => {
    const now = {
      取組み: TRAINING,
      成果と課題:
        '□退院調整の会議を開いた。\n■研修会・講演会の参加者が偏っている。\n□在宅医療の推進に向けた研修会により理解が深まった。',
    }
    const [promise] = compareSamples(rowPlan({ 具体的な取組み: TRAINING }), rowPlan(now)).promises
    expect(promise?.results.map(({ text }) => text)).toEqual([
      '□在宅医療の推進に向けた研修会により理解が深まった。',
      '■研修会・講演会の参加者が偏っている。',
    ])
  })

  it('取組みから予定に戻った項目は移動', () => {
    expect(tellChanges(compareSamples(rowPlan({ 取組み: TRAINING }), rowPlan({ 具体的な取組み: TRAINING })))).toEqual([
      `moved: ${TRAINING} → ${TRAINING}`,
    ])
  })
})
