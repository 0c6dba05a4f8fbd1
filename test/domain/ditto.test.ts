/** 同上 and its like: what counts as one, and which cell it stands for. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { followDitto, readDitto, saidText } from '../../src/domain/notation/ditto.js'
import type { Row } from '../../src/domain/plan.js'

test.each([
  ['同上', 'above'],
  ['　同上\n', 'above'],
  ['（同上）', 'above'],
  ['○同上', 'above'],
  ['〃', 'above'],
  ['（上に同じ）', 'above'],
  ['同左', 'left'],
  ['左に同じ。', 'left'],
  ['同上の取組み', undefined],
  ['○研修会\n同上', undefined],
  ['', undefined],
])('「%s」は %s', (text, expected) => {
  expect(readDitto(text)).toBe(expected)
})

/** Columns 取組 (a cell that is left out joins the one above), 対応 and 予定. */
const COLUMNS = [
  { key: '取組', part: 'initiatives', merges: true },
  { key: '対応', part: 'responses', merges: false },
  { key: '予定', part: 'plans', merges: false },
]

/** Rows of texts; undefined is a cell that is left out. */
function rowsOf(...rows: readonly (readonly (string | undefined)[])[]): readonly Row[] {
  return rows.map((texts) => ({
    startsPage: false,
    cells: Object.fromEntries(
      texts.flatMap((text, at) => (text === undefined ? [] : [[COLUMNS[at]!.key, { tag: 'text' as const, text }]])),
    ),
  }))
}

describe('同上が指す欄', () => {
  it.each([
    ['予定の欄では左', rowsOf(['a', 'b', 'c'], ['d', 'e', '同上']), 1, 2, 'e'],
    ['左が空なら上', rowsOf(['a', 'b', 'c'], ['d', '', '同上']), 1, 2, 'c'],
    ['ほかの欄では上', rowsOf(['a', 'b', 'c'], ['d', '同上', 'f']), 1, 1, 'b'],
    ['上がなければ左', rowsOf(['a', '同上', 'c']), 0, 1, 'a'],
    ['同左は左', rowsOf(['a', 'b', 'c'], ['d', '同左', 'f']), 1, 1, 'd'],
    ['重なれば、その先', rowsOf(['a', 'b', 'c'], ['d', '〃', '同上'], ['e', '上に同じ', '同上']), 2, 2, 'b'],
    ['結合した欄は、その持ち主', rowsOf(['a', 'b', 'c'], [undefined, '同左', 'f']), 1, 1, 'a'],
    ['指す先がなければ、そのまま', rowsOf(['同上', 'b', 'c']), 0, 0, '同上'],
  ])('%s', (_, rows, row, column, expected) => {
    expect(saidText(rows, COLUMNS, { row, column })).toBe(expected)
  })

  it('どの表でも、上か左の、同上でない欄に行き着く', () => {
    const text = fc.option(fc.constantFrom('同上', '〃', '同左', '', '○研修'), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 6 }), (texts) => {
        const rows = rowsOf(...texts)
        for (const row of rows.keys()) {
          for (const column of COLUMNS.keys()) {
            const to = followDitto(rows, COLUMNS, { row, column })
            expect(to.row <= row && to.column <= column).toBe(true)
          }
        }
      }),
    )
  })

  it('長い列も', () => {
    const rows = rowsOf(['○研修'], ...Array.from({ length: 5000 }, () => ['同上']))
    expect(saidText(rows, COLUMNS, { row: 5000, column: 0 })).toBe('○研修')
  })
})
