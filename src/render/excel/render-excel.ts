/** Excel: the pages of the layout on one sheet that prints like them. */

import { type Diagnostic, type Outcome, succeed } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import type { Form } from '../../form/form.js'
import type { LaidOut } from '../../layout/page.js'
import { type Deflate, portableDeflate } from '../../packing/deflate.js'
import { packWithSkeleton } from '../ooxml/skeleton-part.js'
import { linkNames } from './continued-cells.js'
import { arrangeCover } from './cover.js'
import { dataSheet } from './data-sheet.js'
import { columnUnits, linePitch, MOST_BREAKS } from './metrics.js'
import { moveTexts } from './moved-texts.js'
import { printSetup, view } from './page-setup.js'
import { richText } from './rich-text.js'
import { rowNames } from './row-names.js'
import { arrangeSheet, type Sheet } from './sheet.js'
import { nameSheets, sheetsOf } from './sheets.js'
import { cellStyles, type StyleOf } from './styles.js'
import type { Area, Worksheet } from './workbook/workbook.js'
import { writeWorkbook } from './workbook/write-workbook.js'

/** Renders a workbook with the sheets of the tables, and before them that of the cover. The same layout makes the same bytes. */
export async function renderExcel(laidOut: LaidOut, deflate: Deflate = portableDeflate): Promise<Outcome<Uint8Array>> {
  const { form } = laidOut
  const { officeFont, size } = form.type
  const styleOf = cellStyles(form)
  const cover = arrangeCover(laidOut)
  const parts = sheetsOf(laidOut)
  const moved = parts.map(moveTexts)
  const names = nameSheets(parts)
  const sheets = parts.map((part, index) => arrangeSheet(part, moved[index]!))
  const named = sheets.map(({ cells }, index) => ({ name: names[index]!, cells }))
  const coverName = names.includes(COVER_NAME) ? `会議資料の${COVER_NAME}` : COVER_NAME
  const written = writeWorkbook({
    properties: form.meta,
    font: { name: officeFont, size },
    sheets: [
      ...(cover === undefined ? [] : [worksheet(coverName, cover, laidOut, styleOf)]),
      ...parts.map((part, index) => worksheet(names[index]!, sheets[index]!, part, styleOf)),
      ...(form.data === undefined ? [] : [dataSheet(form.data, form)]),
    ],
    names: form.copy === 'public' ? [] : [...linkNames(named), ...(form.skeleton ? named.flatMap(rowNames) : [])],
  })
  const told = [...moved[0]!.diagnostics, ...sheets.flatMap((sheet) => tellBreaks(sheet, form))]
  return succeed(await packWithSkeleton(written, form.skeleton, deflate, 'xl/workbook.xml'), told)
}

const COVER_NAME = '表紙'

function worksheet(name: string, sheet: Sheet, laidOut: LaidOut, styleOf: StyleOf): Worksheet {
  const { type, sections } = laidOut.form
  const { officeFont, size } = type
  const isList = sections.some((section) => section.tag === 'table' && section.kind === 'list')
  return {
    name,
    columns: sheet.columns.map((pixels) => columnUnits(pixels, officeFont, size)),
    rows: sheet.rows,
    rowHeight: linePitch(officeFont, size),
    cells: sheet.cells.map(({ row, rowSpan, column, colSpan, runs, number, look, edges }) => ({
      row,
      rowSpan,
      column,
      colSpan,
      value: number ?? (runs.length === 0 ? undefined : richText(runs, look.size, type)),
      style: styleOf(look, edges),
    })),
    filter: isList ? listArea(sheet) : undefined,
    breaks: sheet.breaks.slice(0, MOST_BREAKS),
    view: view(sheet),
    print: printSetup(laidOut, sheet),
  }
}

/** From the head row to the last one. */
function listArea({ headRows, rows, columns }: Sheet): Area {
  const row = headRows === undefined ? 0 : headRows.end - 1
  return { row, column: 0, rowSpan: rows.length - row, colSpan: columns.length }
}

/** Where the pages end that have no break of their own, Excel decides. */
function tellBreaks({ breaks }: Sheet, { source }: Form): readonly Diagnostic[] {
  if (breaks.length <= MOST_BREAKS) return []
  const place = source?.file === undefined ? undefined : ({ kind: 'file', file: source.file } as const)
  return [say('page-breaks-cut', { pages: breaks.length + 1, most: MOST_BREAKS }, place)]
}
