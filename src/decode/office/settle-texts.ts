/** Decides what stands in a document's texts beside letters: changes marked by hand, tabs, characters that no plan can hold. */

import {
  type Listed,
  linesOf,
  type OfficeCell,
  type OfficeDocument,
  type OfficeParagraph,
  type OfficePart,
  type OfficeRun,
  type ReadingOptions,
} from './office-document.js'

/** The document with every text settled; what was taken away is listed with its place. */
export function settleTexts(document: OfficeDocument, { handmade, emphasis }: ReadingOptions): OfficeDocument {
  const listed: Listed[] = [...document.listed]
  const settle = (paragraphs: readonly OfficeParagraph[], place: string) =>
    dropMarks(
      cleanParagraphs(decideByHand(paragraphs, place, handmade, listed), place, listed),
      place,
      emphasis,
      listed,
    )
  const settleCell = (cell: OfficeCell): OfficeCell => ({ ...cell, paragraphs: settle(cell.paragraphs, cell.place) })
  const parts = document.parts.map((part): OfficePart => {
    if (part.tag === 'text') return { ...part, paragraph: settle([part.paragraph], part.place)[0]! }
    const rows = part.table.rows.map((row) => ({ ...row, cells: row.cells.map(settleCell) }))
    return { tag: 'table', table: { ...part.table, rows } }
  })
  return { ...document, parts, listed }
}

/**
 * 見え消し by hand: a struck text that is red, or that stands in one cell with a text that is underlined or red. A
 * struck text alone may be meant so.
 */
function decideByHand(
  paragraphs: readonly OfficeParagraph[],
  place: string,
  decision: ReadingOptions['handmade'],
  listed: Listed[],
): readonly OfficeParagraph[] {
  const runs = paragraphs.flatMap((paragraph) => paragraph.runs)
  const struck = runs.filter(isStruck)
  if (struck.length === 0) return paragraphs
  const added = runs.filter(isAdded)
  if (added.length === 0 && !struck.some(({ marks }) => marks.includes('red'))) return paragraphs
  const gone = decision === 'accept' ? isStruck : decision === 'reject' ? isAdded : () => false
  const text = runs.filter(gone).map((run) => run.text)
  listed.push({ kind: 'change-by-hand', place, text: text.join('') })
  if (decision === 'keep') return paragraphs
  return paragraphs.flatMap(({ mark, runs: own }) => {
    const kept = own.filter((run) => !gone(run)).map(plainRun)
    // A line that was struck or added as a whole goes with its end.
    return kept.length === 0 && own.length > 0 && mark === '' ? [] : [{ mark, runs: kept }]
  })
}

function isStruck({ marks }: OfficeRun): boolean {
  return marks.includes('strike')
}

function isAdded({ marks }: OfficeRun): boolean {
  return !marks.includes('strike') && (marks.includes('underline') || marks.includes('red'))
}

/** What the change's marks said is decided. */
function plainRun({ text, marks }: OfficeRun): OfficeRun {
  return { text, marks: marks.filter((mark) => mark !== 'strike' && mark !== 'underline' && mark !== 'red') }
}

function dropMarks(
  paragraphs: readonly OfficeParagraph[],
  place: string,
  emphasis: ReadingOptions['emphasis'],
  listed: Listed[],
): readonly OfficeParagraph[] {
  const isMarked = ({ runs }: OfficeParagraph) => runs.some(({ marks }) => marks.some((mark) => mark !== 'red'))
  if (emphasis === 'keep' || !paragraphs.some(isMarked)) return paragraphs
  listed.push({ kind: 'emphasis', place, text: '' })
  return paragraphs.map(({ mark, runs }) => ({ mark, runs: runs.map(({ text }) => ({ text, marks: [] })) }))
}

/** C0 but line feeds, C1, the line ends of Unicode, halves of a character, noncharacters. */
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff\p{Surrogate}]/gu

function cleanParagraphs(
  paragraphs: readonly OfficeParagraph[],
  place: string,
  listed: Listed[],
): readonly OfficeParagraph[] {
  const text = linesOf(paragraphs).join('')
  const unwanted = text.match(UNWANTED) ?? []
  const hasTab = text.includes('\t')
  if (hasTab) listed.push({ kind: 'tab', place, text: '' })
  if (unwanted.length > 0) listed.push({ kind: 'control-character', place, text: unwanted.map(nameOf).join('') })
  if (!hasTab && unwanted.length === 0) return paragraphs
  const clean = (each: string) => each.replace(UNWANTED, '').replaceAll('\t', '　')
  return paragraphs.map(({ mark, runs }) => ({
    mark: clean(mark),
    runs: runs.map((run) => ({ ...run, text: clean(run.text) })),
  }))
}

/** A stand-in of one character: what is listed is printed on a console. */
function nameOf(character: string): string {
  const code = character.codePointAt(0)!
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\ufffd'
}
