/** A table of the form, or a part of it, as a table of Word: heading rows that repeat, fixed widths, rules and padding. */

import type { FormRow, TableSection } from '../../form/form.js'
import { eighths, escapeXml, twips } from '../ooxml/units.js'
import type { WordContext } from './cell.js'
import type { RowLayout, TableLayout } from './from-layout.js'
import { rowXml } from './row.js'

/** Errors of sums in floating point, in twentieths of a point. */
const ROUNDING = 0.01

/** What of a table's body stands in one table of Word, with the layout of its rows, and how the table was laid out. */
export interface TablePart {
  readonly table: TableSection
  /** What it is called where it is not seen. */
  readonly name: string
  readonly body: readonly FormRow[]
  readonly layouts: readonly RowLayout[]
  readonly layout: TableLayout
}

export function tableXml({ table, name, body, layouts, layout }: TablePart, context: WordContext): string {
  // Widths are rounded up and padding down: a full line must not be broken for the lack of a twentieth of a point.
  const widths = table.columns.map((column) => Math.ceil(column.width * 20 - ROUNDING))
  const head = { kind: 'head', rows: table.head, layouts: layout.head, widths } as const
  const rest = { kind: 'body', rows: setUpright(body, layouts), layouts, widths } as const
  const rows = [head, rest].flatMap((group) => group.rows.map((_, index) => rowXml(group, index, context)))
  const gridXml = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  return `<w:tbl>${tableProperties(name, widths, layout.indent, context)}<w:tblGrid>${gridXml}</w:tblGrid>${rows.join('')}</w:tbl>`
}

/**
 * LibreOffice never parts a row with vertical text: what does not fit on the page is lost. Beside a row that parts, a
 * vertical name is set across instead; in its narrow column that is one character below the other as well.
 */
function setUpright(rows: readonly FormRow[], layouts: readonly RowLayout[]): readonly FormRow[] {
  return rows.map((row, index) => ({
    ...row,
    slots: row.slots.map((slot) =>
      slot.tag === 'cell' && layouts.slice(index, index + slot.rowSpan).some((layout) => layout.splits)
        ? { ...slot, direction: 'horizontal' as const }
        : slot,
    ),
  }))
}

function tableProperties(name: string, widths: readonly number[], indent: number, { form }: WordContext): string {
  const { outerRule, innerRule, padding } = form.table
  const rule = (side: string, width: number) =>
    width === 0
      ? `<w:${side} w:val="nil"/>`
      : `<w:${side} w:val="single" w:sz="${eighths(width)}" w:space="0" w:color="auto"/>`
  const margin = (side: string, width: number) => `<w:${side} w:w="${width}" w:type="dxa"/>`
  const total = widths.reduce((sum, width) => sum + width, 0)
  const across = Math.floor(padding.x * 20 + ROUNDING)
  const down = twips(padding.y)
  return [
    `<w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblInd w:w="${twips(indent)}" w:type="dxa"/>`,
    `<w:tblBorders>${rule('top', outerRule)}${rule('left', outerRule)}${rule('bottom', outerRule)}${rule('right', outerRule)}`,
    `${rule('insideH', innerRule)}${rule('insideV', innerRule)}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar>${margin('top', down)}${margin('left', across)}${margin('bottom', down)}${margin('right', across)}</w:tblCellMar>`,
    // The alternative text: which table it is (17.4.41 tblCaption).
    `<w:tblCaption w:val="${escapeXml(name)}"/></w:tblPr>`,
  ].join('')
}
