/** The work grows with the text and not with its square: four times the text takes far less than sixteen times as long. */

import { describe, expect, it } from 'vitest'
import { breakCell, fitVerticalCell, lineSettings } from '../../src/layout/lines/cell-lines.js'
import { itemsOf } from '../support/overview.js'
import { cell, sampleForm } from '../support/sample-form.js'
import { planOf } from '../support/sample-plan.js'
import { emMeasure } from './em-measure.js'

const SETTINGS = lineSettings(sampleForm(), emMeasure)
const SHORT = 20_000

/** The best of three, as other work on the machine only ever adds to it. */
function timeOf(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

function nameOf(length: number) {
  return cell('あ'.repeat(length), { direction: 'vertical' })
}

describe('長い文の手間', () => {
  it.each<[string, (length: number) => unknown]>([
    ['空きの続く文', (length) => breakCell(cell(`x${' '.repeat(length)}y`), 200, SETTINGS)],
    ['字の続く文', (length) => breakCell(cell('x'.repeat(length)), 40, SETTINGS)],
    ['数字の続く文', (length) => breakCell(cell('1'.repeat(length)), 40, SETTINGS)],
    ['縦の名前', (length) => breakCell(nameOf(length), 34, SETTINGS)],
    ['紙に収める縦の名前', (length) => fitVerticalCell(nameOf(length), 34, 500, SETTINGS)],
    ['空きの続く項目', (length) => itemsOf(planOf(['a', { 取組み: `○x${' '.repeat(length)}（R7年度）` }]))],
    ['読点の続く主体', (length) => itemsOf(planOf(['a', { 取組み: `○[${'市、'.repeat(length)}]研修会` }]))],
  ])('%s', (_title, work) => {
    work(100)
    expect(timeOf(() => work(4 * SHORT)) / timeOf(() => work(SHORT))).toBeLessThan(10)
  })
})
