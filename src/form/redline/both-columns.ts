/** The columns of the redline: those of the new edition's table, with what only the old one has at its old place. */

import type { ColumnDefinition } from '../../definition/form-definition.js'
import type { ColumnPair } from '../../review/compared-columns.js'
import type { CellPair, Side } from '../../review/comparison.js'
import { mergeSequences } from '../../review/drafts/merge-sequences.js'
import type { FormColumn, Revision, TableSection } from '../form.js'
import type { RedlineRow } from './both-rows.js'
import { type RemarkedEntry, showEntry } from './marked-cell.js'

/** A column of either table or of both. */
export interface RedlineColumn {
  /** Its index in the old edition's table, where that has it; likewise in the new one's. */
  readonly old?: number
  readonly new?: number
  /** The fields that the comparison tells of, from top to bottom, and in which of the editions they stand in it. */
  readonly fields: readonly RedlineField[]
  readonly namesCategory: boolean
}

interface RedlineField {
  /** As `ColumnPair` has it. */
  readonly id: string
  readonly side: Side
}

/**
 * The columns in one order, which is that of either edition where the other's are left out. A column that has another
 * place among the others came and went, for a cell that moved within its row is nothing that Word can track.
 */
export function redlineColumns(
  olds: readonly ColumnDefinition[],
  news: readonly ColumnDefinition[],
  pairs: readonly ColumnPair[],
): readonly RedlineColumn[] {
  const merged = mergeSequences(
    olds,
    news,
    (old) => news.find((now) => areMates(old, now, pairs)),
    ({ fields }) => fields.map(({ key }) => key).join(),
  )
  return merged.map(({ old, new: now }) => ({
    ...(old && { old: olds.indexOf(old) }),
    ...(now && { new: news.indexOf(now) }),
    fields: pairs.flatMap((pair) => fieldOf(pair, old, now)),
    namesCategory: namesCategory((now ?? old)!),
  }))
}

/** The columns of a table that only one edition has: its rows come or go, and the columns with them. */
export function ownColumns(
  columns: readonly ColumnDefinition[],
  pairs: readonly ColumnPair[],
): readonly RedlineColumn[] {
  return columns.map((column, at) => ({
    old: at,
    new: at,
    fields: pairs.flatMap((pair) => {
      const isHere = hasField(column, pair.old?.key) || hasField(column, pair.new?.key)
      return isHere ? [{ id: pair.id, side: 'both' as const }] : []
    }),
    namesCategory: namesCategory(column),
  }))
}

/** What came or went with the column; undefined of one that both editions have. */
export function revisionOfColumn(column: RedlineColumn): Revision | undefined {
  if (column.old !== undefined && column.new !== undefined) return undefined
  return column.old === undefined ? 'inserted' : 'deleted'
}

/** What the comparison says of a row in each field of a column, as far as the editions have the field in it. */
export function fieldsOf(
  { pair }: RedlineRow,
  { fields }: RedlineColumn,
): readonly { readonly column: string; readonly entries: readonly RemarkedEntry[] }[] {
  return fields.flatMap(({ id, side }) => {
    const cell: CellPair | undefined = pair.cells.find(({ column }) => column === id)
    return cell ? [{ column: id, entries: cell.entries.flatMap((entry) => showEntry(entry, side)) }] : []
  })
}

/** In their own widths, and all of them so much narrower that the table is as wide as the new edition's. */
export function columnWidths(
  columns: readonly RedlineColumn[],
  old: TableSection,
  now: TableSection,
): readonly FormColumn[] {
  const own = columns.map((column) => (column.new === undefined ? old.columns[column.old!]! : now.columns[column.new]!))
  const sum = (all: readonly FormColumn[]) => all.reduce((total, { width }) => total + width, 0)
  const factor = sum(now.columns) / sum(own)
  return columns.every(({ old: before }) => before === undefined) || factor === 1
    ? own
    : own.map((column) => ({ ...column, width: column.width * factor }))
}

/** Both name the category, or a field of the one is one of the other. */
function areMates(old: ColumnDefinition, now: ColumnDefinition, pairs: readonly ColumnPair[]): boolean {
  if (namesCategory(old) || namesCategory(now)) return namesCategory(old) && namesCategory(now)
  return pairs.some((pair) => hasField(old, pair.old?.key) && hasField(now, pair.new?.key))
}

function fieldOf(
  pair: ColumnPair,
  old: ColumnDefinition | undefined,
  now: ColumnDefinition | undefined,
): readonly RedlineField[] {
  const [before, after] = [old && hasField(old, pair.old?.key), now && hasField(now, pair.new?.key)]
  if (!before && !after) return []
  return [{ id: pair.id, side: before && after ? 'both' : before ? 'old' : 'new' }]
}

function hasField({ fields }: ColumnDefinition, key: string | undefined): boolean {
  return key !== undefined && fields.some((field) => field.key === key)
}

function namesCategory({ fields }: ColumnDefinition): boolean {
  return fields.some(({ part }) => part === 'category')
}
