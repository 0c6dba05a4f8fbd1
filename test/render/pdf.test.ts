/** The PDF, read back by pdf.js. */

import { beforeAll, describe, expect, it } from 'vitest'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import type { LaidOut, PageCell } from '../../src/layout/page.js'
import { cellsOn } from '../../src/layout/page-sections.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { bundledFonts, layOutPlan } from '../support/print.js'
import { type PdfFile, readPdf, textWithin } from '../support/read-pdf.js'
import { renderPdf } from '../support/stages.js'

describe('最上の計画の PDF', () => {
  let official: FormDefinition
  let laidOut: LaidOut
  let bytes: Uint8Array
  let pdf: PdfFile

  beforeAll(async () => {
    official = bundledForm('official')
    laidOut = layOutPlan(seedPlan('mogami-h30'), official)
    bytes = await renderPdf(laidOut, bundledFonts())
    pdf = await readPdf(bytes)
  })

  it('原本と同じ四ページで、A3 横', () => {
    expect(pdf.pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      Array(4).fill([1191, 842]),
    )
  })

  it('どのセルの文も、そのセルの中に、欠けも重なりもなくある', () => {
    for (const [index, page] of laidOut.pages.entries()) {
      for (const cell of cellsOn(page).filter((each) => each.cell.direction === 'horizontal')) {
        expect(textWithin(pdf.pages[index]!, cell)).toBe(linesText(cell))
      }
      const drawn = [...pdf.pages[index]!.texts.map(({ text }) => text).join('')].length
      const placed = [...cellsOn(page).flatMap((cell) => cell.lines), ...page.title, ...page.footer]
      expect(drawn).toBe([...placed.flatMap(({ line }) => line.pieces.map((piece) => piece.text)).join('')].length)
    }
  })

  it('区分の名前は縦に、またがるページごとに立つ', () => {
    const labels = laidOut.pages.map((page, index) =>
      cellsOn(page)
        .filter((cell) => cell.cell.direction === 'vertical')
        .map((cell) => textWithin(pdf.pages[index]!, cell)),
    )
    expect(labels).toEqual([
      ['①在宅医療への円滑な移行', '②日常の療養生活の支援'],
      ['②日常の療養生活の支援'],
      ['③急変時の対応', '④看取りの普及'],
      ['⑤在宅医療推進体制の強化', '⑥在宅医療・介護を支える人材の確保'],
    ])
  })

  it('題名・言語・しおり・ページ番号がある', () => {
    expect(pdf.info.Title).toContain('地域医療構想（最上構想区域）')
    expect(pdf.info.Language).toBe('ja-JP')
    expect(pdf.outline).toHaveLength(6)
    expect(pdf.outline[0]).toBe('①在宅医療への円滑な移行')
    expect(pdf.pages[2]!.texts.map(({ text }) => text).join('')).toContain('3／4')
  })

  const linesText = (cell: PageCell) =>
    cell.lines.flatMap(({ line }) => line.pieces.map((piece) => piece.text)).join('')
})
