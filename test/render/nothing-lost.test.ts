/** Invariant 1: all text of a plan is in each document, cell by cell and once, read back by readers that share nothing with the writers. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/domain/plan.js'
import type { LaidOut } from '../../src/layout/page.js'
import { cellsOn } from '../../src/layout/page-sections.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { bundledFonts, layOutPlan } from '../support/print.js'
import { readPdf, textWithin } from '../support/read-pdf.js'
import { address, readSheet } from '../support/read-sheet.js'
import { readTables } from '../support/read-word.js'
import { renderExcel, renderPdf, renderWord } from '../support/stages.js'

const official = bundledForm('official')
const COLUMNS = ['現状と課題', '施策', '取組み', '成果と課題', '今後の対応', '具体的な取組み']

/** Row by row, column by column, what the plan says there; a joined or absent cell says nothing. */
function cellTexts(plan: Plan): string[][] {
  return plan.categories.flatMap((category) =>
    category.rows.map((row) => COLUMNS.map((key) => (row.cells[key]?.tag === 'text' ? row.cells[key].text : ''))),
  )
}

describe('計画にあるものは、どの文書でも欠けない', () => {
  it('最上の計画の Word の表は、升ごとに計画のとおり', async () => {
    const plan = seedPlan('mogami-h30')
    const rows = readTables(await renderWord(layOutPlan(plan, official)))
      .flatMap((table) => table.filter((row) => !row.isHead))
      .map((row) => row.cells.slice(1).map((cell) => cell.paragraphs.join('\n')))
    expect(rows).toEqual(cellTexts(plan))
  })

  it('最上の計画の Excel の表は、升ごとに計画のとおり', async () => {
    const plan = seedPlan('mogami-h30')
    const laidOut = layOutPlan(plan, official)
    const sheet = readSheet(await renderExcel(laidOut))
    const expected = cellTexts(plan)
    const first = sheet.heights.length - expected.length + 1
    const rows = expected.map((row, at) =>
      row.map((_, column) => sheet.cells.get(address(first + at, column + 2))?.text ?? ''),
    )
    expect(rows).toEqual(expected)
    for (const height of sheet.heights) expect(height).toBeLessThanOrEqual(409.5)
  })

  it('どんな計画の PDF も、置いた行がその場所に、その文字のまま一度ずつある', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, async (plan) => {
        const laidOut = layOutPlan(plan, official)
        const pdf = await readPdf(await renderPdf(laidOut, bundledFonts()))
        expect(pdf.pages.length).toBe(laidOut.pages.length)
        expectDrawn(laidOut, pdf)
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })
})

function expectDrawn(laidOut: LaidOut, pdf: Awaited<ReturnType<typeof readPdf>>): void {
  for (const [index, page] of laidOut.pages.entries()) {
    for (const cell of cellsOn(page).filter((each) => each.cell.direction === 'horizontal')) {
      const placed = cell.lines.flatMap(({ line }) => line.pieces.map((piece) => piece.text)).join('')
      expect(bare(textWithin(pdf.pages[index]!, cell))).toBe(bare(placed))
    }
  }
}

/** A reader of PDF cannot tell blanks from distances. */
function bare(text: string): string {
  return text.replaceAll(/[ 　]/g, '')
}
