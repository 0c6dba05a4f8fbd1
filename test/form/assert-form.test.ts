/** The law of the grid: what a form may not be. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertForm } from '../../src/form/assert-form.js'
import type { FormRow, Slot, TableSection } from '../../src/form/form.js'
import { onlyTable, withTable } from '../../src/form/only-table.js'
import { denseGrid } from '../support/arbitrary-grid.js'
import { cell, covered, row, sampleForm } from '../support/sample-form.js'

function check(body: readonly FormRow[], changes: Partial<TableSection> = {}): () => void {
  const columns = (body[0]?.slots ?? []).map(() => ({ width: 100 }))
  const form = sampleForm({ columns, head: [], body })
  return () => assertForm(withTable(form, { ...onlyTable(form), ...changes }))
}

describe('様式の升目の決まり', () => {
  it('すきまのない升目は、どんな結合でも通る', () => {
    fc.assert(
      fc.property(denseGrid, (body) => {
        expect(check(body)).not.toThrow()
      }),
    )
  })

  it('升を一つ消しても、増やしても、指す先をずらしても通らない', () => {
    fc.assert(
      fc.property(denseGrid, fc.nat(), fc.constantFrom('gone', 'one more', 'elsewhere'), (body, seed, fault) => {
        const at = seed % body.length
        const broken = body.map((each, index): FormRow => {
          if (index !== at) return each
          const [first, ...rest] = each.slots as [Slot, ...Slot[]]
          if (fault === 'gone') return { ...each, slots: rest }
          if (fault === 'one more') return { ...each, slots: [...each.slots, first] }
          return { ...each, slots: [covered(body.length), ...rest] }
        })
        expect(check(broken, { columns: body[0]!.slots.map(() => ({ width: 100 })) })).toThrow(/^table 0: /)
      }),
    )
  })

  it('表の外に出る升、重なる升、幅のない列、結合のある一覧は通らない', () => {
    expect(check([row([cell('', { rowSpan: 2 })])])).toThrow('reaches out')
    expect(check([row([cell('', { colSpan: 2 }), cell('')])])).toThrow('lies over another cell')
    expect(check([row([cell('')])], { columns: [{ width: 0 }] })).toThrow('has no width')
    expect(check([row([cell('')])], { columns: [] })).toThrow('no column')
    const merged = [row([cell('', { colSpan: 2 }), covered(0, 1)])]
    expect(check(merged, { kind: 'list', head: [row([cell(''), cell('')])] })).toThrow('merged cells')
    expect(check([row([cell('')])], { kind: 'list', head: [row([cell('')])] })).not.toThrow()
  })
})
