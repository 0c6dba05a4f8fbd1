/** The rows of both editions in the order of reading, what moved at its old place and at its new one. */

import type { Plan } from '../../domain/plan.js'
import type { Appearance, CategoryPair, Comparison, RowPair, Side } from '../../review/comparison.js'

export interface RedlineRow {
  readonly pair: RowPair
  /** The editions that have the row here. */
  readonly side: Side
  /** Its index in the body of the old edition's form, where that has it here; likewise of the new one's. */
  readonly old?: number
  readonly new?: number
  readonly category: CategoryPair
  /** The index of the row that opens the category, in the bodies of the editions that have it. */
  readonly first: Partial<Readonly<Record<'old' | 'new', number>>>
  /** Of the first row that a category has here: the editions that have the category here. */
  readonly opens?: Side
}

/** Every row of the old edition stands here once and in its order, and so does every row of the new one. */
export function redlineRows(comparison: Comparison, old: Plan, now: Plan): readonly RedlineRow[] {
  const starts = { old: firstRows(old), new: firstRows(now) }
  return comparison.categories.flatMap((appearance) => {
    const category = comparison.categoryPairs[appearance.index]!
    const shown = category.rows.flatMap((row) => showRow(row, appearance))
    return shown.map(({ index, side }, at): RedlineRow => {
      const pair = comparison.rowPairs[index]!
      return {
        pair,
        side,
        ...(side !== 'new' && { old: starts.old[pair.old!.category - 1]! + pair.old!.row - 1 }),
        ...(side !== 'old' && { new: starts.new[pair.new!.category - 1]! + pair.new!.row - 1 }),
        category,
        first: {
          ...(category.old && { old: starts.old[category.old.index - 1]! }),
          ...(category.new && { new: starts.new[category.new.index - 1]! }),
        },
        ...(at === 0 && { opens: appearance.side }),
      }
    })
  })
}

/** The rows of an edition's table among all rows of its plan. */
export interface RowRange {
  readonly start: number
  readonly end: number
}

/**
 * What of the rows stands in a table of either edition, counted from its first; one that went from this table to another
 * stands here in the one edition alone.
 */
export function rowsOfTables(
  rows: readonly RedlineRow[],
  ranges: Partial<Readonly<Record<'old' | 'new', RowRange>>>,
): readonly RedlineRow[] {
  const within = (edition: 'old' | 'new', row: number | undefined): number | undefined => {
    const range = ranges[edition]
    return range && row !== undefined && row >= range.start && row < range.end ? row - range.start : undefined
  }
  const sideOf = (old: number | undefined, now: number | undefined): Side | undefined => {
    if (old !== undefined && now !== undefined) return 'both'
    return old === undefined ? (now === undefined ? undefined : 'new') : 'old'
  }
  return rows.flatMap(({ old, new: now, first, opens, ...row }): readonly RedlineRow[] => {
    const own = { old: within('old', old), new: within('new', now) }
    const side = sideOf(own.old, own.new)
    if (side === undefined) return []
    const openings = { old: within('old', first.old), new: within('new', first.new) }
    const opened = (['old', 'new'] as const).filter((edition) => opens === 'both' || opens === edition)
    const openedHere = sideOf(
      opened.includes('old') ? openings.old : undefined,
      opened.includes('new') ? openings.new : undefined,
    )
    return [
      {
        ...row,
        side,
        ...(own.old !== undefined && { old: own.old }),
        ...(own.new !== undefined && { new: own.new }),
        first: {
          ...(openings.old !== undefined && { old: openings.old }),
          ...(openings.new !== undefined && { new: openings.new }),
        },
        ...(openedHere && { opens: openedHere }),
      },
    ]
  })
}

/** Some of the rows; where the one that opens a category is left out, the next of them opens it. */
export function chooseRows(rows: readonly RedlineRow[], isChosen: (row: RedlineRow) => boolean): readonly RedlineRow[] {
  let opens: Side | undefined
  return rows.flatMap((row) => {
    opens = row.opens ?? opens
    if (!isChosen(row)) return []
    const opened = opens
    opens = undefined
    return opened === undefined ? [row] : [{ ...row, opens: opened }]
  })
}

/** A category that moved shows its old rows where it was and its new ones where it is. */
function showRow(row: Appearance, { side }: Appearance): readonly Appearance[] {
  if (side === 'both' || row.side === side) return [row]
  return row.side === 'both' ? [{ ...row, side }] : []
}

/** For each category the index of its first row among all rows of the plan. */
function firstRows({ categories }: Plan): readonly number[] {
  let rows = 0
  return categories.map((category) => {
    const first = rows
    rows += category.rows.length
    return first
  })
}
