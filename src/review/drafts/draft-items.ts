/** What happened to each item: every item of either edition into exactly one change, those of added and dropped rows aside. */

import { type Kind, rankKinds } from '../change-kinds.js'
import type { EditionItem, Editions } from '../edition.js'
import { standTogether } from '../match/cell-pairs.js'
import type { Matches } from '../matches.js'
import type { Judgement } from '../promises/judge-promises.js'
import type { Draft } from './draft.js'
import { compareWording } from './wording-kind.js'

/** Old items that stand elsewhere in their cell, and those that came under another 【…】. */
export interface Circumstances {
  readonly reordered: ReadonlySet<EditionItem>
  readonly refunded: ReadonlySet<EditionItem>
}

/** Items without counterpart in rows without one are left out. */
export function draftItems(
  editions: Editions,
  matches: Matches,
  { reordered, refunded }: Circumstances,
  ignoreNotation: boolean,
): readonly Draft[] {
  const { old, new: now } = editions
  const { items, rows, promises } = matches
  const drafts: Draft[] = []
  const done = new Set<EditionItem>()
  const promised = new Set(promises.map(({ item }) => item))
  const carriedOver = new Set(promises.flatMap(({ item, carried }) => (carried ? [item] : [])))

  for (const { whole, parts } of matches.partings.splits) add(partingKinds('split', whole, parts), [whole], parts)
  for (const { whole, parts } of matches.partings.mergers) add(partingKinds('merged', whole, parts), parts, [whole])
  for (const judgement of promises) if (!done.has(judgement.item)) draftPromise(judgement)
  for (const item of old.items) {
    const mate = items.newOf(item.index)
    if (mate !== undefined && !done.has(item)) draftPair(item, now.items[mate]!)
  }
  for (const item of old.items) {
    if (!done.has(item) && rows.newOf(item.cell.row.index) !== undefined) add([goneKind(item)], [item], [])
  }
  for (const item of now.items) {
    if (!done.has(item) && rows.oldOf(item.cell.row.index) !== undefined) add([newKind(item)], [], [item])
  }
  return drafts

  function add(
    kinds: readonly Kind[],
    olds: readonly EditionItem[],
    news: readonly EditionItem[],
    realisedIn?: EditionItem,
  ): void {
    for (const item of [...olds, ...news]) done.add(item)
    drafts.push({ kinds: rankKinds(kinds), subject: 'item', olds, news, ...(realisedIn && { realisedIn }) })
  }

  function goneKind(item: EditionItem): Kind {
    const { part, isGone } = placeKind(item)
    if (part === 'heading' && !isGone) return 'label-changed'
    return promised.has(item) && promises.some((each) => each.item === item && each.fate === 'planned-but-missing')
      ? 'planned-but-missing'
      : 'removed'
  }

  function wordingOf(from: EditionItem, to: EditionItem): readonly Kind[] {
    return compareWording(from, to).filter((kind) => !ignoreNotation || kind !== 'notation-only')
  }

  /** What tells of a promise is part of its change where it stands there for nothing else. */
  function draftPromise({ item, said, fate, by, carried, isShared }: Judgement): void {
    if (item !== said || fate === 'carried-over' || fate === 'planned-but-missing') return
    const own = by && !isShared && !done.has(by) && by !== carried ? [by] : []
    const onward = carried && !done.has(carried) ? [carried] : []
    const news = [...own, ...onward]
    const kinds: Kind[] = fate === 'to-confirm' ? [] : [fate]
    if (carried) kinds.push('carried-over')
    if (news[0]) kinds.push(...realisedWording(item, news[0]))
    const isAway = by && !isShared && !rows.areMates(item.cell.row.index, by.cell.row.index)
    if (isAway) kinds.push('moved')
    if (news.length === 0 && fate === 'to-confirm') kinds.push('removed')
    if (news.length > 0 && kinds.length === 0) kinds.push('moved')
    add(kinds, [item], news, own.length === 0 && fate !== 'to-confirm' ? by : undefined)
  }

  /** A ・ under ○[団体] that became ○[団体]… has another sign and names its actor itself, but it is what was promised. */
  function realisedWording(promise: EditionItem, item: EditionItem): readonly Kind[] {
    const [a, b] = [promise.said, item.said]
    const isSame = a.words === b.words && a.actor === b.actor && promise.item.again === item.item.again
    const kinds = wordingOf(promise, item).filter((kind) => kind !== 'marker-changed')
    return isSame ? kinds.map((kind) => (kind === 'reworded' || kind === 'body-changed' ? 'years-only' : kind)) : kinds
  }

  /** The parts say together, punctuation aside, what the whole says: nothing more need be said. */
  function partingKinds(kind: 'split' | 'merged', whole: EditionItem, parts: readonly EditionItem[]): readonly Kind[] {
    const bare = (text: string) => text.replace(/[\p{P}\p{S}]/gu, '')
    const same = bare(whole.said.words) === bare(parts.map((part) => part.said.words).join(''))
    const carried: readonly Kind[] = carriedOver.has(kind === 'split' ? whole : parts[0]!) ? ['carried-over'] : []
    return [kind, ...carried, ...(same ? [] : (['reworded'] as const))]
  }

  function draftPair(from: EditionItem, to: EditionItem): void {
    const wording = wordingOf(from, to)
    const kinds = from.cell.column.part === 'heading' ? wording.flatMap(headingKinds) : [...wording]
    if (!standTogether(from.cell, to.cell, editions, rows)) kinds.push('moved')
    if (reordered.has(from)) kinds.push('reordered')
    if (refunded.has(from)) kinds.push('funding-changed')
    if (carriedOver.has(from) && isPlan(to) && kinds.length > 0) kinds.push('carried-over')
    add(kinds, [from], [to])
  }
}

/** 年度更新 and 記号変更 of a heading are told beside 見出し変更; a mere change of notation or of marks is none. */
function headingKinds(kind: Kind): readonly Kind[] {
  if (kind === 'notation-only' || kind === 'format-only') return [kind]
  return kind === 'reworded' ? ['label-changed'] : ['label-changed', kind]
}

/** An item of a column that only one edition has came or went with it. */
function placeKind({ cell }: EditionItem): { readonly part: string; readonly isGone: boolean } {
  return { part: cell.column.part, isGone: cell.column.isAlone }
}

function newKind(item: EditionItem): Kind {
  const { part, isGone } = placeKind(item)
  return part === 'heading' && !isGone ? 'label-changed' : 'added'
}

function isPlan({ cell }: EditionItem): boolean {
  return cell.column.part === 'plans'
}
