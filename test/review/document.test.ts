/** The comparison speaks for the whole document: title, area, form, headings, margins, columns, years, joined cells. */

import { describe, expect, it } from 'vitest'
import { compareTold, editionOf, formOf } from '../support/editions.js'

const ROWS = `
  - 名称: 移行
    行:
      - 現状と課題: 退院支援の充実
        施策: ルールづくり
        取組み: ○情報交換会の開催（H25～H30年度）
        具体的な取組み: ○ルールの周知
`
const HEAD = '計画: 在宅医療の計画\n年度: H30\n区域: 最上区域'

describe('題名・区域・様式・欄外', () => {
  it.each([
    [
      '題名',
      '計画: 在宅医療の計画（改訂版）\n年度: R1\n区域: 最上区域',
      ['document-changed: 題名「在宅医療の計画」 → 題名「在宅医療の計画（改訂版）」'],
    ],
    [
      '区域',
      '計画: 在宅医療の計画\n年度: R1\n区域: 庄内区域',
      ['document-changed: 区域「最上区域」 → 区域「庄内区域」', '警告 other-area'],
    ],
    ['区域がなくなった', '計画: 在宅医療の計画\n年度: R1', ['document-changed: 区域「最上区域」 → 無']],
    [
      '題名に書いた年度',
      '計画: 在宅医療の計画（R1）\n年度: R1\n区域: 最上区域',
      ['document-changed: 題名「在宅医療の計画」 → 題名「在宅医療の計画（R1）」'],
    ],
    [
      '前文・単位・注',
      '計画: 在宅医療の計画\n年度: R1\n区域: 最上区域\n前文: 次のとおり。\n単位: 千円\n注: ※ 見込み',
      [
        'document-changed: 無 → 前文「次のとおり。」',
        'document-changed: 無 → 単位「千円」',
        'document-changed: 無 → 注「※ 見込み」',
      ],
    ],
    ['年度だけ', '計画: 在宅医療の計画\n年度: R1\n区域: 最上区域', ['same']],
  ])('%s', (_, head, expected) => {
    expect(compareTold(editionOf(HEAD, ROWS), editionOf(head, ROWS))).toEqual(expected)
  })

  it('ほかの様式', () => {
    const told = compareTold(editionOf(HEAD, ROWS), editionOf(HEAD.replace('H30', 'R1'), ROWS, 'four-column'))
    expect(told).toContain('document-changed: 様式「公式」 → 様式「四欄」')
    expect(told).toContain('警告 other-form')
  })

  it('欄外の凡例と印刷する見出し', () => {
    const [rows, head] = [
      '\n  - 名称: 健診\n    行:\n      - 指標: 受診率\n        評価: Ａ',
      '計画: 健康づくり\n年度: H29',
    ]
    const old = formOf(
      '表',
      ['区分|区分|区分', '指標|指標|見出し', 'Ｈ29評価|評価|その他'],
      '文章: { 上の欄外: Ａは80％以上 }\n',
    )
    const now = formOf(
      '表',
      ['区分|区分|区分', '成果指標|指標|見出し', 'Ｈ30評価|評価|その他'],
      '文章: { 上の欄外: Ａは90％以上 }\n',
    )
    expect(compareTold(editionOf(head, rows, old), editionOf(head.replace('29', '30'), rows, now))).toEqual([
      'document-changed: 欄外:上「Ａは80％以上」 → 欄外:上「Ａは90％以上」',
      'document-changed: 見出し:指標「指標」 → 見出し:指標「成果指標」',
      'document-changed: 見出し:評価「Ｈ29評価」 → 見出し:評価「Ｈ30評価」',
    ])
  })
})

describe('欄の増減', () => {
  const form = (...columns: readonly string[]) =>
    formOf('表', ['区分|区分|区分', '施策|施策|見出し', ...columns, '取組|取組|取組み'])
  const rows = (column: string, ...values: readonly string[]) =>
    `\n  - 名称: 健診\n    行:\n${values.map((value, at) => `      - 施策: 施策${at + 1}\n        取組: ○取組${at + 1}の実施\n${value ? `        ${column}: ${value}\n` : ''}`).join('')}`
  const edition = (year: string, heading: string, ...values: readonly string[]) =>
    editionOf(`計画: 健康づくり\n年度: ${year}`, rows(heading, ...values), form(`${heading}|${heading}|その他`))

  it('翌年度の評価の欄は、同じ欄', () => {
    expect(compareTold(edition('H30', 'H29評価', 'Ａ', 'Ｂ'), edition('R1', 'H30評価', 'Ａ', 'Ｃ'))).toEqual([
      'document-changed: 見出し:H29評価「H29評価」 → 見出し:H30評価「H30評価」',
      'reworded: Ｂ → Ｃ',
    ])
  })

  it('なくなった欄とその値、できた欄とその値', () => {
    const without = editionOf('計画: 健康づくり\n年度: R1', rows('', '', ''), form())
    expect(compareTold(edition('H30', '評価', 'Ａ', 'Ｂ'), without)).toEqual([
      'document-changed: 欄:評価「評価」 → 無',
      'removed: Ａ → 無',
      'removed: Ｂ → 無',
    ])
    expect(compareTold(without, edition('R2', '評価', 'Ａ', 'Ｂ'))).toEqual([
      'document-changed: 無 → 欄:評価「評価」',
      'added: 無 → Ａ',
      'added: 無 → Ｂ',
    ])
  })
})

describe('年度の欄', () => {
  const FORM = formOf('進捗', [
    '区分|区分|区分',
    '指標|指標|見出し',
    '実績値/{{略記 年度 -2}}|前々年度|その他',
    '実績値/{{略記 年度 -1}}|前年度|その他',
    '実績値/{{略記 年度}}|今年度|その他',
  ])
  const edition = (year: string, ...values: readonly string[]) =>
    editionOf(
      `計画: 健康づくり\n年度: ${year}`,
      `\n  - 名称: 健診\n    行:\n      - 指標: 受診率\n        前々年度: "${values[0]}"\n        前年度: "${values[1]}"\n        今年度: "${values[2]}"`,
      FORM,
    )

  it('年度ごとに比べる。年度が進んだだけなら、修正はない', () => {
    expect(compareTold(edition('R6', '38.9', '41.5', '43.8'), edition('R7', '41.5', '43.8', '45.1'))).toEqual([
      'document-changed: 欄:実績値 R4「実績値 R4」 → 無',
      'document-changed: 無 → 欄:実績値 R7「実績値 R7」',
      'removed: 38.9 → 無',
      'added: 無 → 45.1',
    ])
  })

  it('公表した値を黙って書き直せば、その一つだけが修正で、確認する', () => {
    expect(compareTold(edition('R6', '38.9', '41.5', '43.8'), edition('R7', '41.5', '44.8', '45.1'))).toEqual([
      'document-changed: 欄:実績値 R4「実績値 R4」 → 無',
      'document-changed: 無 → 欄:実績値 R7「実績値 R7」',
      'removed: 38.9 → 無',
      'reworded: 43.8 → 44.8',
      'added: 無 → 45.1',
      '確認 past-value-rewritten: 44.8',
    ])
  })

  it('値がみな前のままなら、一度だけ確認する', () => {
    expect(compareTold(edition('R6', '38.9', '41.5', '43.8'), edition('R7', '38.9', '41.5', '43.8'))).toEqual([
      'same',
      '確認 past-value-rewritten: 実績値 R5',
    ])
  })

  it('欄の名前が年度なら、その年度', () => {
    const form = (...years: readonly string[]) =>
      formOf('見込み', [
        '区分|区分|区分',
        '項目|項目|見出し',
        ...years.map((year) => `${year.slice(1)}年度|${year}|その他`),
      ])
    const rows = (...values: readonly string[]) =>
      `\n  - 名称: 事業\n    行:\n      - 項目: 見込み\n${values.map((value) => `        ${value}\n`).join('')}`
    const old = editionOf('計画: 事業計画\n年度: R1', rows('R1: "1"', 'R2: "2"'), form('R1', 'R2'))
    const now = editionOf('計画: 事業計画\n年度: R2', rows('R2: "2"', 'R3: "3"'), form('R2', 'R3'))
    expect(compareTold(old, now)).toEqual([
      'document-changed: 欄:R1「R1」 → 無',
      'document-changed: 無 → 欄:R3「R3」',
      'removed: 1 → 無',
      'added: 無 → 3',
    ])
  })
})

describe('結合', () => {
  const edition = (year: string, ...texts: readonly string[]) =>
    editionOf(
      `計画: 健康づくり\n年度: ${year}`,
      `\n  - 名称: 運動\n    行:\n${texts.map((text, at) => `      - 現状と課題: 課題${at + 1}\n        施策: 施策${at + 1}\n        取組み: ${JSON.stringify(text)}\n`).join('')}`,
    )
  const POINTS = '○健康ポイント事業（参加 3,215人）'

  it.each([
    ['空になった', [POINTS, '↑'], [POINTS, ''], [`joined-changed: ${POINTS} → 空`]],
    ['ほかの文になった', [POINTS, '↑'], [POINTS, '○歩行コース'], [`joined-changed+added: ${POINTS} → ○歩行コース`]],
    ['結合した', [POINTS, '○歩行コース'], [POINTS, '↑'], [`joined-changed+removed: ○歩行コース → ${POINTS}`]],
    ['同じ文を結合した', [POINTS, POINTS], [POINTS, '↑'], [`joined-changed+removed: ${POINTS} → ${POINTS}`]],
    [
      '元の文が変わった',
      [POINTS, '↑'],
      [POINTS.replace('3,215', '3,400'), '↑'],
      [`reworded: ${POINTS} → ${POINTS.replace('3,215', '3,400')}`],
    ],
  ])('%s', (_, old, now, expected) => {
    expect(compareTold(edition('H30', ...old), edition('R1', ...now))).toEqual(expected)
  })
})

describe('左との結合', () => {
  const edition = (year: string, results: string) =>
    editionOf(
      `計画: 健康づくり\n年度: ${year}`,
      `\n  - 名称: 運動\n    行:\n      - 現状と課題: 課題\n        施策: 施策\n        取組み: ○健康ポイント事業\n        成果と課題: ${JSON.stringify(results)}\n`,
    )

  it.each([
    ['空になった', '←', '', ['joined-changed: ○健康ポイント事業 → 空']],
    ['空から結合した', '', '←', ['joined-changed: 空 → ○健康ポイント事業']],
    ['ほかの文になった', '←', '□参加が増えた', ['joined-changed+added: ○健康ポイント事業 → □参加が増えた']],
    ['結合した', '□参加が増えた', '←', ['joined-changed+removed: □参加が増えた → ○健康ポイント事業']],
    ['結合のまま', '←', '←', ['same']],
  ])('%s', (_, old, now, expected) => {
    expect(compareTold(edition('H30', old), edition('R1', now))).toEqual(expected)
  })
})

describe('比べる前の警告', () => {
  const edition = (year: string, title = '在宅医療の計画', rows = ROWS) =>
    editionOf(`計画: ${title}\n年度: ${year}`, rows)
  it.each([
    ['新しい版が先', edition('R1'), edition('H30'), ['same', '警告 newer-first']],
    ['同じ年度', edition('R1'), edition('R1'), ['same', '警告 same-year']],
    [
      '別の計画',
      edition('H30'),
      edition('R1', '白鷹台町地域福祉計画', ROWS.replace(/移行|退院支援の充実|ルールづくり|情報交換会/g, '担い手')),
      expect.arrayContaining(['警告 other-plan']),
    ],
  ])('%s', (_, old, now, expected) => {
    expect(compareTold(old, now)).toEqual(expected)
  })
})
