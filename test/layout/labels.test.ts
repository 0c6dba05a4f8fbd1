import { describe, expect, it } from 'vitest'
import type { LaidOut, Page } from '../../src/layout/page.js'
import { cellsOn, tablesOn } from '../../src/layout/page-sections.js'
import { cell, covered, row, sampleForm } from '../support/sample-form.js'
import { columnsOf } from '../support/sections.js'
import { layOut } from '../support/stages.js'
import { emMeasure } from './em-measure.js'

const LABEL = '日常の療養生活の支援に係る取組み'

/** A label of four lines over rows of one line and then of several, below so many rows of one line. */
function layLabel(rowsAbove: number): LaidOut {
  const above = Array.from({ length: rowsAbove }, () => row([cell('上'), cell('○'), cell('○'), cell('○')]))
  const tall = Array.from({ length: 6 }, () => '○').join('\n')
  const labelled = [
    row([cell(LABEL, { rowSpan: 3, isLabel: true }), cell('○'), cell('○'), cell('○')]),
    row([covered(1), cell(tall), cell('○'), cell('○')]),
    row([covered(2), cell(tall), cell('○'), cell('○')]),
  ]
  const columns = [{ width: 4.5 * 9 + 6 }, ...columnsOf(sampleForm()).slice(1)]
  const pages = { minLines: 2, continued: '' }
  return layOut(sampleForm({ body: [...above, ...labelled], head: [], title: [], columns, pages }), emMeasure)
}

function labelsOn(page: Page): string[] {
  return cellsOn(page)
    .filter((each) => each.cell.paragraphs[0]?.runs[0]?.text === LABEL)
    .map(({ lines }) => lines.flatMap(({ line }) => line.pieces.map((piece) => piece.text)).join(''))
}

describe('幾つもの行にまたがる見出し', () => {
  const counts = Array.from({ length: 50 }, (_, index) => index)

  it('ページのどこから始まっても、始まったページでその全体が読める', () => {
    const shown = counts.map((count) => layLabel(count).pages.flatMap(labelsOn))
    for (const labels of shown) expect(labels).toEqual(labels.map(() => LABEL))
    // Some begin so low that they reach the next page.
    expect(shown.some((labels) => labels.length > 1)).toBe(true)
  })

  it('そのために行が伸びても、ページからはみ出さない', () => {
    for (const count of counts) {
      const { form, pages } = layLabel(count)
      for (const { rows, cells } of pages.flatMap(tablesOn)) {
        const bottom = rows.at(-1)!.top + rows.at(-1)!.height
        expect(bottom).toBeLessThanOrEqual(form.paper.height - form.paper.margins.bottom + 0.01)
        const ends = cells.map((each) => each.top + each.height)
        expect(Math.max(...ends)).toBeCloseTo(bottom, 5)
        for (const { lines, cell: each, height } of cells) {
          expect(lines.length * each.size * form.type.leading).toBeLessThanOrEqual(height + 0.01)
        }
      }
    }
  })
})
