/** The assignment with the highest sum, against trying all. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign, type Edge } from '../../src/review/match/assign.js'

const edges = fc.uniqueArray(
  fc.record({ old: fc.nat(6), new: fc.nat(6), gain: fc.integer({ min: 1, max: 30 }).map((gain) => gain / 10) }),
  { selector: (edge) => `${edge.old} ${edge.new}`, maxLength: 25 },
)

function bestOfAll(all: readonly Edge[]): number {
  const [edge, ...rest] = all
  if (!edge) return 0
  const free = rest.filter((other) => other.old !== edge.old && other.new !== edge.new)
  return Math.max(edge.gain + bestOfAll(free), bestOfAll(rest))
}

function gainOf(all: readonly Edge[], pairs: readonly (readonly [number, number])[]): number {
  return pairs.reduce((sum, [old, now]) => sum + all.find((edge) => edge.old === old && edge.new === now)!.gain, 0)
}

describe('一対一の割り当て', () => {
  it('先着順ではなく全体として最もよい組を選ぶ', () => {
    const { pairs } = assign([
      { old: 0, new: 0, gain: 0.9 },
      { old: 0, new: 1, gain: 0.8 },
      { old: 1, new: 0, gain: 0.8 },
    ])
    expect(pairs).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('だれとも組まないほうがよければ組まない', () => {
    const { pairs } = assign([
      { old: 0, new: 0, gain: 0.9 },
      { old: 1, new: 0, gain: 0.8 },
    ])
    expect(pairs).toEqual([[0, 0]])
  })

  it('総当たりと同じ合計になり、一対一である', () => {
    fc.assert(
      fc.property(edges, (all) => {
        const { pairs, bounded } = assign(all)
        expect(bounded).toBe(false)
        expect(new Set(pairs.map(([old]) => old)).size).toBe(pairs.length)
        expect(new Set(pairs.map(([, now]) => now)).size).toBe(pairs.length)
        expect(gainOf(all, pairs)).toBeCloseTo(bestOfAll(all), 6)
      }),
      { numRuns: 60 },
    )
  })

  it('辺の順序によらない', () => {
    fc.assert(
      fc.property(edges, fc.infiniteStream(fc.nat()), (all, keys) => {
        const shuffled = all.map((edge) => ({ edge, key: keys.next().value })).sort((a, b) => a.key - b.key)
        expect(assign(shuffled.map(({ edge }) => edge))).toEqual(assign(all))
      }),
    )
  })

  it('手数の上限に達したら、残りは大きい順に組み、そのことを言う', () => {
    const dense = Array.from({ length: 400 }, (_, at) => ({
      old: at % 20,
      new: Math.floor(at / 20),
      gain: 1 + ((at * 7) % 13) / 13,
    }))
    const { pairs, bounded } = assign(dense, 100)
    expect(bounded).toBe(true)
    expect(pairs).toHaveLength(20)
  })
})
