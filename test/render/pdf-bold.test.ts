import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, it } from 'vitest'
import { bundledFonts } from '../support/print.js'
import { readPdf } from '../support/read-pdf.js'
import { cell, row, sampleForm } from '../support/sample-form.js'
import { layOut, renderPdf } from '../support/stages.js'

it('太字は縁取りで描き、文字は一度だけ立つ', async () => {
  const runs = [{ text: '変わらない' }, { text: '太字', emphasis: ['bold' as const] }, { text: '普通' }]
  const paragraphs = [{ runs, marker: 0, keepWithNext: false }]
  const body = [
    row([cell('', { paragraphs, colSpan: 4 }), ...[1, 2, 3].map((left) => ({ tag: 'covered' as const, up: 0, left }))]),
  ]
  const form = sampleForm({ body, title: [], head: [], header: [], footer: [] })
  const bytes = await renderPdf(layOut(form, bundledFonts()), bundledFonts())
  const { pages } = await readPdf(bytes)
  expect(pages[0]!.texts.map(({ text }) => text).join('')).toBe('変わらない太字普通')

  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const page = await (await task.promise).getPage(1)
  const { fnArray, argsArray } = await page.getOperatorList()
  // Fill and stroke (ISO 32000-1, table 106) for the second text of the three, then fill alone.
  const modes = fnArray.flatMap((operator, at) => (operator === OPS.setTextRenderingMode ? [argsArray[at]] : []))
  expect(modes).toEqual([[2], [0]])
  await task.destroy()
})

it('消えた太字の縁も、その文字の色で描く', async () => {
  const bold = (text: string, revision?: 'deleted') => ({
    text,
    emphasis: ['bold' as const],
    ...(revision && { revision }),
  })
  const paragraphs = [{ runs: [bold('残る'), bold('消える', 'deleted'), bold('残る')], marker: 0, keepWithNext: false }]
  const form = sampleForm({ columns: [{ width: 300 }], body: [row([cell('', { paragraphs })])], title: [], head: [] })
  const bytes = await renderPdf(layOut(form, bundledFonts()), bundledFonts())
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const { fnArray, argsArray } = await (await (await task.promise).getPage(1)).getOperatorList()
  let colours = { fill: '#000000', stroke: '#000000' }
  const drawn = fnArray.flatMap((operator, at) => {
    const [colour] = (argsArray[at] ?? []) as string[]
    if (operator === OPS.setFillRGBColor) colours = { ...colours, fill: colour! }
    if (operator === OPS.setStrokeRGBColor) colours = { ...colours, stroke: colour! }
    if (operator === OPS.setFillGray) colours = { ...colours, fill: colour! }
    return operator === OPS.showText ? [colours] : []
  })
  expect(new Set(drawn.map(({ fill }) => fill)).size).toBe(2)
  for (const { fill, stroke } of drawn) expect(stroke).toBe(fill)
  await task.destroy()
})
