/** A table of Word (ECMA-376 part 1, 17.4) as rows of cells with their spans. */

import { ROW_NAME } from '../../../definition/skeleton.js'
import type { OfficeCell, OfficeRow, OfficeTable } from '../office-document.js'
import { linesOf } from '../office-document.js'
import { allBelow, childOf, childrenOf, descend, type Element, textsBelow } from '../package/xml-elements.js'
import { decideRevision, flowOf, propertyOf, type WordContext } from './paragraph.js'
import { isOn, markedRevision } from './styles.js'

const POINTS_PER_TWIP = 1 / 20

type OpenCell = { -readonly [Key in keyof OfficeCell]: OfficeCell[Key] }

/** Reads what stands in a cell. */
export type ReadCell = (cell: Element, place: string, context: WordContext) => OfficeCell['paragraphs']

export function readWordTable(table: Element, place: string, context: WordContext, readCell: ReadCell): OfficeTable {
  const widths = childrenOf(childOf(table, 'w:tblGrid') ?? EMPTY, 'w:gridCol').map(
    ({ attributes }) => Number(attributes['w:w'] ?? 0) * POINTS_PER_TWIP,
  )
  const rows: OfficeRow[] = []
  /** The cell that stands at a column in the row above. */
  let above: (OpenCell | undefined)[] = []
  for (const [index, row] of rowsOf(table).entries()) {
    const properties = childOf(row, 'w:trPr')
    const change = markedRevision(properties)
    const isGone = change !== undefined && !decideRevision(change, context)
    if (isGone) {
      const text = textsBelow(row, ['w:t', 'w:delText']).join('')
      context.list('revision', `${place} 行${index + 1}`, text, change.attributes['w:author'])
      continue
    }
    const { cells, now } = readRow(row, `${place} 行${index + 1}`, above, context, readCell)
    const anchor = anchorOf(row)
    rows.push({ cells, isHeading: isFlagged(properties, 'w:tblHeader'), ...(anchor !== undefined && { anchor }) })
    above = now
  }
  return { place, isSheet: false, widths, rows }
}

const EMPTY: Element = { name: '', attributes: {}, children: [] }

function rowsOf(table: Element): Element[] {
  return flowOf(table).filter(({ name }) => name === 'w:tr')
}

function readRow(
  row: Element,
  place: string,
  above: readonly (OpenCell | undefined)[],
  context: WordContext,
  readCell: ReadCell,
): { cells: OpenCell[]; now: (OpenCell | undefined)[] } {
  const cells: OpenCell[] = []
  const now: (OpenCell | undefined)[] = []
  let column = Number(propertyOf(row, 'w:trPr', 'w:gridBefore') ?? 0)
  for (const each of flowOf(row).filter(({ name }) => name === 'w:tc')) {
    const properties = childOf(each, 'w:tcPr')
    const colSpan = Math.min(1000, Math.max(1, Number(propertyOf(each, 'w:tcPr', 'w:gridSpan') ?? 1)))
    const own = `${place} 列${column + 1}`
    const paragraphs = readCell(each, own, context)
    const owner = continues(properties, 'w:vMerge') ? above[column] : undefined
    const left = continues(properties, 'w:hMerge') ? cells.at(-1) : undefined
    if (owner !== undefined) {
      if (now[column - 1] !== owner) owner.rowSpan++
      listCovered(paragraphs, own, context)
    } else if (left !== undefined) {
      left.colSpan += colSpan
      listCovered(paragraphs, own, context)
    } else {
      const alignment = descend(each, 'w:p', 'w:pPr', 'w:jc')?.attributes['w:val'] ?? ''
      cells.push({
        column,
        rowSpan: 1,
        colSpan,
        paragraphs,
        direction: isVertical(propertyOf(each, 'w:tcPr', 'w:textDirection') ?? '') ? 'vertical' : 'horizontal',
        align: alignment === 'center' ? 'center' : /^(?:right|end)$/.test(alignment) ? 'end' : 'start',
        place: own,
        hasBorder: true,
      })
    }
    for (let at = column; at < column + colSpan; at++) now[at] = owner ?? left ?? cells.at(-1)
    column += colSpan
  }
  return { cells, now }
}

/** A cell that goes on from the one above, or at the left of it (17.4.84 vMerge; hMerge of Word 97). */
function continues(properties: Element | undefined, name: string): boolean {
  const found = childOf(properties, name)
  return found !== undefined && (found.attributes['w:val'] ?? 'continue') === 'continue'
}

/** Our name for the row; a row that was copied has none. */
function anchorOf(row: Element): string | undefined {
  const names = allBelow(row, 'w:bookmarkStart').map(({ attributes }) => ROW_NAME.exec(attributes['w:name'] ?? '')?.[1])
  return names.find((name) => name !== undefined)
}

/** What a merged cell hides is in the file and on no paper. */
function listCovered(paragraphs: OfficeCell['paragraphs'], place: string, context: WordContext): void {
  const text = linesOf(paragraphs).join('\n')
  if (text !== '') context.list('hidden', place, text)
}

/** 17.18.93 ST_TextDirection, and its names in strict documents. */
function isVertical(direction: string): boolean {
  return ['tbRl', 'tbRlV', 'tbLrV', 'rl', 'rlV', 'lrV'].includes(direction)
}

function isFlagged(properties: Element | undefined, name: string): boolean {
  const found = childOf(properties, name)
  return found !== undefined && isOn(found.attributes['w:val'] ?? 'true')
}
