/** Settles the tracked changes of a .docx by plain XML (ECMA-376 part 1, 17.13.5), sharing nothing with the writer, and reads the tables that are left. */

import type { Element } from '@xmldom/xmldom'
import { children, elements, findPart, readPart } from './read-word.js'

export type Verdict = 'accept' | 'reject'

export interface SettledRow {
  readonly isHead: boolean
  /** What is seen in each cell, paragraphs joined with line feeds; nothing where a cell goes on the one above. */
  readonly texts: readonly string[]
  readonly goesOn: readonly boolean[]
}

export interface SettledDocument {
  /** Paragraphs outside of tables. */
  readonly paragraphs: readonly string[]
  readonly tables: readonly (readonly SettledRow[])[]
}

/** Throws where what is left is no table of Word: a cell that goes on none, or one that hides a text. */
export function settleRevisions(bytes: Uint8Array, verdict: Verdict): SettledDocument {
  const body = elements(readPart(bytes, 'word/document.xml'), 'w:body')[0]!
  const drop = verdict === 'accept' ? 'w:del' : 'w:ins'
  const tables = children(body, 'w:tbl').map((table) => settleTable(table, drop))
  return { paragraphs: settleParagraphs(body, drop), tables: tables.filter((rows) => rows.length > 0) }
}

/** What stands in the header and in the footer; nothing where there is none. */
export function settleMargins(bytes: Uint8Array, verdict: Verdict): readonly string[] {
  const drop = verdict === 'accept' ? 'w:del' : 'w:ins'
  return ['word/header1.xml', 'word/footer1.xml'].map((name) => {
    const part = findPart(bytes, name)
    return part === undefined ? '' : settleParagraphs(part.documentElement!, drop).join('\n')
  })
}

/** Which places of the body go on the cell above. */
export function bodyJoins({ tables }: SettledDocument): readonly (readonly boolean[])[] {
  return tables.flatMap((rows) => rows.filter((row) => !row.isHead).map((row) => row.goesOn))
}

/** The rows of all tables below each other, without the heading rows. */
export function bodyTexts({ tables }: SettledDocument): readonly (readonly string[])[] {
  return tables.flatMap((rows) => rows.filter((row) => !row.isHead).map((row) => row.texts))
}

type Drop = 'w:del' | 'w:ins'

function settleTable(table: Element, drop: Drop): readonly SettledRow[] {
  const rows: SettledRow[] = []
  /** By column of the grid: whether the row above has a cell there that may be gone on. */
  let open: readonly boolean[] = []
  for (const row of children(table, 'w:tr')) {
    if (isMarked(row, 'w:trPr', drop)) continue
    const lost = drop === 'w:del' ? 'w:cellDel' : 'w:cellIns'
    const cells = children(row, 'w:tc').filter((cell) => elements(cell, lost).length === 0)
    const merges = cells.map((cell) => {
      const merge = elements(cell, 'w:vMerge')[0]
      const now = merge === undefined ? 'none' : (merge.getAttribute('w:val') ?? 'continue')
      const tracked = elements(cell, 'w:cellMerge')[0]
      if (tracked === undefined) return now
      // What is kept beside the mark is the new state: LibreOffice knows no other.
      if ((tracked.getAttribute('w:vMerge') === 'cont') !== (now === 'continue'))
        throw new Error('vMerge and its mark differ')
      return drop === 'w:del' ? now : tracked.getAttribute('w:vMergeOrig') === 'cont' ? 'continue' : 'restart'
    })
    const texts = cells.map((cell) => settleParagraphs(cell, drop).join('\n'))
    const columns = cells.flatMap((cell, at) => {
      const span = Number(elements(cell, 'w:gridSpan')[0]?.getAttribute('w:val') ?? 1)
      return Array.from({ length: span }, () => at)
    })
    columns.forEach((at, column) => {
      if (merges[at] !== 'continue') return
      if (open[column] !== true) throw new Error(`row ${rows.length}, column ${column} goes on no cell`)
      if (texts[at] !== '') throw new Error(`row ${rows.length}, column ${column} hides ${texts[at]}`)
    })
    open = columns.map((at) => merges[at] !== 'none')
    rows.push({
      isHead: elements(row, 'w:tblHeader').length > 0,
      texts,
      goesOn: merges.map((each) => each === 'continue'),
    })
  }
  return rows
}

/** A paragraph whose end goes is one with the next; the last end of a cell stays. */
function settleParagraphs(container: Element, drop: Drop): readonly string[] {
  const texts: string[] = []
  let joined = ''
  const paragraphs = children(container, 'w:p')
  paragraphs.forEach((paragraph, index) => {
    joined += textOf(paragraph, drop)
    if (isMarked(paragraph, 'w:pPr', drop) && index < paragraphs.length - 1) return
    texts.push(joined)
    joined = ''
  })
  return texts
}

function isMarked(element: Element, properties: 'w:trPr' | 'w:pPr', name: Drop): boolean {
  return children(element, properties).some((each) => elements(each, name).length > 0)
}

function textOf(element: Element, drop: Drop): string {
  return Array.from(element.childNodes)
    .map((node) => {
      switch (node.nodeName) {
        case drop:
        case 'w:pPr':
        case 'w:rPr':
          return ''
        case 'w:t':
        case 'w:delText':
          return node.textContent ?? ''
        case 'w:tab':
          return '\t'
        case 'w:br':
          return '\n'
        default:
          return textOf(node as Element, drop)
      }
    })
    .join('')
}
