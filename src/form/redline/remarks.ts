/** Says of what moved where it came from or where it went: 旧②1から移動, 新①3「取組み」へ（実施）. */

import type { Plan } from '../../domain/plan.js'
import { KIND_LABELS } from '../../review/change-kinds.js'
import type { Change, Comparison, Entry, Place, RowPair } from '../../review/comparison.js'
import { markerMeanings } from '../../review/words/marker-meanings.js'
import type { Segment } from '../../review/words/segments.js'
import { circledNumber } from '../text-helpers.js'
import type { RedlineRow } from './both-rows.js'

export interface Remarker {
  /** Of an entry that is not in the same place in both editions, or only looks otherwise; undefined where there is nothing to say. */
  readonly ofEntry: (entry: Entry, column: string, row: RowPair) => string | undefined
  /** The words of an entry that stands elsewhere in the other edition; undefined of one that came, went or stayed. */
  readonly movedWords: (entry: Entry, row: RowPair) => readonly Segment[] | undefined
  /** Whether an entry of both editions counts as the same, as 表記のみ does where it is left out. */
  readonly isSame: (entry: Entry) => boolean
  /** Whether the label of the row's category counts as the same. */
  readonly isSameLabel: (row: RedlineRow) => boolean
  /** Of a row, or the category that it opens, that is not. */
  readonly ofRow: (row: RedlineRow) => string | undefined
}

/** The edition whose text stands here; the other one has it where it went to or came from. */
type Edition = 'old' | 'new'

const OTHER: Readonly<Record<Edition, Edition>> = { old: 'new', new: 'old' }
const WAYS: Readonly<Record<Edition, string>> = { old: 'へ', new: 'から' }
const NAMES: Readonly<Record<Edition, string>> = { old: '旧', new: '新' }

/** Rows are named by the number of their category and their place in it, as their own edition counts. */
export function remarker({ changes }: Comparison, old: Plan, now: Plan): Remarker {
  const plans = { old, new: now }

  const categoryName = (index: number, edition: Edition) =>
    `${NAMES[edition]}${circledNumber(plans[edition].categories[index - 1]!.number)}`
  const rowName = ({ category, row }: Pick<Place, 'category' | 'row'>, edition: Edition) =>
    plans[edition].categories[category - 1]!.name === ''
      ? `${NAMES[edition]}${row}行目`
      : `${categoryName(category, edition)}${row}`

  /** What is the same as here goes without saying. */
  function placeName(place: Place, edition: Edition, column: string, own: RowPair): string {
    const mate = own[edition]
    const isSameRow = mate?.category === place.category && mate.row === place.row
    const row = isSameRow ? '' : rowName(place, edition)
    return place.column === column ? row : `${row}「${place.column}」`
  }

  function ofEntry({ side, change }: Entry, column: string, row: RowPair): string | undefined {
    const found = changes[change ?? -1]
    if (found === undefined || found.subject === 'row') return undefined
    if (side === 'both') return withoutMoving(found)
    const places = side === 'new' ? found.old : found.new.length > 0 ? found.new : [found.realisedIn ?? []].flat()
    if (places.length === 0) return undefined
    const names = new Set(places.map((place) => placeName(place, OTHER[side], column, row)))
    const where = [...names].filter((name) => name !== '').join('、')
    return where === '' ? withinCell(found) : `${where}${WAYS[side]}${verbOf(found)}`
  }

  function movedWords({ side, change, old, new: now }: Entry, { status }: RowPair): readonly Segment[] | undefined {
    const text = side === 'old' ? old : now
    if (side === 'both' || text === undefined) return undefined
    const found = changes[change ?? -1]
    if (found === undefined) return status === 'moved' ? [{ type: 'same', text }] : undefined
    const isOnBoth = found.old.length > 0 && (found.new.length > 0 || found.realisedIn !== undefined)
    return isOnBoth ? wordsOf(found, side, text) : undefined
  }

  function ofRow({ side, pair, category, opens }: RedlineRow): string | undefined {
    if (side === 'both') return undefined
    const there = OTHER[side]
    const remarks: string[] = []
    const mate = category[there]
    if (opens === side && mate && mate.name !== '')
      remarks.push(`区分を${categoryName(mate.index, there)}${WAYS[side]}移動`)
    const row = pair[there]
    if (row && pair.status === 'moved') remarks.push(`行を${rowName(row, there)}${WAYS[side]}移動`)
    return remarks.length === 0 ? undefined : remarks.join('、')
  }

  function isSame({ side, tag, change }: Entry): boolean {
    if (side !== 'both') return false
    return change === undefined ? tag === 'funding' : changes[change]!.kinds[0] === 'unchanged'
  }

  function isSameLabel({ category }: RedlineRow): boolean {
    if (category.old === undefined || category.new === undefined) return false
    return !category.changes.some((change) => changes[change]!.kinds.some((kind) => LABEL_KINDS.has(kind)))
  }

  return { ofEntry, movedWords, isSame, isSameLabel, ofRow }
}

/** What the marks of words do not tell. */
function withoutMoving({ kinds, old, new: now }: Change): string | undefined {
  if (kinds.includes('marker-changed')) return markerMeanings(old[0]!.text, now[0]!.text)
  return kinds.includes('format-only') ? KIND_LABELS['format-only'] : undefined
}

/** A change's words on one side of it, `own`; those that stand on the other side as well, and those that do not. */
function wordsOf({ segments, old, new: now }: Change, edition: Edition, own: string): readonly Segment[] {
  const places = edition === 'old' ? old : now
  const at = places.findIndex(({ text }) => text === own)
  if (segments.length === 0 || at < 0) return [{ type: 'same', text: own }]
  const start = places.slice(0, at).reduce((sum, { text }) => sum + text.length + 1, 0)
  let from = 0
  return segments.flatMap(({ type, text }): readonly Segment[] => {
    if (type === (edition === 'old' ? 'ins' : 'del')) return []
    const within = text.slice(Math.max(0, start - from), Math.max(0, start + own.length - from))
    from += text.length
    return within === '' ? [] : [{ type, text: within }]
  })
}

/** What changes in the label of a category. */
const LABEL_KINDS: ReadonlySet<string> = new Set(['category-renamed', 'category-renumbered', 'notation-only'])

function verbOf({ kinds }: Change): string {
  if (kinds.includes('realised')) return '（実施）'
  if (kinds.includes('split')) return '分割'
  return kinds.includes('merged') ? '統合' : '移動'
}

function withinCell({ kinds }: Change): string | undefined {
  if (kinds.includes('split')) return '分割'
  if (kinds.includes('merged')) return '統合'
  return kinds.includes('reordered') ? '並べ替え' : undefined
}
