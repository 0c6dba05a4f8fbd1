/** The tables of both editions as one: columns, heading rows and body rows, and what stands in each cell. */

import type { FormDefinition } from '../../definition/form-definition.js'
import type { Plan } from '../../domain/plan.js'
import type { Comparison } from '../../review/comparison.js'
import { plainParagraphs } from '../cells.js'
import type { FormRow, Paragraph, TableSection } from '../form.js'
import { columnWidths, fieldsOf, ownColumns, type RedlineColumn, redlineColumns } from './both-columns.js'
import {
  joinGrid,
  plainShape,
  type RowShape,
  shapeRow,
  shapeTrackedRow,
  sizeOfRows,
  spreadRows,
  trackCells,
} from './both-grids.js'
import { chooseRows, type RedlineRow } from './both-rows.js'
import { redlineHead } from './headings.js'
import { alignParagraphs } from './marked-text.js'
import { breakBodies, openingRow, startsPlainPage, startsTrackedPage, type Tables } from './page-starts.js'
import { plainColumns } from './plain-cells.js'
import { remarker } from './remarks.js'
import { type PairedRow, revisionOfRow, trackedColumns } from './tracked-cells.js'

type BothEditions<T> = Readonly<Record<'old' | 'new', T>>

export interface RedlineRequest {
  readonly plans: BothEditions<Plan>
  readonly comparison: Comparison
  readonly revisions: 'tracked' | 'plain'
  readonly shows?: (row: RedlineRow) => boolean
  /** Puts in what stands in a band above each row of the body; undefined where there is none. */
  readonly addBands: (section: TableSection, bands: readonly (readonly Paragraph[] | undefined)[]) => TableSection
}

/** A table of either edition, with the form that prints it; one of them is left out where the other has none for it. */
export interface TablePair {
  readonly old?: OwnTable
  readonly new?: OwnTable
  /** Counted in these tables. */
  readonly rows: readonly RedlineRow[]
}

interface OwnTable {
  readonly section: TableSection
  readonly definition: Pick<FormDefinition, 'columns' | 'categories'>
  readonly continued: string
}

export function redlineTable({ rows, ...pair }: TablePair, request: RedlineRequest): TableSection {
  const { comparison, revisions } = request
  const there = (pair.new ?? pair.old)!
  const none: OwnTable = { ...there, section: { ...there.section, head: [], body: [] } }
  const [old, now] = [pair.old ?? none, pair.new ?? none]
  const tables: Tables = { old: old.section, new: now.section, continued: there.continued }
  const columns =
    pair.old && pair.new
      ? redlineColumns(old.definition.columns, now.definition.columns, comparison.columns)
      : ownColumns(there.definition.columns, comparison.columns)
  const { shown, body } =
    revisions === 'tracked' ? trackedBody(rows, columns, tables) : plainBody(rows, columns, tables, request)
  const section = {
    ...tables.new,
    columns: columnWidths(columns, tables.old, tables.new),
    head: redlineHead(tables.old.head, tables.new.head, columns, revisions),
    body,
  }
  const definitions = { old: old.definition, new: now.definition }
  return request.addBands(
    section,
    shown.map((row) => bandOf(row, tables, definitions)),
  )
}

type RowShapes = ReadonlyMap<PairedRow, RowShape>

interface RedlineBody {
  readonly shown: readonly RedlineRow[]
  readonly body: readonly FormRow[]
}

function trackedBody(all: readonly RedlineRow[], columns: readonly RedlineColumn[], tables: Tables): RedlineBody {
  const { rows, shapes } = partRows(all, columns, tables)
  const bodies = breakBodies(rows, tables)
  const size = sizeOfRows(tables.new.body)
  const seams = new Set(rows.flatMap((row, at) => (row.side === 'both' && startsTrackedPage(row, tables) ? [at] : [])))
  const paired = { rows, columns: columns.length, seams, size, ...spreadBodies(bodies, rows, shapes) }
  const own = rows.map((row) => shapes.get(row)!)
  const entriesOf = (row: number, place: number) =>
    fieldsOf(rows[row]!, own[row]!.columns[place]!).map(({ entries }) => entries)
  const slots = joinGrid(trackedColumns(paired, entriesOf), own)
  const body = rows.map((row, at): FormRow => {
    const revision = revisionOfRow(row)
    return {
      ...bookmarkOf(row, tables),
      slots: trackCells(slots[at]!, own[at]!),
      startsPage: startsTrackedPage(row, tables),
      ...(revision === undefined ? {} : { revision }),
    }
  })
  return { shown: rows, body }
}

function plainBody(
  rows: readonly RedlineRow[],
  columns: readonly RedlineColumn[],
  tables: Tables,
  { comparison, plans, shows = () => true }: RedlineRequest,
): RedlineBody {
  const shapes: RowShapes = new Map(
    rows.map((row) => {
      const { old, new: now } = rowsOf(row, tables)
      return [row, shapeRow(old, now, columns) ?? plainShape(columns)]
    }),
  )
  const cells = plainColumns({
    rows,
    columns,
    ...spreadBodies({ old: tables.old.body, new: tables.new.body }, rows, shapes),
    size: sizeOfRows(tables.new.body),
    remarker: remarker(comparison, plans.old, plans.new),
    shows,
  })
  const shown = chooseRows(rows, shows)
  const slots = joinGrid(
    cells,
    rows.filter(shows).map((row) => shapes.get(row)!),
  )
  const body = shown.map((row, at) => ({
    ...bookmarkOf(row, tables),
    slots: slots[at]!,
    startsPage: startsPlainPage(row, tables),
  }))
  return { shown, body }
}

/**
 * Rows whose cells reach over other columns in one edition than in the other go and come as a whole: of cells that become
 * one with that at their left Word tracks nothing (17.13.5 knows ↑ alone).
 */
function partRows(
  all: readonly RedlineRow[],
  columns: readonly RedlineColumn[],
  tables: Tables,
): { readonly rows: readonly RedlineRow[]; readonly shapes: RowShapes } {
  const shapes = new Map<PairedRow, RowShape>()
  const rows = all.flatMap((row): readonly RedlineRow[] => {
    const { old, new: now } = rowsOf(row, tables)
    const common = shapeTrackedRow(old, now, columns)
    const { old: before, new: after, opens, ...both } = row
    const parted: readonly RedlineRow[] = common
      ? [row]
      : [
          { ...both, side: 'old', ...(before !== undefined && { old: before }), ...(opens && { opens }) },
          { ...both, side: 'new', ...(after !== undefined && { new: after }) },
        ]
    for (const each of parted) {
      const own = rowsOf(each, tables)
      shapes.set(each, common ?? shapeTrackedRow(own.old, own.new, columns)!)
    }
    return parted
  })
  return { rows, shapes }
}

function spreadBodies(bodies: BothEditions<readonly FormRow[]>, rows: readonly RedlineRow[], shapes: RowShapes) {
  const spread = (edition: 'old' | 'new') => {
    const byIndex = new Map(rows.map((row) => [row[edition], shapes.get(row)!]))
    return spreadRows(bodies[edition], edition, (index) => byIndex.get(index)!)
  }
  return { old: spread('old'), new: spread('new') }
}

function rowsOf({ old, new: now }: PairedRow, tables: Tables): Partial<BothEditions<FormRow>> {
  return {
    ...(old !== undefined && { old: tables.old.body[old]! }),
    ...(now !== undefined && { new: tables.new.body[now]! }),
  }
}

function bookmarkOf(row: RedlineRow, tables: Tables): Pick<FormRow, 'bookmark'> {
  const bookmark = openingRow(row, tables)?.bookmark
  return bookmark === undefined ? {} : { bookmark }
}

/** What names the category that a row opens, in the editions that show it in no column here. */
function bandOf(
  { opens, first }: RedlineRow,
  tables: Tables,
  definitions: BothEditions<Pick<FormDefinition, 'categories'>>,
): readonly Paragraph[] | undefined {
  if (opens === undefined) return undefined
  const [old, now] = EDITIONS.map((edition) => {
    const row = first[edition]
    const isHere = (opens === 'both' || opens === edition) && definitions[edition].categories !== 'column'
    return isHere && row !== undefined ? plainParagraphs(tables[edition].body[row]!.bookmark ?? '') : []
  })
  return alignParagraphs(old!, now!)
}

const EDITIONS = ['old', 'new'] as const
