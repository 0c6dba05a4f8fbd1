/** A row of a Word table with its cells: merged ones, heights from the layout, vertical text, bookmarks. */

import type { TableDefinition } from '../../definition/form-definition.js'
import { nameOfRow } from '../../definition/skeleton.js'
import { coveringCell } from '../../form/covering-cell.js'
import type { FormCell, FormRow } from '../../form/form.js'
import { eighths, greyHex, twips } from '../ooxml/units.js'
import { cellParagraphs, emptyParagraph, type WordContext } from './cell.js'
import type { RowLayout } from './from-layout.js'
import { trackCell, trackEnd, trackMerge } from './revisions.js'

/** The heading rows or the body rows of a table. */
export interface RowGroup {
  readonly kind: 'head' | 'body'
  readonly rows: readonly FormRow[]
  /** One for each of `rows`. */
  readonly layouts: readonly RowLayout[]
  /** Of the columns, in twentieths of a point. */
  readonly widths: readonly number[]
}

export function rowXml(group: RowGroup, index: number, context: WordContext): string {
  const { kind, rows, layouts } = group
  const row = rows[index]!
  const { height, splits } = layouts[index]!
  const properties = [
    kind === 'head' || !splits ? '<w:cantSplit/>' : '',
    height > 0 ? `<w:trHeight w:val="${twips(height)}" w:hRule="atLeast"/>` : '',
    kind === 'head' ? '<w:tblHeader/>' : '',
    trackEnd(row.revision, context.annotations),
  ].join('')
  const cells = row.slots.map((_, column) => cellXml(group, index, column, context))
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`
}

function cellXml({ rows, widths }: RowGroup, index: number, column: number, context: WordContext): string {
  const row = rows[index]!
  const slot = row.slots[column]!
  if (slot.tag === 'covered' && slot.left > 0) return ''
  const cell = coveringCell(rows, index, column)
  const width = widths.slice(column, column + cell.colSpan).reduce((sum, each) => sum + each, 0)
  const isJoined = slot.tag === 'covered' || slot.join === 'joined'
  const merge = isJoined ? 'continue' : cell.rowSpan > 1 || mayGrow(rows, index, column) ? 'restart' : undefined
  const join = slot.tag === 'cell' ? trackMerge(slot.join, context.annotations) : ''
  const tracked = join || trackCell(cell.revision, context.annotations)
  const properties = cellProperties(cell, width, merge, context.form.table, tracked)
  const isFirst = column === firstOwnColumn(row)
  const bookmarks = isFirst ? bookmarkXml(row, context) + anchorXml(row, context) : ''
  const write = slot.tag === 'cell' ? cellParagraphs : emptyParagraph
  // A row that may yet go stands in its table at a forced page break too (see `forcedBreaks`).
  const startsPage = isFirst && row.startsPage && row.revision !== undefined
  return `<w:tc>${properties}${write(cell, { revision: row.revision, startsPage, bookmarks }, context)}</w:tc>`
}

/** Where the row below goes, or its cell joins this one or parts from it, a cell of one row may come to stand over others. */
function mayGrow(rows: readonly FormRow[], index: number, column: number): boolean {
  const below = rows[index + 1]
  const slot = below?.slots[column]
  return below?.revision !== undefined || (slot?.tag === 'cell' && slot.join !== undefined)
}

/**
 * In the order of 17.4.69 tcPr. Vertical text runs down, its lines from right to left (17.18.93 ST_TextDirection);
 * across, the layout always puts them in the middle.
 */
function cellProperties(
  cell: FormCell,
  width: number,
  merge: 'restart' | 'continue' | undefined,
  table: TableDefinition,
  tracked: string,
): string {
  const isVertical = cell.direction === 'vertical'
  return [
    `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>`,
    cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : '',
    merge === undefined ? '' : `<w:vMerge w:val="${merge}"/>`,
    bordersXml(cell),
    cell.shade < 1 ? `<w:shd w:val="clear" w:color="auto" w:fill="${greyHex(cell.shade)}"/>` : '',
    needsNoMargins(cell, width, table) ? NO_MARGINS : '',
    isVertical ? '<w:textDirection w:val="tbRlV"/>' : '',
    isVertical || cell.valign === 'middle' ? '<w:vAlign w:val="center"/>' : '',
    tracked,
    '</w:tcPr>',
  ].join('')
}

/** At the sides. */
const NO_MARGINS = '<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar>'

/** A bar reaches from edge to edge. LibreOffice makes a row higher for a cell that is narrower than its margins. */
function needsNoMargins({ bar, paragraphs }: FormCell, width: number, { padding }: TableDefinition): boolean {
  return bar !== undefined || (paragraphs.length === 0 && width < twips(4 * padding.x))
}

/** Rules of the cell's own (17.4.66 tcBorders), in the order of the schema. */
function bordersXml({ edges }: FormCell): string {
  if (edges === undefined) return ''
  const borders = (['top', 'left', 'bottom', 'right'] as const).map((side) => {
    const rule = edges[side]
    if (rule === undefined) return ''
    return `<w:${side} w:val="single" w:sz="${eighths(rule.width)}" w:space="0" w:color="${greyHex(rule.shade)}"/>`
  })
  return `<w:tcBorders>${borders.join('')}</w:tcBorders>`
}

/** The first cell that begins in the row and is not said again. */
function firstOwnColumn(row: FormRow): number {
  const own = row.slots.findIndex((slot) => slot.tag === 'cell' && slot.repeated !== true)
  return Math.max(own, 0)
}

/** Where a row or a text has a name to go to. */
export function bookmarkXml(row: Pick<FormRow, 'bookmark'>, { annotations }: WordContext): string {
  if (row.bookmark === undefined) return ''
  const id = annotations.nextId()
  return `<w:bookmarkStart w:id="${id}" w:name="${bookmarkName(row.bookmark, id)}"/><w:bookmarkEnd w:id="${id}"/>`
}

/** Names the row to whoever reads the document back; Word shows no bookmark that begins with a low line. */
function anchorXml({ slots }: FormRow, { annotations, form }: WordContext): string {
  const source = slots.find((slot) => slot.tag === 'cell' && slot.source !== undefined && slot.repeated !== true)
  if (form.skeleton === undefined || source?.tag !== 'cell' || source.source === undefined) return ''
  const id = annotations.nextId()
  return `<w:bookmarkStart w:id="${id}" w:name="_${nameOfRow(source.source)}"/><w:bookmarkEnd w:id="${id}"/>`
}

/** Word takes letters, figures and _, a letter first, 40 characters at most, and no name twice: the id makes it unique. */
function bookmarkName(text: string, id: number): string {
  const letters = Array.from(text.replace(/[^\p{L}\p{Nd}]/gu, ''))
  return letters.reduce((name, letter) => ((name + letter).length <= 40 ? name + letter : name), `行${id}_`)
}
