import { describe, expect, test } from 'vitest'
import type { Piece, PlacedLine } from '../../src/layout/page.js'
import { sizeOf, uprightStrokes } from '../../src/render/pdf-marks.js'

function piece(text: string, marks: Partial<Piece>, offset: number): Piece {
  return { text, offset, advance: 10, spacing: 0, stands: 'upright', ...marks }
}

function strokes(...marks: Partial<Piece>[]): readonly object[] {
  const pieces = marks.map((each, index) => piece('字', each, 10 * index))
  const line: PlacedLine = {
    line: { paragraph: 0, start: 0, end: 1, size: 10, indent: 0, width: 10, pieces, direction: 'vertical' },
    x: 100,
    baseline: 50,
  }
  return uprightStrokes(line).map(({ item }) => {
    if (!('type' in item) || item.type !== 'rect') throw new Error('no stroke')
    const { x, y, w, h, color } = item
    return { middle: Math.round((x + w / 2) * 10) / 10, from: y, to: y + h, color }
  })
}

describe('PDF の縦書きの印', () => {
  test('取消線は字の中央を、下線にあたる線は字の右を、上から下へ通る', () => {
    expect(strokes({}, { revision: 'deleted' }, { revision: 'inserted' })).toEqual([
      { middle: 100, from: 60, to: 70, color: '#c00000' },
      { middle: 105.6, from: 70, to: 80, color: '#c00000' },
    ])
  })

  test('改訂でない強調は黒。二重線は二本', () => {
    expect(strokes({ emphasis: 'underline' })).toEqual([{ middle: 105.6, from: 50, to: 60, color: 'black' }])
    expect(strokes({ emphasis: 'double-strike' }).length).toBe(2)
  })

  test('注記は小さく描く。行は元の大きさで測ってあるので、はみ出さない', () => {
    expect(sizeOf(piece('〔旧②1から移動〕', { emphasis: 'small' }, 0), 10)).toBe(8)
    expect(sizeOf(piece('移動', {}, 0), 10)).toBe(10)
  })
})
