/** Marks are told apart on a black-and-white copy: by the grey raster of the PDF, where poppler is at hand. */

import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import type { Form, Run } from '../../src/form/form.js'
import { onlyTable, withTable } from '../../src/form/only-table.js'
import { bundledForm, expectValue, planFrom } from '../support/forms.js'
import { bundledFonts } from '../support/print.js'
import { layOut, renderPdf, toForm } from '../support/stages.js'

const MARKS: Readonly<Record<string, Partial<Run>>> = {
  そのまま: {},
  追加: { revision: 'inserted' },
  削除: { revision: 'deleted' },
  移動先: { revision: 'inserted', emphasis: ['moved'] },
  移動元: { revision: 'deleted', emphasis: ['moved'] },
}

const FORM = bundledForm('official')
const hasPoppler = spawnSync('pdftoppm', ['-v']).status === 0

/** A page on which the text stands once, with these marks. */
function pageOf(text: string, marks: Partial<Run>): Form {
  const form = toForm(
    expectValue(planFrom(`計画: 印\n年度: R1\n区分:\n  - { 名称: 一, 行: [{ 取組み: ${JSON.stringify(text)} }] }\n`)),
    FORM,
  )
  const table = onlyTable(form)
  const body = table.body.map((row) => ({
    ...row,
    slots: row.slots.map((slot) => {
      if (slot.tag !== 'cell' || slot.source?.column !== '取組み') return slot
      const paragraphs = slot.paragraphs.map((each) => ({
        ...each,
        runs: each.runs.map((run) => ({ ...run, ...marks })),
      }))
      return { ...slot, paragraphs }
    }),
  }))
  return withTable(form, { ...table, body })
}

/** The grey of every point of the page, at the resolution of an office copier. */
async function rasterOf(form: Form): Promise<Uint8Array> {
  const fonts = bundledFonts()
  const pdf = await renderPdf(layOut(form, fonts), fonts)
  const pgm = execFileSync('pdftoppm', ['-gray', '-r', '150', '-'], { input: pdf, maxBuffer: 1e8 })
  return pgm.subarray(pgm.indexOf('\n255\n') + 5)
}

/** So many points are enough to see a mark: the two ends of a stroke at the sides of ■. */
const LEAST = 10

/** Points that are dark in one and light in the other: grey of another shade is lost on a copy. */
function differing(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((count, grey, at) => count + Number(grey < 128 !== other[at]! < 128), 0)
}

test.skipIf(!hasPoppler)(
  '白黒でも、そのまま、追加、削除、移動先、移動元のどれも見分けられる',
  async () => {
    for (const text of ['○在宅医療の推進', '■', '□', '－', 'ー', '12']) {
      const rasters = await Promise.all(Object.values(MARKS).map((marks) => rasterOf(pageOf(text, marks))))
      const names = Object.keys(MARKS)
      for (const [one, raster] of rasters.entries()) {
        for (const [below, another] of rasters.slice(one + 1).entries()) {
          const pair = `${text} ${names[one]} ${names[one + 1 + below]}`
          expect(`${pair} ${differing(raster, another) > LEAST}`).toBe(`${pair} true`)
        }
      }
    }
  },
  60_000,
)
