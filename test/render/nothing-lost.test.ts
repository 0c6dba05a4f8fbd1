/** Invariant 1: all text of a plan is in each document, cell by cell, read back by readers that share nothing with the writers. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import type { Plan } from '../../src/domain/plan.js'
import { arbitraryForm } from '../support/arbitrary-form.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { handoutOf, someOf } from '../support/handouts.js'
import { bare, expectNothingLost } from '../support/nothing-lost.js'
import { readAll } from '../support/read-documents.js'
import { toForm } from '../support/stages.js'

const PRINTS = [
  ['mogami-h30', 'official'],
  ['mogami-r1', 'official'],
  ['mogami-h30', 'four-column'],
  ['mogami-r1', 'four-column'],
  ['mogami-h30', 'four-column-a3'],
  ['mogami-r1', 'four-column-a3'],
  ['progress-r6', 'progress'],
  ['shihyo-r6', 'indicators'],
  ['welfare-r6', 'welfare'],
] as const

async function expectPrinted(plan: Plan, definition: FormDefinition): Promise<void> {
  for (const read of await readAll(toForm(plan, definition))) expectNothingLost(read, plan, definition)
}

describe('計画にあるものは、どの文書でも欠けない', () => {
  it.each(PRINTS)('%s を %s で', async (seed, id) => {
    const form = bundledForm(id)
    await expectPrinted(seedPlan(seed, form), form)
  })

  it('どんな計画も、どんな見出しと向きと揃えの様式でも、前文と注があってもなくても', async () => {
    const text = fc.option(fc.constantFrom('※注', '前文の一。\n\n前文の二。', '長い文が続く。'.repeat(200)), {
      nil: undefined,
    })
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, arbitraryForm, text, text, text, async (plan, form, lead, unit, notes) => {
        await expectPrinted({ ...plan, ...given({ lead, unit: unit?.slice(0, 4), notes }) }, form)
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  it('縦の名前は、どんな字でも、どれほど長くても', async () => {
    const name = fc
      .array(fc.constantFrom('在宅医療', 'ICT', '365', '（', '）', '・', 'ー', '2025年度', '葛󠄀城', 'ｶﾞ', '50%', '、'), {
        minLength: 1,
        maxLength: 16,
      })
      .map((pieces) => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 5 }), async (names) => {
        const rows = [{ startsPage: false, cells: { 取組み: { tag: 'text', text: '○' } } }] as const
        const categories = names.map((each, index) => ({ name: each, number: index + 1, rows }))
        const plan = { title: '計画', year: 2018, yearText: 'H30', handout: {}, categories }
        await expectPrinted(plan, bundledForm('four-column'))
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  it('会議資料では、選んだ区分と欄の文と、資料の番号、会議、議題、案', async () => {
    const chosen = arbitraryPlan.chain((plan) =>
      fc.record({ plan: fc.constant(plan), categories: someOf(plan.categories.length), columns: someOf(6) }),
    )
    const official = bundledForm('official')
    const handout = { number: '資料１', meeting: '第２回協議会＆<部会>', date: '平成31年2月1日', author: '𠮷野保健所' }
    await fc.assert(
      fc.asyncProperty(chosen, async ({ plan, categories, columns }) => {
        const part = { categories, columns: columns.map((each) => each + 1) }
        const own = { ...plan, handout }
        const form = handoutOf({ plan: own, part, agenda: '議題（２）', stamp: '案', cover: 'cover' })
        const shown = { ...own, categories: categories.map((each) => plan.categories[each]!) }
        const definition = { ...official, columns: [0, ...part.columns].map((each) => official.columns[each]!) }
        for (const read of await readAll(form)) {
          expectNothingLost(read, shown, definition, form)
          const said = bare(read.around + read.margins.join(''))
          for (const text of [...Object.values(handout), '議題（２）', '案']) expect(said).toContain(bare(text))
        }
      }),
      { numRuns: 10, endOnFailure: true },
    )
  })
})

function given<T extends object>(texts: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)) as never
}
