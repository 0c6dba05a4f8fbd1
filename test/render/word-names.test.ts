/** Upright names of 区分 in Word: as small as the layout had to set them on the page where they begin. */

import { expect, test } from 'vitest'
import { bundledForm } from '../support/forms.js'
import { layOutPlan } from '../support/print.js'
import { attributeOf, elements, readPart, textOf } from '../support/read-word.js'
import { planOf } from '../support/sample-plan.js'
import { renderWord } from '../support/stages.js'

const NAME = '在宅医療と介護の連携を支える人材の確保と定着の推進'

/** A category whose name begins so far down a page, after so many rows of one line, that rows of it stand on the next. */
async function sizesOfName(rows: number): Promise<{ layout: number; word: number | undefined }> {
  const rowOf = (lines: number) => ({
    取組み: Array.from({ length: lines }, (_, index) => `○取組み${index}`).join('\n'),
  })
  const plan = planOf(['前の区分', ...Array(rows).fill(rowOf(1))], [NAME, ...Array(7).fill(rowOf(8))])
  const laidOut = layOutPlan(plan, bundledForm('official'))
  const name = laidOut.pages
    .flatMap((page) => page.cells)
    .find(({ cell, flow }) => flow === 'first' && cell.paragraphs[0]?.runs[0]?.text.includes(NAME))
  const bytes = await renderWord(laidOut)
  const paragraph = elements(readPart(bytes, 'word/document.xml'), 'w:p').find((each) => textOf(each).includes(NAME))!
  const style = attributeOf(paragraph, 'w:pStyle')
  const styles = elements(readPart(bytes, 'word/styles.xml'), 'w:style')
  const own = styles.find((each) => each.getAttribute('w:styleId') === style)
  return { layout: name!.lines[0]!.line.size, word: own && Number(attributeOf(own, 'w:sz')) / 2 }
}

test('始まるページに収まらない区分の名前は、Word でも組版と同じだけ小さい', async () => {
  const { layout, word } = await sizesOfName(26)
  expect(layout).toBeLessThan(9)
  expect(word).toBeLessThanOrEqual(layout)
  expect(word).toBeGreaterThan(layout - 0.5)
})

test('収まる区分の名前は本文の大きさのまま', async () => {
  expect(await sizesOfName(5)).toEqual({ layout: 10, word: undefined })
})
