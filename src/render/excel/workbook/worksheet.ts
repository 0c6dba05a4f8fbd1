/** The part of a sheet: its elements in the order of the schema (ECMA-376 part 1, 18.3.1.99 worksheet). */

import { counted, element, MAIN } from './element.js'
import { areaName, cellName } from './references.js'
import { type SharedStrings, stringXml } from './shared-strings.js'
import { EDGE, type Styles } from './styles.js'
import type { Cell, PrintSetup, View, Worksheet } from './workbook.js'

export function worksheetXml(sheet: Worksheet, styles: Styles, strings: SharedStrings): string {
  const { columns, rows, rowHeight, cells, filter, breaks, view, print } = sheet
  const used = { row: 0, column: 0, rowSpan: Math.max(1, rows.length), colSpan: Math.max(1, columns.length) }
  const merged = cells.filter(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1)
  return element(
    'worksheet',
    { xmlns: MAIN },
    [
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      element('dimension', { ref: areaName(used) }),
      viewXml(view),
      element('sheetFormatPr', { defaultRowHeight: rowHeight, customHeight: 1 }),
      columnsXml(columns),
      `<sheetData>${rowsXml(rows, cells, styles, strings)}</sheetData>`,
      filter === undefined ? '' : element('autoFilter', { ref: areaName(filter) }),
      counted(
        'mergeCells',
        merged.map((cell) => element('mergeCell', { ref: areaName(cell) })),
      ),
      printXml(print),
      breaksXml(breaks),
    ].join(''),
  )
}

function viewXml({ zoom, frozenRows }: View): string {
  const attributes = { showGridLines: 0, zoomScale: zoom, zoomScaleNormal: zoom, workbookViewId: 0 }
  return `<sheetViews>${element('sheetView', attributes, frozenRows === 0 ? '' : frozenXml(frozenRows))}</sheetViews>`
}

function frozenXml(rows: number): string {
  const below = 'bottomLeft'
  const pane = { ySplit: rows, topLeftCell: cellName(rows, 0), activePane: below, state: 'frozen' }
  return element('pane', pane) + element('selection', { pane: below })
}

function columnsXml(columns: readonly number[]): string {
  const all = columns.map((width, index) => element('col', { min: index + 1, max: index + 1, width, customWidth: 1 }))
  return all.length === 0 ? '' : `<cols>${all.join('')}</cols>`
}

function rowsXml(heights: readonly number[], cells: readonly Cell[], styles: Styles, strings: SharedStrings): string {
  /** Elements by their row and column; what nothing stands on is a hole. */
  const places: string[][] = heights.map(() => [])
  for (const cell of cells) placeCell(cell, places, styles, strings)
  return places
    .map((row, index) => element('row', { r: index + 1, ht: heights[index]!, customHeight: 1 }, row.join('')))
    .join('')
}

/** The value stands at the first of the places, the look at each: a rule that an edge lacks would leave the frame open. */
function placeCell(cell: Cell, places: string[][], styles: Styles, strings: SharedStrings): void {
  const { row, column, rowSpan, colSpan, value, style } = cell
  for (let down = 0; down < rowSpan; down++) {
    const inRow = (down === 0 ? EDGE.top : 0) + (down === rowSpan - 1 ? EDGE.bottom : 0)
    for (let right = 0; right < colSpan; right++) {
      const edges = inRow + (right === 0 ? EDGE.left : 0) + (right === colSpan - 1 ? EDGE.right : 0)
      const open = `<c r="${cellName(row + down, column + right)}" s="${styles.numberOf(style, edges)}"`
      const own = down === 0 && right === 0 ? value : undefined
      places[row + down]![column + right] = open + valueXml(own, strings)
    }
  }
}

/** What follows the attributes of `<c`. */
function valueXml(value: Cell['value'], strings: SharedStrings): string {
  if (value === undefined) return '/>'
  if (typeof value === 'number') return `><v>${value}</v></c>`
  return ` t="s"><v>${strings.numberOf(value)}</v></c>`
}

const INCH = 72

function printXml({ paper, orientation, margins, scale, header, footer }: PrintSetup): string {
  const inches = Object.fromEntries(Object.entries(margins).map(([side, points]) => [side, points / INCH]))
  const texts = textElement('oddHeader', header) + textElement('oddFooter', footer)
  return [
    '<printOptions horizontalCentered="1"/>',
    element('pageMargins', inches),
    element('pageSetup', { paperSize: paper, scale, fitToWidth: 1, fitToHeight: 0, orientation }),
    texts === '' ? '' : `<headerFooter>${texts}</headerFooter>`,
  ].join('')
}

function textElement(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${stringXml(text)}</${name}>`
}

/** A break stands below the row that it names, here over all 16,384 columns. */
function breaksXml(breaks: readonly number[]): string {
  const all = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`)
  return counted('rowBreaks', all, { manualBreakCount: all.length })
}
