/** What holds for any two plans. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPlan } from '../../bench/generate/generate-plan.mjs'
import { makePair } from '../../bench/generate/make-pair.mjs'
import type { Plan } from '../../src/domain/plan.js'
import { matchColumns } from '../../src/review/compared-columns.js'
import type { Comparison, Tally } from '../../src/review/comparison.js'
import { columnsOf, readEdition, TextReader } from '../../src/review/edition.js'
import type { Mates } from '../../src/review/match/counterparts.js'
import { createMeasure } from '../../src/review/match/likeness.js'
import type { Parting } from '../../src/review/match/splits-and-merges.js'
import { matchEditions } from '../../src/review/matches.js'
import { toJson } from '../../src/review/to-json.js'
import { seedPlan } from '../support/forms.js'
import { oddPair, oddPlan } from '../support/odd-plan.js'
import { COLUMNS, compareSamples, rowPlan, tellChanges } from '../support/sample-plan.js'

type Pair = readonly [old: Plan, now: Plan]

const generatedPair: fc.Arbitrary<Pair> = fc.integer({ min: 1, max: 1e6 }).map((number) => {
  const { old, draft } = makePair(number)
  return [toPlan(old), toPlan(draft)] as const
})
const seeds: Pair = [seedPlan('mogami-h30'), seedPlan('mogami-r1')]
const anyPair = fc.oneof(generatedPair, oddPair)

/** The law for the seeds, both ways round, and for random pairs. */
function holds(law: (pair: Pair) => void): void {
  law(seeds)
  law([seeds[1], seeds[0]])
  fc.assert(fc.property(anyPair, law), { numRuns: 40 })
}

describe('どの二つの計画でも', () => {
  it('どちらの版の項目も、ちょうど一つの変更（変更なしを含む）に入る', () => {
    holds(([old, now]) => {
      const comparison = compareSamples(old, now)
      for (const side of ['old', 'new'] as const) {
        const items = comparison.changes.flatMap((change) => change[side].filter(({ item }) => item !== undefined))
        const places = items.map(({ category, row, column, item }) => `${category}-${row} ${column} ${item}`)
        expect(new Set(places).size).toBe(places.length)
        expect(places).toHaveLength(comparison[side].items)
        expect(places).toHaveLength(countItems(side === 'old' ? old : now))
      }
    })
  })

  it('件数の合計は、変更の数と両方の版の項目の数になる', () => {
    holds(([old, now]) => {
      const { changes, counts, categoryPairs, ...comparison } = compareSamples(old, now)
      const sum = (tally: Tally, what: 'changes' | 'old' | 'new') =>
        Object.values(tally).reduce((all, count) => all + count[what], 0)
      expect(sum(counts.total, 'changes')).toBe(changes.length)
      expect(sum(counts.total, 'old')).toBe(comparison.old.items)
      expect(sum(counts.total, 'new')).toBe(comparison.new.items)
      expect(counts.byCategory).toHaveLength(categoryPairs.length)
      for (const what of ['changes', 'old', 'new'] as const) {
        const byCategory = counts.byCategory.reduce((all, tally) => all + sum(tally, what), 0)
        expect(byCategory).toBe(sum(counts.total, what))
      }
    })
  })

  it('どのセルも、並べた行から旧い文と新しい文がそのまま戻る', () => {
    holds(([old, now]) => {
      for (const { cells } of compareSamples(old, now).rowPairs) {
        for (const { entries, ...cell } of cells) {
          for (const side of ['old', 'new'] as const) {
            if (cell[side]) expect(entries.flatMap((entry) => entry[side] ?? []).join('\n')).toBe(cell[side].text)
          }
        }
      }
    })
  })

  it('どの行とどの区分も、両方の版の順に残らず現れる', () => {
    holds(([old, now]) => {
      const { categories, categoryPairs, rowPairs } = compareSamples(old, now)
      for (const [side, plan] of [
        ['old', old],
        ['new', now],
      ] as const) {
        const isHere = (each: { readonly side: string }) => each.side === 'both' || each.side === side
        const shown = categories.filter(isHere).map(({ index }) => categoryPairs[index]!)
        expect(shown.map((pair) => pair[side]?.name)).toEqual(plan.categories.map(({ name }) => name))
        const rows = shown.flatMap((pair) => pair.rows.filter(isHere).map(({ index }) => rowPairs[index]![side]))
        const expected = plan.categories.flatMap((category, at) =>
          category.rows.map((_, down) => `${at + 1}-${down + 1}`),
        )
        expect(rows.map((row) => `${row?.category}-${row?.row}`)).toEqual(expected)
      }
    })
  })

  it('文がちがうセルには、必ず何かの変更がある', () => {
    holds(([old, now]) => {
      const { changes, rowPairs } = compareSamples(old, now)
      const isChange = (index: number | undefined) => index !== undefined && changes[index]?.kinds[0] !== 'unchanged'
      const ofCells = changes.filter(({ subject }) => subject === 'cell').flatMap((change) => change.new)
      for (const { new: row, cells, change } of rowPairs) {
        for (const { column, old, new: now, entries } of cells) {
          if (old?.text === now?.text) continue
          const isTold = entries.some((entry) => isChange(entry.change)) || isChange(change)
          const ofCell = ofCells.some(
            (place) => place.category === row?.category && place.row === row.row && place.column === column,
          )
          const hasPassed = entries.some((entry) => entry.side !== 'both' && entry.tag === 'item')
          expect(isTold || ofCell || hasPassed).toBe(true)
        }
      }
    })
  })

  it('見え消しの区切りをつなぐと、旧い文と新しい文になる', () => {
    holds(([old, now]) => {
      for (const { segments, ...change } of compareSamples(old, now).changes) {
        if (segments.length === 0) continue
        const text = (side: 'old' | 'new') => change[side].map((place) => place.text).join('\n')
        expect(segments.flatMap((each) => (each.type === 'ins' ? [] : each.text)).join('')).toBe(text('old'))
        expect(segments.flatMap((each) => (each.type === 'del' ? [] : each.text)).join('')).toBe(text('new'))
      }
    })
  })

  it('行のなかの区切りは、そこに立つ旧い文と新しい文のもので、分割と統合でもほかの項目の文を含まない', () => {
    const split = rowPlan({ 取組み: '○多職種研修会の開催と退院調整ルールの作成を進める' })
    const parts = rowPlan({ 取組み: '○多職種研修会の開催を進める\n○退院調整ルールの作成を進める' })
    const promise = rowPlan({ 具体的な取組み: '○退院調整ルールの作成（H30年度）' })
    const kept = rowPlan({
      取組み: '○退院調整ルールの作成（H30～R1年度）',
      具体的な取組み: '○退院調整ルールの作成（R1年度）',
    })
    const law = ([old, now]: readonly [Plan, Plan]) => {
      for (const { cells } of compareSamples(old, now).rowPairs) {
        for (const { segments, ...entry } of cells.flatMap(({ entries }) => entries)) {
          const differs = entry.old !== undefined && entry.new !== undefined && entry.old !== entry.new
          expect(segments !== undefined).toBe(differs)
          if (segments === undefined) continue
          expect(segments.flatMap((each) => (each.type === 'ins' ? [] : each.text)).join('')).toBe(entry.old)
          expect(segments.flatMap((each) => (each.type === 'del' ? [] : each.text)).join('')).toBe(entry.new)
        }
      }
    }
    law([split, parts])
    law([parts, split])
    law([promise, kept])
    holds(law)
  })

  it('自分自身とは変更がなく、予定はすべて継続している', () => {
    const law = (plan: Plan) => {
      const comparison = compareSamples(plan, plan)
      expect(tellChanges(comparison)).toEqual([])
      expect(comparison.promises.filter(({ fate }) => fate !== 'carried-over')).toEqual([])
    }
    for (const seed of seeds) law(seed)
    fc.assert(
      fc.property(
        fc.oneof(
          oddPlan,
          generatedPair.map(([old]) => old),
        ),
        law,
      ),
      { numRuns: 40 },
    )
  })

  it('旧と新を入れ替えると、同じ対応が裏返しになる', () => {
    holds(([old, now]) => {
      const [forth, back] = [match(old, now), match(now, old)]
      expect(back).toEqual({
        categories: turn(forth.categories),
        rows: turn(forth.rows),
        items: turn(forth.items),
        splits: forth.mergers,
        mergers: forth.splits,
      })
    })
  })

  it('入れ替えると、新規は削除か実績未記載に、行の追加は行の削除になる', () => {
    const [forth, back] = [compareSamples(...seeds), compareSamples(seeds[1], seeds[0])]
    const count = ({ counts }: Comparison, ...kinds: readonly (keyof Tally)[]) =>
      kinds.reduce((sum, kind) => sum + counts.total[kind].changes, 0)
    expect(count(back, 'row-added')).toBe(count(forth, 'row-removed'))
    expect(count(back, 'row-removed')).toBe(count(forth, 'row-added'))
    expect(count(back, 'removed', 'planned-but-missing')).toBe(count(forth, 'added'))
    expect(count(back, 'added')).toBe(count(forth, 'removed', 'planned-but-missing'))
    expect(count(back, 'split')).toBe(count(forth, 'merged'))
    expect(count(back, 'merged')).toBe(count(forth, 'split'))
  })

  it('何度比べても同じ結果で、そのまま JSON になる', () => {
    holds(([old, now]) => {
      const comparison = compareSamples(old, now)
      expect(JSON.stringify(compareSamples(structuredClone(old), structuredClone(now)))).toBe(
        JSON.stringify(comparison),
      )
      expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison)
      expect(JSON.parse(JSON.stringify(toJson(comparison)))).toEqual(toJson(comparison))
    })
  })

  it('欄の書き順によらない', () => {
    const turned = (plan: Plan): Plan => ({
      ...plan,
      categories: plan.categories.map((category) => ({
        ...category,
        rows: category.rows.map((row) => ({ ...row, cells: Object.fromEntries(Object.entries(row.cells).reverse()) })),
      })),
    })
    holds(([old, now]) => {
      expect(compareSamples(turned(old), turned(now))).toEqual(compareSamples(old, now))
    })
  })
})

/** Items as `listItems` tells them, in the cells that have a text of their own. */
function countItems(plan: Plan): number {
  const { items } = readEdition(plan, columnsOf(matchColumns(COLUMNS, COLUMNS).pairs, 'new'), new TextReader())
  return items.length
}

function match(old: Plan, now: Plan) {
  const common = columnsOf(matchColumns(COLUMNS, COLUMNS).pairs, 'new')
  const reader = new TextReader()
  const editions = { old: readEdition(old, common, reader), new: readEdition(now, common, reader) }
  const measure = createMeasure([...editions.old.items, ...editions.new.items].map(({ said }) => said.words))
  const { categories, rows, items, partings } = matchEditions(editions, measure)
  const numbers = (all: readonly Parting[]) =>
    all.map(({ whole, parts }) => [whole.index, ...parts.map((part) => part.index)].join(' ')).sort()
  const list = (mates: Mates) => mates.pairs().map(([a, b]) => [a, b] as const)
  return {
    categories: list(categories),
    rows: list(rows),
    items: list(items),
    splits: numbers(partings.splits),
    mergers: numbers(partings.mergers),
  }
}

function turn(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  return pairs.map(([a, b]) => [b, a] as const).sort(([a], [b]) => a - b)
}
