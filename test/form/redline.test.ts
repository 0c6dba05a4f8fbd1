import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coveringCell } from '../../src/form/covering-cell.js'
import type { Form, FormCell, Revision, Run } from '../../src/form/form.js'
import { comparedColumns } from '../../src/review/columns.js'
import { compare } from '../../src/review/compare.js'
import { arbitraryEditions, withoutBreaks } from '../support/arbitrary-editions.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { describeParagraph, describeRows, planOf, redlineOf } from '../support/print-redline.js'
import { bodyOf, headOf } from '../support/sections.js'
import { toForm, toRedlineForm } from '../support/stages.js'

const FORM = bundledForm('official')
const SEEDS = { old: seedPlan('mogami-h30'), new: seedPlan('mogami-r1') }
const REVISIONS = ['tracked', 'plain'] as const

/** 区分, 現状と課題, 取組み. */
const COLUMNS = [0, 1, 3]

function cells(form: Form, column?: number): readonly FormCell[] {
  return bodyOf(form).flatMap(({ slots }) =>
    slots.flatMap((slot, at) => (slot.tag === 'cell' && (column ?? at) === at ? [slot] : [])),
  )
}

/** What a column says in one edition, top to bottom: neither what the other one says nor remarks nor what is said again. */
function said(form: Form, column: number, gone: Revision): readonly string[] {
  const isSaid = ({ revision, emphasis }: Run) => revision !== gone && !emphasis?.includes('small')
  return cells(form, column)
    .filter((cell) => cell.repeated !== true)
    .flatMap((cell) => cell.paragraphs.map(({ runs }) => runs.filter(isSaid)))
    .map((runs) => runs.map(({ text }) => text).join(''))
    .filter((text) => text !== '')
}

const OLD = planOf(
  'H30',
  `
  - 名称: 移行
    行:
      - { id: a, 現状と課題: 連携の強化, 取組み: ○研修会の開催（H30年度） }
      - { id: b, 取組み: ○手引きの作成 }
      - { id: c, 現状と課題: 人材の確保, 取組み: ○説明会の開催 }
  - 名称: 看取り
    行:
      - { id: d, 現状と課題: 理解の促進, 取組み: ○地域住民を対象とした看取りに関する公開講座の開催, 具体的な取組み: ○冊子の配布 }
`,
)

describe('見え消し', () => {
  test.each(REVISIONS)('変わらない計画には、印が一つもない（%s）', (revisions) => {
    const plan = withoutBreaks(SEEDS.old)
    const form = redlineOf({ old: plan, new: plan }, { revisions })
    expect(bodyOf(form)).toEqual(bodyOf(toForm(plan, FORM)))
  })

  test('どの欄も、旧い文と新しい文をそれぞれ一字も欠かさず一度だけ、元の順に言う', () => {
    fc.assert(
      fc.property(arbitraryEditions, (editions) => {
        const form = redlineOf(editions, { revisions: 'plain' })
        const own = { old: toForm(editions.old, FORM), new: toForm(editions.new, FORM) }
        FORM.columns.forEach((_, column) => {
          expect(said(form, column, 'deleted')).toEqual(said(own.new, column, 'deleted'))
          expect(said(form, column, 'inserted')).toEqual(said(own.old, column, 'deleted'))
        })
      }),
      { numRuns: 60 },
    )
  })

  test('加わり消えた行は、その升の文にも同じ印がある。行だけに印があるのは文のない行と変更履歴だけ', () => {
    fc.assert(
      fc.property(arbitraryEditions, fc.constantFrom(...REVISIONS), (editions, revisions) => {
        for (const row of bodyOf(redlineOf(editions, { revisions }))) {
          if (revisions === 'plain') expect(row.revision).toBeUndefined()
          if (row.revision === undefined) continue
          const paragraphs = row.slots.flatMap((slot) => (slot.tag === 'cell' ? slot.paragraphs : []))
          for (const { runs, revision } of paragraphs) {
            for (const run of runs) expect(run.revision ?? revision).toBe(row.revision)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  test('どこで行が加わり消えても、表の升目は埋まっている', () => {
    fc.assert(
      fc.property(arbitraryEditions, fc.constantFrom(...REVISIONS), (editions, revisions) => {
        const body = bodyOf(redlineOf(editions, { revisions }))
        for (const [index, row] of body.entries()) {
          expect(row.slots.length).toBe(FORM.columns.length)
          for (const [column, slot] of row.slots.entries()) {
            const cell = coveringCell(body, index, column)
            if (slot.tag === 'covered') expect(slot.up).toBeLessThan(cell.rowSpan)
            else expect(index + slot.rowSpan).toBeLessThanOrEqual(body.length)
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('升の中', () => {
  const plan = (year: string, text: string) =>
    planOf(year, `  - { 名称: 移行, 行: [{ id: a, 現状と課題: 連携, 成果と課題: ${text} }] }\n`)
  const pair = {
    old: plan('H30', '■参加者が一部の職種に偏っており、周知が必要である。'),
    new: plan('R1', '□参加者が一部の職種に偏っており、周知を進めた。'),
  }

  test('記号が変われば、字下げは両方の記号の分', () => {
    const [cell] = cells(redlineOf(pair, { revisions: 'plain' }), 4)
    expect(cell!.paragraphs.map(describeParagraph)).toEqual([
      '[-■-]{+□+}参加者が一部の職種に偏っており、周知[-が必要である-]{+を進めた+}。〔課題→成果〕',
    ])
    expect(cell!.paragraphs[0]!.marker).toBe(2)
  })

  test('実施し、なお予定する項目は、予定の欄では年度だけに印がつく', () => {
    const item = '○[最上総合支庁]在宅医療の推進に向けた研修会・講演会の開催'
    const editions = {
      old: planOf('H30', `  - { 名称: 移行, 行: [{ id: a, 具体的な取組み: "${item}（H30年度）" }] }\n`),
      new: planOf(
        'R1',
        `  - { 名称: 移行, 行: [{ id: a, 取組み: "${item}（H30年度）", 具体的な取組み: "${item}（R1年度）" }] }\n`,
      ),
    }
    expect(describeRows(redlineOf(editions, { revisions: 'plain' }), [3, 6])).toEqual([
      `{+${item}（H30年度）+}〔「具体的な取組み」から（実施）〕 | ${item}（[-H30年度-]{+R1年度+}）`,
    ])
  })

  test('表記のみの違いを比べないなら、新しい表記だけを印なしで書く。変更履歴では両方を残す', () => {
    const columns = comparedColumns(FORM)
    const editions = {
      old: plan('H30', '□研修会の取り組み（Ｈ30年度）'),
      new: plan('R1', '□研修会の取組み（H30年度）'),
    }
    const comparison = compare(editions.old, editions.new, {
      columns: { old: columns, new: columns },
      ignoreNotation: true,
    })
    const [quiet, tracked] = (['plain', 'tracked'] as const).map((revisions) =>
      describeRows(toRedlineForm(editions.old, editions.new, comparison, FORM, { revisions }), [4]),
    )
    expect(quiet).toEqual(['□研修会の取組み（H30年度）'])
    const { header } = toRedlineForm(editions.old, editions.new, comparison, FORM, { revisions: 'plain' })
    expect(header.at(-1)).toMatchObject({ text: expect.stringContaining('表記だけの違い 1件は') })
    expect(tracked).toEqual(['□研修会の[-取り組み-]{+取組み+}（[-Ｈ30年度-]{+H30年度+}）'])
  })

  test('表記だけ変わった区分の名前も、表記を比べないなら印がない。番号や名前が変われば印がある', () => {
    const editions = {
      old: planOf('H30', '  - { 名称: 訪問看護など, 行: [{ 取組み: ○研修会 }] }\n'),
      new: planOf('R1', '  - { 名称: 訪問看護等, 行: [{ 取組み: ○研修会 }] }\n'),
    }
    const columns = comparedColumns(FORM)
    const label = (now: typeof editions.new, ignoreNotation: boolean, definition = FORM) => {
      const comparison = compare(editions.old, now, { columns: { old: columns, new: columns }, ignoreNotation })
      return describeRows(toRedlineForm(editions.old, now, comparison, definition, { revisions: 'plain' }), [0])
    }
    expect(label(editions.new, true)).toEqual(['①訪問看護等'])
    expect(label(editions.new, false)).toEqual(['①訪問看護[-など-]{+等+}'])
    const renumbered = planOf('R1', '  - { 番号: 2, 名称: 訪問看護等, 行: [{ 取組み: ○研修会 }] }\n')
    expect(label(renumbered, true)).toEqual(['[-①-]{+②+}訪問看護[-など-]{+等+}'])
    const counting = { ...FORM, texts: { ...FORM.texts, category: '{{名称}}（{{略記 年度}}）' } }
    expect(label(editions.new, true, counting)[0]).toContain('[-')
  })

  test('消えた升は、新しい計画ファイルのどこにあるともいわない', () => {
    const form = redlineOf(SEEDS, { revisions: 'tracked' })
    const sources = bodyOf(form).map(({ slots, revision }) => ({
      revision,
      named: slots.some((slot) => slot.tag === 'cell' && slot.source !== undefined),
    }))
    for (const { revision, named } of sources) expect(named).toBe(revision !== 'deleted')
  })

  test('比べた結果が升の文と合わなくても、どちらの文も失わない', () => {
    const columns = comparedColumns(FORM)
    const other = compare(pair.old, plan('R1', '○別の文'), { columns: { old: columns, new: columns } })
    const form = toRedlineForm(pair.old, pair.new, other, FORM, { revisions: 'plain' })
    expect(said(form, 4, 'deleted')).toEqual(['□参加者が一部の職種に偏っており、周知を進めた。'])
    expect(said(form, 4, 'inserted')).toEqual(['■参加者が一部の職種に偏っており、周知が必要である。'])
  })
})

describe('行と区分の増減', () => {
  test('先頭の行が消えても、区分と見出しの名は変わったといわない', () => {
    const now = planOf(
      'R1',
      `
  - 名称: 移行
    行:
      - { id: b, 現状と課題: 連携の強化, 取組み: ○手引きの作成 }
      - { id: c, 現状と課題: 人材の確保, 取組み: ○説明会の開催 }
  - 名称: 看取り
    行:
      - { id: d, 現状と課題: 理解の促進, 取組み: ○地域住民を対象とした看取りに関する公開講座の開催, 具体的な取組み: ○冊子の配布 }
`,
    )
    expect(describeRows(redlineOf({ old: OLD, new: now }, { revisions: 'plain' }), COLUMNS)).toEqual([
      '①移行 | 連携の強化 | [-○研修会の開催（H30年度）-]',
      '↑ | ↑ | ○手引きの作成',
      '↑ | 人材の確保 | ○説明会の開催',
      '②看取り | 理解の促進 | ○地域住民を対象とした看取りに関する公開講座の開催',
    ])
  })

  test('変更履歴では、消える行の名を残る行へ書き直す', () => {
    const now = planOf(
      'R1',
      `
  - 名称: 移行
    行:
      - { id: b, 現状と課題: 連携の強化, 取組み: ○手引きの作成 }
      - { id: c, 現状と課題: 人材の確保, 取組み: ○説明会の開催 }
  - 名称: 看取り
    行:
      - { id: d, 現状と課題: 理解の促進, 取組み: ○地域住民を対象とした看取りに関する公開講座の開催, 具体的な取組み: ○冊子の配布 }
`,
    )
    expect(describeRows(redlineOf({ old: OLD, new: now }, { revisions: 'tracked' }), COLUMNS)).toEqual([
      '- [-①移行-] | [-連携の強化-] | [-○研修会の開催（H30年度）-]',
      '{+①移行+} | {+連携の強化+} | ○手引きの作成',
      '↑ | 人材の確保 | ○説明会の開催',
      '②看取り | 理解の促進 | ○地域住民を対象とした看取りに関する公開講座の開催',
    ])
  })

  test('結合した見出しの中に行が割り込めば、下の行でもう一度名乗る', () => {
    const now = planOf(
      'R1',
      `
  - 名称: 移行・連携
    行:
      - { id: a, 現状と課題: 連携の強化, 取組み: ○研修会の開催（R1年度） }
      - { id: x, 現状と課題: 災害への備え, 取組み: ○訓練の実施 }
      - { id: c, 現状と課題: 人材の確保, 取組み: ○説明会の開催 }
  - 名称: 看取り
    行:
      - { id: d, 現状と課題: 理解の促進, 取組み: ○地域住民を対象とした看取りに関する公開講座の開催, 具体的な取組み: ○冊子の配布 }
`,
    )
    const editions = { old: OLD, new: now }
    expect(describeRows(redlineOf(editions, { revisions: 'plain' }), COLUMNS)).toEqual([
      '①移行{+・連携+} | 連携の強化 | ○研修会の開催（[-H30年度-]{+R1年度+}）',
      '↑ | ↑ | [-○手引きの作成-]',
      '↑ | {+災害への備え+} | {+○訓練の実施+}',
      '↑ | 人材の確保 | ○説明会の開催',
      '②看取り | 理解の促進 | ○地域住民を対象とした看取りに関する公開講座の開催',
    ])
    expect(describeRows(redlineOf(editions, { revisions: 'tracked' }), COLUMNS)).toEqual([
      '①移行{+・連携+} | 連携の強化 | ○研修会の開催（[-H30年度-]{+R1年度+}）',
      '- ↑ | ↑ | [-○手引きの作成-]',
      '+ ↑ | {+災害への備え+} | {+○訓練の実施+}',
      '↑ | 人材の確保 | ○説明会の開催',
      '②看取り | 理解の促進 | ○地域住民を対象とした看取りに関する公開講座の開催',
    ])
    const swapped = { old: now, new: OLD }
    expect(describeRows(redlineOf(swapped, { revisions: 'plain' }), [1])).toEqual([
      '連携の強化',
      '[-災害への備え-]',
      '{+連携の強化+}',
      '人材の確保',
      '理解の促進',
    ])
  })

  test('消えた行に見出しを割られた下の行は、見出しをもう一度名乗る', () => {
    const old = planOf(
      'H30',
      `
  - 名称: 移行
    行:
      - { id: a, 現状と課題: 連携の強化, 取組み: ○研修会の開催 }
      - { id: x, 現状と課題: 災害への備え, 取組み: ○訓練の実施 }
      - { id: b, 取組み: ○手引きの作成 }
`,
    )
    const now = planOf(
      'R1',
      `
  - 名称: 移行
    行:
      - { id: a, 現状と課題: 連携の強化, 取組み: ○研修会の開催 }
      - { id: b, 取組み: ○手引きの作成 }
`,
    )
    const editions = { old, new: now }
    const plain = redlineOf(editions, { revisions: 'plain' })
    expect(describeRows(plain, [1])).toEqual(['連携の強化', '[-災害への備え-]', '連携の強化'])
    expect(cells(plain, 1).map((cell) => cell.repeated === true)).toEqual([false, false, true])
    // Once the row is gone, the place below it joins the cell above.
    expect(describeRows(redlineOf(editions, { revisions: 'tracked' }), [1])).toEqual([
      '連携の強化',
      '- [-災害への備え-]',
      '↑',
    ])
  })

  test('区分ごと加わり、消え、移る', () => {
    const now = planOf(
      'R1',
      `
  - 名称: 看取り
    行:
      - { id: d, 現状と課題: 理解の促進, 取組み: ○地域住民を対象とした看取りに関する公開講座の開催, 具体的な取組み: ○冊子の配布 }
  - 名称: 防災
    行:
      - { id: y, 現状と課題: 電源の確保, 取組み: ○調査の実施 }
`,
    )
    expect(describeRows(redlineOf({ old: OLD, new: now }, { revisions: 'plain' }), COLUMNS)).toEqual([
      '[-①移行-] | [-連携の強化-] | [-○研修会の開催（H30年度）-]',
      '↑ | ↑ | [-○手引きの作成-]',
      '↑ | [-人材の確保-] | [-○説明会の開催-]',
      '[-②-]{+①+}看取り | 理解の促進 | ○地域住民を対象とした看取りに関する公開講座の開催',
      '{+②防災+} | {+電源の確保+} | {+○調査の実施+}',
    ])
  })
})

describe('どこからどこへ', () => {
  const now = planOf(
    'R1',
    `
  - 名称: 移行
    行:
      - { id: a, 現状と課題: 連携の強化, 取組み: ○研修会の開催（H30年度） }
      - { id: b, 取組み: "○手引きの作成\\n○地域住民を対象とした看取りに関する公開講座の開催" }
  - 名称: 看取り
    行:
      - { id: d, 現状と課題: 理解の促進, 取組み: ○冊子の配布 }
      - { id: c, 現状と課題: 人材の確保, 取組み: ○説明会の開催 }
`,
  )
  const editions = { old: OLD, new: now }

  test('移った項目と行は、旧と新のどの区分の何行目か、どの欄かを両側で言う', () => {
    expect(describeRows(redlineOf(editions, { revisions: 'plain' }), [0, 1, 3, 6])).toEqual([
      '①移行 | 連携の強化 | ○研修会の開催（H30年度） | ',
      '↑ | ↑ | ○手引きの作成 / {+○地域住民を対象とした看取りに関する公開講座の開催+}〔旧②1から移動〕 | ',
      '↑ | [-人材の確保-]〔行を新②2へ移動〕 | [-○説明会の開催-] | ',
      '②看取り | 理解の促進 | [-○地域住民を対象とした看取りに関する公開講座の開催-]〔新①2へ移動〕 / {+○冊子の配布+}〔「具体的な取組み」から（実施）〕 | [-○冊子の配布-]〔「取組み」へ（実施）〕',
      '↑ | {+人材の確保+}〔行を旧①3から移動〕 | {+○説明会の開催+} | ',
    ])
  })

  test('変更履歴には書かない。承諾しても取り消しても残ってしまうから', () => {
    expect(JSON.stringify(bodyOf(redlineOf(editions, { revisions: 'tracked' })))).not.toMatch(/〔|small/)
  })

  test('見本の計画では、移った二行とほかの行へ移った三項目が両側で言う', () => {
    const remarks = cells(redlineOf(SEEDS, { revisions: 'plain' }))
      .flatMap((cell) => cell.paragraphs.flatMap(({ runs }) => runs))
      .filter(({ emphasis }) => emphasis?.includes('small'))
      .map(({ text }) => text)
    expect(remarks.filter((text) => text.startsWith('〔行を'))).toEqual([
      '〔行を新②4へ移動〕',
      '〔行を新③2へ移動〕',
      '〔行を旧②1から移動〕',
      '〔行を旧②4から移動〕',
    ])
    expect(remarks.filter((text) => /^〔.②?[①-⑥]\d(から|へ)移動〕$/.test(text)).toSorted()).toEqual([
      '〔新③2へ移動〕',
      '〔新③2へ移動〕',
      '〔新⑤1へ移動〕',
      '〔旧④1から移動〕',
      '〔旧④1から移動〕',
      '〔旧⑤2から移動〕',
    ])
    expect(remarks).toContain('〔旧⑤1「具体的な取組み」から移動〕')
    expect(remarks.filter((text) => text === '〔並べ替え〕').length).toBe(4)
  })
})

describe('見え消しの頁と題', () => {
  test('頁は区分の頭だけで改める。行の途中の改ページは、消した行があれば合わない', () => {
    const form = redlineOf(SEEDS, { revisions: 'plain' })
    const starts = bodyOf(form).flatMap((row, index) => (row.startsPage ? [index] : []))
    expect(starts.map((index) => describeRows(form, [0])[index])).toEqual(['③急変時の対応', '⑤在宅医療推進体制の強化'])
  })

  test('変更履歴では、新しい年度の改ページをどれも保つ', () => {
    const form = redlineOf(SEEDS, { revisions: 'tracked' })
    expect(bodyOf(form).filter((row) => row.startsPage).length).toBe(3)
  })

  test('しおりは、区分ごとに一つだけで新しい名', () => {
    const body = bodyOf(redlineOf(SEEDS, { revisions: 'plain' }))
    expect(body.flatMap((row) => row.bookmark ?? [])).toEqual(
      bodyOf(toForm(SEEDS.new, FORM)).flatMap((row) => row.bookmark ?? []),
    )
  })

  test('題名も語ごとに印をつけ、欄外に何と何の見え消しかを言う', () => {
    const old = { ...OLD, title: '在宅医療の計画（平成30年度）' }
    const now = { ...OLD, year: 2019, title: '在宅医療の計画（令和元年度）' }
    const form = redlineOf({ old, new: now }, { revisions: 'plain' })
    expect(form.title.map(describeParagraph)).toEqual(['在宅医療の計画（[-平成30年度-]{+令和元年度+}）'])
    expect(form.header).toEqual([{ tag: 'text', text: '見え消し（平成30年度→令和元年度）　変更なし' }])
    expect(redlineOf({ old, new: now }, { revisions: 'tracked' }).header).toEqual([])
  })

  test('年度を書く表頭にも印がつく', () => {
    const columns = FORM.columns.map((column) =>
      column.heading === '現状と課題' ? { ...column, heading: '在宅医療をめぐる現状と課題（{{年度}}）' } : column,
    )
    const form = redlineOf({ old: OLD, new: { ...OLD, year: 2019 } }, { revisions: 'plain' }, { ...FORM, columns })
    const [first] = headOf(form)
    const heading = first!.slots[1]
    expect(heading?.tag === 'cell' && heading.paragraphs.map(describeParagraph)).toEqual([
      '在宅医療をめぐる現状と課題（[-平成30年度-]{+令和元年度+}）',
    ])
  })
})
