/** 見え消し: the whole form of the new edition with every change since the old one in its place. */

import type { ColumnDefinition, FormDefinition } from '../../definition/form-definition.js'
import type { Outcome } from '../../domain/diagnostic.js'
import type { Plan } from '../../domain/plan.js'
import type { ColumnPair } from '../../review/compared-columns.js'
import type { Comparison } from '../../review/comparison.js'
import { addBands } from '../category-bands.js'
import { plainParagraphs } from '../cells.js'
import { coveringCell } from '../covering-cell.js'
import { spanName } from '../edition-names.js'
import { filling } from '../fill-texts.js'
import type { Form, FormRow, PageText, Paragraph, Revision, Slot } from '../form.js'
import { onlyTable, withTable } from '../only-table.js'
import { type FormContext, fillForm } from '../to-form.js'
import type { ColumnCells } from './both-columns.js'
import { chooseRows, type RedlineRow, redlineRows } from './both-rows.js'
import { alignParagraphs } from './marked-text.js'
import { breakBodies, type Editions, openingRow, startsPlainPage, startsTrackedPage } from './page-starts.js'
import { plainColumns } from './plain-cells.js'
import { remarker } from './remarks.js'
import { redlineTexts } from './text-sections.js'
import { redlineHead, redlineTitle } from './title-and-headings.js'
import { trackedColumns } from './tracked-cells.js'

export interface RedlineContext extends FormContext {
  /**
   * tracked, for Word: accepting every change leaves the new edition's document, rejecting every change the old one's.
   * plain, for all formats: revisions are only seen, and what moved says where from and where to.
   */
  readonly revisions: 'tracked' | 'plain'
  /** The editions' forms by the new one's definition, where they are made already. */
  readonly made?: { readonly old?: Form; readonly new?: Form }
  /** plain: the rows that are shown, of an excerpt; all where it is left out. */
  readonly shows?: (row: RedlineRow) => boolean
}

/** Prints both editions as one, on the new one's form. `comparison` is that of these plans by this form. */
export function toRedlineForm(
  old: Plan,
  now: Plan,
  comparison: Comparison,
  definition: FormDefinition,
  context: RedlineContext,
): Outcome<Form> {
  const origin = { name: definition.name, file: definition.paper.source?.file }
  return filling(origin, () => fillRedline(old, now, comparison, definition, context))
}

/** The same within `filling`. */
export function fillRedline(
  old: Plan,
  now: Plan,
  comparison: Comparison,
  definition: FormDefinition,
  context: RedlineContext,
): Form {
  // The bands of an edition's own form are none of its plan's rows.
  const made = definition.categories === 'band' ? undefined : context.made
  const own = oldDefinition(comparison, definition)
  const forms = {
    old: unmergeAcross((own === definition ? made?.old : undefined) ?? fillForm(old, own, context)),
    new: unmergeAcross(made?.new ?? fillForm(now, definition, context)),
  }
  const rows = redlineRows(comparison, old, now)
  const tables = {
    old: onlyTable(forms.old),
    new: onlyTable(forms.new),
    continued: definition.pages.continued,
  }
  const { columns } = definition
  const form: Form = {
    ...forms.new,
    revisions: context.revisions,
    title: redlineTitle(forms.old.title, forms.new.title),
    sections: redlineTexts(forms.old.sections, forms.new.sections),
  }
  const table = { ...tables.new, head: redlineHead(tables.old.head, tables.new.head) }
  if (context.revisions === 'tracked') {
    const cells = trackedColumns({ rows, columns, ...breakBodies(rows, tables) })
    const body = layRows(rows, tables, cells).map((row, at) => trackRow(row, rows[at]!, tables))
    return addBands(withTable(form, { ...table, body }), definition, rows.map(bandOf))
  }
  const bodies = { old: tables.old.body, new: tables.new.body }
  const { shows = () => true } = context
  const cells = plainColumns({ rows, columns, ...bodies, remarker: remarker(comparison, old, now), shows })
  const shown = chooseRows(rows, shows)
  const body = layRows(shown, tables, cells).map((row, at) => {
    return { ...row, startsPage: startsPlainPage(shown[at]!, tables) }
  })
  const header = [...form.header, ...legend(old, now, comparison, form.header)]
  return addBands(withTable({ ...form, header }, { ...table, body }), definition, shown.map(bandOf))

  function bandOf(row: RedlineRow): readonly Paragraph[] | undefined {
    return row.opens === undefined ? undefined : bandText(row, tables)
  }
}

/** What names the category that a row opens, in the editions that have it here. */
function bandText({ opens, category }: RedlineRow, tables: Editions): readonly Paragraph[] {
  const labels = (['old', 'new'] as const).map((edition) => {
    const index = (category[edition]?.index ?? 0) - 1
    const openings = tables[edition].body.filter(({ bookmark }) => bookmark !== undefined)
    const isHere = opens === 'both' || opens === edition
    return isHere ? plainParagraphs(openings[index]?.bookmark ?? '') : []
  })
  return alignParagraphs(labels[0]!, labels[1]!)
}

/** Cells that are one with that at their left stand alone here: what comes or goes beside them may part them. */
function unmergeAcross(form: Form): Form {
  const table = onlyTable(form)
  const body = table.body.map((row, at) => ({
    ...row,
    slots: row.slots.map((slot, column): Slot => {
      if (slot.tag === 'cell') return { ...slot, colSpan: 1 }
      if (slot.left === 0) return slot
      if (slot.up > 0) return { ...slot, left: 0 }
      return { ...coveringCell(table.body, at, column), colSpan: 1, paragraphs: [] }
    }),
  }))
  return withTable(form, { ...table, body })
}

/**
 * On the new form, but a column that had another key with the old edition's own heading and texts (H29評価 under H30評価).
 * Columns of years whose keys moved on stay at their keys: undone, each text is where the old edition has it.
 */
function oldDefinition({ columns: pairs }: Comparison, definition: FormDefinition): FormDefinition {
  const keys = new Set(pairs.flatMap(({ new: now }) => now?.key ?? []))
  const isOther = ({ old: before, new: now }: ColumnPair) =>
    before && now && before.key !== now.key && !keys.has(before.key)
  const pairOf = new Map(pairs.filter(isOther).map((pair) => [pair.new!.key, pair.old!]))
  if (pairOf.size === 0) return definition
  const columns = definition.columns.map((column): ColumnDefinition => {
    const [only, ...others] = column.fields
    const own = only && others.length === 0 ? pairOf.get(only.key) : undefined
    return own === undefined
      ? column
      : { ...column, heading: own.heading ?? column.heading, fields: [{ ...only!, key: own.key }] }
  })
  return { ...definition, columns }
}

function layRows(rows: readonly RedlineRow[], tables: Editions, columns: readonly ColumnCells[]): readonly FormRow[] {
  const slots = columns.map(joinCells)
  return rows.map((row, index) => {
    const bookmark = openingRow(row, tables)?.bookmark
    return {
      slots: slots.map((column) => column[index]!),
      startsPage: false,
      ...(bookmark === undefined ? {} : { bookmark }),
    }
  })
}

function joinCells(cells: ColumnCells): readonly Slot[] {
  const corners = cells.flatMap((cell, index) => (cell ? [index] : []))
  return corners.flatMap((corner, nth) => {
    const rowSpan = (corners[nth + 1] ?? cells.length) - corner
    const covered = Array.from({ length: rowSpan - 1 }, (_, up): Slot => ({ tag: 'covered', up: up + 1, left: 0 }))
    return [{ ...cells[corner]!, rowSpan, colSpan: 1 }, ...covered]
  })
}

function trackRow(row: FormRow, redlineRow: RedlineRow, tables: Editions): FormRow {
  const revision = revisionOf(redlineRow)
  return {
    ...row,
    startsPage: startsTrackedPage(redlineRow, tables),
    ...(revision === undefined ? {} : { revision }),
  }
}

function revisionOf({ side }: RedlineRow): Revision | undefined {
  if (side === 'both') return undefined
  return side === 'old' ? 'deleted' : 'inserted'
}

/** What the marks mean, and how many differences have none. */
function legend(old: Plan, now: Plan, { notes, same }: Comparison, header: PageText): PageText {
  const unmarked = notes.filter(({ code }) => code === 'notation-ignored').map(({ message }) => `　${message}`)
  const told = same ? '変更なし' : `追加は下線、削除は取消線${unmarked.join('')}`
  const caption = `見え消し（${spanName(old, now)}）　${told}`
  return [{ tag: 'text', text: `${header.length > 0 ? '　' : ''}${caption}` }]
}
