/** The two tables as one: categories, rows and cells in the order of reading. */

import type { RowPair, Side } from '../comparison.js'
import type { EditionCategory, EditionCell, EditionColumn, EditionRow, Editions } from '../edition.js'
import type { Measure } from '../match/likeness.js'
import type { Matches } from '../matches.js'
import { type AlignedCells, alignCells } from './align-cells.js'
import { type Merged, mergeSequences } from './merge-sequences.js'

export interface Table {
  readonly categories: readonly Shown<CategoryNode>[]
  /** Each once: those of the new edition in its order, then the dropped ones. */
  readonly categoryNodes: readonly CategoryNode[]
  readonly rowNodes: readonly RowNode[]
}

/** What moved is shown twice, at its old place and at its new one. */
export interface Shown<T> {
  readonly side: Side
  readonly node: T
}

export interface CategoryNode {
  readonly old?: EditionCategory
  readonly new?: EditionCategory
  readonly isReordered: boolean
  readonly rows: readonly Shown<RowNode>[]
}

export interface RowNode {
  readonly status: RowPair['status']
  readonly old?: EditionRow
  readonly new?: EditionRow
  readonly cells: readonly CellNode[]
}

export interface CellNode {
  readonly column: EditionColumn
  readonly old?: EditionCell
  readonly new?: EditionCell
  readonly aligned: AlignedCells
}

export function layTable(editions: Editions, matches: Matches, measure: Measure): Table {
  const { old, new: now } = editions
  const mateOfRow = (row: EditionRow) => at(now.rows, matches.rows.newOf(row.index))
  const mateOfCategory = (category: EditionCategory) => at(now.categories, matches.categories.newOf(category.index))

  const textOf = ({ items }: EditionRow) => items.map(({ text }) => text).join('\n')
  const textOfAll = ({ rows }: EditionCategory) => rows.map(textOf).join('\n')

  const categories = mergeSequences(old.categories, now.categories, mateOfCategory, textOfAll)
  const paired = pairUp(old.categories, now.categories, mateOfCategory)
  const merged = paired.map((pair) => mergeSequences(pair.old?.rows ?? [], pair.new?.rows ?? [], mateOfRow, textOf))
  const inPlace = new Set(merged.flat().flatMap(({ side, new: row }) => (side === 'both' ? [row] : [])))
  const rowNodes = pairUp(old.rows, now.rows, mateOfRow).map((pair): RowNode => {
    const status = !pair.old ? 'added' : !pair.new ? 'removed' : inPlace.has(pair.new) ? 'matched' : 'moved'
    return { status, ...pair, cells: layCells(pair, matches, measure) }
  })
  const nodeOfRow = byEither(rowNodes)
  const isInOrder = new Set(categories.flatMap(({ side, new: category }) => (side === 'both' ? [category] : [])))
  const categoryNodes = paired.map((pair, index): CategoryNode => {
    const isReordered = pair.old !== undefined && pair.new !== undefined && !isInOrder.has(pair.new)
    return { ...pair, isReordered, rows: show(merged[index]!, nodeOfRow) }
  })
  return { categories: show(categories, byEither(categoryNodes)), categoryNodes, rowNodes }
}

function layCells({ old, new: now }: Sides<EditionRow>, matches: Matches, measure: Measure): readonly CellNode[] {
  return [...(now ?? old)!.cells].map(([key, { column }]) => {
    const cells = { ...(old && { old: old.cells.get(key)! }), ...(now && { new: now.cells.get(key)! }) }
    return { column, ...cells, aligned: alignCells(cells.old, cells.new, matches.items, measure) }
  })
}

interface Sides<T> {
  readonly old?: T
  readonly new?: T
}

/** All of either list, counterparts together. */
function pairUp<T>(olds: readonly T[], news: readonly T[], mateOf: (old: T) => T | undefined): readonly Sides<T>[] {
  const oldOf = new Map(olds.map((old) => [mateOf(old), old]))
  const dropped = olds.filter((old) => mateOf(old) === undefined)
  return [
    ...news.map((each) => ({ ...(oldOf.has(each) && { old: oldOf.get(each)! }), new: each })),
    ...dropped.map((old) => ({ old })),
  ]
}

function byEither<T, N extends Sides<T>>(nodes: readonly (N & Sides<T>)[]): ReadonlyMap<T | undefined, N> {
  return new Map(nodes.flatMap((node) => [[node.old, node] as const, [node.new, node] as const]))
}

function show<T, N>(merged: readonly Merged<T>[], nodeOf: ReadonlyMap<T | undefined, N>): readonly Shown<N>[] {
  return merged.map(({ side, old, new: now }) => ({ side, node: nodeOf.get(now ?? old)! }))
}

function at<T>(all: readonly T[], index: number | undefined): T | undefined {
  return index === undefined ? undefined : all[index]
}
