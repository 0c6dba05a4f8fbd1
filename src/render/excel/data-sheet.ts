/** The sheet データ: the plan for programs, to filter, to sort and to count. */

import type { DataTable } from '../../form/data/data-table.js'
import type { Form } from '../../form/form.js'
import { linePitch } from './metrics.js'
import type { CellStyle, Worksheet } from './workbook/workbook.js'

const DATA_SHEET = 'データ'

/** In figures of the workbook's font. */
const WIDTHS: Readonly<Record<string, number>> = { 本文: 80, 区分: 24, 資金: 24, 実施主体: 24, 欄: 16 }
const USUAL_WIDTH = 12
const LABEL_WIDTH = 30

export function dataSheet({ head, rows }: DataTable, { type, paper }: Form): Worksheet {
  const style = (vertical: 'top' | 'center'): CellStyle => ({
    font: { name: type.officeFont, size: type.size },
    alignment: { horizontal: 'left', vertical, wraps: false, upright: false },
    borders: { left: undefined, right: undefined, top: undefined, bottom: undefined },
  })
  const [heading, body] = [style('center'), style('top')]
  const height = linePitch(type.officeFont, type.size)
  const lines = [head, ...rows]
  return {
    name: DATA_SHEET,
    columns: head.map((name, column) => WIDTHS[name] ?? (isLabel(head, column) ? LABEL_WIDTH : USUAL_WIDTH)),
    rows: lines.map(() => height),
    rowHeight: height,
    cells: lines.flatMap((line, row) =>
      line.flatMap((value, column) => {
        if (value === '') return []
        const place = { row, column, rowSpan: 1, colSpan: 1, style: row === 0 ? heading : body }
        return [{ ...place, value: typeof value === 'number' ? value : [{ text: value }] }]
      }),
    ),
    filter: { row: 0, column: 0, rowSpan: lines.length, colSpan: head.length },
    breaks: [],
    view: { zoom: 100, frozenRows: 1 },
    print: {
      orientation: 'landscape',
      margins: { ...paper.margins, header: 0, footer: 0 },
      scale: 100,
      header: '',
      footer: '',
    },
  }
}

/** Between the columns that every plan has. */
function isLabel(head: readonly string[], column: number): boolean {
  return column > head.indexOf('行') && column < head.indexOf('欄')
}
