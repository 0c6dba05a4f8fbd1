/** Excel: the pages of the layout on one sheet that prints like them. */

// exceljs in one file: the same code as its 660 modules, which take a third of a second to load.
import ExcelJS from 'exceljs/dist/exceljs.bare.min.js'
import { type Outcome, succeed } from '../../domain/diagnostic.js'
import type { Form, Meta } from '../../form/form.js'
import type { LaidOut } from '../../layout/page.js'
import { type Deflate, portableDeflate } from '../../packing/deflate.js'
import { pack, unpack } from '../ooxml/package-zip.js'
import { nameLinks } from './continued-cells.js'
import { arrangeCover } from './cover.js'
import { correctPart, STAND_IN } from './mend-parts.js'
import { columnUnits, linePitch, MOST_BREAKS } from './metrics.js'
import { moveTexts } from './moved-texts.js'
import { pageSetup, view } from './page-setup.js'
import { keepStrings, type Strings } from './shared-strings.js'
import { arrangeSheet, type Sheet } from './sheet.js'
import type { SheetCell } from './sheet-part.js'
import { cellStyles, type StyleOf } from './styles.js'

/** Renders a workbook with the sheet of the table, and before it that of the cover. The same layout makes the same bytes. */
export async function renderExcel(laidOut: LaidOut, deflate: Deflate = portableDeflate): Promise<Outcome<Uint8Array>> {
  const { form } = laidOut
  const workbook = new ExcelJS.Workbook()
  setProperties(workbook, form.meta)
  const strings = keepStrings(form)
  const cover = arrangeCover(laidOut)
  const name = sheetName(form.meta)
  if (cover !== undefined)
    addSheet(workbook, name === COVER_NAME ? `会議資料の${COVER_NAME}` : COVER_NAME, cover, laidOut, strings)
  const moved = moveTexts(laidOut)
  const sheet = arrangeSheet(laidOut, moved)
  addSheet(workbook, name, sheet, laidOut, strings)
  // Packed again below: to deflate twice would cost time for nothing.
  const written = await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } })
  const bytes = await pack(unpack(new Uint8Array(written)), deflate, (part, xml) =>
    part === 'xl/workbook.xml' ? nameLinks(xml, sheet.cells) : correctPart(part, xml, laidOut, strings),
  )
  return succeed(bytes, moved.diagnostics)
}

const COVER_NAME = '表紙'

function addSheet(workbook: ExcelJS.Workbook, name: string, sheet: Sheet, laidOut: LaidOut, strings: Strings): void {
  const { form } = laidOut
  const worksheet = workbook.addWorksheet(name, {
    properties: { defaultRowHeight: linePitch(form.type.officeFont, form.type.size), dyDescent: 0 },
    pageSetup: pageSetup(laidOut, sheet),
    headerFooter: STAND_IN,
    views: [view(sheet)],
  })
  writeSheet(worksheet, sheet, form, strings)
}

function setProperties(workbook: ExcelJS.Workbook, meta: Meta): void {
  const date = new Date(meta.date)
  workbook.title = meta.title
  workbook.subject = meta.subject
  workbook.creator = meta.author
  workbook.lastModifiedBy = meta.author
  workbook.created = date
  workbook.modified = date
  workbook.views = [{ x: 0, y: 0, width: 28800, height: 16000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]
}

/** At most 31 characters, and none of those that Excel refuses in the name of a sheet. */
function sheetName({ subject }: Meta): string {
  const allowed = subject.replace(/[[\]:*?/\\'\p{C}]/gu, '').trim()
  const name = allowed.slice(0, 31).replace(/\p{Surrogate}$/u, '')
  return name === '' || name.toLowerCase() === 'history' ? '計画' : name
}

function writeSheet(worksheet: ExcelJS.Worksheet, sheet: Sheet, form: Form, strings: Strings): void {
  const { officeFont, size } = form.type
  sheet.columns.forEach((pixels, index) => {
    worksheet.getColumn(index + 1).width = columnUnits(pixels, officeFont, size)
  })
  sheet.rows.forEach((height, index) => {
    worksheet.getRow(index + 1).height = height
  })
  const styleOf = cellStyles(form)
  for (const cell of sheet.cells) writeCell(worksheet, cell, styleOf, strings)
  if (form.sections.some((section) => section.tag === 'table' && section.kind === 'list')) {
    worksheet.autoFilter = listRange(sheet)
  }
  // A break stands below the row that it names, here over all 16,384 columns.
  for (const row of sheet.breaks.slice(0, MOST_BREAKS)) worksheet.getRow(row).addPageBreak(1, 16384)
}

/** From the head row to the last one. */
function listRange({ headRows, rows, columns }: Sheet): ExcelJS.AutoFilter {
  return { from: { row: headRows?.end ?? 1, column: 1 }, to: { row: rows.length, column: columns.length } }
}

/**
 * Every place that a cell covers has the rules of its own edges, or the frame would be open. Places are merged one by
 * one: `mergeCells` compares each range with all others.
 */
function writeCell(worksheet: ExcelJS.Worksheet, cell: SheetCell, styleOf: StyleOf, strings: Strings): void {
  const { row, rowSpan, column, colSpan, runs, number, look, edges } = cell
  const corner = worksheet.getCell(row + 1, column + 1)
  corner.value = number ?? (runs.length === 0 ? null : strings.keep(runs, look.size))
  for (let down = 0; down < rowSpan; down++) {
    for (let right = 0; right < colSpan; right++) {
      const place = worksheet.getCell(row + down + 1, column + right + 1)
      if (place !== corner) place.merge(corner, true)
      place.style = styleOf(look, {
        top: down === 0 ? edges.top : 'none',
        right: right === colSpan - 1 ? edges.right : 'none',
        bottom: down === rowSpan - 1 ? edges.bottom : 'none',
        left: right === 0 ? edges.left : 'none',
      })
    }
  }
}
