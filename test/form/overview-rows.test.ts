import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareRows, timelineGroups } from '../../src/form/overview/chosen-rows.js'
import type { PlanItem } from '../../src/form/overview/plan-items.js'
import { firstYear, marksOf, yearColumns } from '../../src/form/overview/year-columns.js'

const year = fc.integer({ min: 2000, max: 2040 })
const span = fc.oneof(fc.record({ from: year, to: year }), fc.record({ from: year }), fc.record({ to: year }))
const item: fc.Arbitrary<PlanItem> = fc.record({
  category: fc.nat(12),
  kind: fc.constantFrom('initiatives' as const, 'plans' as const),
  label: fc.constant('研修会'),
  actors: fc.constant([]),
  funding: fc.constant([]),
  years: fc.array(span, { minLength: 1, maxLength: 3 }),
})
/** In the plan's order. */
const items = fc
  .array(item, { minLength: 1, maxLength: 80 })
  .map((all) => all.toSorted((a, b) => a.category - b.category))

function oneYear(from: number, to: number, changes: Partial<PlanItem> = {}): PlanItem {
  return {
    category: 0,
    kind: 'initiatives',
    label: `${from}`,
    actors: [],
    funding: [],
    years: [{ from, to }],
    ...changes,
  }
}

describe('年次工程表の行', () => {
  it('年度のある項目は、どれも行になるか、ほかの件数に入る。行は空きの数を超えない', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 60 }), (all, room) => {
        const groups = timelineGroups(all, room)
        const shown = groups.flatMap((group) => group.shown)
        expect(new Set(shown).size).toBe(shown.length)
        expect(shown.every((each) => all.includes(each))).toBe(true)
        expect(shown.length + groups.reduce((sum, { left }) => sum + left, 0)).toBe(all.length)
        const rows = groups.reduce((sum, group) => sum + group.shown.length + (group.left > 0 ? 1 : 0), 0)
        expect(rows).toBeLessThanOrEqual(room)
        const categories = groups.reduce((sum, group) => sum + group.categories, 0)
        expect(categories).toBe(new Set(all.map(({ category }) => category)).size)
      }),
      { numRuns: 300 },
    )
  })

  it('全部入るなら全部を、取組みから先に、始まりの早い順に並べる', () => {
    const all = [oneYear(2018, 2018), oneYear(2019, 2019, { kind: 'plans' }), oneYear(2015, 2018), oneYear(2015, 2016)]
    const [group] = timelineGroups(all, 4)
    expect(group!.left).toBe(0)
    expect(group!.shown).toEqual([all[3], all[2], all[0], all[1]])
  })

  it('入らないときは、早く終わったものから件数にする', () => {
    const all = [
      oneYear(2010, 2011),
      oneYear(2012, 2019),
      oneYear(2013, 2013),
      oneYear(2018, 2018),
      oneYear(2017, 2018),
    ]
    const [group] = timelineGroups(all, 4)
    expect(group).toMatchObject({ left: 2, shown: [all[1], all[4], all[3]] })
  })

  it('行は順に一つずつ分け合う', () => {
    expect(shareRows([2, 9, 20], 16)).toEqual([2, 7, 7])
    expect(shareRows([2, 3], 16)).toEqual([2, 3])
  })
})

describe('年次工程表の年度', () => {
  it('計画の年度の列が必ずあり、年度は続いて、多くても決めた数', () => {
    fc.assert(
      fc.property(items, year, fc.integer({ min: 3, max: 20 }), (all, own, most) => {
        const columns = yearColumns(all, own, most)
        expect(columns.length).toBeLessThanOrEqual(most)
        expect(columns.some(({ from, to }) => from <= own && own <= to)).toBe(true)
        for (const [at, { from }] of columns.entries()) if (at > 0) expect(from).toBe(columns[at - 1]!.to + 1)
      }),
      { numRuns: 300 },
    )
  })

  it('棒は、書かれた年度の列だけにあり、どの項目にも一つはある', () => {
    fc.assert(
      fc.property(items, year, (all, own) => {
        const columns = yearColumns(all, own, 12)
        for (const each of all) {
          const marks = marksOf(each, columns, own)
          expect(marks.some((mark) => mark !== 'none')).toBe(true)
          for (const [at, mark] of marks.entries()) {
            if (mark === 'done') expect([each.kind, columns[at]!.from <= own]).toEqual(['initiatives', true])
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('取組みは計画の年度までが実施、先は予定。予定はどの年度も予定', () => {
    const columns = yearColumns([oneYear(2016, 2020)], 2018, 12)
    expect(columns.map(({ from }) => from)).toEqual([2016, 2017, 2018, 2019, 2020])
    expect(marksOf(oneYear(2017, 2019), columns, 2018)).toEqual(['none', 'done', 'done', 'planned', 'none'])
    expect(marksOf(oneYear(2018, 2018, { kind: 'plans' }), columns, 2018)[2]).toBe('planned')
  })

  it('終わりのない取組みがあれば、次の年度の列を加える', () => {
    const open = oneYear(2016, 2016, { years: [{ from: 2016 }] })
    const columns = yearColumns([open], 2018, 12)
    expect(columns.at(-1)).toEqual({ from: 2019, to: 2019 })
    expect(marksOf(open, columns, 2018)).toEqual(['done', 'done', 'done', 'planned'])
    expect(firstYear(open.years)).toBe(2016)
  })

  it('遠い年度は端の列にまとめる', () => {
    const columns = yearColumns([oneYear(1990, 2060)], 2018, 6)
    expect(columns.map(({ from, to }) => [from, to])).toEqual([
      [Number.NEGATIVE_INFINITY, 2015],
      [2016, 2016],
      [2017, 2017],
      [2018, 2018],
      [2019, 2019],
      [2020, Number.POSITIVE_INFINITY],
    ])
  })
})
