/** The official form with headings of one to three levels, upright ones, and columns aligned or set upright at random. */

import fc from 'fast-check'
import type { ColumnDefinition, FormDefinition } from '../../src/definition/form-definition.js'
import { bundledForm } from './forms.js'

const UPPERS: readonly (readonly string[])[] = [[], ['計画'], ['計画', '内訳'], ['結果'], ['結果', '内訳（KPI）']]

const look = fc.record({
  upperHeadings: fc.constantFrom(...UPPERS),
  isNamed: fc.boolean(),
  headDirection: fc.constantFrom('horizontal' as const, 'vertical' as const),
  direction: fc.constantFrom('horizontal' as const, 'horizontal' as const, 'vertical' as const),
  align: fc.constantFrom('start' as const, 'center' as const, 'end' as const),
})

/** Its columns, fields and widths are the official form's. */
export const arbitraryForm: fc.Arbitrary<FormDefinition> = fc.constant(bundledForm('official')).chain((official) =>
  fc.tuple(...official.columns.map(() => look)).map((looks) => ({
    ...official,
    columns: official.columns.map((column, index): ColumnDefinition => {
      const { isNamed, ...changes } = looks[index]!
      if (column.fields[0]!.part === 'category') return { ...column, headDirection: changes.headDirection }
      // Two columns that nobody names cannot be told apart but by their place.
      const heading = isNamed || changes.upperHeadings.length === 0 ? column.fields[0]!.key : ''
      return { ...column, ...changes, heading }
    }),
  })),
)
