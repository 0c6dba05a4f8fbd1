/** Where a dropped text and a new one stand side by side in a line that is full. */

import { expect, test } from 'vitest'
import type { Run } from '../../src/form/form.js'
import { breakLines } from '../../src/layout/lines/break-lines.js'
import { sampleForm } from '../support/sample-form.js'
import { emMeasure } from './em-measure.js'

function linesOf(runs: readonly Run[], em: number): string[] {
  const request = { width: em * 10, size: 10, rules: sampleForm().lines, measure: emMeasure }
  return breakLines({ runs, marker: 0, keepWithNext: false }, 0, request).map(({ pieces }) =>
    pieces.map(({ text }) => text).join(''),
  )
}

const del = (text: string): Run => ({ text, revision: 'deleted' })
const ins = (text: string): Run => ({ text, revision: 'inserted' })

test('消えた数と加わった数は、数の中ではなく二つの間で行が分かれる', () => {
  expect(linesOf([del('43.8'), ins('44.1')], 3)).toEqual(['43.8', '44.1'])
  expect(linesOf([del('1,024'), ins('1,031')], 4)).toEqual(['1,024', '1,031'])
})

test('一つの数は、入らなければその中で分かれる', () => {
  expect(linesOf([{ text: '43.844.1' }], 3).join('')).toBe('43.844.1')
  expect(linesOf([{ text: '43.844.1' }], 3)[0]).not.toBe('43.8')
})

test('分けてよいところがあれば、そこで分かれる', () => {
  expect(linesOf([{ text: '人数' }, del('43人'), ins('44人')], 5)).toEqual(linesOf([{ text: '人数43人44人' }], 5))
})
