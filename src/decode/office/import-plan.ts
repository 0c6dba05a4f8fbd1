/** Bytes of a Word or Excel document to a Plan, the form that prints it, and the account of what was read. */

import type { Outcome } from '../../domain/diagnostic.js'
import { succeed } from '../../domain/diagnostic.js'
import type { Cell, Plan, PlanPart } from '../../domain/plan.js'
import { type Listed, linesOf, type OfficeDocument, type OfficePart, type ReadingOptions } from './office-document.js'
import { openOffice } from './open-office.js'
import { accountOfWhole } from './plan/account.js'
import { type OwnDocument, openSkeleton } from './plan/own-document.js'
import { type ForeignOptions, type ForeignPlan, readDocument } from './plan/read-document.js'
import { type Origin, restorePlan } from './plan/restore-plan.js'
import { toPlan } from './plan/to-plan.js'
import { settleTexts } from './settle-texts.js'

export interface ImportedPlan extends Omit<ForeignPlan, 'plan' | 'headings'> {
  readonly plan: Plan
  /** Tracked changes by author. */
  readonly revisions: ReadonlyMap<string, number>
  /** Where the document is one of ours and still says so: what it was made from, beside what it says now. */
  readonly origin?: Origin
}

/** `file` is only for messages. */
export function importPlan(
  file: string,
  bytes: Uint8Array,
  reading: ReadingOptions,
  options: ForeignOptions,
): Outcome<ImportedPlan> {
  const document = openOffice(file, bytes, reading)
  return document.ok ? importDocument(file, document.value, reading, options) : document
}

/** The sheet データ of our own workbooks says the plan again, for programs. */
function withoutData(document: OfficeDocument): OfficeDocument {
  const isData = (part: OfficePart) =>
    part.tag === 'table' &&
    FIRST_HEADS.every((head, index) => linesOf(part.table.rows[0]?.cells[index]?.paragraphs ?? []).join('') === head)
  const sheets = document.parts.flatMap((part) => (part.tag === 'table' && isData(part) ? [part.table.place] : []))
  if (sheets.length === 0) return document
  const listed = sheets.map((place): Listed => ({ kind: 'data-sheet', place, text: '' }))
  return { ...document, parts: document.parts.filter((part) => !isData(part)), listed: [...document.listed, ...listed] }
}

/** What heads its first columns. */
const FIRST_HEADS = ['区分番号', '区分', '行']

/** A document that was read already: a table from the clipboard comes in here. */
export function importDocument(
  file: string,
  whole: OfficeDocument,
  reading: ReadingOptions,
  options: ForeignOptions,
): Outcome<ImportedPlan> {
  const document = withoutData(whole)
  const carried = document.skeleton && openSkeleton(document.skeleton.text, options.forms)
  const isAsMade = carried !== undefined && document.skeleton?.isSealed === true
  const given = options.given === undefined ? undefined : openSkeleton(options.given, options.forms)
  // Of several tables only a document that nobody touched is known again, and it is what it was made from.
  if (isAsMade && carried.base.parts !== undefined) return succeed(asMade(document, carried))
  const own = [carried, given].find((each) => each !== undefined && each.base.parts === undefined)
  const read = readDocument(file, settleTexts(document, reading), { ...options, ...(own && { own }) })
  if (!read.ok) return read
  const { plan, headings: _, ...rest } = read.value
  const name = rest.formFile === undefined ? rest.definition.name : undefined
  // A form with a column of 区分 has to print one: what has none is called by the title.
  const nameless = rest.definition.categories === 'column' ? plan.title : ''
  const found = toPlan(plan, name, nameless)
  const { revisions } = document
  if (own === undefined) return succeed({ ...rest, plan: found, revisions }, read.diagnostics)
  const source = own === carried ? ('carried' as const) : ('given' as const)
  const origin: Origin = isAsMade
    ? { source, base: own.base, document: own.base, state: 'as made' }
    : { source, ...restorePlan(found, read.value, own) }
  const formFile = rest.formFile ?? (options.form === undefined ? own.formFile : undefined)
  const imported = { ...rest, ...(formFile && { formFile }), plan: withoutPlaces(origin.document), revisions, origin }
  return succeed(imported, read.diagnostics)
}

function asMade(document: OfficeDocument, { base, definition, formFile }: OwnDocument): ImportedPlan {
  return {
    plan: withoutPlaces(base),
    definition,
    ...(formFile && { formFile }),
    account: accountOfWhole(document),
    pieces: [],
    revisions: document.revisions,
    origin: { source: 'carried', base, document: base, state: 'as made' },
  }
}

/** Places in the plan file that a document carries are none of the document's. */
function withoutPlaces({ titleAt: _, parts, ...plan }: Plan): Plan {
  return {
    ...plan,
    ...(parts && { parts: parts.map(({ at: _at, headingAt: _heading, ...part }) => part as PlanPart) }),
    categories: plan.categories.map(({ at: _at, ...category }) => ({
      ...category,
      rows: category.rows.map(({ at: _row, ...row }) => ({
        ...row,
        cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, withoutPlace(cell)])),
      })),
    })),
  }
}

function withoutPlace(cell: Cell): Cell {
  if (cell.tag !== 'text') return { tag: cell.tag }
  const { at: _, lines: _lines, ...rest } = cell
  return rest
}
