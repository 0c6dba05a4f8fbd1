/** A workbook to what it says: its sheets as tables, and an account of what stands beside their cells. */

import {
  type Listed,
  linesOf,
  type OfficeDocument,
  type OfficePaper,
  type OfficePart,
  type ReadingOptions,
} from '../office-document.js'
import type { OfficePackage } from '../package/office-package.js'
import type { Element } from '../package/xml-elements.js'
import { readCellStyles } from './cell-styles.js'
import { readSheet, type SheetContext } from './read-sheet.js'
import { type RichText, readRichText } from './rich-text.js'
import { listDropped, listSurroundings } from './surroundings.js'
import { readWorkbook } from './workbook.js'

export function readExcel(office: OfficePackage, main: string, options: ReadingOptions): OfficeDocument {
  const { sheets, is1904 } = readWorkbook(office, main)
  const listed: Listed[] = []
  const styles = office.partOf(main, 'styles')
  const context: SheetContext = {
    strings: readStrings(office, office.partOf(main, 'sharedStrings')),
    styleOf: readCellStyles(styles === undefined ? undefined : office.tree(styles, 'x:styleSheet')),
    is1904,
    options,
    list: (kind, place, text) => listed.push({ kind, place, text }),
  }
  const parts: OfficePart[] = []
  let paper: OfficePaper | undefined
  for (const sheet of sheets) {
    if (sheet.part === undefined || !office.has(sheet.part)) {
      context.list('image', sheet.name, '')
      continue
    }
    const { table, settings } = readSheet(office, sheet, context)
    if (sheet.isHidden) {
      const isSkipped = options.hidden === 'skip'
      const texts = table.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => linesOf(paragraphs)))
      context.list('hidden', sheet.name, isSkipped ? texts.join('\n') : '')
      if (isSkipped) continue
    }
    if (table.rows.length > 0) parts.push({ tag: 'table', table })
    parts.push(...listSurroundings(office, sheet, settings, listed))
    paper ??= paperOf(settings)
  }
  listDropped(office, main, listed)
  return { kind: 'excel', parts, listed, revisions: new Map(), ...(paper === undefined ? {} : { paper }) }
}

function readStrings(office: OfficePackage, part: string | undefined): RichText[] {
  const strings: RichText[] = []
  if (part !== undefined) office.each(part, ['x:si'], (string) => strings.push(readRichText(string)))
  return strings
}

/** Sheets of paper by Excel's numbers for them (18.3.1.63 pageSetup), in millimetres, upright. */
const PAPERS: Readonly<Record<string, readonly [number, number]>> = {
  8: [297, 420],
  9: [210, 297],
  11: [148, 210],
  12: [257, 364],
  13: [182, 257],
}

function paperOf(settings: readonly Element[]): OfficePaper | undefined {
  const setup = settings.find(({ name }) => name === 'x:pageSetup')?.attributes
  const [short, long] = PAPERS[setup?.paperSize ?? '']?.map((mm) => (mm * 72) / 25.4) ?? []
  if (short === undefined || long === undefined) return undefined
  return setup?.orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long }
}
