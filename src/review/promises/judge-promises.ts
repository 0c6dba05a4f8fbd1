/** What became of each promise, by the evidence that this year's edition has of it. */

import { isOpenAhead, namedYears, yearsOfSpan } from '../../domain/year-span.js'
import type { ConfirmationCode, Evidence, Fate } from '../comparison.js'
import type { EditionItem, EditionRow, Editions } from '../edition.js'
import { assign } from '../match/assign.js'
import type { Mates } from '../match/counterparts.js'
import { containment, likeness, type Measure } from '../match/likeness.js'
import { gainOf } from '../match/match-worth.js'
import type { Partings } from '../match/splits-and-merges.js'
import { coreLikeness, missingWord } from './core-words.js'
import { isPartial, readDenial } from './denial-words.js'
import { figuresFallShort } from './figures.js'
import { cellStoodFor, itemsOfParts, listPromises, type Promised } from './list-promises.js'

export interface Judgement extends Promised {
  readonly fate: Fate
  readonly evidence: Evidence
  readonly reason: string
  /** The item of this year that the fate is told by, or that may be what was promised. */
  readonly by?: EditionItem
  /** Where it is planned on. */
  readonly carried?: EditionItem
  /** `by` stands there on its own account, as the counterpart of another item: it has a change of its own. */
  readonly isShared: boolean
  readonly toConfirm: readonly { readonly code: ConfirmationCode; readonly message: string }[]
  /** 担当 and 説明, as the official's link has them. */
  readonly assignee?: string
  readonly explanation?: string
}

/**
 * An item of the same row says what the promise said. On the seeds such items come to 0.66 and more, others of their row
 * to 0.54 at most.
 */
const LEAST_LIKENESS = 0.6
/** Where the promise has its counterpart already and something new says it as well: mere likeness will not do. */
const LEAST_BOTH = 0.75
/**
 * Something of the same row that may be the promise in other words: less is another matter. By the words beside those of
 * every plan, on made-up pairs what tells of the promise comes to 0.57 and more, anything else to 0.43 at most.
 */
const LEAST_MAYBE = 0.45
/** So much of the promise stands in a sentence that denies it. */
const LEAST_DENIED = 0.4
/** Something new realises a promise rather than what stood there before. */
const IS_NEW = 0.1

interface Circumstances {
  readonly editions: Editions
  readonly items: Mates
  readonly rows: Mates
  readonly partings: Partings
  readonly measure: Measure
}

/** Every promise of the old edition, in its order. */
export function judgePromises(circumstances: Circumstances): readonly Judgement[] {
  const { editions, items, rows, partings, measure } = circumstances
  const promises = listPromises(editions.old)
  const realised = pairRealised()
  const maybe = pairMaybe()
  const taken = new Set([...realised.values(), ...maybe.values()])
  return promises.map((promise) => judge(promise))

  function judge(promise: Promised): Judgement {
    const by = realised.get(promise)
    const carried = carriedOn(promise)
    const isShared =
      by !== undefined && items.oldOf(by.index) !== undefined && items.newOf(promise.item.index) !== by.index
    const base = { ...promise, ...(carried && { carried }), isShared }
    const denial = findDenial(promise, by, carried)
    if (denial) {
      const { item, word } = denial
      const fate =
        denial.denial === 'to-confirm' && carried
          ? 'postponed'
          : carried && denial.denial === 'cancelled'
            ? 'to-confirm'
            : denial.denial
      const before = items.oldOf(item.index)
      const isFree = before === undefined || before === promise.item.index
      const isOwn = isFree && item !== carried && item.cell.column.part === 'initiatives'
      return {
        ...base,
        fate,
        evidence: 'wording',
        reason: `「${word}」とあります`,
        by: item,
        isShared: !isOwn,
        toConfirm: fate === 'to-confirm' ? [{ code: 'fate-unknown', message: `「${word}」とあります` }] : [],
      }
    }
    const missing = by && missingWord(promise.said.said.words, by.said.words)
    if (by && missing !== undefined && !carried) {
      return {
        ...base,
        fate: 'to-confirm',
        evidence: 'wording',
        reason: `「${missing}」の記載がない`,
        by,
        toConfirm: [{ code: 'fate-unknown', message: `似た記載がありますが、「${missing}」の語がありません` }],
      }
    }
    if (by && missing === undefined) {
      const short = figuresFallShort(promise.said.text, by.text)
      return {
        ...base,
        fate: isPartial(by.text) ? 'partly-realised' : 'realised',
        evidence: 'wording',
        reason: '今年度の記載に同じ内容があります',
        by,
        toConfirm:
          short === undefined
            ? []
            : [{ code: 'fate-shortfall', message: `予定は${short.promised}、記載は${short.found}です` }],
      }
    }
    if (carried)
      return {
        ...base,
        fate: 'carried-over',
        evidence: 'wording',
        reason: '今年度の予定にもあります',
        toConfirm: pastYear(carried),
      }
    const stays = findCovering(promise)
    if (stays) {
      const message = '前の版から同じ記載があるだけで、今年度に行ったかどうかは分かりません'
      return {
        ...base,
        fate: 'to-confirm',
        evidence: 'years',
        reason: '前年度から同じ記載',
        by: stays,
        isShared: true,
        toConfirm: [{ code: 'same-as-last-year', message }],
      }
    }
    const candidate = maybe.get(promise)
    if (candidate) {
      const message = '似た記載がありますが、同じものかどうかは分かりません'
      return {
        ...base,
        fate: 'to-confirm',
        evidence: 'wording',
        reason: '似た記載がある',
        by: candidate,
        isShared: items.oldOf(candidate.index) !== undefined,
        toConfirm: [{ code: 'fate-unknown', message }],
      }
    }
    return { ...base, fate: 'planned-but-missing', evidence: 'none', reason: reasonOfMissing(promise), toConfirm: [] }
  }

  /** The items of this year that say what was promised: each for one promise only. */
  function pairRealised(): ReadonlyMap<Promised, EditionItem> {
    const found = new Map<Promised, EditionItem>()
    const open: Promised[] = []
    for (const promise of promises) {
      const mate = promise.item === promise.said ? mateOf(promise.item) : undefined
      if (mate?.cell.column.part === 'initiatives' && mayRealise(promise)(mate)) found.set(promise, mate)
      else if (!partings.has(promise.item)) open.push(promise)
    }
    for (const [promise, by] of pairAlike(open, likenessOf, LEAST_LIKENESS)) found.set(promise, by)
    return found
  }

  function pairMaybe(): ReadonlyMap<Promised, EditionItem> {
    const used = new Set(realised.values())
    const open = promises.filter(
      (promise) => !realised.has(promise) && !carriedOn(promise) && !partings.has(promise.item),
    )
    const alikeOf = (promise: Promised, item: EditionItem) => (saysNews(item) ? maybeLikeness(promise, item) : 0)
    return new Map(pairAlike(open, alikeOf, LEAST_MAYBE).filter(([, item]) => !used.has(item)))
  }

  function pairAlike(
    all: readonly Promised[],
    alikeOf: (promise: Promised, item: EditionItem) => number,
    least: number,
  ): readonly (readonly [Promised, EditionItem])[] {
    const edges = all.flatMap((promise, at) => {
      const row = rowOf(promise)
      const candidates = row ? itemsOfParts(row, ['initiatives', 'results']).filter(mayRealise(promise)) : []
      return candidates.flatMap((item) => {
        const alike = alikeOf(promise, item)
        const isNew = items.oldOf(item.index) === undefined
        const gain = gainOf(alike + (isNew ? IS_NEW : 0), (promise.item.position - item.position) / 100)
        const bound = least === LEAST_LIKENESS && isNew && mateOf(promise.item) ? LEAST_BOTH : least
        return alike < bound ? [] : [{ old: at, new: item.index, gain }]
      })
    })
    return assign(edges).pairs.map(([at, item]) => [all[at]!, editions.new.items[item]!] as const)
  }

  function likenessOf(promise: Promised, item: EditionItem): number {
    return likeness(measure.profile(promise.said.said.words), measure.profile(item.said.words))
  }

  /** In other words: what both say beside the words of every plan counts too. */
  function maybeLikeness(promise: Promised, item: EditionItem): number {
    return Math.max(likenessOf(promise, item), coreLikeness(promise.said.said.words, item.said.words))
  }

  function mateOf(item: EditionItem): EditionItem | undefined {
    const mate = items.newOf(item.index)
    return mate === undefined ? undefined : editions.new.items[mate]
  }

  /** The row where it still stands, else its old row's counterpart. */
  function rowOf({ item }: Promised): EditionRow | undefined {
    const mate = mateOf(item)
    if (mate?.cell.column.part === 'plans') return mate.cell.row
    const row = rows.newOf(item.cell.row.index)
    return row === undefined ? undefined : editions.new.rows[row]
  }

  /** New or changed since last year, of the same body or none named, and not of years before those promised. ■ is an issue. */
  function mayRealise(promise: Promised): (item: EditionItem) => boolean {
    const isCarried = mateOf(promise.item)?.cell.column.part === 'plans'
    return (item) => {
      if (partings.has(item) || item.item.ditto || item.item.again || item.item.marker?.text === '■') return false
      if (isOtherBody(promise, item) || endsBefore(item, promise.said)) return false
      const before = items.oldOf(item.index)
      if (before === undefined) return true
      const old = editions.old.items[before]!
      if (old === promise.item) return true
      if (old.cell.column.part === 'plans' || old.said.whole === item.said.whole) return false
      // What merely goes on to stand there is no news of a promise that goes on to stand as well.
      return !isCarried || writtenYears(old) !== writtenYears(item)
    }
  }

  /** What stood there last year to the letter and says years that cover those promised. */
  function findCovering(promise: Promised): EditionItem | undefined {
    const row = rowOf(promise)
    return (
      row &&
      itemsOfParts(row, ['initiatives']).find((item) => {
        const before = items.oldOf(item.index)
        if (before === undefined || editions.old.items[before]!.said.whole !== item.said.whole) return false
        return !isOtherBody(promise, item) && likenessOf(promise, item) >= LEAST_LIKENESS && covers(item, promise.said)
      })
    )
  }

  function carriedOn(promise: Promised): EditionItem | undefined {
    const { item, said } = promise
    const mate = mateOf(item)
    if (mate?.cell.column.part === 'plans') return item === said || standsFor(mate, promise) ? mate : undefined
    const parted = partingOf(item)
    if (parted?.cell.column.part === 'plans') return parted
    const row = rowOf(promise)
    if (!row || (item === said && mate === undefined)) return undefined
    const isFree = (each: EditionItem) => items.oldOf(each.index) === undefined && !partings.has(each)
    return itemsOfParts(row, ['plans']).find((each) => isFree(each) && likenessOf(promise, each) >= LEAST_LIKENESS)
  }

  /** What the new item says, 同上 followed, is what was promised through the old 同上. */
  function standsFor(mate: EditionItem, promise: Promised): boolean {
    const target = mate.item.ditto === undefined ? undefined : cellStoodFor(mate.cell)
    if (target === undefined) return maybeLikeness(promise, mate) >= LEAST_MAYBE
    const saidMate = mateOf(promise.said)
    return target.items.some((each) => each === saidMate || likenessOf(promise, each) >= LEAST_LIKENESS)
  }

  function partingOf(item: EditionItem): EditionItem | undefined {
    return (
      partings.splits.find(({ whole }) => whole === item)?.parts[0] ??
      partings.mergers.find(({ parts }) => parts.includes(item))?.whole
    )
  }

  function findDenial(promise: Promised, by: EditionItem | undefined, carried: EditionItem | undefined) {
    const row = rowOf(promise)
    const inRow = row ? itemsOfParts(row, ['initiatives', 'results']).filter((item) => isNews(item) && item !== by) : []
    const speaking = inRow.filter((item) => !taken.has(item) && !isOtherBody(promise, item) && speaksOf(item, promise))
    const own = [by, carried, maybe.get(promise)].flatMap((item) => item ?? [])
    for (const item of [...own, ...speaking]) {
      const denial = readDenial(item.text, promise.said.text)
      if (denial && (item !== maybe.get(promise) || speaksOf(item, promise))) return { ...denial, item }
    }
    return undefined
  }

  function speaksOf(item: EditionItem, promise: Promised): boolean {
    const [said, found] = [measure.profile(promise.said.said.words), measure.profile(item.said.words)]
    return containment(said, found) >= LEAST_DENIED
  }

  function isNews(item: EditionItem): boolean {
    const before = items.oldOf(item.index)
    return before === undefined || editions.old.items[before]!.said.whole !== item.said.whole
  }

  /** Other words than last year's, or none of last year's: a year more says nothing of a promise. */
  function saysNews(item: EditionItem): boolean {
    const before = items.oldOf(item.index)
    return before === undefined || editions.old.items[before]!.said.words !== item.said.words
  }

  function pastYear(carried: EditionItem): Judgement['toConfirm'] {
    const spans = carried.item.years.flatMap((mention) => mention.spans)
    const last = Math.max(...spans.map((span) => yearsOfSpan(span)[1]))
    if (spans.length === 0 || last >= editions.new.plan.year) return []
    return [{ code: 'past-year', message: '予定の年度が過ぎています' }]
  }

  function reasonOfMissing(promise: Promised): string {
    const row = rowOf(promise)
    if (row === undefined) return '行がなくなりました'
    const other = itemsOfParts(row, ['initiatives']).find(
      (item) => isNews(item) && isOtherBody(promise, item) && likenessOf(promise, item) >= LEAST_LIKENESS,
    )
    return other ? `別の主体の似た記載：${other.text}` : '実績も継続も見当たりません'
  }
}

/** Both name who does it, and not the same. */
function isOtherBody({ said }: Promised, item: EditionItem): boolean {
  return said.said.actor !== '' && item.said.actor !== '' && said.said.actor !== item.said.actor
}

function writtenYears({ item }: EditionItem): string {
  return JSON.stringify(item.years.map((mention) => mention.spans))
}

/** It says years, and all of them lie before what was promised. */
function endsBefore(item: EditionItem, promise: EditionItem): boolean {
  const spans = item.item.years.flatMap((mention) => mention.spans)
  const promised = promise.item.years.flatMap((mention) => mention.spans)
  if (spans.length === 0 || promised.length === 0 || isOpenAhead(spans)) return false
  return Math.max(...namedYears(spans)) < Math.min(...namedYears(promised))
}

function covers(item: EditionItem, promise: EditionItem): boolean {
  const spans = item.item.years.flatMap((mention) => mention.spans)
  const promised = promise.item.years.flatMap((mention) => mention.spans)
  if (spans.length === 0) return false
  if (isOpenAhead(spans)) return true
  return promised.length > 0 && Math.max(...namedYears(spans)) >= Math.max(...namedYears(promised))
}
