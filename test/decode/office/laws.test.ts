/**
 * Documents that this program made, read as if anybody had made them: the plan comes back but for what its form does not
 * print, and the account adds up (see `importOffice`).
 */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormDefinition } from '../../../src/definition/form-definition.js'
import { expandYears } from '../../../src/definition/year-columns.js'
import type { Plan } from '../../../src/domain/plan.js'
import { printPlan } from '../../../src/print/print-plan.js'
import { arbitraryForm } from '../../support/arbitrary-form.js'
import { arbitraryPlan } from '../../support/arbitrary-plan.js'
import { arbitraryRecord } from '../../support/arbitrary-record.js'
import { bundledForm, expectValue, seedPlan } from '../../support/forms.js'
import { importOffice, tryImport } from '../../support/import-office.js'
import { bundledFonts } from '../../support/print.js'
import { printed, readable } from '../../support/printed-plan.js'

const FORMATS = ['docx', 'xlsx'] as const
type OfficeFormat = (typeof FORMATS)[number]

async function print(plan: Plan, definition: FormDefinition, format: OfficeFormat): Promise<Uint8Array> {
  const printable = { plan, definition, fonts: { faces: bundledFonts().faces }, file: 'plan.yaml' }
  const [document] = expectValue(await printPlan(printable, { formats: [format] }))
  return document!.bytes
}

const SEEDS = [
  ['mogami-h30', ['official', 'four-column', 'four-column-a3']],
  ['mogami-r1', ['official', 'four-column', 'four-column-a3']],
  ['progress-r6', ['progress']],
  ['shihyo-r6', ['indicators']],
  ['welfare-r6', ['welfare']],
] as const

describe('作った文書を読めば、もとの計画', () => {
  it.each(
    SEEDS.flatMap(([seed, forms]) => forms.flatMap((form) => FORMATS.map((format) => [seed, form, format] as const))),
  )('%s、%s、%s', async (seed, id, format) => {
    const form = bundledForm(id)
    const plan = seedPlan(seed, form)
    const read = importOffice(await print(plan, form, format), { year: plan.year })
    expect(read.formFile).toBeUndefined()
    // 四欄 and its A3 print the same table.
    const { columns } = expandYears(form, plan)
    expect(read.definition.columns.map(({ fields }) => fields)).toEqual(columns.map(({ fields }) => fields))
    expect(printed(read.plan, form)).toEqual(printed(plan, form))
  })

  it.each(FORMATS)('どんな見出しと向きと揃えの様式でも（%s）', async (format) => {
    const plan = seedPlan('mogami-h30')
    await fc.assert(
      fc.asyncProperty(arbitraryForm, async (form) => {
        const read = importOffice(await print(plan, form, format), { year: plan.year, form })
        expect(printed(read.plan, form)).toEqual(printed(plan, form))
      }),
      { numRuns: 8, endOnFailure: true },
    )
  })

  it.each(FORMATS)('どんな枠の個票も（%s）', async (format) => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async ({ definition, plan }) => {
        const read = importOffice(await print(plan, definition, format), { year: plan.year, form: definition })
        expect(printed(read.plan, definition).categories).toEqual(printed(plan, definition).categories)
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  it('枠の並びを変えた個票の文書は、どの欄か分からないと言って断る', async () => {
    const form = bundledForm('project-sheet')
    const bytes = await print(seedPlan('jigyo-r6', form), form, 'docx')
    const record = { ...form.record!, tiers: form.record!.tiers.with(5, form.record!.tiers[6]!) }
    const { ok, diagnostics } = tryImport(bytes, { form: { ...form, record } })
    expect([ok, ...diagnostics.map(({ code }) => code)]).toEqual([false, 'unreadable-records'])
  })

  it.each(FORMATS)('どの計画も（%s）', async (format) => {
    const form = bundledForm('official')
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, async (generated) => {
        const plan = readable(generated)
        const read = importOffice(await print(plan, form, format), { year: plan.year, form })
        expect(printed(read.plan, form)).toEqual(printed(plan, form))
      }),
      { numRuns: 10 },
    )
  })
})
