/** Upright text in the PDF: what stands across in one place of the column keeps within it. */

import { expect, it } from 'vitest'
import { bundledFonts } from '../support/print.js'
import { readPdf } from '../support/read-pdf.js'
import { cell, row, sampleForm } from '../support/sample-form.js'
import { layOut, renderPdf } from '../support/stages.js'

const WIDE = ['ICT', '120', 'WWW', 'W@W', 'AI', '8', 'H30', 'MW', '@@', '縦']

it('横に並ぶ字は三つでも列からはみ出さず、狭めなくてよいものは狭めない', async () => {
  const cells = WIDE.map((text) => cell(text, { direction: 'vertical', align: 'center', size: 12 }))
  const columns = WIDE.map(() => ({ width: 40 }))
  const form = sampleForm({ columns, head: [], body: [row(cells)], title: [], header: [], footer: [] })
  const laidOut = layOut(form, bundledFonts())
  const { pages } = await readPdf(await renderPdf(laidOut, bundledFonts()))
  const [table] = laidOut.pages[0]!.sections
  const placed = table?.tag === 'table' ? table.cells : []
  expect(placed.map(({ cell: { paragraphs } }) => paragraphs[0]?.runs[0]?.text)).toEqual(WIDE)
  for (const { left, width, lines } of placed) {
    const axis = lines[0]!.x
    const texts = pages[0]!.texts.filter(({ x }) => x >= left && x < left + width)
    expect(texts.map(({ text }) => text).join('')).toBe(lines[0]!.line.pieces.map(({ text }) => text).join(''))
    for (const { text, x, width: drawn } of texts) {
      expect([text, x > axis - 6.01, x + drawn < axis + 6.01]).toEqual([text, true, true])
      expect([text, x + drawn / 2]).toEqual([text, expect.closeTo(axis, 1)])
      const own = [...text].reduce((sum, character) => sum + 12 * bundledFonts().advance(character.codePointAt(0)!), 0)
      expect([text, drawn]).toEqual([text, expect.closeTo(Math.min(12, own), 1)])
    }
  }
})
