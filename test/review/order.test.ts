/** What kept its order, and two sequences as one. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interleave, keepOrder, mergeSequences, type OrderedPair } from '../../src/review/drafts/merge-sequences.js'

const pairs = fc
  .uniqueArray(fc.nat(7), { maxLength: 7 })
  .chain((news) =>
    fc
      .array(fc.integer({ min: 1, max: 5 }), { minLength: news.length, maxLength: news.length })
      .map((weights) => news.map((now, old): OrderedPair => ({ old, new: now, weight: weights[old]! }))),
  )

/** The heaviest of all subsets in order. */
function heaviest(all: readonly OrderedPair[], after = -1): number {
  const [first, ...rest] = all
  if (!first) return 0
  const without = heaviest(rest, after)
  return first.new > after ? Math.max(without, first.weight + heaviest(rest, first.new)) : without
}

describe('順序', () => {
  it('保たれるのは、順序の合う組のうち最も重いもの', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const kept = all.filter((pair) => keepOrder(all).has(pair))
        expect(kept.map((pair) => pair.new)).toEqual(kept.map((pair) => pair.new).sort((a, b) => a - b))
        expect(kept.reduce((sum, { weight }) => sum + weight, 0)).toBe(heaviest(all))
      }),
    )
  })

  it('合わせた列には、どちらの列もその順で残らず現れる', () => {
    fc.assert(
      fc.property(pairs, fc.nat(3), (all, more) => {
        const [oldCount, newCount] = [all.length + more, 8 + more]
        const steps = interleave(oldCount, newCount, keepOrder(all))
        expect(steps.flatMap(({ old }) => old ?? [])).toEqual([...Array(oldCount).keys()])
        expect(steps.flatMap(({ new: now }) => now ?? [])).toEqual([...Array(newCount).keys()])
      }),
    )
  })

  it('動いたものは元の位置と新しい位置の両方に現れる', () => {
    const merged = mergeSequences(
      ['甲', '乙', '丙', '丁'],
      ['乙', '丙', '甲', '戊'],
      (each) => (each === '丁' ? undefined : each),
      (each) => each,
    )
    expect(merged).toEqual([
      { side: 'old', old: '甲' },
      { side: 'both', old: '乙', new: '乙' },
      { side: 'both', old: '丙', new: '丙' },
      { side: 'old', old: '丁' },
      { side: 'new', new: '甲' },
      { side: 'new', new: '戊' },
    ])
  })
})
