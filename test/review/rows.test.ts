/** Rows and categories: matched, added, dropped, moved; merged cells; twins. */

import { describe, expect, it } from 'vitest'
import { compareSamples, planOf, type SampleCategory, type SampleRow, tellChanges } from '../support/sample-plan.js'

const TRANSFER: SampleRow = {
  現状と課題: '入院時から在宅療養までの円滑な移行に向けた関係者の連携強化',
  施策: '地域で共通の退院調整のルールづくり',
  取組み: '○退院支援に係る情報交換会の開催（H25～H30年度）\n○入院時情報提供書の作成（H27～29年度）',
  成果と課題: '□顔の見える関係づくりと連携強化につながった。\n■情報共有に関するルールを統一する必要がある。',
}
const NURSING: SampleRow = {
  現状と課題: '訪問看護サービスの対象エリアの広さに対応する体制の強化が必要',
  施策: '病院及び訪問看護事業所間の連携強化',
  取組み: '○訪問看護ステーション設置に向けた検討（H27～29年度）',
  成果と課題: '□町立真室川病院内にサテライトを設置（H29年８月）',
}
const HOUSING: SampleRow = {
  現状と課題: '医療ケアを必要とする高齢者の生活の場の充実',
  施策: '医療・介護を効果的に受けることのできる住まいの充実',
  取組み: '○有料老人ホーム等の設置についての助言・指導\n○未届有料老人ホームに対する届出の指導',
}
const TERMINAL: SampleRow = {
  現状と課題: '入院等の施設志向の住民が多く、看取りについての普及・啓発が必要',
  施策: '住民や家族を対象としたセミナーの開催',
  取組み: '○看取りに関する講演会の開催（H26～29年度）',
}

function changes(old: readonly SampleCategory[], now: readonly SampleCategory[]): readonly string[] {
  return tellChanges(compareSamples(planOf(...old), planOf(...now)))
}

describe('行の変更', () => {
  it('行の追加と削除は一つの変更で、項目は一つずつ数え上げない', () => {
    expect(changes([['区分', TRANSFER, NURSING]], [['区分', TRANSFER, HOUSING]])).toEqual([
      'row-removed: 1-2（4） → 無',
      'row-added: 無 → 1-2（4）',
    ])
  })

  it('追加された行の変更は、その行のすべての項目を挙げる', () => {
    const comparison = compareSamples(planOf(['区分', TRANSFER]), planOf(['区分', TRANSFER, NURSING]))
    const change = comparison.changes.find(({ subject }) => subject === 'row')
    expect(change?.new.map(({ column }) => column)).toEqual(['現状と課題', '施策', '取組み', '成果と課題'])
    expect(comparison.counts.total['row-added']).toEqual({ changes: 1, old: 0, new: 4 })
  })

  it('区分の中で動いた行', () => {
    const old: readonly SampleCategory[] = [['区分', TRANSFER, NURSING, HOUSING]]
    expect(changes(old, [['区分', NURSING, HOUSING, TRANSFER]])).toEqual(['row-moved: 1-1（6） → 1-3（6）'])
  })

  it('別の区分に動いた行で、書き直した項目は別に言う', () => {
    const now = { ...NURSING, 取組み: '○訪問看護ステーションの増設に向けた検討（H27～R1年度）' }
    expect(
      changes(
        [
          ['移行', TRANSFER, NURSING],
          ['看取り', TERMINAL],
        ],
        [
          ['移行', TRANSFER],
          ['看取り', TERMINAL, now],
        ],
      ),
    ).toEqual(['row-moved: 1-2（3） → 2-2（3）', `reworded: ${NURSING.取組み} → ${now.取組み}`])
  })

  it('id が同じ行は、文がすべて変わっても同じ行', () => {
    const row = (each: SampleRow) => ({ ...each, id: '看護' })
    const comparison = compareSamples(planOf(['区分', row(NURSING)]), planOf(['区分', row(HOUSING)]))
    expect(comparison.rowPairs.map(({ status }) => status)).toEqual(['matched'])
    const others = compareSamples(planOf(['区分', NURSING]), planOf(['区分', HOUSING]))
    expect(others.rowPairs.map(({ status }) => status)).toEqual(['added', 'removed'])
  })

  it('見出しを書き直した行も、項目が同じなら同じ行', () => {
    const now = { ...HOUSING, 現状と課題: '在宅で暮らし続けるための住まいの確保' }
    expect(changes([['区分', HOUSING, TRANSFER]], [['区分', now, TRANSFER]])).toEqual([
      `label-changed: ${HOUSING.現状と課題} → ${now.現状と課題}`,
    ])
  })

  it('別の行に移った項目', () => {
    const [one, two] = TRANSFER.取組み!.split('\n')
    const old = [{ ...TRANSFER }, NURSING]
    const now = [
      { ...TRANSFER, 取組み: one! },
      { ...NURSING, 取組み: `${NURSING.取組み}\n${two}` },
    ]
    expect(changes([['区分', ...old]], [['区分', ...now]])).toEqual([`moved: ${two} → ${two}`])
  })

  it('同じ文の項目は、それぞれの行のものとして見分ける', () => {
    const shared = '○在宅医療の推進に向けた研修会・講演会の開催'
    const row = (each: SampleRow, years: string) => ({ ...each, 取組み: `${each.取組み}\n${shared}（${years}）` })
    const old = planOf(['区分', row(TRANSFER, 'H29年度'), row(NURSING, 'H30年度')])
    const now = planOf(['区分', row(TRANSFER, 'H30年度'), row(NURSING, 'R1年度')])
    expect(tellChanges(compareSamples(old, now))).toEqual([
      `years-only: ${shared}（H29年度） → ${shared}（H30年度）`,
      `years-only: ${shared}（H30年度） → ${shared}（R1年度）`,
    ])
  })

  it('同じ文の項目の一方がなくなれば、隣の項目で見分ける', () => {
    const [x, a, b] = ['○研修会の開催', '○退院調整ルールの検討', '○薬局マップの作成']
    const comparison = compareSamples(
      planOf(['区分', { ...TRANSFER, 取組み: `${a}\n${x}\n${b}\n${x}` }]),
      planOf(['区分', { ...TRANSFER, 取組み: `${a}\n${b}\n${x}` }]),
    )
    const removed = comparison.changes.find(({ kinds }) => kinds[0] === 'removed')
    expect(removed?.old).toMatchObject([{ text: x, item: 1 }])
    expect(tellChanges(comparison)).toHaveLength(1)
  })

  it('隣が前の項目だけ同じでも見分ける', () => {
    const [x, a, b, c, d] = [
      '○研修会の開催',
      '○退院調整ルールの検討',
      '○薬局マップの作成',
      '○口腔ケアの普及',
      '○栄養指導の充実',
    ]
    const old = planOf(['区分', { ...TRANSFER, 取組み: [a, x, c, b, x].join('\n') }])
    const now = planOf(['区分', { ...TRANSFER, 取組み: [b, x, d].join('\n') }])
    const removed = compareSamples(old, now).changes.filter(({ kinds }) => kinds[0] === 'removed')
    expect(removed.flatMap((change) => change.old.map(({ item }) => item))).toEqual([0, 1, 2])
  })

  it('再掲の項目は再掲の項目と対応し、原本の項目とは対応しない', () => {
    const again = TERMINAL.取組み!.replace('○', '○（再掲）')
    const old = planOf(['区分', { ...NURSING, 取組み: `${NURSING.取組み}\n${again}` }, TERMINAL])
    const now = planOf(['区分', NURSING, { ...TERMINAL, 取組み: `${TERMINAL.取組み}` }])
    expect(tellChanges(compareSamples(old, now))).toEqual([`removed: ${again} → 無`])
  })

  it('同じ升では、少し似ているだけの原本より再掲どうしが対応する。同じ文の原本があれば、再掲になったと読む', () => {
    const original = '○医療介護関係者の研修会の開催（H29年度）'
    const again = '○（再掲）医療介護関係者の研修会及び意見交換会の開催（H29年度）'
    const changesTo = (text: string) =>
      tellChanges(
        compareSamples(
          planOf(['区分', { ...NURSING, 取組み: `${original}\n${again}` }]),
          planOf(['区分', { ...NURSING, 取組み: text }]),
        ),
      )
    const reworded = '○（再掲）医療介護関係者の研修会の実施'
    expect(changesTo(reworded)).toEqual([`removed: ${original} → 無`, `reworded: ${again} → ${reworded}`])
    const same = '○（再掲）医療介護関係者の研修会の開催（H30年度）'
    expect(changesTo(same)).toEqual([`reworded: ${original} → ${same}`, `removed: ${again} → 無`])
  })

  it('再掲の項目は、書き直された原本に従って別の行でも対応する', () => {
    const [old, now] = [
      '○看取りに関する講演会の開催（H26～29年度）',
      '○看取りに関する講演会及び家族の相談会の実施（R1年度）',
    ]
    const again = (row: SampleRow, text: string) => ({
      ...row,
      取組み: `${row.取組み}\n${text.replace('○', '○（再掲）')}`,
    })
    const before = planOf(['区分', TERMINAL, again(NURSING, old), HOUSING])
    const after = planOf(['区分', { ...TERMINAL, 取組み: now }, NURSING, again(HOUSING, now)])
    expect(tellChanges(compareSamples(before, after))).toEqual([
      `reworded: ${old} → ${now}`,
      `moved+reworded: ${old.replace('○', '○（再掲）')} → ${now.replace('○', '○（再掲）')}`,
    ])
  })
})

describe('結合セル', () => {
  const first = { ...TRANSFER }
  const second: SampleRow = {
    取組み: '○多職種連携に関する研修会の実施',
    成果と課題: '□相談や助言へつなげやすくなった。',
  }

  it('結合した見出しは最初の行のもので、一度だけ数える', () => {
    const comparison = compareSamples(planOf(['区分', first, second]), planOf(['区分', first, second]))
    expect(comparison.old.items).toBe(8)
    expect(tellChanges(comparison)).toEqual([])
    expect(comparison.rowPairs[1]?.cells[0]).toMatchObject({ old: { joined: true, text: '' }, entries: [] })
  })

  it('最初の行がなくなって次の行に移った見出しは、変わっていない', () => {
    const now = { ...second, 現状と課題: TRANSFER.現状と課題!, 施策: TRANSFER.施策! }
    expect(changes([['区分', first, second]], [['区分', now]])).toEqual(['row-removed: 1-1（4） → 無'])
  })

  it('空欄が結合に変わったことも言い残さない', () => {
    const [old, now] = [{ ...second, 施策: '' }, second]
    const comparison = compareSamples(
      planOf(['区分', { ...first, 施策: '' }, old]),
      planOf(['区分', { ...first, 施策: '' }, now]),
    )
    expect(tellChanges(comparison)).toEqual(['joined-changed:  → '])
    expect(comparison.changes.find(({ subject }) => subject === 'cell')?.new).toMatchObject([
      { row: 2, column: '施策' },
    ])
  })
})

describe('区分の変更', () => {
  it('名称と番号', () => {
    expect(changes([['看取りの普及', TERMINAL]], [['看取り・人生会議の普及', TERMINAL]])).toEqual([
      'category-renamed: 1 看取りの普及 → 1 看取り・人生会議の普及',
    ])
    expect(
      changes(
        [
          ['移行', TRANSFER],
          ['看取り', TERMINAL],
        ],
        [['看取り', TERMINAL]],
      ),
    ).toEqual([
      'category-removed: 1 移行 → 無',
      'row-removed: 1-1（6） → 無',
      'category-renumbered: 2 看取り → 1 看取り',
    ])
  })

  it('全く別の名称になっても、行が同じなら同じ区分', () => {
    expect(changes([['移行', TRANSFER, NURSING]], [['入退院の支援', TRANSFER, NURSING]])).toEqual([
      'category-renamed: 1 移行 → 1 入退院の支援',
    ])
  })

  it('名称も番号も変わり、項目もみな書き直されたが、行が同じなら同じ区分', () => {
    const renewed = (row: SampleRow): SampleRow =>
      Object.fromEntries(Object.entries(row).map(([key, text]) => [key, text.replace(/[をにの]/g, '$&更なる')]))
    const old = planOf(['移行', TRANSFER, NURSING], ['看取り', TERMINAL])
    const now = planOf(['看取り', TERMINAL], ['暮らしを支える体制', renewed(TRANSFER), renewed(NURSING)])
    const pairs = compareSamples(old, now).categoryPairs.map((pair) => `${pair.old?.name} → ${pair.new?.name}`)
    expect(pairs).toEqual(['看取り → 看取り', '移行 → 暮らしを支える体制'])
  })

  it('表記だけのちがい', () => {
    expect(changes([['ＩＣＴの活用', TRANSFER]], [['ICTの活用', TRANSFER]])).toEqual([
      'notation-only: 1 ＩＣＴの活用 → 1 ICTの活用',
    ])
  })

  it('区分の並べ替え', () => {
    const numbered = (plan: ReturnType<typeof planOf>, numbers: readonly number[]) => ({
      ...plan,
      categories: plan.categories.map((category, at) => ({ ...category, number: numbers[at]! })),
    })
    const old = planOf(['移行', TRANSFER, NURSING], ['看取り', TERMINAL])
    const now = numbered(planOf(['看取り', TERMINAL], ['移行', TRANSFER, NURSING]), [2, 1])
    const comparison = compareSamples(old, now)
    expect(tellChanges(comparison)).toEqual(['category-moved: 2 看取り → 2 看取り'])
    expect(comparison.categories.map(({ side }) => side)).toEqual(['new', 'both', 'old'])
  })
})

describe('列のちがう様式', () => {
  it('一方にしかない欄は、欄とその中身の追加・削除', () => {
    const columns = (keys: readonly string[]) =>
      keys.map((key) => ({ key, part: 'initiatives' as const, merges: false }))
    const old = planOf(['区分', { 取組み: '○情報交換会の開催', 指標: '○年三回' }])
    const now = planOf(['区分', { 取組み: '○情報交換会の開催', 評価: '' }])
    const comparison = compareSamples(old, now, {
      columns: { old: columns(['取組み', '指標']), new: columns(['評価', '取組み']) },
    })
    expect(tellChanges(comparison)).toEqual([
      'document-changed: 無 → 評価',
      'document-changed: 指標 → 無',
      'removed: ○年三回 → 無',
    ])
    expect([comparison.old.items, comparison.notes.map(({ code }) => code)]).toEqual([2, ['no-redline']])
  })
})
