import { expect, test } from 'vitest'
import { seedPlan } from '../support/forms.js'
import { bundledFonts } from '../support/print.js'
import { redlineOf } from '../support/print-redline.js'
import { readSheet } from '../support/read-sheet.js'
import { layOut, renderExcel } from '../support/stages.js'

test('Excel の見え消しは、消した語が赤の取消線、加えた語が赤の下線、注記は小さい黒', async () => {
  const form = redlineOf({ old: seedPlan('mogami-h30'), new: seedPlan('mogami-r1') }, { revisions: 'plain' })
  const sheet = readSheet(await renderExcel(layOut(form, bundledFonts())))
  const runs = [...sheet.cells.values()].flatMap((cell) => cell.runs)
  const marksOf = (text: string) => runs.find((run) => run.text.trim() === text)?.marks
  // Marks, colour, size in points.
  expect(marksOf('H25～H30年度')).toBe('strike FFFF0000 10')
  expect(marksOf('H25～R1年度')).toBe('u FFFF0000 10')
  expect(marksOf('〔行を旧②1から移動〕')).toBe('9')
})
