/** What the writer of workbooks is told is in the file, as exceljs reads it, which shares nothing with the writer. */

import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { portableDeflate } from '../../src/packing/deflate.js'
import type { Cell, CellStyle, Text, Workbook, Worksheet } from '../../src/render/excel/workbook/workbook.js'
import { writeWorkbook } from '../../src/render/excel/workbook/write-workbook.js'
import { pack } from '../../src/render/ooxml/package-zip.js'

const FONT = { name: 'BIZ UDPゴシック', size: 10 }
const THIN = { style: 'thin', color: '000000' } as const
const FRAMED: CellStyle = {
  font: FONT,
  alignment: { horizontal: 'left', vertical: 'top', wraps: true, upright: false },
  borders: { left: THIN, right: { style: 'medium', color: '808080' }, top: THIN, bottom: THIN },
}
const UPRIGHT: CellStyle = {
  font: { ...FONT, size: 7 },
  alignment: { horizontal: 'center', vertical: 'center', wraps: false, upright: true },
  fill: { pattern: 'lightUp', color: '123456', ground: 'EBEBEB' },
  borders: { left: undefined, right: undefined, top: THIN, bottom: undefined },
}
const GREY: CellStyle = { ...FRAMED, fill: { pattern: 'solid', color: 'D9D9D9' } }
const BLANK = { row: 0, column: 0, rowSpan: 1, colSpan: 1, style: FRAMED }

function sheetOf(cells: readonly Cell[], changes: Partial<Worksheet> = {}): Worksheet {
  const across = Math.max(0, ...cells.map(({ column, colSpan }) => column + colSpan))
  const down = Math.max(0, ...cells.map(({ row, rowSpan }) => row + rowSpan))
  return {
    name: '計画',
    columns: Array.from({ length: across }, (_, index) => 10 + index / 4),
    rows: Array.from({ length: down }, (_, index) => 12 + index * 0.75),
    rowHeight: 12,
    cells,
    breaks: [],
    view: { zoom: 100, frozenRows: 0 },
    print: {
      paper: 9,
      orientation: 'portrait',
      margins: { left: 72, right: 36, top: 54, bottom: 18, header: 9, footer: 4.5 },
      scale: 90,
      header: '',
      footer: '',
    },
    ...changes,
  }
}

async function read(sheets: readonly Worksheet[], names: Workbook['names'] = []): Promise<ExcelJS.Workbook> {
  const properties = { title: '題', subject: '件', author: '', date: '2018-04-01T00:00:00.000Z' }
  const bytes = await pack(writeWorkbook({ properties, font: FONT, sheets, names }), portableDeflate)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  return workbook
}

/** exceljs leaves `_xHHHH_` as it is, reads sizes as whole points, and knows no breaks when it reads: other tests look at these. */
const characters = fc
  .array(
    fc.constantFrom('計', '画', '𠮷', '葛󠄀', '\n', ' ', '　', '=', '&', '<', '>', '"', "'", '7', '\u0085', '\u2028'),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((all) => all.join(''))

const text: fc.Arbitrary<Text> = fc.oneof(
  characters.map((own) => [{ text: own }]),
  fc.array(
    fc.record({
      text: characters,
      font: fc.record({
        ...{ name: fc.constant(FONT.name), size: fc.constantFrom(7, 9, 12) },
        marks: fc.subarray(['bold', 'underline', 'strike', 'superscript'] as const),
        color: fc.constantFrom(undefined, 'FF0000'),
      }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
)

/** Cells side by side and below each other, some over several places, as far as column AD. */
const cells: fc.Arbitrary<readonly Cell[]> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.array(
        fc.record({
          colSpan: fc.integer({ min: 1, max: 5 }),
          value: fc.option(fc.oneof(text, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })), {
            nil: undefined,
          }),
          style: fc.constantFrom(FRAMED, UPRIGHT, GREY),
        }),
        { maxLength: 6 },
      ),
    ),
    { maxLength: 5 },
  )
  .map((bands) => {
    let row = 0
    return bands.flatMap(([rowSpan, own]) => {
      let column = 0
      const placed = own.map((each) => {
        const cell = { ...each, row, column, rowSpan }
        column += each.colSpan
        return cell
      })
      row += rowSpan
      return placed
    })
  })

describe('exceljs で読む', () => {
  test('どのセルの文字・数・書体・つなぎ方・罫線も、渡したとおり', async () => {
    await fc.assert(
      fc.asyncProperty(cells, async (own) => {
        const sheet = (await read([sheetOf(own)])).worksheets[0]!
        for (const cell of own) {
          const corner = sheet.getCell(cell.row + 1, cell.column + 1)
          expect(shown(corner)).toEqual(expected(cell))
          expect(corner.style.font).toMatchObject(cell.style.font)
          for (let down = 0; down < cell.rowSpan; down++) {
            for (let right = 0; right < cell.colSpan; right++) {
              const place = sheet.getCell(cell.row + down + 1, cell.column + right + 1)
              expect(place.master.address).toBe(corner.address)
              expect(place.style.border ?? {}).toEqual(bordersAt(cell, down, right))
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('高さ・幅・見出し行・窓枠・用紙・余白・欄外・絞り込み', async () => {
    const all = Array.from({ length: 6 }, (_, row) => ({ ...BLANK, row }))
    const changes: Partial<Worksheet> = {
      view: { zoom: 85, frozenRows: 2 },
      filter: { row: 1, column: 0, rowSpan: 5, colSpan: 1 },
      print: {
        ...sheetOf([]).print,
        titleRows: { start: 1, end: 2 },
        header: '&C&"ＭＳ ゴシック,Regular"資料＆<１>',
        footer: '&P',
      },
    }
    const sheet = (await read([sheetOf(all, changes)])).worksheets[0]!
    expect([1, 2, 3].map((row) => sheet.getRow(row).height)).toEqual([12, 12.75, 13.5])
    expect(sheet.getColumn(1).width).toBe(10)
    expect(sheet.autoFilter).toBe('A2:A6')
    expect(sheet.views).toMatchObject([
      { state: 'frozen', ySplit: 2, topLeftCell: 'A3', zoomScale: 85, showGridLines: false },
    ])
    expect(sheet.pageSetup).toMatchObject({
      ...{ paperSize: 9, orientation: 'portrait', scale: 90, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      ...{ printTitlesRow: '2:2', horizontalCentered: true },
      margins: { left: 1, right: 0.5, top: 0.75, bottom: 0.25, header: 0.125, footer: 0.0625 },
    })
    expect(sheet.headerFooter).toMatchObject({ oddHeader: changes.print!.header, oddFooter: '&P' })
  })

  test('塗りと縦書き', async () => {
    const sheet = (
      await read([
        sheetOf([
          { ...BLANK, style: UPRIGHT },
          { ...BLANK, column: 1, style: GREY },
        ]),
      ])
    ).worksheets[0]!
    expect(sheet.getCell('A1').style).toMatchObject({
      fill: { pattern: 'lightUp', fgColor: { argb: 'FF123456' }, bgColor: { argb: 'FFEBEBEB' } },
      alignment: { textRotation: 'vertical', horizontal: 'center', vertical: 'middle' },
    })
    expect(sheet.getCell('B1').style).toMatchObject({ fill: { pattern: 'solid', fgColor: { argb: 'FFD9D9D9' } } })
  })

  test('何枚もあるシートの、それぞれの名前と見出し行と隠した名前', async () => {
    const titled = (end: number) => ({ print: { ...sheetOf([]).print, titleRows: { start: 0, end } } })
    const sheets = [
      sheetOf([BLANK], { name: '表紙' }),
      sheetOf([{ ...BLANK, row: 3 }], { name: 'A & <B>', ...titled(2) }),
      sheetOf([BLANK], { name: '一覧', ...titled(1) }),
    ]
    const workbook = await read(sheets, [{ name: 'place_1', sheet: 'A & <B>', row: 3, column: 27 }])
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name))
    expect(workbook.worksheets.map(({ pageSetup }) => pageSetup.printTitlesRow)).toEqual([undefined, '1:2', '1:1'])
    expect(workbook.definedNames.getRanges('place_1').ranges).toEqual(["'A & <B>'!$AB$4"])
  })

  test('何もないシートも開ける', async () => {
    expect((await read([sheetOf([])])).worksheets[0]!.actualRowCount).toBe(0)
  })
})

/** Of the cell's value what the writer is told too. */
function shown({ value }: ExcelJS.Cell): unknown {
  if (value === null || typeof value !== 'object' || !('richText' in value)) return value
  return value.richText.map(({ text: own, font = {} }) => ({ text: own, ...shownFont(font) }))
}

function shownFont({ size, bold, underline, strike, vertAlign, color }: Partial<ExcelJS.Font>) {
  const marks = { bold, underline, strike, superscript: vertAlign === 'superscript' }
  return { size, marks: Object.entries(marks).flatMap(([mark, is]) => (is ? [mark] : [])), color: color?.argb }
}

function expected({ value }: Cell): unknown {
  if (value === undefined) return null
  if (typeof value === 'number') return value
  if (value.every(({ font }) => font === undefined)) return value.map((run) => run.text).join('')
  return value.map(({ text: own, font }) => ({
    ...{ text: own, size: font!.size, marks: [...font!.marks] },
    color: font!.color && `FF${font!.color}`,
  }))
}

/** The rules of a cell stand at the edges of all its places together. */
function bordersAt({ rowSpan, colSpan, style }: Cell, down: number, right: number) {
  const { left, right: end, top, bottom } = style.borders
  const at = {
    left: right === 0 ? left : undefined,
    right: right === colSpan - 1 ? end : undefined,
    top: down === 0 ? top : undefined,
    bottom: down === rowSpan - 1 ? bottom : undefined,
  }
  return Object.fromEntries(
    Object.entries(at).flatMap(([side, rule]) =>
      rule === undefined ? [] : [[side, { style: rule.style, color: { argb: `FF${rule.color}` } }]],
    ),
  )
}
