/** Known edits of made-up plans, and whether they are found. */

import { describe, expect, it } from 'vitest'
import { toPlan } from '../../bench/generate/generate-plan.mjs'
import { makePair } from '../../bench/generate/make-pair.mjs'
import { listFoundAndMade, precision, recall, Score } from '../../bench/generate/score.mjs'
import type { Kind } from '../../src/review/change-kinds.js'
import { compareSamples } from '../support/sample-plan.js'

const PAIRS = 60

const MADE: readonly Kind[] = [
  'added',
  'carried-over',
  'category-renamed',
  'label-changed',
  'marker-changed',
  'merged',
  'moved',
  'notation-only',
  'planned-but-missing',
  'realised',
  'removed',
  'reordered',
  'reworded',
  'row-added',
  'row-moved',
  'row-removed',
  'split',
  'years-only',
]

/** Made by the way, where the editor's changes happen to amount to it. */
const SELDOM: readonly Kind[] = ['funding-changed']

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

  it('どの種類の変更も作っている', () => {
    expect([...score.byKind.keys()].sort()).toEqual([...MADE, ...SELDOM].sort())
  })

  it.each([...MADE, ...SELDOM])('%s も 0.9 以上で、作った変更が十分にある', (kind) => {
    const hits = score.byKind.get(kind)!
    expect(hits.made).toBeGreaterThan(SELDOM.includes(kind) ? 2 : 10)
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
