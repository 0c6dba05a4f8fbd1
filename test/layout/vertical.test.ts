/** Vertical text: columns by example, and their laws over random text. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Run } from '../../src/form/form.js'
import { mayBreak } from '../../src/layout/lines/kinsoku.js'
import { breakVertical } from '../../src/layout/lines/vertical-lines.js'
import type { Line } from '../../src/layout/page.js'
import { emMeasure } from './em-measure.js'

const size = 10

function breakText(text: string, em: number, marker = 0): Line[] {
  const paragraph = { runs: [{ text }], marker, keepWithNext: false }
  return breakVertical(paragraph, 0, { height: em * size, size, measure: emMeasure })
}

function columnsOf(text: string, em: number, marker = 0): string[] {
  return breakText(text, em, marker).map(({ start, end }) => text.slice(start, end))
}

/** A column’s places from the top down: ↔ stands before what is set across. */
function placesOf(text: string): string[] {
  return breakText(text, Number.POSITIVE_INFINITY).flatMap((line) =>
    line.pieces.map((piece) => (piece.stands === 'across' ? `↔${piece.text}` : piece.text)),
  )
}

describe('縦の並び', () => {
  it('字は上から一字ずつ立つ', () => {
    expect(breakText('①看取り', Number.POSITIVE_INFINITY)).toEqual([
      {
        paragraph: 0,
        start: 0,
        end: 4,
        size,
        indent: 0,
        width: 40,
        direction: 'vertical',
        pieces: ['①', '看', '取', 'り'].map((text, down) => ({
          text,
          offset: down * size,
          advance: size,
          spacing: 0,
          stands: 'upright',
        })),
      },
    ])
  })

  it.each([
    ['二桁の数字は横に並べる', '平成30年', ['平', '成', '↔30', '年']],
    ['略号と数字も三字まで横に並べる', 'H30とR1', ['↔H30', 'と', '↔R1']],
    ['一字は一字で立つ', '計画Aの5', ['計', '画', 'A', 'の', '5']],
    ['四字からは一字ずつ立てる', '2025年', ['2', '0', '2', '5', '年']],
    ['位取りのある数字も一字ずつ', '10,000円', ['1', '0', ',', '0', '0', '0', '円']],
    ['括弧は一字で立つ', '(30)の', ['(', '↔30', ')', 'の']],
    ['百分率', '50%', ['↔50%']],
    ['全角の数字は一字ずつ', '３０年', ['３', '０', '年']],
    ['半角の仮名も一字ずつ', 'ｶﾞｽ', ['ｶﾞ', 'ｽ']],
    ['書記素は一つの場所に立つ', '葛󠄀𠮷か\u3099👨‍👩‍👧', ['葛󠄀', '𠮷', 'か\u3099', '👨‍👩‍👧']],
    ['見えない字は場所を取らない', 'A\u200b区\u2060', ['A', '区']],
    ['空', '', []],
  ])('%s：%s', (_title, text, places) => {
    expect(placesOf(text)).toEqual(places)
  })

  it('印は場所ごとに受け継がれ、横に並ぶ数字では失われない', () => {
    const runs: Run[] = [{ text: '平成3' }, { text: '', revision: 'deleted' }, { text: '0年', revision: 'inserted' }]
    const [line] = breakVertical({ runs, marker: 0, keepWithNext: false }, 0, { height: 100, size, measure: emMeasure })
    expect(line?.pieces.map(({ text, revision }) => [text, revision])).toEqual([
      ['平', undefined],
      ['成', undefined],
      ['30', 'inserted'],
      ['年', 'inserted'],
    ])
  })
})

describe('段の分け方', () => {
  it.each([
    ['収まれば一段', '看取りの普及', 6, ['看取りの普及']],
    ['釣り合うように分ける', '在宅医療推進体制の強化', 10, ['在宅医療推進', '体制の強化']],
    ['中点の後を選ぶ', '⑥在宅医療・介護を支える人材の確保', 11, ['⑥在宅医療・', '介護を支える人材の確保']],
    ['中点では収まらないとき', '⑥在宅医療・介護を支える人材の確保', 10, ['⑥在宅医療・介護を', '支える人材の確保']],
    [
      '中点の後が短すぎるとき',
      '医療・介護を支える人材を確保する体制',
      17,
      ['医療・介護を支える', '人材を確保する体制'],
    ],
    ['括弧の前を選ぶ', '日常の療養生活（続き）', 8, ['日常の療養生活', '（続き）']],
    ['括弧の付いた番号の後を選ぶ', '在宅医療の（２）推進体制の', 9, ['在宅医療の（２）', '推進体制の']],
    ['読点は段の頭に来ない', '保健所長、次の', 5, ['保健所', '長、次の']],
    ['長音は段の頭に来ない', '連携センター等', 5, ['連携セン', 'ター等']],
    ['始め括弧は段の終わりに来ない', '医療体制「次の世代', 6, ['医療体制', '「次の世代']],
    ['長い数字は切らない', '目標2025年', 5, ['目標', '2025年']],
    ['横に並ぶ数字は切らない', '平成30', 2, ['平成', '30']],
    ['三段', '在宅医療在宅医療在宅医療', 4, ['在宅医療', '在宅医療', '在宅医療']],
    ['一字も入らない高さでも進む', '看取り', 0.5, ['看', '取', 'り']],
    ['改行文字は段を終える', '看取り\nの普及', 9, ['看取り\n', 'の普及']],
  ])('%s：%s', (_title, text, em, columns) => {
    expect(columnsOf(text, em)).toEqual(columns)
  })

  it('記号だけの段はない', () => {
    expect(columnsOf('（１）看取', 4, 3)).toEqual(['（１）看', '取'])
  })
})

describe('縦書きの法則', () => {
  const text = fc.oneof(
    fc
      .array(
        fc.constantFrom(
          ...['在宅', '医療', 'の', '・', '、', '。', '（', '）', '「', '」', 'ー', 'っ', '々', '～', '①', '（２）'],
          ...[
            '30',
            'H30',
            '2025',
            '10,000',
            'R1',
            'network',
            'ＱＯＬ',
            '𠮷',
            '葛󠄀',
            'か\u3099',
            'ｶﾞ',
            '👨‍👩‍👧',
            ' ',
            '　',
            '\u200b',
            '\n',
          ],
        ),
        { maxLength: 30 },
      )
      .map((words) => words.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  const height = fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.double({ min: 0, max: 25, noNaN: true }))
  const marker = fc.integer({ min: 0, max: 3 })

  it('段をつなぐと本文に戻り、どの段も高さに収まる', () => {
    fc.assert(
      fc.property(text, height, marker, (content, em, units) => {
        const columns = breakText(content, em, Math.min(units, content.length))
        expect(columns.map(({ start, end }) => content.slice(start, end)).join('')).toBe(content)
        for (const { width } of columns) expect(width).toBeLessThanOrEqual(Math.max(em, 1) * size + 1e-3)
        if (em === Number.POSITIVE_INFINITY) expect(columns).toHaveLength(content.split('\n').length)
      }),
    )
  })

  it('場所は一字分ずつ隙間なく並ぶ', () => {
    fc.assert(
      fc.property(text, height, (content, em) => {
        for (const { pieces, width } of breakText(content, em)) {
          expect(pieces.map(({ offset, advance }) => [offset, advance])).toEqual(
            pieces.map((_, down) => [down * size, size]),
          )
          expect(width).toBe(pieces.length * size)
        }
      }),
    )
  })

  it('段は書記素の中でも横に並ぶ字の中でも切れず、印に左右されない', () => {
    fc.assert(
      fc.property(text, height, fc.nat(), (content, em, cut) => {
        const whole = breakText(content, Number.POSITIVE_INFINITY).flatMap((line) =>
          line.pieces.map((piece) => piece.text),
        )
        const place = cut % (content.length + 1)
        const runs: Run[] = [{ text: content.slice(0, place) }, { text: content.slice(place), revision: 'deleted' }]
        const request = { height: em * size, size, measure: emMeasure }
        const columns = breakVertical({ runs, marker: 0, keepWithNext: false }, 0, request)
        expect(columns.flatMap((line) => line.pieces.map((piece) => piece.text))).toEqual(whole)
        expect(columns.map(({ start, end }) => [start, end])).toEqual(
          breakText(content, em).map(({ start, end }) => [start, end]),
        )
      }),
    )
  })

  it('禁則を破らずに分けられるなら破らない', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (content, em) => {
        const plain = content.replaceAll('\n', '')
        const columns = breakText(plain, em)
        const broken = columns.slice(0, -1).filter(({ end }) => !mayBreak(plain, end, 'standard'))
        if (broken.length > 0) expect(longestUnit(plain)).toBeGreaterThan(em)
      }),
    )
  })

  /** Places of the longest part that kinsoku does not let be broken. */
  function longestUnit(content: string): number {
    const pieces = breakText(content, Number.POSITIVE_INFINITY)[0]!.pieces
    let longest = 0
    let places = 0
    let at = 0
    for (const { text: drawn } of pieces) {
      at = content.indexOf(drawn, at)
      if (at > 0 && mayBreak(content, at, 'standard')) places = 0
      places++
      at += drawn.length
      longest = Math.max(longest, places)
    }
    return longest
  }
})
