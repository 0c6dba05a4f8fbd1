import { describe, expect, it } from 'vitest'
import type { LaidOut, Page } from '../../src/layout/page.js'
import { cellsOn, tablesOn } from '../../src/layout/page-sections.js'
import { cell, covered, row, sampleForm } from '../support/sample-form.js'
import { columnsOf, rowsOn } from '../support/sections.js'
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

  it('次のページでは、その半分までの名前だけをくり返す。もっと高ければ、名の指す文の場所がなくなる', () => {
    const repeated = Array.from({ length: 70 }, (_, lines) => {
      const label = cell(
        Array(lines + 1)
          .fill(LABEL[0])
          .join('\n'),
        { rowSpan: 2, isLabel: true },
      )
      const long = cell(Array(200).fill('○').join('\n'))
      const body = [row([label, long, cell('○'), cell('○')]), row([covered(1), cell('○'), cell('○'), cell('○')])]
      const { form, pages } = layOut(
        sampleForm({ body, head: [], title: [], pages: { minLines: 2, continued: '' } }),
        emMeasure,
      )
      // Rows of which only a part finds room fill their page.
      const page = rowsOn(pages[1]!).reduce((sum, each) => sum + each.height, 0)
      const height = (lines + 1) * form.type.size * form.type.leading + 2 * form.table.padding.y
      const again = cellsOn(pages.at(-1)!).find((each) => each.column === 0)!
      return { part: height / page, isShown: again.lines.length > 0 }
    })
    for (const { part, isShown } of repeated) expect([part, isShown]).toEqual([part, part <= 0.5])
    expect(repeated.filter(({ isShown }) => isShown).length).toBeGreaterThan(10)
    expect(repeated.at(-1)!.isShown).toBe(false)
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
