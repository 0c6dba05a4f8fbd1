/** A plan read from a document of ours, with what the document carries: rows known by name, texts that nobody changed as they were typed. */

import type { ColumnDefinition, FormDefinition } from '../../../definition/form-definition.js'
import { alignRows } from '../../../domain/align/align-rows.js'
import type { Category, Cell, Plan, Row } from '../../../domain/plan.js'
import type { OwnDocument } from './own-document.js'
import type { ForeignPlan } from './read-document.js'
import { isSameText, restoreCells } from './restore-cells.js'

/** What a document was made from, and what it says now: rows and 区分 that are the same in both have the same place (`at`). */
export interface Origin {
  /** carried: the document says it itself. given: whoever reads it does. */
  readonly source: 'carried' | 'given'
  readonly base: Plan
  readonly document: Plan
  readonly state: 'as made' | 'edited'
}

interface ReadRow {
  readonly row: Row
  /** Index among all rows of the base. */
  readonly base: number | undefined
}

interface ReadGroup {
  readonly name: string
  readonly number: number | undefined
  readonly rows: readonly ReadRow[]
}

interface BaseRow {
  readonly category: number
  readonly row: Row
  readonly above: readonly Row[]
}

/** `plan` is what was read, row by row that of `read`. */
export function restorePlan(
  plan: Plan,
  { plan: read, headings }: ForeignPlan,
  own: OwnDocument,
): Omit<Origin, 'source'> {
  const { base, definition, printed } = own
  const baseRows = base.categories.flatMap(({ rows }, category) =>
    rows.map((row, index): BaseRow => ({ category, row, above: rows.slice(0, index) })),
  )
  const groups = groupRows(plan, read, own, baseRows)
  const taken = new Set<number>()
  const categories = groups.map((group, index): Category => {
    const owners = group.rows.flatMap((each) => (each.base === undefined ? [] : [baseRows[each.base]!.category]))
    const owner = owners.find((category) => !taken.has(category))
    if (owner !== undefined) taken.add(owner)
    const known = owner === undefined ? undefined : base.categories[owner]!
    const rows = group.rows.map(({ row, base: at }, place): Row => {
      const above = group.rows.slice(0, place).map((each) => each.row)
      return restoreRow({ row, above }, at === undefined ? undefined : baseRows[at]!, definition.columns)
    })
    return {
      name: known !== undefined && fold(known.name) === fold(group.name) ? known.name : group.name,
      number: numberOf(group.number, known?.number, owner, index),
      rows,
      ...(known?.at && { at: known.at }),
    }
  })
  const { unit: _, lead: _lead, notes: _notes, emphasis: _emphasis, ...keys } = base
  const changed = changedHeadings(headings, printed.headings, definition)
  const document = {
    ...keys,
    title: plan.title,
    ...(plan.isMarked && { isMarked: true as const }),
    ...(changed && { headings: { ...base.headings, ...changed } }),
    ...(plan.unit === undefined ? {} : { unit: plan.unit }),
    ...restoreTexts(plan, base),
    categories,
  }
  return { base, document, state: saying(base) === saying(document) ? 'as made' : 'edited' }
}

/** All that a plan says, whatever the order of its keys. */
function saying(plan: Plan): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).filter(([key]) => !PLACES.has(key))
    return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)])
  }
  return JSON.stringify(sorted(plan))
}

const PLACES: ReadonlySet<string> = new Set(['at', 'titleAt', 'lines'])

function fold(text: string): string {
  return text.replace(/\s/g, '')
}

/** The groups that the document shows as 区分; on a form that shows none, those that the rows come from. */
function groupRows(plan: Plan, read: ForeignPlan['plan'], own: OwnDocument, baseRows: readonly BaseRow[]): ReadGroup[] {
  const names = read.tables.flatMap(({ categories }) =>
    categories.flatMap(({ rows }) => rows.map(({ anchor }) => anchor)),
  )
  const rows = pairRows(
    plan.categories.flatMap((category) => category.rows),
    names,
    own,
    baseRows,
  )
  if (showsCategories(own.definition)) {
    let start = 0
    return read.tables
      .flatMap(({ categories }) => categories)
      .flatMap(({ name = '', number, rows: { length } }) => {
        start += length
        return partNamesakes({ name, number, rows: rows.slice(start - length, start) }, own.base, baseRows)
      })
  }
  const groups: (ReadGroup & { rows: ReadRow[]; readonly category: number })[] = []
  for (const each of rows) {
    const category = each.base === undefined ? (groups.at(-1)?.category ?? 0) : baseRows[each.base]!.category
    const open = groups.find((group) => group.category === category)
    if (open !== undefined) open.rows.push(each)
    else groups.push({ category, name: own.base.categories[category]!.name, number: undefined, rows: [each] })
  }
  return groups
}

/** 区分 of one name that follow one another look like one: their rows tell them apart. */
function partNamesakes({ name, number, rows }: ReadGroup, base: Plan, baseRows: readonly BaseRow[]): ReadGroup[] {
  const groups: (ReadGroup & { readonly rows: ReadRow[] })[] = []
  let open: number | undefined
  for (const each of rows) {
    const category = each.base === undefined ? open : baseRows[each.base]!.category
    const [own, other] = [open, category].map((index) => base.categories[index ?? -1])
    const isNamesake = own !== undefined && other !== undefined && own !== other && fold(own.name) === fold(other.name)
    if (groups.length === 0 || isNamesake) groups.push({ name, number, rows: [each] })
    else groups.at(-1)!.rows.push(each)
    if (open === undefined || isNamesake) open = category
  }
  return groups
}

function showsCategories({ columns, categories }: FormDefinition): boolean {
  return categories !== 'column' || columns.some(({ fields }) => fields.some(({ part }) => part === 'category'))
}

/** By their names; rows that lost it, as documents do on their way through the mail, by what they say. */
function pairRows(
  rows: readonly Row[],
  names: readonly (string | undefined)[],
  own: OwnDocument,
  baseRows: readonly BaseRow[],
): ReadRow[] {
  const indexes = new Map(own.rows.map((name, index) => [name, index]))
  const known: (number | undefined)[] = names.map((name) => {
    const index = name === undefined ? undefined : indexes.get(name)
    // A row that was copied brings its name along; the first one is the row itself.
    if (name !== undefined) indexes.delete(name)
    return index
  })
  const pairs = alignRows(
    rows,
    baseRows.map(({ row }) => row),
    known,
  )
  return rows.map((row, at) => ({ row, base: pairs[at] }))
}

function restoreRow(
  read: { readonly row: Row; readonly above: readonly Row[] },
  base: BaseRow | undefined,
  columns: readonly ColumnDefinition[],
): Row {
  if (base === undefined) return { ...read.row, cells: filledCells(read.row, columns) }
  const { id, startsPage, aligned, at } = base.row
  return {
    ...(id === undefined ? {} : { id }),
    startsPage,
    ...(aligned && { aligned }),
    cells: restoreCells(read, base, columns),
    ...(at && { at }),
  }
}

/** Of a row that somebody added: an empty cell is one that is left out, but where that would join it with the cell above. */
function filledCells({ cells }: Row, columns: readonly ColumnDefinition[]): Row['cells'] {
  const joining = new Set(columns.flatMap(({ fields, merges }) => (merges ? fields.map(({ key }) => key) : [])))
  const isSaid = ([key, cell]: [string, Cell]) => cell.tag !== 'text' || cell.text !== '' || joining.has(key)
  return Object.fromEntries(Object.entries(cells).filter(isSaid))
}

/** A number that followed the order of the 区分 follows it still. */
function numberOf(
  read: number | undefined,
  known: number | undefined,
  owner: number | undefined,
  index: number,
): number {
  if (known === undefined || owner === undefined) return read ?? index + 1
  const followed = known === owner + 1
  return followed && (read === undefined || read === known) ? index + 1 : (read ?? known)
}

function restoreTexts(plan: Plan, base: Plan): Pick<Plan, 'lead' | 'notes' | 'emphasis'> {
  const pick = (key: 'lead' | 'notes') => {
    const [now, before] = [plan, base].map((each) => {
      return { text: each[key] ?? '', emphasis: each.emphasis?.[key] ?? [] }
    })
    return isSameText(now!, before!) ? base : plan
  }
  const [lead, notes] = [pick('lead'), pick('notes')]
  const emphasis = {
    ...(lead.emphasis?.lead && { lead: lead.emphasis.lead }),
    ...(notes.emphasis?.notes && { notes: notes.emphasis.notes }),
  }
  return {
    ...(lead.lead === undefined ? {} : { lead: lead.lead }),
    ...(notes.notes === undefined ? {} : { notes: notes.notes }),
    ...(Object.keys(emphasis).length === 0 ? {} : { emphasis }),
  }
}

/** 列の見出し by the first field of the columns whose heading says something else now. */
function changedHeadings(
  now: readonly string[] | undefined,
  printed: readonly string[],
  { columns }: FormDefinition,
): Record<string, string> | undefined {
  const changed = columns.flatMap(({ fields: [field] }, index): [string, string][] => {
    const heading = now?.[index]
    const isSame = heading === undefined || heading.trim() === '' || fold(heading) === fold(printed[index] ?? '')
    // What a year is called is the form's to say.
    return isSame || field!.ofYear !== undefined ? [] : [[field!.key, heading]]
  })
  return changed.length === 0 ? undefined : Object.fromEntries(changed)
}
