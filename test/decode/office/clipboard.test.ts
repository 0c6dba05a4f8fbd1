/** Tables copied from Word and Excel, as the clipboard holds them. */

import { describe, expect, it } from 'vitest'
import { openBundledBase } from '../../../src/cli/files/find-form.js'
import { readClipboard } from '../../../src/decode/office/clipboard/read-clipboard.js'
import { importDocument } from '../../../src/decode/office/import-plan.js'
import { USUAL_READING } from '../../../src/decode/office/office-document.js'
import { expectValue } from '../../support/forms.js'
import { tellPlan } from '../../support/import-office.js'
import { tablesOf, tell, textsOf, toldOf } from '../../support/read-office.js'

/** As Excel writes it: unquoted attributes, no closing of columns, a style sheet in the head. */
const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-number-format:General;}</style></head><body>
<table border=0 cellpadding=0 width=300><!--StartFragment--><col width=72><col width=72>
 <tr height=18><td rowspan=2 height=36 class=xl65 style='mso-rotate:255'>区分</td><td class=xl66>施<br>策</td><td>今後</td></tr>
 <tr><td colspan=2 align=right>1,200</td></tr>
 <tr><td>&#9312;甲</td><td>○一<br>
　・二<span style='mso-spacerun:yes'>&nbsp;</span></td><td><font color="red"><s>旧</s><u>新</u></font></td></tr>
<!--EndFragment--></table></body></html>`

/** As Word writes it: paragraphs in cells, line ends within them, a ruby. */
const WORD = `<p class=MsoNormal>海辺市計画（令和６年度）</p><table class=MsoTableGrid><tr><td><p class=MsoNormal>区分<o:p></o:p></p></td><td><p>取組み</p></td></tr>
<tr><td rowspan=2><p>①甲</p></td><td><p>○空き教室の
開放</p><p>・第一小 &amp; 第二小</p></td></tr><tr><td><p><ruby>鵜住<rt>うずまい</rt></ruby>地区</p></td></tr></table><p>※ 注</p>`

describe('貼り付けた表', () => {
  it('Excel から写した表', () => {
    const document = readClipboard(EXCEL)
    expect(tell(tablesOf(document)[0]!)).toEqual([
      ['区分×2', '施⏎策', '今後'],
      ['1,200＋2'],
      ['①甲', '○一⏎　・二', '旧新'],
    ])
    const [head, , last] = tablesOf(document)[0]!.rows
    expect(head!.cells[0]!.direction).toBe('vertical')
    expect(last!.cells[2]!.paragraphs[0]!.runs.map(({ text, marks }) => [text, ...marks].join(' '))).toEqual([
      '旧 red strike',
      '新 red underline',
    ])
  })

  it('Word から写した表は、文書と同じ道で計画になる', () => {
    const document = readClipboard(WORD)
    expect(textsOf(document)).toEqual(['海辺市計画（令和６年度）', '※ 注'])
    expect(toldOf(document, 'furigana')).toEqual(['表1 行3 列2 うずまい'])
    const imported = expectValue(
      importDocument('貼り付け', document, USUAL_READING, { forms: [], name: '貼り付け', openBase: openBundledBase }),
    )
    expect(imported.plan).toMatchObject({ title: '海辺市計画（令和６年度）', yearText: 'R6', notes: '※ 注' })
    expect(tellPlan(imported.plan)).toEqual(['1 甲', '取組み=○空き教室の開放⏎・第一小 & 第二小', '取組み=鵜住地区'])
    expect(imported.account.read).toBe(imported.account.planned + imported.account.listed)
  })

  it('区分を言うもののない表は、区分のない計画になる', () => {
    const html = `<p>海辺市計画（令和６年度）</p><table><tr><td>施策</td><td>取組み</td></tr>
<tr><td>バスを残す</td><td>○路線の見直し</td></tr><tr><td>道を直す</td><td>○歩道の整備</td></tr></table>`
    const options = { forms: [], name: '貼り付け', openBase: openBundledBase }
    const { plan, definition, account } = expectValue(
      importDocument('貼り付け', readClipboard(html), USUAL_READING, options),
    )
    expect(plan.categories.map(({ name, rows }) => [name, rows.length])).toEqual([['', 2]])
    expect(definition.columns.map(({ heading }) => heading)).toEqual(['施策', '取組み'])
    expect(account.read).toBe(account.planned + account.listed)
  })

  it('壊れた断片でも止まらない', () => {
    for (const html of [
      '<table><tr><td>一',
      '</td></tr></table>',
      '<td>一</td>',
      '<table><td rowspan=99999>一<td colspan=-3>二',
      '<',
    ]) {
      expect(() => readClipboard(html)).not.toThrow()
    }
    expect(tell(tablesOf(readClipboard('<table><tr><td>一<td>二<tr><td>三'))[0]!)).toEqual([['一', '二'], ['三']])
  })
})
