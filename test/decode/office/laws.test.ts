/**
 * Documents that this program made, read as if anybody had made them: the plan comes back but for what its form does not
 * print, and the account adds up (see `importOffice`).
 */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormDefinition } from '../../../src/definition/form-definition.js'
import type { Plan, Row } from '../../../src/domain/plan.js'
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

/** What a form prints of a plan: whatever joins says so, empty lines at the end of a cell are no text. */
function printed({ title, categories }: Plan, { columns }: FormDefinition) {
  const textOf = (row: Row, key: string, merges: boolean, isFirst: boolean) => {
    const cell = row.cells[key]
    const joins = cell === undefined ? merges : cell.tag === 'joined'
    if (joins && !isFirst) return '↑'
    return cell?.tag === 'text' ? cell.text.replace(/\n+$/, '') : ''
  }
  return {
    title,
    categories: categories.map(({ name, number, rows }) => ({
      name: name.trim(),
      number,
      rows: rows.map((row, index) =>
        columns.flatMap(({ fields, merges }) =>
          fields
            .filter(({ part }) => part !== 'category')
            .map(({ key }) => `${key}: ${textOf(row, key, merges, index === 0)}`),
        ),
      ),
    })),
  }
}

const SEEDS = [
  ['mogami-h30', ['official', 'four-column', 'four-column-a3']],
  ['mogami-r1', ['official', 'four-column', 'four-column-a3']],
  ['progress-r6', ['progress']],
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
    expect(read.definition.columns.map(({ fields }) => fields)).toEqual(form.columns.map(({ fields }) => fields))
    expect(printed(read.plan, form)).toEqual(printed(plan, form))
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

/** Without what no reader can tell from paper. */
function readable(plan: Plan): Plan {
  return {
    ...plan,
    title: plan.title.trim(),
    categories: plan.categories.map((category, index) => ({
      ...category,
      number: index + 1,
      rows: category.rows.map((row) => ({ ...row, startsPage: false })),
    })),
  }
}
