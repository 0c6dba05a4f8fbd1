import { describe, expect, test } from 'vitest'
import type { Line, Piece, PlacedLine } from '../../src/layout/page.js'
import { lineStrokes, sizeOf } from '../../src/render/pdf/revision-marks.js'

/** Pieces of one character each, one behind the other. */
function strokes(direction: Line['direction'], ...marks: Partial<Piece>[]): readonly object[] {
  const pieces = marks.map((each, index) => piece('字', each, 10 * index))
  const placed: PlacedLine = {
    line: { paragraph: 0, start: 0, end: 1, size: 10, indent: 0, width: 10, pieces, direction },
    x: 100,
    baseline: 50,
  }
  return lineStrokes(placed).map(({ box, ink }) => {
    const { left, top, width, height } = box
    return direction === 'vertical'
      ? { middle: round(left + width / 2), from: top, to: top + height, ink }
      : { middle: round(top + height / 2), from: left, to: left + width, ink }
  })
}

function piece(text: string, marks: Partial<Piece>, offset: number): Piece {
  return { text, offset, advance: 10, spacing: 0, stands: 'horizontal', ...marks }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

describe('PDF の印', () => {
  test('縦書きでは、取消線は字の中央を少し長く、下線にあたる線は字の右を、上から下へ通る', () => {
    expect(strokes('vertical', {}, { revision: 'deleted' }, { revision: 'inserted' })).toEqual([
      { middle: 100, from: 58.2, to: 71.8, ink: 'revised' },
      { middle: 105.6, from: 70, to: 80, ink: 'revised' },
    ])
  })

  test('横書きでは、取消線は字の中央を、下線は字の下を通る', () => {
    expect(strokes('horizontal', {}, { revision: 'deleted' }, { revision: 'inserted' })).toEqual([
      { middle: 46.2, from: 108.2, to: 121.8, ink: 'revised' },
      { middle: 51.8, from: 120, to: 130, ink: 'revised' },
    ])
  })

  test('移った語の線は二本で、加えた語、消した語の一本と違う', () => {
    const of = (mark: Partial<Piece>) => strokes('horizontal', { emphasis: ['moved'], ...mark })
    expect([of({ revision: 'inserted' }).length, of({ revision: 'deleted' }).length, of({}).length]).toEqual([2, 2, 0])
  })

  test('改訂でない強調は黒。二重線は二本', () => {
    expect(strokes('vertical', { emphasis: ['underline'] })).toEqual([
      { middle: 105.6, from: 50, to: 60, ink: 'black' },
    ])
    expect(strokes('horizontal', { emphasis: ['double-strike'] }).length).toBe(2)
  })

  test('隣り合う同じ印は一本の線', () => {
    expect(strokes('horizontal', { revision: 'inserted' }, { revision: 'inserted' }, {})).toEqual([
      { middle: 51.8, from: 100, to: 120, ink: 'revised' },
    ])
    expect(strokes('horizontal', { revision: 'inserted' }, {}, { revision: 'inserted' }).length).toBe(2)
  })

  test('注記は小さく描く。行は元の大きさで測ってあるので、はみ出さない', () => {
    expect(sizeOf(piece('〔旧②1から移動〕', { emphasis: ['small'] }, 0), 10)).toEqual({ size: 8, rise: 0 })
    expect(sizeOf(piece('移動', {}, 0), 10)).toEqual({ size: 10, rise: 0 })
  })
})
