/** Documents of ours carry what they print: read back they are the plan, whatever program saved them since. */

import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { FormDefinition } from '../../../src/definition/form-definition.js'
import { expandYears } from '../../../src/definition/year-columns.js'
import type { Plan } from '../../../src/domain/plan.js'
import { printPlan } from '../../../src/print/print-plan.js'
import { arbitraryPlan } from '../../support/arbitrary-plan.js'
import { bundledForm, expectValue, seedPlan } from '../../support/forms.js'
import { importOffice } from '../../support/import-office.js'
import { bundledFonts } from '../../support/print.js'

const FORMATS = ['docx', 'xlsx'] as const
type OfficeFormat = (typeof FORMATS)[number]

async function print(plan: Plan, definition: FormDefinition, format: OfficeFormat): Promise<Uint8Array> {
  const printable = { plan, definition, fonts: { faces: bundledFonts().faces }, file: 'plan.yaml' }
  const [document] = expectValue(await printPlan(printable, { formats: [format] }))
  return document!.bytes
}

/** The same parts as another program packs them: the seal is broken, and nothing else. */
function saveAgain(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => {
    if (name !== 'docProps/app.xml') return [name, content] as const
    const xml = new TextDecoder().decode(content)
    return [
      name,
      new TextEncoder().encode(xml.replace('</Properties>', '<AppVersion>16.0000</AppVersion></Properties>')),
    ] as const
  })
  return zipSync(Object.fromEntries(parts))
}

/** Without the places of the source. */
function bare(plan: Plan): unknown {
  const places = new Set(['at', 'titleAt', 'headingAt', 'lines'])
  return JSON.parse(JSON.stringify(plan, (key, value) => (places.has(key) ? undefined : value)))
}

const SEEDS = [
  ['mogami-h30', ['official', 'four-column', 'four-column-a3']],
  ['mogami-r1', ['official', 'four-column', 'four-column-a3']],
  ['progress-r6', ['progress']],
  ['welfare-r6', ['welfare']],
  ['jigyo-r6', ['project-sheet']],
] as const

describe('控えのある文書', () => {
  it.each(FORMATS)(
    '表がいくつもある計画の %s は、直していなければもとの計画そのもので、ほかに何も残らない',
    async (format) => {
      const form = bundledForm('needs-and-supply')
      const plan = seedPlan('keikaku-3tables-r6', form)
      const { plan: read, account } = importOffice(await print(plan, form, format))
      expect(bare(read)).toEqual(bare(plan))
      expect(account.entries.filter(({ kind }) => kind === 'text' || kind === 'table')).toEqual([])
    },
  )

  it.each(
    SEEDS.flatMap(([seed, forms]) => forms.flatMap((form) => FORMATS.map((format) => [seed, form, format] as const))),
  )('%s、%s、%s を読めば、もとの計画そのもの', async (seed, id, format) => {
    const form = bundledForm(id)
    const plan = { ...seedPlan(seed, form), period: 'H30～R5', draft: '案２', form: id }
    const bytes = await print(plan, form, format)
    for (const document of [bytes, saveAgain(bytes)]) {
      const { plan: read, definition, origin } = importOffice(document)
      expect(definition.columns).toEqual(expandYears(form, plan).columns)
      expect(bare(read)).toEqual(bare(plan))
      expect(origin!.state).toBe('as made')
    }
  })

  it.each(FORMATS)('どの計画も（%s）', async (format) => {
    const form = bundledForm('official')
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, async (plan) => {
        const { plan: read } = importOffice(saveAgain(await print(plan, form, format)))
        expect(bare(read)).toEqual(bare(plan))
      }),
      { numRuns: 12 },
    )
  })
})
