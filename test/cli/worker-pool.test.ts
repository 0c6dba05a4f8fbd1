/** Tasks shared out among threads: every one is answered once, also where threads die. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOut } from '../../src/cli/many/worker-pool.js'

const SCRIPT = new URL('../support/odd-worker.mjs', import.meta.url)
type Task = number | 'exit' | 'throw'

async function answersOf(tasks: readonly Task[], threads: number, script = SCRIPT): Promise<readonly string[]> {
  const answers: string[] = tasks.map(() => '')
  const died = (task: Task, error: Error) => `${task}: ${error.message}`
  await shareOut<Task, number | string>(script, tasks, threads, died, (index, result) => {
    answers[index] += String(result)
  })
  return answers
}

describe('スレッドへの割り振り', () => {
  it('どの仕事にも一度だけ答え、止まったスレッドは取り替える', async () => {
    const task = fc.oneof({ weight: 4, arbitrary: fc.nat(99) }, fc.constantFrom('exit' as const, 'throw' as const))
    const law = fc.asyncProperty(
      fc.array(task, { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (tasks, threads) => {
        const expected = tasks.map((each) => {
          if (each === 'exit') return 'exit: exit 3'
          return each === 'throw' ? 'throw: いけません' : String(each * 2)
        })
        expect(await answersOf(tasks, threads)).toEqual(expected)
      },
    )
    await fc.assert(law, { numRuns: 12 })
  })

  it('始められないスレッドの仕事も答えになる', async () => {
    const answers = await answersOf([1, 2, 3], 2, new URL('nowhere.mjs', SCRIPT))
    expect(answers.every((answer) => answer.includes('nowhere.mjs'))).toBe(true)
  })
})
