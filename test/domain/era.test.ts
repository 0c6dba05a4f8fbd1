import { describe, expect, test } from 'vitest'
import { eraOfFiscalYear, eraOn } from '../../src/domain/era.js'

describe('改元の日から新しい元号になる', () => {
  test.each([
    [1868, 1, 24, undefined],
    [1868, 1, 25, '明治'],
    [1912, 7, 29, '明治'],
    [1912, 7, 30, '大正'],
    [1926, 12, 24, '大正'],
    [1926, 12, 25, '昭和'],
    [1989, 1, 7, '昭和'],
    [1989, 1, 8, '平成'],
    [2019, 4, 30, '平成'],
    [2019, 5, 1, '令和'],
    [2018, 12, 31, '平成'],
  ])('%i年%i月%i日は%s', (year, month, day, name) => {
    expect(eraOn({ year, month, day })?.name).toBe(name)
  })
})

test.each([
  [1867, undefined],
  [1911, '明治'],
  [1912, '大正'],
  [1925, '大正'],
  [1926, '昭和'],
  [1988, '昭和'],
  [1989, '平成'],
  [2018, '平成'],
  [2019, '令和'],
])('%i年度の元号は、その年の末日の元号（%s）である', (year, name) => {
  expect(eraOfFiscalYear(year)?.name).toBe(name)
})
