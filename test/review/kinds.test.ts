/** Each kind of change by an example that an official would know. */

import { describe, expect, it } from 'vitest'
import { compareSamples, planOf, rowPlan, type SampleRow, tellChanges } from '../support/sample-plan.js'

function changesOfRow(old: SampleRow, now: SampleRow): readonly string[] {
  return tellChanges(compareSamples(rowPlan(old), rowPlan(now)))
}

const A = '○医療介護関係者を対象とした情報交換会の開催'
const B = '○在宅訪問対応薬局マップの作成及び配布'
const C = '○民生委員を対象とした看取り研修会の開催'

describe('項目の変更', () => {
  it.each<[string, string, string, string, readonly string[]]>([
    ['変更なし', '取組み', A, A, []],
    ['表記のみ: 全角と半角', '取組み', `${A}（Ｈ29年度）`, `${A}（H29年度）`, ['notation-only']],
    ['表記のみ: 括弧', '取組み', '○［新庄市］研修会の開催', '○[新庄市]研修会の開催', ['notation-only']],
    ['表記のみ: 送り仮名', '取組み', '○連携の取り組みの推進', '○連携の取組みの推進', ['notation-only']],
    ['表記のみ: 元号が変わっても同じ年度', '取組み', `${A}（H31年度）`, `${A}（R1年度）`, ['notation-only']],
    ['年度更新', '取組み', `${A}（H28～30年度）`, `${A}（H28～R1年度）`, ['years-only']],
    ['年度更新: 年度がついた', '取組み', A, `${A}（R1年度）`, ['years-only']],
    ['修正', '取組み', A, '○医療介護関係者及び民生委員を対象とした情報交換会の開催', ['reworded']],
    ['修正: 年度も語も変わった', '取組み', `${A}（H29年度）`, `${A}及び研修（R1年度）`, ['reworded']],
    ['実施主体の変更', '取組み', `○[新庄市]情報交換会の開催`, `○[舟形町]情報交換会の開催`, ['body-changed']],
    [
      '実施主体の変更・修正',
      '取組み',
      `○[新庄市]情報交換会の開催`,
      `○[舟形町]情報交換会の定期開催`,
      ['body-changed+reworded'],
    ],
    ['修正: 再掲がついた', '取組み', A, A.replace('○', '○（再掲）'), ['reworded']],
    ['記号変更', '成果と課題', '■ルールの統一が必要', '□ルールの統一が必要', ['marker-changed']],
    [
      '記号変更・修正',
      '成果と課題',
      '■入退院のルールを統一する必要がある',
      '□入退院のルールを統一した',
      ['marker-changed+reworded'],
    ],
    ['見た目の似た丸は表記のみ', '取組み', A, A.replace('○', '〇'), ['notation-only']],
    ['継続予定: 年度だけ延びた', '具体的な取組み', `${A}（H30年度）`, `${A}（R1年度）`, ['carried-over+years-only']],
    ['継続予定のまま変わらなければ変更なし', '具体的な取組み', A, A, []],
    ['見出し変更', '施策', '連携ツールの検討', '連携ツールの活用の検討', ['label-changed']],
    ['見出し変更: 全く別の文になっても', '施策', '連携ツールの検討', '人材の確保', ['label-changed']],
    ['見出しの表記のみ', '施策', '連携の取り組み', '連携の取組み', ['notation-only']],
    ['同上は同上として比べる', '具体的な取組み', '同上', '同上', []],
  ])('%s', (_, column, old, now, kinds) => {
    const expected = kinds.map((kind) => `${kind}: ${old} → ${now}`)
    expect(changesOfRow({ [column]: old }, { [column]: now })).toEqual(expected)
  })

  it.each([
    ['印', '○', '△', 'reworded: ○ → △'],
    ['似た丸は表記のみ', '○', '◯', 'notation-only: ○ → ◯'],
    ['語', '順調', '遅れ', 'reworded: 順調 → 遅れ'],
    ['数', '41.5', '38.9', 'reworded: 41.5 → 38.9'],
  ])('値だけの欄は、値が変わったと言う: %s', (_, old, now, expected) => {
    const change = changesOfRow({ 取組み: A, 成果と課題: old }, { 取組み: A, 成果と課題: now })
    expect(change).toEqual([expected])
  })

  it('新規と削除', () => {
    expect(changesOfRow({ 取組み: `${A}\n${B}` }, { 取組み: `${A}\n${C}` })).toEqual([
      `removed: ${B} → 無`,
      `added: 無 → ${C}`,
    ])
  })

  it('見出しの新設と廃止は見出し変更', () => {
    const old = planOf(['区分', { 現状と課題: '連携の強化', 取組み: A }])
    const now = planOf(['区分', { 現状と課題: '連携の強化', 施策: '連携ツールの検討', 取組み: A }])
    expect(tellChanges(compareSamples(old, now))).toEqual(['label-changed: 無 → 連携ツールの検討'])
    expect(tellChanges(compareSamples(now, old))).toEqual(['label-changed: 連携ツールの検討 → 無'])
  })

  it('並べ替えは、動いた項目だけを言う', () => {
    expect(changesOfRow({ 取組み: `${A}\n${B}\n${C}` }, { 取組み: `${B}\n${C}\n${A}` })).toEqual([
      `reordered: ${A} → ${A}`,
    ])
  })

  it('並べ替えて年度も更新した', () => {
    const old = { 取組み: `${A}（H30年度）\n${B}\n${C}` }
    const now = { 取組み: `${B}\n${C}\n${A}（R1年度）` }
    expect(changesOfRow(old, now)).toEqual([`reordered+years-only: ${A}（H30年度） → ${A}（R1年度）`])
  })

  it('分割: 一つの項目が二つになった', () => {
    const [one, two] = ['○在宅訪問対応薬局マップの作成及び配布', '在宅医療対応薬局の増加に向けた研修会の開催']
    const changes = changesOfRow({ 取組み: `${one}／${two}` }, { 取組み: `${one}\n○${two}` })
    expect(changes).toEqual([`split: ${one}／${two} → ${one}＆○${two}`])
  })

  it('統合: 二つの項目が一つになった', () => {
    const [one, two] = ['□ケアカフェの開催により情報交換が進んだ。', '□看取り研修会を通じて看取りへの理解が深まった。']
    const whole = '□ケアカフェの開催により情報交換が進み、看取り研修会を通じて看取りへの理解が深まった。'
    expect(changesOfRow({ 成果と課題: `${one}\n${two}` }, { 成果と課題: whole })).toEqual([
      `merged+reworded: ${one}＆${two} → ${whole}`,
    ])
  })

  it('実施主体を継ぐ「・」の項目は、団体ごとに見分ける', () => {
    const old = '○[新庄市]\n・研修会の開催（H30年度）\n○[舟形町]\n・研修会の開催（H30年度）'
    const now = '○[舟形町]\n・研修会の開催（R1年度）\n○[新庄市]\n・研修会の開催（R2年度）'
    const changes = changesOfRow({ 取組み: old }, { 取組み: now })
    expect(changes.some((change) => change.includes('・研修会の開催（H30年度） → ・研修会の開催（R2年度）'))).toBe(true)
    expect(changes.filter((change) => change.includes('years-only'))).toHaveLength(2)
  })

  it('二行にわたる項目は一つの項目で、改行だけのちがいは表記のみ', () => {
    const changes = changesOfRow({ 取組み: `${A}\n（夏季及び冬季）` }, { 取組み: `${A}（夏季及び冬季）` })
    expect(changes).toEqual([`notation-only: ${A}／（夏季及び冬季） → ${A}（夏季及び冬季）`])
  })

  it('行あけだけのちがいも言い残さない', () => {
    const changes = compareSamples(rowPlan({ 取組み: `${A}\n${B}` }), rowPlan({ 取組み: `${A}\n\n${B}` }))
    expect(tellChanges(changes)).toEqual([`notation-only: ${A}／${B} → ${A}／／${B}`])
  })

  it('ほかの変更があるセルの行あけは、別の変更としては言わない', () => {
    expect(changesOfRow({ 取組み: A }, { 取組み: `${A}\n\n${B}` })).toEqual([`added: 無 → ${B}`])
  })

  it('表記を無視すれば、表記のみの変更はない', () => {
    const old = rowPlan({ 取組み: `${A}（Ｈ29年度）\n${B}`, 施策: '連携の取り組み' })
    const now = rowPlan({ 取組み: `${A}（H29年度）\n\n${B}`, 施策: '連携の取組み' })
    expect(tellChanges(compareSamples(old, now))).toHaveLength(2)
    const ignoring = compareSamples(old, now, { ignoreNotation: true })
    expect(tellChanges(ignoring)).toEqual([])
    expect(ignoring.notes.map(({ message }) => message)).toEqual([
      '表記だけの違い 2件は、変更に数えていません（Word の変更履歴には残ります）。',
    ])
  })

  it('無視した表記の数には、区分の名前、財源、行あけの違いも入り、ほかの変更は入らない', () => {
    const old = planOf(['訪問看護など', { 現状と課題: '連携', 取組み: `【県単】\n${A}\n${B}`, 具体的な取組み: B }])
    const now = planOf(['訪問看護等', { 現状と課題: '連携', 取組み: `［県単］${A}`, 具体的な取組み: B }])
    const same = planOf([
      '訪問看護等',
      { 現状と課題: '連携', 取組み: `【 県単】\n${A}\n\n${B}`, 具体的な取組み: `${B}\n` },
    ])
    for (const [edition, count] of [
      [now, 1],
      [same, 3],
    ] as const) {
      const told = tellChanges(compareSamples(old, edition))
      const ignoring = compareSamples(old, edition, { ignoreNotation: true })
      expect(told.length - tellChanges(ignoring).length).toBe(count)
      expect(ignoring.notes[0]!.message).toContain(`${count}件`)
      expect(compareSamples(old, edition).notes).toEqual([])
    }
  })
})

describe('財源の見出し【…】の変更', () => {
  const items = `${A}\n${B}`
  it.each([
    ['新設', items, `【基金】\n${items}`, ['funding-changed: 無 → 【基金】']],
    ['廃止', `【基金】\n${items}`, items, ['funding-changed: 【基金】 → 無']],
    [
      '名称',
      `【在宅医療推進事業費補助金】\n${items}`,
      `【在宅医療推進事業補助金】\n${items}`,
      ['funding-changed: 【在宅医療推進事業費補助金】 → 【在宅医療推進事業補助金】'],
    ],
    ['表記', `【ＩＣＴ基金】\n${items}`, `【ICT基金】\n${items}`, ['notation-only: 【ＩＣＴ基金】 → 【ICT基金】']],
    ['位置', `${A}\n【基金】\n${B}`, `【基金】\n${A}\n${B}`, [`funding-changed: ${A} → ${A}`]],
  ])('%s', (_, old, now, changes) => {
    expect(changesOfRow({ 取組み: old }, { 取組み: now })).toEqual(changes)
  })
})
