/** Two documents of one invented plan with the commonest traits of office tables: every text comes out or is listed. */

import { describe, expect, it } from 'vitest'
import { entriesOf, fixture, importOffice, tellPlan } from '../../support/import-office.js'

const WORD = fixture('plan-table.docx')
const EXCEL = fixture('plan-table.xlsx')

describe('Word の表', () => {
  const read = importOffice(WORD)

  it('題名、年度、前文、単位、注', () => {
    expect(read.plan).toMatchObject({
      title: '海辺市こども計画　進捗管理表',
      yearText: 'R6',
      year: 2024,
      lead: 'この表は、計画の進み具合を年に一度まとめたものです。',
      unit: '千円',
      notes: '※１　予算額は当初の額である。\n※２　〃は上の欄に同じ。',
    })
  })

  it('二区分五行、縦に結合した見出しの欄は書かない', () => {
    expect(tellPlan(read.plan)).toEqual([
      '1 居場所づくり',
      '現状と課題=放課後を一人で過ごす子が増えている。 | 施策=学校の空き教室を開く。 | 取組み=○空き教室の開放（R4～R6年度）⏎・第一小　週３日⏎・第二小　週２日 | 予算額=1,200 | 対応=○開く日を増やす。 | 具体的な取組み（予定）=○第三小でも始める（R7年度）',
      '取組み=○学生による見守り | 予算額=〃 | 対応=○声かけを続ける。広げる。 | 具体的な取組み（予定）=同上',
      '現状と課題=鵜住地区に居場所がない。 | 施策=集会所を使う。 | 取組み=ア 利用の申込み⏎イ 鍵の受渡し⏎・ 回覧での案内 | 予算額=340 | 対応= | 具体的な取組み（予定）=○掃除当番を決める。',
      '取組み=○紙芝居の会 | 予算額=80 | 対応=○月一回とする。 | 具体的な取組み（予定）=○演じ手を募る。',
      '2 食の支え',
      '現状と課題=朝食をとらない子が一割いる。 | 施策=地域の食堂を助ける。 | 取組み=○食堂への米の提供 | 予算額=2,500 | 対応=○野菜も届ける。 | 具体的な取組み（予定）=○農家との話合い（R7年度）',
    ])
  })

  it('様式は見出しから七列、二段の見出しも', () => {
    expect(
      read.definition.columns.map(({ upperHeadings, heading }) =>
        [...upperHeadings, heading].filter(Boolean).join('／'),
      ),
    ).toEqual([
      '区分',
      '現状と課題',
      '施策',
      '取組み',
      '予算額',
      '今後の対応（案）／対応',
      '今後の対応（案）／具体的な取組み（予定）',
    ])
    expect(read.definition.columns[0]).toMatchObject({ direction: 'vertical' })
    expect(read.definition.columns.map(({ fields }) => fields[0]!.part)).toEqual([
      'category',
      'heading',
      'heading',
      'initiatives',
      'plain',
      'responses',
      'plans',
    ])
  })

  it('読まなかったものは場所とともに言う', () => {
    expect(read.pieces).toEqual(['表1', '表2'])
    expect([...read.revisions]).toEqual([['係員甲', 3]])
    expect(entriesOf(read, 'furigana')).toEqual(['表1 行5 列2 うずまい'])
    expect(entriesOf(read, 'comment')).toEqual(['表2 行4 列7 日取りを確かめること 係員乙'])
    expect(entriesOf(read, 'change-by-hand')).toEqual(['表1 行4 列6'])
    expect(entriesOf(read, 'label-repeated')).toHaveLength(3)
    expect(entriesOf(read, 'heading-repeated')).toHaveLength(8)
  })

  it('変更履歴を戻せば六行、手書きの見え消しは求めに応じて', () => {
    const rejected = importOffice(WORD, { revisions: 'reject' })
    expect(rejected.plan.categories.map(({ rows }) => rows.length)).toEqual([4, 2])
    expect(tellPlan(rejected.plan).join()).toContain('○第三小でも始める（R6年度）')
    const hand = (handmade: 'accept' | 'reject') => tellPlan(importOffice(WORD, { handmade }).plan)[2]!
    expect(hand('accept')).toContain('対応=○声かけを広げる。 ')
    expect(hand('reject')).toContain('対応=○声かけを続ける。 ')
  })
})

describe('Excel の表', () => {
  const read = importOffice(EXCEL)

  it('題名、年度、単位、注', () => {
    expect(read.plan).toMatchObject({
      title: '海辺市こども計画　進捗管理表（令和６年度）',
      yearText: 'R6',
      unit: '千円',
      notes: '※１　予算額は当初の額である。\n※２　〃は上の欄に同じ。',
    })
  })

  it('二つのシートの表は一つ、日付も率も見えるとおり', () => {
    expect(tellPlan(read.plan).slice(0, 6)).toEqual([
      '1 居場所づくり',
      '現状と課題=放課後を一人で過ごす子が増えている。 | 施策=学校の空き教室を開く。 | 取組み=○空き教室の開放（R4～R6年度）⏎　・第一小　週３日⏎　・第二小　週２日 | 期限=R7.3.31 | 達成率=62.5% | 予算額=1,200 | 対応=○開く日を増やす。 | 具体的な取組み（予定）=○第三小でも始める（R7年度）',
      '取組み=○学生による見守り | 期限=〃 | 達成率=100% | 予算額=〃 | 対応=○声かけを続ける。広げる。 | 具体的な取組み（予定）=同上',
      '現状と課題=下地区に居場所がない。 | 施策=集会所を使う。 | 取組み=○利用の手引の作成 | 期限=令和6年12月1日 | 達成率=5.0% | 予算額=340 | 対応= | 具体的な取組み（予定）=○掃除当番を決める。',
      '取組み=○回覧での案内（庁内の控え） | 期限= | 達成率= | 予算額= | 対応= | 具体的な取組み（予定）=',
      '2 食の支え',
    ])
    expect(read.pieces).toEqual(['進捗１', '進捗２'])
  })

  it('合計の行は、黙って区分にならない', () => {
    expect(read.plan.categories).toHaveLength(2)
    expect(tellPlan(read.plan).at(-1)).toMatch(
      /^現状と課題=合計 \| 施策=← \| 取組み=← \| 期限=← \| 達成率=← \| 予算額=4,040/,
    )
    expect(entriesOf(read, 'total-row')).toEqual(['進捗２!A6'])
    expect(entriesOf(read, 'formula')).toEqual(['進捗２!G6'])
  })

  it('隠れた行は読んで言い、求めがあれば除いて一覧に', () => {
    expect(entriesOf(read, 'hidden')).toEqual(['進捗１!8行'])
    const skipped = importOffice(EXCEL, { hidden: 'skip' })
    expect(tellPlan(skipped.plan).join()).not.toContain('庁内の控え')
    expect(entriesOf(skipped, 'hidden')).toEqual(['進捗１!8行 ○回覧での案内（庁内の控え）'])
  })

  it('コメント、ふりがな', () => {
    expect(entriesOf(read, 'comment')).toEqual(['進捗１!I5 日取りを確かめること 係員乙'])
    expect(entriesOf(read, 'furigana')).toEqual(['進捗１!B7 シモチク'])
  })
})
