/** What happened to each item: every item of either edition into exactly one change, those of added and dropped rows aside. */

import { type Kind, rankKinds } from '../change-kinds.js'
import type { EditionItem, Editions } from '../edition.js'
import { standTogether } from '../match/cell-pairs.js'
import type { Matches } from '../matches.js'
import { isPromise, subItems } from '../promises/match-promises.js'
import type { Draft } from './draft.js'
import { compareWording } from './wording-kind.js'

/** `reordered` are old items that stand elsewhere in their cell. Items without counterpart in rows without one are left out. */
export function draftItems(
  editions: Editions,
  matches: Matches,
  reordered: ReadonlySet<EditionItem>,
  ignoreNotation: boolean,
): readonly Draft[] {
  const { old, new: now } = editions
  const { items, rows, promises } = matches
  const drafts: Draft[] = []
  const done = new Set<EditionItem>()

  for (const { whole, parts } of matches.partings.splits) add(['split', ...partingKinds(whole, parts)], [whole], parts)
  for (const { whole, parts } of matches.partings.mergers)
    add(['merged', ...partingKinds(whole, parts)], parts, [whole])
  for (const [promise, { by, shared }] of promises.realised) draftRealised(promise, by, shared)
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
    const { part } = item.cell.column
    if (part === 'heading') return 'heading-changed'
    const isKept = (sub: EditionItem) => items.newOf(sub.index) !== undefined || promises.realised.has(sub)
    return part === 'plans' && !subItems(item).some(isKept) ? 'planned-but-missing' : 'removed'
  }

  function wordingOf(from: EditionItem, to: EditionItem): readonly Kind[] {
    return compareWording(from, to).filter((kind) => !ignoreNotation || kind !== 'notation-only')
  }

  /** A promise that is realised beside being planned on has two places now; one that shares its place has none there. */
  function draftRealised(promise: EditionItem, by: EditionItem, shared: boolean): void {
    const mate = items.newOf(promise.index)
    const planned = promises.carried.get(promise) ?? (mate === undefined ? undefined : now.items[mate])
    const carried = planned && isPromise(planned) ? planned : undefined
    const news = [...(shared ? [] : [by]), ...(carried ? [carried] : [])]
    const kinds: Kind[] = ['realised']
    if (carried) kinds.push('carried-over')
    if (news[0]) kinds.push(...realisedWording(promise, news[0]))
    if (!shared && !rows.areMates(promise.cell.row.index, by.cell.row.index)) kinds.push('moved')
    add(kinds, [promise], news, shared ? by : undefined)
  }

  /** A ・ under ○[団体] that became ○[団体]… has another sign and names its actor itself, but it is what was promised. */
  function realisedWording(promise: EditionItem, item: EditionItem): readonly Kind[] {
    const [a, b] = [promise.said, item.said]
    const isSame = a.words === b.words && a.actor === b.actor && promise.item.again === item.item.again
    const kinds = wordingOf(promise, item).filter((kind) => kind !== 'marker-changed')
    return isSame ? kinds.map((kind) => (kind === 'reworded' ? 'years-only' : kind)) : kinds
  }

  function draftPair(from: EditionItem, to: EditionItem): void {
    const wording = wordingOf(from, to)
    const kinds = from.cell.column.part === 'heading' ? wording.flatMap(headingKinds) : [...wording]
    if (!standTogether(from.cell, to.cell, editions, rows)) kinds.push('moved')
    if (reordered.has(from)) kinds.push('reordered')
    if (isPromise(from) && isPromise(to) && kinds.length > 0) kinds.push('carried-over')
    add(kinds, [from], [to])
  }
}

/** 年度更新 and 記号変更 of a heading are told beside 見出し変更; a mere change of notation is none. */
function headingKinds(kind: Kind): readonly Kind[] {
  if (kind === 'notation-only') return [kind]
  return kind === 'reworded' ? ['heading-changed'] : ['heading-changed', kind]
}

function newKind({ cell }: EditionItem): Kind {
  return cell.column.part === 'heading' ? 'heading-changed' : 'added'
}

/** The parts say together, punctuation aside, what the whole says: nothing more need be said. */
function partingKinds(whole: EditionItem, parts: readonly EditionItem[]): readonly Kind[] {
  const bare = (text: string) => text.replace(/[\p{P}\p{S}]/gu, '')
  const same = bare(whole.said.words) === bare(parts.map((part) => part.said.words).join(''))
  const kinds: readonly Kind[] = same ? [] : ['reworded']
  return isPromise(whole) ? ['carried-over', ...kinds] : kinds
}
