/** The part `xl/workbook.xml`: sheets and names (ECMA-376 part 1, 18.2.27 workbook). */

import { escapeXml } from '../../ooxml/units.js'
import { element, MAIN } from './element.js'
import { absoluteCell, absoluteRows } from './references.js'
import type { Workbook } from './workbook.js'

/** The sheet is the part that the first relation names, the next the second. */
export function workbookXml({ sheets, names }: Workbook): string {
  const views =
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="16000"/></bookViews>'
  const listed = sheets.map(({ name }, index) =>
    element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` }),
  )
  const titles = sheets.flatMap(({ name, print: { titleRows } }, localSheetId) =>
    titleRows === undefined
      ? []
      : element('definedName', { name: '_xlnm.Print_Titles', localSheetId }, escapeXml(absoluteRows(name, titleRows))),
  )
  const hidden = names.map(({ name, sheet, row, column }) =>
    element('definedName', { name, hidden: 1 }, escapeXml(absoluteCell(sheet, row, column))),
  )
  const defined = [...titles, ...hidden].join('')
  const content = [
    '<fileVersion appName="xl" lastEdited="5" lowestEdited="5" rupBuild="9303"/>',
    views,
    `<sheets>${listed.join('')}</sheets>`,
    defined === '' ? '' : `<definedNames>${defined}</definedNames>`,
  ]
  const xmlns = { xmlns: MAIN, 'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships' }
  return element('workbook', xmlns, content.join(''))
}
