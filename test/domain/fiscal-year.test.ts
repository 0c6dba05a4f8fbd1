import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatFiscalYear, parseFiscalYear } from '../../src/domain/fiscal-year.js'
import { cellText } from '../support/arbitrary-cell.js'

describe('年度の欄を読む', () => {
  test.each([
    ['H30', 2018],
    ['Ｈ30', 2018],
    ['Ｈ３０', 2018],
    ['h30', 2018],
    ['H 30', 2018],
    ['平成30', 2018],
    ['平成30年', 2018],
    ['平成30年度', 2018],
    ['平成３０年度', 2018],
    ['平成 30 年度', 2018],
    ['㍻30年度', 2018],
    ['平成三十年度', 2018],
    ['平成三〇年度', 2018],
    ['昭和六十三年度', 1988],
    ['平成十年度', 1998],
    ['平成十一年度', 1999],
    ['平成元', 1989],
    ['平成元年度', 1989],
    ['平成35年度', 2023],
    ['H31', 2019],
    ['R1', 2019],
    ['R元', 2019],
    ['R元年度', 2019],
    ['令和元年度', 2019],
    ['令和２年度', 2020],
    ['S64', 1989],
    ['T15', 1926],
    ['M1', 1868],
    ['明治45年度', 1912],
    ['2018', 2018],
    ['２０１８', 2018],
    ['2018年度', 2018],
    ['二〇一八年度', 2018],
    ['平成30(2018)年度', 2018],
    ['平成30（2018）年度', 2018],
    ['平成30年度（2018年度）', 2018],
    ['2018(H30)年度', 2018],
    ['2018（平成30）年度', 2018],
    ['令和元（２０１９）年度', 2019],
    ['  H30\n', 2018],
    ['　平成30年度　', 2018],
    ['1868', 1868],
    ['2200', 2200],
  ])('「%s」は%i年度である', (text, year) => {
    expect(parseFiscalYear(text)).toBe(year)
  })

  test.each([
    [''],
    ['30'],
    ['30年度'],
    ['H'],
    ['H0'],
    ['R0年度'],
    ['H-1'],
    ['平成〇年度'],
    ['平成十十年度'],
    ['H30.4'],
    ['H30年８月'],
    ['H30年度版'],
    ['第H30年度'],
    ['SH30'],
    ['X30'],
    ['慶応４年度'],
    ['1867'],
    ['2201'],
    ['R200'],
    ['20180'],
    ['平成30(2019)年度'],
    ['2018(H31)年度'],
    ['平成30(H30)年度'],
    ['平成30(2018年度'],
    ['平成30年度、令和元年度'],
  ])('「%s」は年度と読まない', (text) => {
    expect(parseFiscalYear(text)).toBeUndefined()
  })

  test('どんな文字列にも、1868から2200までの整数か undefined を返す', () => {
    fc.assert(
      fc.property(cellText, (text) => {
        const year = parseFiscalYear(text)
        if (year === undefined) return
        expect(Number.isInteger(year)).toBe(true)
        expect(year).toBeGreaterThanOrEqual(1868)
        expect(year).toBeLessThanOrEqual(2200)
      }),
    )
  })
})

describe('年度を書く', () => {
  test.each([
    [2018, '平成30年度', 'H30', '2018年度', '平成30(2018)年度'],
    [2019, '令和元年度', 'R1', '2019年度', '令和元(2019)年度'],
    [2020, '令和2年度', 'R2', '2020年度', '令和2(2020)年度'],
    [1989, '平成元年度', 'H1', '1989年度', '平成元(1989)年度'],
    [1988, '昭和63年度', 'S63', '1988年度', '昭和63(1988)年度'],
    [1912, '大正元年度', 'T1', '1912年度', '大正元(1912)年度'],
    [1868, '明治元年度', 'M1', '1868年度', '明治元(1868)年度'],
    [1867, '1867年度', '1867年度', '1867年度', '1867年度'],
  ])('%i年度', (year, era, letter, western, both) => {
    expect(formatFiscalYear(year, 'era')).toBe(era)
    expect(formatFiscalYear(year, 'letter')).toBe(letter)
    expect(formatFiscalYear(year, 'western')).toBe(western)
    expect(formatFiscalYear(year, 'both')).toBe(both)
  })

  test('書いた年度を読むと元の年度になる', () => {
    const style = fc.constantFrom('era', 'letter', 'western', 'both')
    fc.assert(
      fc.property(fc.integer({ min: 1868, max: 2200 }), style, (year, style) => {
        expect(parseFiscalYear(formatFiscalYear(year, style))).toBe(year)
      }),
    )
  })
})
