/** A document to a plan: its tables under a form, the texts around them, and an account of every character. */

import type { FormDefinition, FormFileMap, RecordDefinition } from '../../../definition/form-definition.js'
import { expandYears } from '../../../definition/year-columns.js'
import { type Diagnostic, fail, type Outcome, succeed } from '../../../domain/diagnostic.js'
import { formatFiscalYear } from '../../../domain/fiscal-year.js'
import { say } from '../../../domain/messages/say.js'
import { decodeForm, type OpenBase } from '../../form/form-file.js'
import type { Listed, OfficeDocument } from '../office-document.js'
import { findTables } from '../table/find-tables.js'
import type { FoundPart, FoundTable } from '../table/found-table.js'
import { type Account, accountOf } from './account.js'
import { type CategoryNames, findCategoryNames } from './category-names.js'
import { type ChosenForm, chooseForm, headingsOfColumns } from './choose-form.js'
import { type ColumnRole, roleOf } from './column-roles.js'
import { readCountedName, readNumber } from './counted-name.js'
import { isCategory, nameOfColumn } from './match-form.js'
import type { OwnDocument } from './own-document.js'
import { readOwnTexts } from './own-texts.js'
import type { ReadPlan, ReadTable } from './read-plan.js'
import { type ReadName, readRows } from './read-rows.js'
import { findRecords } from './record-rows.js'
import { readSurroundings, yearIn } from './surrounding-texts.js'
import { editionYear, periodOfColumns } from './year-headings.js'

export interface ForeignOptions {
  /** Forms that are tried by their headings. */
  readonly forms: readonly FormDefinition[]
  /** The form that the user names. */
  readonly form?: FormDefinition
  /** A western year, where the user names it. */
  readonly year?: number
  /** The title of a document that has none. */
  readonly name: string
  readonly openBase: OpenBase
  /** What a document of ours says of itself; its form is the one that it was made by, unless the user names another. */
  readonly own?: OwnDocument
  /** The skeleton of what a document that carries none was made from, as JSON. */
  readonly given?: string
}

export interface ForeignPlan {
  readonly plan: ReadPlan
  readonly definition: FormDefinition
  /** What a form file says, where the form is not one of ours. */
  readonly formFile?: FormFileMap
  readonly account: Account
  /** The tables of the document that the plan's was put together from. */
  readonly pieces: readonly string[]
  /** The lowest headings of the columns, where they are those of our own document. */
  readonly headings?: readonly string[]
}

/** `file` is only for messages. */
export function readDocument(file: string, document: OfficeDocument, options: ForeignOptions): Outcome<ForeignPlan> {
  const listed: Listed[] = [...document.listed]
  const { own } = options
  const sheet = recordForm(options)
  const parts = sheet === undefined ? findTables(document, listed) : findRecords(document, sheet, listed)
  if (parts === undefined) return fail(say('unreadable-records', { form: sheet!.name }, { kind: 'file', file }))
  const tables = parts.flatMap((part) => (part.tag === 'table' ? [part.table] : []))
  const main = tables.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]
  if (main === undefined) return fail(say('no-table', {}, { kind: 'file', file }))
  for (const other of tables) if (other !== main) listTable(other, listed)

  const names = findCategoryNames(main)
  const template = categoryTemplate(names.texts)
  const chosen =
    (sheet && knownForm(options.form ?? sheet)) ??
    (own && options.form === undefined ? ownForm(main, own) : undefined) ??
    chooseForm(main, options.forms, options.form ?? own?.definition, document.paper, names, template)
  const form = openForm(chosen, options.openBase)
  if (!form.ok) return form
  const definition = form.value
  const readName = chosen.tag === 'made' ? nameReader(template) : nameReader(definition.texts.category)
  const categories = readRows(main, chosen.roles, names, readName, listed)
  const captions = new Set(names.tag === 'pieces' ? names.names.map(({ place }) => place) : [])
  const ownTexts = own && readOwnTexts(parts, main, own, listed)
  const around = ownTexts ?? readSurroundings(parts, main, { text: definition.texts.title }, captions, listed)
  const keys = keysOf(chosen.roles)
  const yearOfColumns = editionYear(definition, keys)
  const year = options.year ?? own?.base.year ?? around.year ?? yearOfPlaces(parts, document) ?? yearOfColumns
  if (year === undefined) return fail(say('no-year', {}, { kind: 'file', file }))

  const period = periodOfColumns(definition, keys)
  const { title, lead, notes, handout, area, unit } = around
  const table: ReadTable = { place: main.place, lead: [], notes: [], categories }
  const plan: ReadPlan = {
    title: title ?? options.name,
    year: formatFiscalYear(year, 'letter'),
    ...(period === undefined ? {} : { period }),
    ...(area === undefined ? {} : { area }),
    ...(unit === undefined ? {} : { unit }),
    handout,
    lead,
    notes,
    tables: [table],
  }
  if (title === undefined) listed.push({ kind: 'no-title', place: `題名は「${options.name}」としました`, text: '' })
  const printed = printedHeadings(main, chosen, listed)
  const account = accountOf(document, sheetNames(names), saidIn(plan, title, ownTexts?.saidTitle), printed, listed)
  const pieces = main.pieces.map(({ place }) => place)
  const headings = own && ownForm(main, own) && main.columns.map((column) => column.headings.at(-1) ?? '')
  const result = {
    plan,
    definition: expandYears(definition, { year, ...(period !== undefined && { period }) }),
    account,
    pieces,
    ...(headings && { headings }),
    ...(chosen.tag === 'known' ? {} : { formFile: chosen.file }),
  }
  return succeed(result, [...missingColumns(file, main, chosen)])
}

/** What of a plan is none of the document's characters: a title that it does not say, what our own document carries. */
function saidIn(plan: ReadPlan, title: string | undefined, ownTitle: string | undefined): ReadPlan {
  if (ownTitle === undefined) return title === undefined ? { ...plan, title: '' } : plan
  const { area: _, ...rest } = plan
  return { ...rest, title: ownTitle, handout: {} }
}

/** The columns of the document's form by their places, whatever their headings say now. */
function ownForm(table: FoundTable, { definition }: OwnDocument): ChosenForm | undefined {
  if (table.columns.length !== definition.columns.length) return undefined
  return knownForm(definition)
}

function knownForm(definition: FormDefinition): ChosenForm {
  return { tag: 'known', definition, roles: definition.columns.map(roleOf), missing: [] }
}

/** A 個票 that the user names, or that a document of ours was made by, with the headings that it printed. */
function recordForm({ form, own }: ForeignOptions): (FormDefinition & { record: RecordDefinition }) | undefined {
  const { record, columns, ...rest } = form ?? own?.definition ?? {}
  if (record === undefined) return undefined
  const headings = own?.base.headings ?? {}
  const printed = columns!.map((column) => ({ ...column, heading: headings[column.fields[0]!.key] ?? column.heading }))
  return { ...(rest as FormDefinition), record, columns: printed }
}

function keysOf(roles: readonly ColumnRole[]): readonly string[] {
  return roles.flatMap((role) => (role.tag === 'fields' ? role.fields.map(({ key }) => key) : []))
}

function sizeOf({ rows, columns }: FoundTable): number {
  return rows.length * columns.length
}

/** A table beside the plan's, cell by cell. */
function listTable({ headings, rows }: FoundTable, listed: Listed[]): void {
  for (const { place, text } of headings) listed.push({ kind: 'table', place, text })
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    if (cell.tag !== 'text') continue
    const text = cell.paragraphs.map(({ mark, runs }) => mark + runs.map((run) => run.text).join('')).join('\n')
    if (text !== '') listed.push({ kind: 'table', place: cell.place, text })
  }
}

function openForm(chosen: ChosenForm, openBase: OpenBase): Outcome<FormDefinition> {
  if (chosen.tag === 'known') return succeed(chosen.definition)
  const bytes = new TextEncoder().encode(JSON.stringify(chosen.file))
  return decodeForm('様式', bytes, 'foreign', openBase)
}

const NAME_ONLY = '{{名称}}'

/** How a form prints the 区分 so that each reads as it does in the document: numbers apart where all are written alike. */
function categoryTemplate(names: readonly string[]): string {
  const counted = names.map(readCountedName)
  const [first] = counted
  return first !== undefined && counted.every((each) => each?.template === first.template) ? first.template : NAME_ONLY
}

/** Reads a 区分's text back by the form's text that prints it; a number that it does not print may stand before the name all the same. */
function nameReader(template: string): ReadName {
  const [before, number, between, after] =
    /^(.*?)\{\{([^{}]*番号)\}\}(.*?)\{\{名称\}\}(.*)$/s.exec(template)?.slice(1) ?? []
  return (text) => {
    if (number !== undefined && text.startsWith(before!) && text.endsWith(after!)) {
      const [, written, name] =
        new RegExp(`^(\\S+?)${escapePattern(between!)}(\\S.*)$`, 's').exec(
          text.slice(before!.length, text.length - after!.length),
        ) ?? []
      const count = /^丸数字/.test(number) ? circled(text.slice(before!.length)) : plainNumber(written, name)
      if (count !== undefined) return count
    }
    if (template === NAME_ONLY) return { number: undefined, name: text }
    const counted = readCountedName(text)
    return counted === undefined ? { number: undefined, name: text } : { number: counted.number, name: counted.name }
  }
}

/** ⓪ to ㊿, and (51) beyond them: no blank parts them from the name. */
function circled(text: string): { number: number; name: string } | undefined {
  const [, sign, bracketed, name] = /^(?:([⓪①-⑳㉑-㉟㊱-㊿])|\((\d+)\))\s*(.+)$/su.exec(text) ?? []
  if (name === undefined) return undefined
  const number = sign === '⓪' ? 0 : readNumber(sign ?? bracketed!)
  return number === undefined ? undefined : { number, name }
}

function plainNumber(
  written: string | undefined,
  name: string | undefined,
): { number: number; name: string } | undefined {
  const number = written === undefined || name === undefined ? undefined : readNumber(written)
  return number === undefined ? undefined : { number, name: name! }
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Names of sheets are no texts of cells: those that name a 区分 count as read. */
function sheetNames(names: CategoryNames): string[] {
  return names.tag === 'pieces' ? names.names.filter(({ text, place }) => text === place).map(({ text }) => text) : []
}

function yearOfPlaces(parts: readonly FoundPart[], document: OfficeDocument): number | undefined {
  const texts = [
    ...parts.map((part) => (part.tag === 'table' ? part.table.place : '')),
    ...document.listed.filter(({ kind }) => kind === 'header').map(({ text }) => text),
  ]
  return texts.map(yearIn).find((year) => year !== undefined)
}

/** What the form made of the table prints of its headings; the others are those of our form, and listed. */
function printedHeadings(table: FoundTable, chosen: ChosenForm, listed: Listed[]): string[] {
  if (chosen.tag === 'made') return table.headings.map(({ text }) => text)
  const printed = chosen.tag === 'derived' ? headingsOfColumns(table, chosen.added) : []
  for (const { place, text } of table.headings)
    if (!printed.includes(text)) listed.push({ kind: 'heading', place, text })
  return printed
}

function missingColumns(file: string, table: FoundTable, chosen: ChosenForm): Diagnostic[] {
  if (chosen.tag === 'made') return []
  return chosen.missing
    .filter((column) => !isCategory(column))
    .map(({ heading, fields }) => {
      const name = heading.replace(/\s/g, '') || fields[0]!.key
      const values = { name, table: table.place, columns: table.columns.map(nameOfColumn) }
      return say('missing-column', values, { kind: 'file', file })
    })
}
