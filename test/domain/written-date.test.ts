import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDate, readDate } from '../../src/domain/written-date.js'

describe('日付の書き方', () => {
  it.each([
    ['2019-02-01', '平成31年2月1日'],
    ['2019/2/1', '平成31年2月1日'],
    ['2019.02.01', '平成31年2月1日'],
    ['２０１９－０２－０１', '平成31年2月1日'],
    ['2019年2月1日', '平成31年2月1日'],
    ['H31.2.1', '平成31年2月1日'],
    ['Ｈ３１．２．１', '平成31年2月1日'],
    ['h31/2/1', '平成31年2月1日'],
    ['平成31年2月1日', '平成31年2月1日'],
    ['平成 31 年 2 月 1 日', '平成31年2月1日'],
    ['㍻31年2月1日', '平成31年2月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['2019-05-01', '令和元年5月1日'],
    ['R1.5.1', '令和元年5月1日'],
    ['令和元年5月1日', '令和元年5月1日'],
    ['R元.5.1', '令和元年5月1日'],
    ['2020-02-29', '令和2年2月29日'],
    [' S63-12-31 ', '昭和63年12月31日'],
  ])('%s は%s', (text, printed) => {
    const day = readDate(text)
    expect(day.ok && formatDate(day.date)).toBe(printed)
  })

  it.each([
    ['', 'unknown'],
    ['31.2.1', 'unknown'],
    ['2019-02', 'unknown'],
    ['2019-02/01', 'unknown'],
    ['2019年2月1', 'unknown'],
    ['平成31年度2月1日', 'unknown'],
    ['H31.2.1 午後', 'unknown'],
    ['2019-02-29', 'no-such-day'],
    ['2019-13-01', 'no-such-day'],
    ['2019-00-10', 'no-such-day'],
    ['H0.2.1', 'no-such-day'],
    ['1600-01-01', 'no-such-day'],
    ['平成31年5月1日', 'other-era'],
    ['R1.4.30', 'other-era'],
    ['S64.1.8', 'other-era'],
  ])('「%s」は断る（%s）', (text, reason) => {
    expect(readDate(text)).toMatchObject({ ok: false, reason })
  })

  it('元号が違うときは、その日が何年かを言える', () => {
    const day = readDate('平成31年5月1日')
    expect(!day.ok && day.reason === 'other-era' && formatDate(day.date)).toBe('令和元年5月1日')
  })

  it('印刷した日付を読むと同じ日になる', () => {
    const day = fc.date({ min: new Date('1868-02-01T00:00Z'), max: new Date('2100-12-31T00:00Z'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (each) => {
        const date = { year: each.getUTCFullYear(), month: each.getUTCMonth() + 1, day: each.getUTCDate() }
        expect(readDate(formatDate(date))).toEqual({ ok: true, date })
        expect(readDate(each.toISOString().slice(0, 10))).toEqual({ ok: true, date })
      }),
      { numRuns: 300 },
    )
  })
})
