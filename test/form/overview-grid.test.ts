import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertForm } from '../../src/form/assert-form.js'
import { type Box, type GridRow, resolveGrid, settleEdges } from '../../src/form/overview/box-grid.js'
import { cell, sampleForm } from '../support/sample-form.js'

const WIDTH = 500
const BLANK = cell('')

/** Rows of text boxes and bars behind them at any places, now and then a box over several rows at the left. */
const place = fc.double({ min: 20, max: WIDTH, noNaN: true })
const row: fc.Arbitrary<GridRow> = fc.array(place, { maxLength: 12 }).map((places) => {
  const edges = [20, ...places].sort((a, b) => a - b)
  const boxes = edges.slice(1).flatMap((right, index): Box[] => {
    const left = edges[index]!
    if (right - left < 2.25) return []
    return index % 2 === 0 ? [{ left, right, cell: cell('文') }] : [{ left, right, cell: cell(''), loose: 'both' }]
  })
  return { boxes }
})
const block = fc.array(row, { minLength: 1, maxLength: 8 }).map((rows): GridRow[] => {
  const label: Box = { left: 0, right: 20, cell: cell('区分', { rowSpan: rows.length }) }
  return rows.map(({ boxes }, index) => ({ boxes: index === 0 ? [label, ...boxes] : boxes }))
})

describe('升目', () => {
  it('どの行も列の数だけの升があり、すき間も重なりもなく、幅は元のまま', () => {
    fc.assert(
      fc.property(block, (rows) => {
        const { columns, rows: body } = resolveGrid(rows, WIDTH, BLANK)
        expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(WIDTH)
        expect(columns.every(({ width }) => width >= 1.49)).toBe(true)
        expect(() => assertForm(sampleForm({ columns, head: [], body }))).not.toThrow()
      }),
      { numRuns: 150 },
    )
  })

  it('どの箱もなくならない', () => {
    fc.assert(
      fc.property(block, (all) => {
        const { rows } = resolveGrid(all, WIDTH, BLANK)
        const texts = rows.flatMap(({ slots }) =>
          slots.filter((slot) => slot.tag === 'cell' && slot.paragraphs.length > 0),
        )
        const boxes = all.flatMap((each) => each.boxes)
        expect(texts).toHaveLength(boxes.filter((box) => box.cell.paragraphs.length > 0).length)
      }),
      { numRuns: 150 },
    )
  })

  it('動かしてよい端は、Word が開ける 63 列に収まるまで近いものから一つにする', () => {
    const firm = Array.from({ length: 20 }, (_, index) => index * 25)
    const loose = Array.from({ length: 200 }, (_, index) => 3 + index * 2.4)
    const edges = settleEdges(firm, loose)
    expect(edges.length - 1).toBe(63)
    expect(firm.every((edge) => edges.includes(edge))).toBe(true)
    const few = settleEdges([0, 100], [30, 60, 61])
    expect(few).toEqual([0, 30, 61, 100])
  })

  it('行の下の罫線は、行を終える升がすべて引く', () => {
    const label: Box = { left: 0, right: 20, cell: cell('区分', { rowSpan: 2 }) }
    const text: Box = { left: 30, right: 90, cell: cell('文') }
    const below = { width: 1, shade: 0 }
    const [first] = resolveGrid([{ boxes: [label, text], below }, { boxes: [text] }], WIDTH, BLANK).rows
    const ruled = first!.slots.flatMap((slot) => (slot.tag === 'cell' ? [slot.edges?.bottom !== undefined] : []))
    expect(ruled).toEqual([false, true, true, true])
  })
})
