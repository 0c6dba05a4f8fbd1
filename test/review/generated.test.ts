/** Known edits of made-up plans, and whether they are found. */

import { describe, expect, it } from 'vitest'
import { toPlan } from '../../bench/generate/generate-plan.mjs'
import { makePair } from '../../bench/generate/make-pair.mjs'
import { EVENTS, judgeFates, makePromisePair, TRUE_FATES } from '../../bench/generate/promise-pairs.mjs'
import { listFoundAndMade, precision, recall, Score } from '../../bench/generate/score.mjs'
import { makeStructurePair, tellStructure } from '../../bench/generate/structure-pairs.mjs'
import type { Kind } from '../../src/review/change-kinds.js'
import { compare } from '../../src/review/compare.js'
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

describe('作った予定のその後', () => {
  const judged = Array.from({ length: 150 }, (_, number) => makePromisePair(number + 1)).flatMap((pair) =>
    judgeFates(compareSamples(pair.old, pair.new), pair.promises),
  )
  const share = (all: readonly { readonly isRight: boolean }[]) =>
    all.filter(({ isRight }) => isRight).length / all.length

  it('行っていないものは、一つも実施とされない', () => {
    const isTrue = (event: string) => EVENTS[event]!.some((fate) => TRUE_FATES.includes(fate))
    expect(judged.filter(({ event, fate }) => TRUE_FATES.includes(fate) && !isTrue(event))).toEqual([])
  })

  it.each(Object.keys(EVENTS))('%s：0.98 以上', (event) => {
    const own = judged.filter((each) => each.event === event)
    expect(own.length).toBeGreaterThan(20)
    expect(share(own)).toBeGreaterThanOrEqual(0.98)
  })

  it.each([...new Set(Object.values(EVENTS).flat())])('%s とされたものも 0.98 以上正しい', (fate) => {
    expect(share(judged.filter((each) => each.fate === fate))).toBeGreaterThanOrEqual(0.98)
  })
})

describe('作った表のつくりの変更', () => {
  it('題名、欄、結合、区分の分割と統合、行の移動を、どれもそのとおりに見つけ、ほかに何も見つけない', () => {
    const events = new Set<string>()
    for (let number = 1; number <= 120; number++) {
      const { old, new: now, event, expected } = makeStructurePair(number)
      const comparison = compare(old.plan, now.plan, {
        columns: { old: old.columns, new: now.columns },
        documents: { old: old.texts, new: now.texts },
      })
      expect([number, event, tellStructure(comparison).toSorted()]).toEqual([number, event, expected.toSorted()])
      events.add(event)
    }
    expect(events.size).toBe(8)
  })
})
