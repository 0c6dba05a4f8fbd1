/** The seed plan against its made-up next edition, as a person reads the two. */

import { describe, expect, it } from 'vitest'
import { KINDS } from '../../src/review/change-kinds.js'
import { seedPlan } from '../support/forms.js'
import { compareSamples, tellChanges } from '../support/sample-plan.js'

describe('最上の計画と、その架空の次年度版', () => {
  const comparison = compareSamples(seedPlan('mogami-h30'), seedPlan('mogami-r1'))
  const told = tellChanges(comparison)

  it('種類ごとの数', () => {
    const counts = KINDS.map((kind) => [kind, comparison.changes.filter(({ kinds }) => kinds.includes(kind)).length])
    expect(Object.fromEntries(counts.filter(([, count]) => count !== 0))).toMatchInlineSnapshot(`
      {
        "added": 6,
        "carried-over": 9,
        "category-renamed": 2,
        "label-changed": 3,
        "marker-changed": 3,
        "merged": 2,
        "moved": 4,
        "notation-only": 5,
        "planned-but-missing": 2,
        "realised": 7,
        "removed": 5,
        "reordered": 2,
        "reworded": 16,
        "row-added": 2,
        "row-moved": 2,
        "row-removed": 2,
        "split": 2,
        "unchanged": 70,
        "years-only": 21,
      }
    `)
  })

  it.each([
    'row-removed: 1-2（2） → 無',
    'row-removed: 2-5（8） → 無',
    'row-moved: 2-1（8） → 2-4（8）',
    'row-moved: 2-4（5） → 3-2（5）',
    'row-added: 無 → 3-3（8）',
    'row-added: 無 → 4-3（8）',
    'category-renamed: 4 看取りの普及 → 4 看取り・人生会議の普及',
    'realised+years-only: ○各地区協議会との協定締結及び周知徹底 → ○各地区協議会との協定締結及び周知徹底（H30年度）',
    'realised+years-only: ・お薬手帳へのケアマネシール活用による連携強化（Ｈ30年度） → ○[新庄最上薬剤師会]お薬手帳へのケアマネシール活用による連携強化（H30～R1年度）',
    'moved+reworded: ○（再掲）［最上総合支庁］在宅医療・介護連携のための協議会等の実施（Ｈ30年度） → ○[最上総合支庁]在宅医療・介護連携のための協議会等の実施（H30年度）',
    'moved: ○訪問看護の普及に向けた研修会の開催（H28、H29年度） → ○訪問看護の普及に向けた研修会の開催（H28、H29年度）',
    'moved: ○在宅医療専門部会の開催（H28年度～） → ○在宅医療専門部会の開催（H28年度～）',
    'reordered: ○嚥下障害に関する一般高齢者向け啓発 → ○嚥下障害に関する一般高齢者向け啓発',
    'carried-over+notation-only: ○［最上総合支庁］在宅医療専門部会の開催（H31年度） → ○[最上総合支庁]在宅医療専門部会の開催（R1年度）',
    'merged+reworded: □最上地域における「地域包括ケアシステム構築」について理解を深め、各専門職が共通の認識を持つことができた。＆□医療・介護・福祉の連携の仕組みづくりについて、理解を深めることができた。 → □最上地域における「地域包括ケアシステム構築」及び医療・介護・福祉の連携の仕組みづくりについて理解を深め、各専門職が共通の認識を持つことができた。',
  ])('%s', (change) => {
    expect(told).toContain(change)
  })

  it('実績未記載の予定', () => {
    const missing = comparison.promises.filter(({ fate }) => fate === 'planned-but-missing')
    expect(missing.map(({ old }) => old.text)).toEqual([
      '○もがみ看護師確保推進ネットワーク協議会 教育専門部会での検討・推進',
      '・歯科医師と介護事業所との連携推進（Ｈ30年度）',
      '○有料老人ホーム等への定期的な立ち入り調査を実施し、適正な介護サービスの提供についての指導',
      '○（新庄最上薬剤師会）在宅医療に取り組む薬剤師のスキルアップを目指した研修会の開催（Ｈ30年度）',
    ])
  })

  it('探す手数は打ち切らない', () => {
    expect(comparison.bounded).toBe(false)
    expect(comparison.notes).toEqual([])
  })
})
