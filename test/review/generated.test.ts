/** Known edits of made-up plans, and whether they are found. */

import { describe, expect, it } from 'vitest'
import { toPlan } from '../../bench/generate/generate-plan.mjs'
import { makePair } from '../../bench/generate/make-pair.mjs'
import { listFoundAndMade, precision, recall, Score } from '../../bench/generate/score.mjs'
import { KINDS } from '../../src/review/change-kinds.js'
import { compareSamples } from '../support/sample-plan.js'

const PAIRS = 60

describe('作った変更を見つける', () => {
  const score = new Score()
  const unlistedOfAll: string[] = []
  for (let number = 1; number <= PAIRS; number++) {
    const { old, draft, expected } = makePair(number)
    const { found, made, unlisted } = listFoundAndMade(compareSamples(toPlan(old), toPlan(draft)), old, draft, expected)
    score.add(found, made)
    unlistedOfAll.push(...unlisted)
  }

  it('全体で適合率も再現率も 0.95 以上', () => {
    expect(precision(score.total())).toBeGreaterThanOrEqual(0.95)
    expect(recall(score.total())).toBeGreaterThanOrEqual(0.95)
  })

  it('手を加えていないところは、一つも変更とされない', () => {
    expect(unlistedOfAll).toEqual([])
  })

  it.each(KINDS.filter((kind) => score.byKind.has(kind)))('%s も 0.9 以上で、作った変更が十分にある', (kind) => {
    const hits = score.byKind.get(kind)!
    expect(hits.made).toBeGreaterThan(2)
    expect(precision(hits)).toBeGreaterThanOrEqual(0.9)
    expect(recall(hits)).toBeGreaterThanOrEqual(0.9)
  })

  it('変えなかったところだけの計画では、何も見つけない', () => {
    for (let number = 1; number <= 20; number++) {
      const { old } = makePair(number)
      const { found } = listFoundAndMade(compareSamples(toPlan(old), toPlan(old)), old, old, [])
      expect(found).toEqual([])
    }
  })
})
