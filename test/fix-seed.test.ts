/** The seed of property tests is in force: set once for all test files, and to be chosen from outside. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'

const TESTS = import.meta.dirname

/** Files that draw with a seed of their own, whatever is asked for from outside. */
function filesWithOwnSeed(): string[] {
  const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) => /\.m?ts$/.test(name))
  return files.filter((name) => /\bseed['"]?\s*:\s*-?\d/.test(readFileSync(join(TESTS, name), 'utf8')))
}

/** What a property test says of its seed when it fails. */
function seedOfFailure(): number {
  const result = fc.check(fc.property(fc.integer(), () => false))
  return result.seed
}

/** As vitest runs the set-up file, with this seed in the environment. */
async function setUp(seed: string | undefined): Promise<void> {
  vi.stubEnv('KEIKAKU_SEED', seed)
  vi.resetModules()
  await import('./support/fix-seed.js')
}

const before = fc.readConfigureGlobal()

afterEach(() => {
  vi.unstubAllEnvs()
  fc.configureGlobal(before)
})

describe('性質の試験の種', () => {
  it('どの試験ファイルでも、種は決まっている', () => {
    const { KEIKAKU_SEED = '2018' } = process.env
    if (KEIKAKU_SEED !== 'random') expect(fc.readConfigureGlobal().seed).toBe(Number(KEIKAKU_SEED))
    const seeds = new Set([seedOfFailure(), seedOfFailure(), seedOfFailure()])
    expect(seeds.size > 1).toBe(KEIKAKU_SEED === 'random')
  })

  it('自分の種を決めている試験ファイルはない', () => {
    expect(filesWithOwnSeed()).toEqual([])
  })

  it('同じ種なら同じ値を引く', async () => {
    await setUp(undefined)
    expect(fc.sample(fc.string(), 20)).toEqual(fc.sample(fc.string(), 20))
    expect(seedOfFailure()).toBe(2018)
  })

  it('KEIKAKU_SEED で別の種になる', async () => {
    await setUp('7')
    const drawn = fc.sample(fc.string(), 20)
    expect(seedOfFailure()).toBe(7)
    await setUp('8')
    expect(fc.sample(fc.string(), 20)).not.toEqual(drawn)
  })
})
