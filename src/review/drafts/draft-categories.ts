/** What happened to the categories: they come, go, part, are put together, move, and get other names and numbers. */

import { type Kind, rankKinds } from '../change-kinds.js'
import type { Place } from '../comparison.js'
import type { EditionCategory, EditionRow } from '../edition.js'
import type { Mates } from '../match/counterparts.js'
import { foldNotation } from '../words/normalise.js'
import type { CategoryNode, Table } from './both-tables.js'
import type { Draft } from './draft.js'
import { lineOf } from './draft-table.js'

export interface CategoryDrafts {
  readonly ofCategory: ReadonlyMap<CategoryNode, readonly Draft[]>
  /** Whether a row went along with a category that parted or was put together with another. */
  readonly goesAlong: (old: EditionRow, now: EditionRow) => boolean
}

/** Places name `key` as their column. */
export function draftCategories(table: Table, rows: Mates, key: string, ignoreNotation: boolean): CategoryDrafts {
  const drafts = new Map<CategoryNode, Draft[]>(table.categoryNodes.map((node) => [node, []]))
  const shown = [...new Set(table.categories.map(({ node }) => node))]
  const partings = findPartings(shown, rows)
  for (const node of shown) {
    const kinds = ownKinds(node, ignoreNotation)
    const parting = partings.find(({ whole, parts }) => whole === node || parts.includes(node))
    if (parting === undefined) add(kinds, [node])
    else if (parting.whole === node) add([parting.kind, ...kinds], [node, ...parting.parts])
  }
  const renumbered = shown.filter((node) => !isNameless(node) && isRenumbered(node))
  const hasMoved = shown.some(({ old, new: now, isReordered }) => !old || !now || isReordered)
  if (hasMoved) add(renumbered.length > 0 ? ['category-renumbered'] : [], renumbered)
  else for (const node of renumbered) add(['category-renumbered'], [node])

  const along = new Set(
    partings.flatMap(({ whole, parts }) =>
      parts.map((part) => `${(part.old ?? whole.old)!.index} ${(part.new ?? whole.new)!.index}`),
    ),
  )
  return {
    ofCategory: drafts,
    goesAlong: (old, now) => along.has(`${old.category.index} ${now.category.index}`),
  }

  /** One change of all these categories. */
  function add(kinds: readonly Kind[], nodes: readonly CategoryNode[]): void {
    if (kinds.length === 0 || nodes.every(isNameless)) return
    const places = (side: 'old' | 'new') =>
      nodes.flatMap((node) => (node[side] ? [categoryPlace(node[side], key)] : []))
    const draft: Draft = {
      kinds: rankKinds(kinds),
      subject: 'category',
      olds: [],
      news: [],
      oldPlaces: places('old'),
      newPlaces: places('new'),
    }
    for (const node of nodes) drafts.get(node)!.push(draft)
  }
}

function isRenumbered({ old, new: now }: CategoryNode): boolean {
  return old !== undefined && now !== undefined && old.category.number !== now.category.number
}

/** Rows that stand without a 区分: nobody would know what came or went but they. */
function isNameless({ old, new: now }: CategoryNode): boolean {
  return [old, now].every((each) => each === undefined || each.category.name === '')
}

/** What is said of a category alone; a number that only follows from others is said for all of them together. */
function ownKinds({ old, new: now, isReordered }: CategoryNode, ignoreNotation: boolean): readonly Kind[] {
  if (!old) return ['category-added']
  if (!now) return ['category-removed']
  const kinds: Kind[] = isReordered ? ['category-moved'] : []
  const [before, after] = [old.category.name, now.category.name]
  if (foldNotation(before) !== foldNotation(after)) kinds.push('category-renamed')
  else if (before !== after && !ignoreNotation) kinds.push('notation-only')
  return kinds
}

/** A category that both editions have, and those of one edition whose rows come from it or went to it. */
interface CategoryParting {
  readonly kind: 'category-split' | 'category-merged'
  readonly whole: CategoryNode
  readonly parts: readonly CategoryNode[]
}

/** So many of a part's rows, at least, have their counterpart in the whole. */
const MOST_ROWS = 0.5

function findPartings(nodes: readonly CategoryNode[], rows: Mates): readonly CategoryParting[] {
  const byOld = new Map(nodes.map((node) => [node.old?.index, node]))
  const byNew = new Map(nodes.map((node) => [node.new?.index, node]))
  const homeOfOld = new Map(nodes.flatMap(({ old }) => (old?.rows ?? []).map((row) => [row.index, old!.index])))
  const homeOfNew = new Map(nodes.flatMap(({ new: now }) => (now?.rows ?? []).map((row) => [row.index, now!.index])))
  const wholes = new Map<string, { kind: CategoryParting['kind']; whole: CategoryNode; parts: CategoryNode[] }>()
  for (const node of nodes) {
    if (node.old && node.new) continue
    const homes = node.new
      ? node.new.rows.map(({ index }) => homeOfOld.get(rows.oldOf(index) ?? -1))
      : node.old!.rows.map(({ index }) => homeOfNew.get(rows.newOf(index) ?? -1))
    const home = mostCommon(homes)
    const whole = home === undefined ? undefined : node.new ? byOld.get(home) : byNew.get(home)
    if (!whole?.old || !whole.new) continue
    const kind = node.new ? 'category-split' : 'category-merged'
    const key = `${kind} ${whole.new.index}`
    const found = wholes.get(key)
    if (found) found.parts.push(node)
    else wholes.set(key, { kind, whole, parts: [node] })
  }
  return [...wholes.values()]
}

/** The number that most of them are; undefined where none is that often. */
function mostCommon(all: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number, number>()
  for (const each of all) if (each !== undefined) counts.set(each, (counts.get(each) ?? 0) + 1)
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a)
  return best && best[1] >= MOST_ROWS * all.length ? best[0] : undefined
}

function categoryPlace({ index, category }: EditionCategory, key: string): Place {
  const text = `${category.number} ${category.name}`
  return { category: index + 1, row: 1, column: key, text, ...lineOf(category.at?.line) }
}
