/** What a careful official would say of two editions: rows, categories, items, promises, notation. */

import { describe, expect, it } from 'vitest'
import { compareTold, editionOf } from '../support/editions.js'

type Row = Readonly<Record<string, string>>
type Category = readonly [name: string, ...rows: readonly Row[]]

/** YAML of categories; a text of several lines as a block. */
function yamlOf(categories: readonly Category[]): string {
  const cell = ([key, text]: readonly [string, string]) =>
    text.includes('\n')
      ? `        ${key}: |\n${text.replace(/^/gm, '          ')}\n`
      : `        ${key}: ${JSON.stringify(text)}\n`
  const row = (each: Row) => `      -\n${Object.entries(each).map(cell).join('')}`
  return categories.map(([name, ...rows]) => `\n  - 名称: ${name}\n    行:\n${rows.map(row).join('')}`).join('')
}

function told(
  old: readonly Category[],
  now: readonly Category[],
  form = 'official',
  years = ['H30', 'R1'],
): readonly string[] {
  const [before, after] = years.map((year) => `計画: 計画\n年度: ${year}`)
  return compareTold(editionOf(before!, yamlOf(old), form), editionOf(after!, yamlOf(now), form))
}

/** One row with these labels. */
function row(cells: Row): Category {
  return ['移行', { 現状と課題: '連携の強化が必要', 施策: '連携ツールの検討', ...cells }]
}

const DISCHARGE: Row = {
  現状と課題: '病院における退院支援の充実',
  施策: '退院調整のルールづくり',
  取組み: '○情報交換会の開催（H25～R2年度）',
  成果と課題: '□顔の見える関係づくりにつながった。',
}
const EMERGENCY: Row = {
  現状と課題: '後方支援病院の不足',
  施策: '急変時の受入体制の支援',
  取組み: '○地域包括支援センター連絡協議会の開催',
  成果と課題: '□当面は市町村単独で実施する。',
}
const NURSING: Row = {
  現状と課題: '訪問看護の対象エリアが広い',
  施策: '訪問看護体制の強化',
  取組み: '○訪問看護ステーション設置に向けた検討（H27～29年度）',
}

describe('行', () => {
  it('見出しが同じ行は、項目がみな入れ替わっても同じ行', () => {
    const other = { ...EMERGENCY, 取組み: '○消防本部との合同訓練（R元年度）', 成果と課題: '■夜間の当番医が足りない。' }
    expect(told([['移行', DISCHARGE, EMERGENCY]], [['移行', DISCHARGE, other]])).toEqual([
      'removed: ○地域包括支援センター連絡協議会の開催 → 無',
      'added: 無 → ○消防本部との合同訓練（R元年度）',
      'removed: □当面は市町村単独で実施する。 → 無',
      'added: 無 → ■夜間の当番医が足りない。',
    ])
  })

  it('id の取り違えは確認し、変更とはしない', () => {
    const [a, b] = [
      { id: 'a', ...DISCHARGE },
      { id: 'b', ...EMERGENCY },
    ]
    expect(told([['移行', a, b]], [['移行', { ...a, id: 'b' }, { ...b, id: 'a' }]])).toEqual([
      'same',
      '確認 ids-swapped: 退院調整のルールづくり',
      '確認 ids-swapped: 急変時の受入体制の支援',
    ])
  })

  it('結合した見出しの先頭に行が入っても、見出しは変わらない', () => {
    const [first, ...rest] = [
      { 課題: '担い手が減っている。', 基本方向: '支え合う', 施策目標: '120団体', 具体的取組: '○見守り協定の拡大' },
      { 具体的取組: '○福祉協力員の養成' },
    ]
    const { 具体的取組: before, ...labels } = first!
    const now = [{ ...labels, 具体的取組: '○買物の支援' }, { 具体的取組: before! }, ...rest]
    expect(told([['福祉', first!, ...rest]], [['福祉', ...now]], 'welfare', ['R6', 'R7'])).toEqual([
      'row-added: 無 → ○買物の支援',
    ])
  })
})

describe('区分', () => {
  const MOVE: Category = ['移行', DISCHARGE]
  const LIFE: Category = ['日常の療養', NURSING, { ...EMERGENCY, 施策: '住まいの充実' }]
  const END: Category = ['急変時', EMERGENCY]

  it('先頭に加わった。ずれた番号は一度だけ言う', () => {
    expect(told([MOVE, END], [['進め方', { 施策: '推進会議の設置', 取組み: '○推進会議' }], MOVE, END])).toEqual([
      'category-added: 無 → 1 進め方',
      'row-added: 無 → 推進会議の設置＆○推進会議',
      'category-renumbered: 1 移行＆2 急変時 → 2 移行＆3 急変時',
    ])
  })

  it('なくなった。【…】の行も残らず言う', () => {
    expect(told([MOVE, ['人材', { 施策: '研修', 取組み: '【県補助金】\n○[薬剤師会]研修会' }]], [MOVE])).toEqual([
      'category-removed: 2 人材 → 無',
      'row-removed: 研修＆【県補助金】＆○[薬剤師会]研修会 → 無',
    ])
  })

  it('分かれた、一つになった', () => {
    const [, first, second] = LIFE
    const parted: Category[] = [MOVE, ['日常の療養', first!], ['住まい', second!], END]
    expect(told([MOVE, LIFE, END], parted)).toEqual([
      'category-split: 2 日常の療養 → 2 日常の療養＆3 住まい',
      'category-renumbered: 3 急変時 → 4 急変時',
    ])
    expect(told(parted, [MOVE, LIFE, END])).toEqual([
      'category-merged: 2 日常の療養＆3 住まい → 2 日常の療養',
      'category-renumbered: 4 急変時 → 3 急変時',
    ])
  })

  it('名前が変わった', () => {
    expect(told([MOVE, END], [['入退院の支援', DISCHARGE], END])).toEqual(['category-renamed: 1 移行 → 1 入退院の支援'])
  })
})

describe('項目', () => {
  const FOOD = ['啓発研修（H28～30年度）', '食支援研修会（H27～30年度）', '介護食マップの作成（H29）']
  it.each<[string, Row, Row, readonly string[]]>([
    [
      'ほかの欄へ移った',
      { 成果と課題: '□進んだ。\n■セキュリティ面の周知徹底が必要。', 今後の対応: '○普及拡大' },
      { 成果と課題: '□進んだ。', 今後の対応: '○普及拡大\n■セキュリティ面の周知徹底が必要。' },
      ['moved: ■セキュリティ面の周知徹底が必要。 → ■セキュリティ面の周知徹底が必要。'],
    ],
    [
      '三つに分かれた',
      { 取組み: `○${FOOD.join('／')}` },
      { 取組み: FOOD.map((each) => `○${each}`).join('\n') },
      [`split: ○${FOOD.join('／')} → ${FOOD.map((each) => `○${each}`).join('＆')}`],
    ],
    [
      '三つが一つになった',
      { 取組み: FOOD.map((each) => `○${each}`).join('\n') },
      { 取組み: `○${FOOD.join('／')}` },
      [`merged: ${FOOD.map((each) => `○${each}`).join('＆')} → ○${FOOD.join('／')}`],
    ],
    [
      '財源の名前',
      { 取組み: '○情報交換会\n【在宅医療推進事業費補助金】\n○ツールの作成' },
      { 取組み: '○情報交換会\n【地域医療介護総合確保基金】\n○ツールの作成' },
      ['funding-changed: 【在宅医療推進事業費補助金】 → 【地域医療介護総合確保基金】'],
    ],
    [
      '財源の下に入った',
      { 取組み: '○情報交換会\n【補助金】\n○ツールの作成' },
      { 取組み: '【補助金】\n○情報交換会\n○ツールの作成' },
      ['funding-changed: ○情報交換会 → ○情報交換会'],
    ],
    [
      '同上を文に書いた',
      { 今後の対応: '○立入調査の実施', 具体的な取組み: '同上' },
      { 今後の対応: '○立入調査の実施', 具体的な取組み: '○立入調査の実施（R元年度）' },
      ['carried-over+marker-changed+reworded: 同上 → ○立入調査の実施（R元年度）', '予定 carried-over: ○立入調査の実施'],
    ],
    [
      '同上の先が変わった',
      { 今後の対応: '○訪問看護体制の強化', 具体的な取組み: '同上' },
      { 今後の対応: '○訪問看護体制の縮小', 具体的な取組み: '同上' },
      [
        'reworded: ○訪問看護体制の強化 → ○訪問看護体制の縮小',
        '予定 carried-over: ○訪問看護体制の強化',
        '確認 ditto-target-changed: 同上',
        '確認 sense-reversed: ○訪問看護体制の縮小',
      ],
    ],
    [
      '課題が文を変えずに成果になった',
      { 成果と課題: '■連携が進んでいる。' },
      { 成果と課題: '□連携が進んでいる。' },
      ['marker-changed: ■連携が進んでいる。 → □連携が進んでいる。', '確認 result-without-words: □連携が進んでいる。'],
    ],
  ])('%s', (_, old, now, expected) => {
    expect(told([row(old)], [row(now)])).toEqual(expected)
  })

  it('再掲の元だけが変わった', () => {
    const [from, to] = [
      '○すべての医療機関を対象とする実態調査の実施',
      '○すべての医療機関及び事業所を対象とする実態調査の実施',
    ]
    const copy: Row = { ...NURSING, 取組み: `${from}（再掲）\n○シンポジウムの開催` }
    expect(
      told([['移行', { ...DISCHARGE, 取組み: from }, copy]], [['移行', { ...DISCHARGE, 取組み: to }, copy]]),
    ).toEqual([`reworded: ${from} → ${to}`, `確認 repeat-differs: ${from}（再掲）`])
  })
})

describe('予定の追跡', () => {
  const PLAN = '○各地区協議会との協定締結及び周知徹底'
  it.each<[string, string, Row, readonly string[]]>([
    ['行わなかった', PLAN, { 取組み: `${PLAN}は行わなかった（H30年度中止）` }, ['cancelled']],
    ['見送った', PLAN, { 取組み: `${PLAN}を見送った。` }, ['cancelled']],
    ['延期した', PLAN, { 取組み: `${PLAN}（次年度に延期）` }, ['postponed']],
    ['できなかった', PLAN, { 取組み: `${PLAN}はできなかった。` }, ['to-confirm']],
    ['検討にとどまる', PLAN, { 取組み: `${PLAN}は検討にとどまる。` }, ['to-confirm']],
    [
      '課題にできなかったとあり、また予定する',
      `${PLAN}（R1年度）`,
      { 成果と課題: '■各地区協議会との協定締結及び周知徹底は実施できなかった。', 具体的な取組み: `${PLAN}（R2年度）` },
      ['postponed'],
    ],
    ['言いかえて実施', PLAN, { 取組み: '○各地区の協議会との協定の締結と周知（H30年度）' }, ['to-confirm']],
    ['実施した', PLAN, { 取組み: `${PLAN}（R1年度）` }, ['realised']],
    ['少なく実施した', '○相談会の開催（10回）', { 取組み: '○相談会の開催（２回）' }, ['realised']],
    ['一部だけ実施した', PLAN, { 取組み: `${PLAN}（一部実施）` }, ['partly-realised']],
    [
      '中止した研修を再開する予定',
      '○中止した相談会の再開',
      { 取組み: '○中止した相談会の再開（R1年度）' },
      ['realised'],
    ],
    [
      '未実施者への勧奨',
      '○健診の未実施者への電話勧奨',
      { 取組み: '○健診の未実施者への電話勧奨（R1年度）' },
      ['realised'],
    ],
    ['中止することなく続けた', PLAN, { 取組み: `${PLAN}を中止することなく実施` }, ['realised']],
    ['どこにもない', PLAN, { 取組み: '○広報誌の発行' }, ['planned-but-missing']],
    [
      '別の主体',
      '○（薬剤師会）スキルアップを目指した研修会の開催',
      { 取組み: '○[栄養士会]スキルアップを目指した研修会の開催' },
      ['planned-but-missing'],
    ],
    ['過ぎた年度の取組み', '○相談会の開催（R1年度）', { 取組み: '○相談会の開催（H29年度）' }, ['planned-but-missing']],
  ])('%s', (_, plan, now, fates) => {
    const lines = told([row({ 取組み: '○広報', 具体的な取組み: plan })], [row({ 取組み: '○広報', ...now })])
    expect(lines.filter((line) => line.startsWith('予定')).map((line) => line.split(/[ :]/)[1])).toEqual(fates)
    // What cannot be known, and what fell short, is to be confirmed.
    const isShort = plan.includes('10回')
    expect(lines.some((line) => line.startsWith('確認 fate'))).toBe(fates[0] === 'to-confirm' || isShort)
  })

  it('前からある取組みは実施の証拠でない。その年度が予定を含めば確認する', () => {
    const before = { 取組み: '○在宅医療専門部会の開催（H28年度～）' }
    const lines = told([row({ ...before, 具体的な取組み: '○［県］在宅医療専門部会の開催（H31年度）' })], [row(before)])
    expect(lines).toEqual([
      'removed: ○［県］在宅医療専門部会の開催（H31年度） → 無',
      '予定 to-confirm: ○［県］在宅医療専門部会の開催（H31年度）',
      '確認 same-as-last-year: ○［県］在宅医療専門部会の開催（H31年度）',
    ])
  })

  it('予定の年度が過ぎている', () => {
    const plan = row({ 具体的な取組み: '○ルールの作成（H30年度）' })
    expect(told([plan], [plan])).toEqual(['same', '確認 past-year: ○ルールの作成（H30年度）'])
  })

  it('同じ年度の案どうしでは追わない', () => {
    const [old, now] = [row({ 具体的な取組み: PLAN }), row({ 取組み: PLAN })]
    expect(told([old], [now], 'official', ['R1', 'R1'])).toEqual([`moved: ${PLAN} → ${PLAN}`, '警告 same-year'])
  })
})

describe('表記と修正', () => {
  it.each([
    ['○会場 １ ０か所', '○会場 １０か所', 'reworded'],
    ['○面接（10²人）', '○面接（102人）', 'reworded'],
    ['○面積 1½ ha', '○面積 11/2 ha', 'reworded'],
    ['○増減 −3人', '○増減 3人', 'reworded'],
    ['○受診率 3.5％', '○受診率 35％', 'reworded'],
    ['○面接（R6年度から）', '○面接（R6年度まで）', 'reworded'],
    ['○面接（R6年度）', '○面接（R6年度まで）', 'reworded'],
    ['○増減 △3人', '○増減 ▲3人', 'notation-only'],
    ['○増減 △3人', '○増減 -3人', 'notation-only'],
    ['○参加 1,000人', '○参加 1000人', 'notation-only'],
    ['○面積 ½ ha', '○面積 1/2 ha', 'notation-only'],
    ['○面積 10㎡', '○面積 10m²', 'notation-only'],
    ['○取り組みの推進', '○取組の推進', 'notation-only'],
    ['○会議（R6年度）と講座（R7年度）', '○会議（R7年度）と講座（R6年度）', 'years-only'],
    ['【新規】○相談会', '【継続】○相談会', 'reworded'],
  ])('%s → %s は %s', (old, now, kind) => {
    const lines = told([row({ 取組み: old })], [row({ 取組み: now })])
    expect(lines[0]).toBe(`${kind}: ${old} → ${now}`)
  })

  it('年度の欄の R6～R8 は年度', () => {
    const edition = (years: string): Category => [
      '福祉',
      { 課題: '担い手', 基本方向: '支え合い', 具体的取組: '○養成', 年度: years },
    ]
    expect(told([edition('R6～R8')], [edition('R6～R10')], 'welfare', ['R6', 'R7'])).toEqual([
      'years-only: R6～R8 → R6～R10',
    ])
  })
})
