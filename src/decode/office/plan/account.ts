/** The account of an import: the characters of the document, those of them that the plan has, and those that are listed. */

import { countCharacters, type Listed, linesOf, type OfficeDocument } from '../office-document.js'
import { plainText, type ReadPlan, type ReadTable } from './read-plan.js'

export interface Account {
  /** Characters without blanks and line ends; `read` is `planned` and `listed` together. */
  readonly read: number
  readonly planned: number
  readonly listed: number
  readonly entries: readonly Listed[]
}

/** `sheets` are names of sheets that the plan took up; `headings` the texts that the form made of the document prints. */
export function accountOf(
  document: OfficeDocument,
  sheets: readonly string[],
  plan: ReadPlan,
  headings: readonly string[],
  entries: readonly Listed[],
): Account {
  const planned = countPlan(plan) + sum(headings.map(countCharacters))
  const listed = sum(entries.map(({ text }) => countCharacters(text)))
  return { read: countDocument(document) + sum(sheets.map(countCharacters)), planned, listed, entries }
}

/** Of a document that says its plan and nothing more. */
export function accountOfWhole(document: OfficeDocument): Account {
  const read = countDocument(document)
  const listed = sum(document.listed.map(({ text }) => countCharacters(text)))
  return { read, planned: read - listed, listed, entries: document.listed }
}

/** All that the document says and what was taken out of it while it was read. */
function countDocument({ parts, listed }: OfficeDocument): number {
  const texts = parts.flatMap((part) =>
    part.tag === 'text'
      ? linesOf([part.paragraph])
      : part.table.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => linesOf(paragraphs))),
  )
  return sum([...texts, ...listed.map(({ text }) => text)].map(countCharacters))
}

function countPlan({ title, area = '', unit = '', handout, lead, notes, tables }: ReadPlan): number {
  const texts = [title, area, unit, ...Object.values(handout), plainText(lead), plainText(notes)]
  return sum([...texts.map(countCharacters), ...tables.map(countTable)])
}

function countTable({ heading = '', unit = '', lead, notes, categories }: ReadTable): number {
  const cells = categories.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)))
  const texts = [
    heading,
    unit,
    plainText(lead),
    plainText(notes),
    ...categories.map(({ name = '' }) => name),
    ...cells.map((cell) => (cell.tag === 'text' ? plainText(cell.lines) : '')),
  ]
  return sum(texts.map(countCharacters))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
