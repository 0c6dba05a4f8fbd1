import { describe, expect, it } from 'vitest'
import { coversAny, isOpenAhead, isOpenBehind, namedYears, yearsOfSpan } from '../../src/domain/year-span.js'

describe('年度の幅', () => {
  it('開いた側は限りがなく、逆さの幅は直して読む', () => {
    expect(yearsOfSpan({ from: 2016, to: 2018 })).toEqual([2016, 2018])
    expect(yearsOfSpan({ from: 2018, to: 2016 })).toEqual([2016, 2018])
    expect(yearsOfSpan({ from: 2016 })).toEqual([2016, Number.POSITIVE_INFINITY])
    expect(yearsOfSpan({ to: 2018 })).toEqual([Number.NEGATIVE_INFINITY, 2018])
  })

  it('（H25、28～30年度）は H26、H27 を含まない', () => {
    const spans = [
      { from: 2013, to: 2013 },
      { from: 2016, to: 2018 },
    ]
    const covered = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019].filter((year) => coversAny(spans, year, year))
    expect(covered).toEqual([2013, 2016, 2017, 2018])
    expect(coversAny(spans, Number.NEGATIVE_INFINITY, 2013)).toBe(true)
    expect(coversAny(spans, 2019, Number.POSITIVE_INFINITY)).toBe(false)
  })

  it('H29年度～ は先へ、～H30年度 は前へ開いている', () => {
    expect([isOpenAhead([{ from: 2017 }]), isOpenBehind([{ from: 2017 }])]).toEqual([true, false])
    expect([isOpenAhead([{ to: 2018 }]), isOpenBehind([{ to: 2018 }])]).toEqual([false, true])
    expect(namedYears([{ from: 2017 }, { to: 2018 }, { from: 2015, to: 2016 }])).toEqual([2017, 2018, 2015, 2016])
  })
})
