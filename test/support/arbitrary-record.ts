/** 個票 of any boxes that fit on their paper, with plans for them. */

import fc from 'fast-check'
import type { BoxDefinition, ColumnDefinition, FormDefinition } from '../../src/definition/form-definition.js'
import { fitBoxes, recordGrid } from '../../src/definition/record-grid.js'
import type { Plan } from '../../src/domain/plan.js'
import { arbitraryText } from './arbitrary-plan.js'
import { bundledForm } from './forms.js'

const box = fc.record({
  kind: fc.constantFrom('heading', 'text', 'both'),
  share: fc.option(fc.integer({ min: 20, max: 60 }), { nil: undefined }),
  leastLines: fc.integer({ min: 1, max: 4 }),
})

/** A tier of up to three boxes, and a box at its left that reaches further down. */
const tier = fc.record({
  boxes: fc.array(box, { minLength: 1, maxLength: 3 }),
  aside: fc.option(fc.integer({ min: 2, max: 3 }), { nil: undefined }),
})

const PLAIN = {
  headDirection: 'horizontal',
  headWidth: 4,
  tiers: 1,
  leastLines: 1,
} as const satisfies Partial<BoxDefinition>

/** Asides follow one another: a tier has its own where none reaches it from above. */
function tiersOf(
  drafts: readonly {
    boxes: readonly { kind: string; share: number | undefined; leastLines: number }[]
    aside: number | undefined
  }[],
) {
  let reached = 0
  let field = 0
  return drafts.map(({ boxes, aside }, index): readonly BoxDefinition[] => {
    const opens = aside !== undefined && index >= reached
    if (opens) reached = index + aside
    const own = boxes.map(({ kind, share, leastLines }): BoxDefinition => {
      const name = `欄${++field}`
      return {
        ...PLAIN,
        heading: kind === 'text' ? '' : name,
        ...(kind === 'heading' ? {} : { field: name }),
        ...(share !== undefined && { share }),
        leastLines,
      }
    })
    return opens ? [{ ...PLAIN, heading: '縦', headDirection: 'vertical', share: 6, tiers: aside }, ...own] : own
  })
}

const definition: fc.Arbitrary<FormDefinition> = fc
  .tuple(fc.array(tier, { minLength: 2, maxLength: 6 }), fc.nat(1))
  .map(([drafts, repeated]): FormDefinition => {
    const form = bundledForm('project-sheet')
    const last: readonly BoxDefinition[] = [{ ...PLAIN, heading: '名', field: '名' }]
    const tiers = [...tiersOf(drafts.slice(0, -1)), last]
    const isFree = tiers[0]!.every((each) => each.tiers === 1)
    const columns = tiers
      .flat()
      .flatMap(({ heading, field }): ColumnDefinition[] =>
        field === undefined ? [] : [{ ...form.columns[0]!, heading, fields: [{ key: field, part: 'plain' }] }],
      )
    return fitBoxes({ ...form, columns, record: { tiers, repeated: isFree ? repeated : 0 } })
  })
  .filter(hasRoom)

/** Others are told when their form file is read. */
function hasRoom(form: FormDefinition): boolean {
  const { places, widths } = recordGrid(form.record!, form)
  const widthOf = (column: number, end: number) => widths.slice(column, end).reduce((sum, width) => sum + width, 0)
  return places.every(({ column, colSpan }) => widthOf(column, column + colSpan) > LEAST_WIDTH)
}

const LEAST_WIDTH = 20

export const arbitraryRecord: fc.Arbitrary<{ readonly definition: FormDefinition; readonly plan: Plan }> =
  definition.chain((each) =>
    fc.array(fc.tuple(...each.columns.map(() => arbitraryText)), { minLength: 1, maxLength: 3 }).map((rows) => ({
      definition: each,
      plan: {
        title: '題',
        year: 2024,
        yearText: 'R6',
        handout: {},
        categories: [
          {
            name: '',
            number: 1,
            rows: rows.map((texts) => ({
              startsPage: false,
              cells: Object.fromEntries(
                each.columns.map(({ fields }, at) => [fields[0]!.key, { tag: 'text', text: texts[at]! } as const]),
              ),
            })),
          },
        ],
      },
    })),
  )
