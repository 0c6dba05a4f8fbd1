/** Puts the result together: changes in their order and with their numbers, the table, the promises and the counts. */

import type {
  Appearance,
  CategoryFacts,
  CategoryPair,
  CellFacts,
  CellPair,
  Change,
  Comparison,
  EditionFacts,
  Entry,
  Place,
  RowFacts,
  RowPair,
} from '../comparison.js'
import {
  type Edition,
  type EditionCategory,
  type EditionCell,
  type EditionRow,
  type Editions,
  placeOf,
} from '../edition.js'
import type { Measure } from '../match/likeness.js'
import type { Matches } from '../matches.js'
import { followPromises } from '../promises/follow-promises.js'
import { type Segment, segmentWords } from '../words/segments.js'
import type { Block } from './align-cells.js'
import type { CellNode, RowNode, Shown, Table } from './both-tables.js'
import { countChanges } from './count-changes.js'
import type { Draft } from './draft.js'
import type { Drafts } from './draft-changes.js'
import type { Step } from './merge-sequences.js'
import { numberDrafts } from './number-drafts.js'

type Assembled = Pick<
  Comparison,
  'old' | 'new' | 'changes' | 'promises' | 'counts' | 'categories' | 'categoryPairs' | 'rowPairs'
>

export function assemble(
  editions: Editions,
  matches: Matches,
  table: Table,
  drafts: Drafts,
  measure: Measure,
): Assembled {
  const numbers = numberDrafts(table, drafts)
  const changes = [...numbers.keys()].map(toChange)
  const numberOf = (draft: Draft | undefined) => (draft ? { change: numbers.get(draft)! } : {})
  const categoryIndex = indexAll(table.categoryNodes)
  const rowIndex = indexAll(table.rowNodes)

  return {
    old: editionFacts(editions.old),
    new: editionFacts(editions.new),
    changes,
    promises: followPromises(editions, matches, (item) => numbers.get(drafts.ofItem.get(item)!)!, measure),
    counts: countChanges([...numbers.keys()], table.categoryNodes),
    categories: appear(table.categories, categoryIndex),
    categoryPairs: table.categoryNodes.map(
      (node): CategoryPair => ({
        ...(node.old && { old: categoryFacts(node.old) }),
        ...(node.new && { new: categoryFacts(node.new) }),
        changes: (drafts.ofCategory.get(node) ?? []).map((draft) => numbers.get(draft)!),
        rows: appear(node.rows, rowIndex),
      }),
    ),
    rowPairs: table.rowNodes.map(
      (node): RowPair => ({
        status: node.status,
        ...(node.old && { old: rowFacts(node.old) }),
        ...(node.new && { new: rowFacts(node.new) }),
        ...numberOf(drafts.ofRow.get(node)),
        cells: node.cells.map((cell) => toCellPair(cell, node)),
      }),
    ),
  }

  function toCellPair({ column, old, new: now, aligned }: CellNode, row: RowNode): CellPair {
    return {
      column: column.key,
      names: { old: (old ?? now)!.column.name, new: (now ?? old)!.column.name },
      part: column.part,
      ...(old && { old: cellFacts(old) }),
      ...(now && { new: cellFacts(now) }),
      entries: aligned.steps.map((step) => toEntry(step, aligned.olds, aligned.news, row)),
    }
  }

  function toEntry(step: Step, olds: readonly Block[], news: readonly Block[], row: RowNode): Entry {
    const old = step.old === undefined ? undefined : olds[step.old]!
    const now = step.new === undefined ? undefined : news[step.new]!
    const { tag, item } = (now ?? old)!
    const draft = item ? drafts.ofItem.get(item) : drafts.ofFunding.get((now ?? old)!)
    const segments = old && now && old.text !== now.text ? segmentsOf(draft, old.text, now.text) : undefined
    return {
      tag,
      side: step.side,
      ...(old && { old: old.text }),
      ...(now && { new: now.text }),
      ...numberOf(draft ?? (tag === 'funding' && !(row.old && row.new) ? drafts.ofRow.get(row) : undefined)),
      ...(segments && { segments }),
    }
  }

  /** A change of these very texts has their segments already; one of several items tells of all of them together. */
  function segmentsOf(draft: Draft | undefined, old: string, now: string): readonly Segment[] {
    const change = draft && changes[numbers.get(draft)!]!
    const isOwn = change && change.subject !== 'row' && joinTexts(change.old) === old && joinTexts(change.new) === now
    return isOwn ? change.segments : segmentWords(old, now)
  }
}

function toChange({ kinds, subject, olds, news, oldPlaces, newPlaces, realisedIn }: Draft): Change {
  const old = oldPlaces ?? olds.map(placeOf)
  const now = newPlaces ?? news.map(placeOf)
  const texts = [joinTexts(old), joinTexts(now)] as const
  return {
    kinds,
    subject,
    old,
    new: now,
    segments: subject === 'row' || texts[0] === texts[1] ? [] : segmentWords(...texts),
    ...(realisedIn && { realisedIn: placeOf(realisedIn) }),
  }
}

function joinTexts(places: readonly Place[]): string {
  return places.map((place) => place.text).join('\n')
}

function editionFacts({ plan, items }: Edition): EditionFacts {
  const { title, year, yearText, draft, draftDate } = plan
  return {
    title,
    year,
    yearText,
    ...(draft !== undefined && { draft }),
    ...(draftDate !== undefined && { draftDate }),
    items: items.length,
  }
}

function categoryFacts({ index, category, table }: EditionCategory): CategoryFacts {
  return { index: index + 1, name: category.name, number: category.number, ...(table && { table }) }
}

function rowFacts({ category, position, id, line }: EditionRow): RowFacts {
  return {
    category: category.index + 1,
    row: position + 1,
    ...(id !== undefined && { id }),
    ...(line !== undefined && { line }),
  }
}

function cellFacts({ above, lines, emphasis }: EditionCell): CellFacts {
  const text = lines.map((line) => line.text).join('\n')
  return { joined: above !== undefined, text, ...(emphasis && { emphasis }) }
}

function appear<T>(shown: readonly Shown<T>[], index: ReadonlyMap<T, number>): readonly Appearance[] {
  return shown.map(({ side, node }) => ({ side, index: index.get(node)! }))
}

function indexAll<T>(all: readonly T[]): ReadonlyMap<T, number> {
  return new Map(all.map((each, at) => [each, at]))
}
