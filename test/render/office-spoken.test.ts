/** What Word's and Excel's accessibility checkers ask for: title, language, header rows, a name for every table. */

import { describe, expect, it } from 'vitest'
import { bundledForm, expectValue, planFrom, seedPlan } from '../support/forms.js'
import { bundledFonts } from '../support/print.js'
import { elements, readPart } from '../support/read-word.js'
import { layOut, renderExcel, renderWord, toForm } from '../support/stages.js'

const FOUR = bundledForm('four-column')
const TABLES = `計画: 二つの表
年度: R6
表:
  - 見出し: １　在宅医療
    区分: [{ 名称: 移行, 行: [{ 取組み: ○研修 }] }]
  - 見出し: ２　介護
    区分: [{ 名称: 支援, 行: [{ 取組み: ○相談 }] }]
`

describe('Word と Excel のアクセシビリティ', () => {
  it('文書は題名と言語を言う', async () => {
    const laidOut = layOut(toForm(seedPlan('mogami-h30', FOUR), FOUR), bundledFonts())
    for (const bytes of [await renderWord(laidOut), await renderExcel(laidOut)]) {
      const core = readPart(bytes, 'docProps/core.xml')
      expect(elements(core, 'dc:language').map((each) => each.textContent)).toEqual(['ja-JP'])
      expect(elements(core, 'dc:title')[0]!.textContent).toBe(laidOut.form.meta.title)
    }
  })

  it('Word の表は、見出しの行を繰り返し、どの表かを言う', async () => {
    const plan = expectValue(planFrom(TABLES, FOUR))
    const document = readPart(await renderWord(layOut(toForm(plan, FOUR), bundledFonts())), 'word/document.xml')
    const tables = elements(document, 'w:tbl')
    const names = tables.flatMap((table) => elements(table, 'w:tblCaption').map((each) => each.getAttribute('w:val')))
    expect(names).toEqual(['１　在宅医療', '２　介護'])
    for (const table of tables) expect(elements(table, 'w:tblHeader').length).toBe(1)
  })
})
