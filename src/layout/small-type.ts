/** Type that is hard to read: what the layout had to set small, with its cell, and what a form sets small on a paper that is read at a table. */

import type { Diagnostic, Place } from '../domain/diagnostic.js'
import { say } from '../domain/messages/say.js'
import type { Form, FormCell, FormRow } from '../form/form.js'
import type { Page } from './page.js'
import { cellsOn } from './page-sections.js'

/** In points: what official documents print is not smaller. */
const LEGIBLE = 6

/** What a member over sixty reads at a table, in points: the body, and what stands around it. */
const AT_TABLE = { body: 10.5, around: 9 }

export function findSmallType(form: Form, pages: readonly Page[]): readonly Diagnostic[] {
  const sizes = new Map<FormCell, number>()
  for (const { cell, lines } of pages.flatMap(cellsOn)) {
    const size = lines[0]?.line.size ?? cell.size
    if (size < cell.size) sizes.set(cell, Math.min(size, sizes.get(cell) ?? size))
  }
  return [...findSmallSizes(form), ...tellSmallType(sizes, form)]
}

/** One warning for the whole document: the first such cell, how many there are, and the smallest type. `format` is the one that it is told of. */
export function tellSmallType(
  sizes: ReadonlyMap<FormCell, number>,
  { source, reading }: Form,
  format?: 'Word',
): readonly Diagnostic[] {
  const least = reading === 'meeting' ? AT_TABLE.around : LEGIBLE
  const small = [...sizes].filter(([, size]) => size < least)
  const [first] = small
  if (first === undefined) return []
  const size = Math.floor(Math.min(...small.map(([, each]) => each)) * 10) / 10
  const values = { where: nameOf(first[0]), others: small.length - 1, size, format }
  return [say('small-type', values, placeOf(first[0], source?.file))]
}

/** Sizes of the form itself, where the paper is read at a table: one warning for all of them. */
function findSmallSizes(form: Form): readonly Diagnostic[] {
  if (form.reading !== 'meeting') return []
  const tables = form.sections.flatMap((section) => (section.tag === 'table' ? [section] : []))
  const blocks = form.sections.flatMap((section) => (section.tag === 'texts' ? section.blocks : []))
  const margins = form.header.length + form.footer.length > 0 ? [form.type.noteSize] : []
  const bodies = tables.flatMap(({ body }) => said(body, (cell) => !isHeading(cell)))
  const headings = tables.flatMap(({ head, body }) => [...said(head, () => true), ...said(body, isHeading)])
  const smallest = (sizes: readonly number[], least: number) => {
    const size = sizes.reduce((a, b) => Math.min(a, b), least)
    return size < least ? size : undefined
  }
  const small = {
    body: smallest(bodies, AT_TABLE.body),
    heading: smallest(headings, AT_TABLE.around),
    around: smallest([...blocks.map(({ size }) => size), ...margins], AT_TABLE.around),
  }
  const { source } = form.type
  const place: Place | undefined = source && { kind: 'text', file: source.file, ...source.at }
  return Object.values(small).every((size) => size === undefined) ? [] : [say('small-for-meeting', small, place)]
}

/** Sizes of the cells that say something. */
function said(rows: readonly FormRow[], counts: (cell: FormCell) => boolean): readonly number[] {
  return rows.flatMap(({ slots }) =>
    slots.flatMap((slot) =>
      slot.tag === 'cell' && counts(slot) && slot.paragraphs.some(({ runs }) => runs.length > 0) ? [slot.size] : [],
    ),
  )
}

function isHeading({ isLabel, heads }: FormCell): boolean {
  return isLabel || heads !== undefined
}

function nameOf({ source }: FormCell): string {
  return source === undefined ? '表' : `区分${source.category}の${source.row}行目「${source.column}」`
}

function placeOf({ source }: FormCell, file: string | undefined): Place | undefined {
  if (file === undefined) return undefined
  return source?.at === undefined ? { kind: 'file', file } : { kind: 'text', file, ...source.at }
}
