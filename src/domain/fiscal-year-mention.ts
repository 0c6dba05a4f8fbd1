/** Finds the fiscal years that running text mentions: （H25～H30年度）, （Ｈ27、28年度）, H29年度～, 平成28年度から平成30年度まで. */

import { foldWidth } from './fold-width.js'
import { readFollowingYear, readYear, type WrittenYear, YEAR_PATTERN } from './written-year.js'

export interface FiscalYearMention {
  /** UTF-16 range of the mention as it is written, without the brackets around it. */
  readonly start: number
  readonly end: number
  /** In the order of the text; a range that a slip of the pen turned round (H30～H29年度) stays turned round. */
  readonly spans: readonly YearSpan[]
}

/** Both years are part of it. A side that is left out is open: H29年度～ has no `to`, ～H30年度 no `from`. */
export interface YearSpan {
  readonly from?: number
  readonly to?: number
}

/** A year and how it hangs on the one before it. */
interface Link extends WrittenYear {
  readonly joint: 'first' | 'range' | 'list'
  /** Written as a mere number, its era stands before. */
  readonly bare: boolean
}

const START = new RegExp(YEAR_PATTERN, 'g')
const RANGE = / ?(?:[-~〜−–—‐―ー]|から) ?/y
const LIST = / ?(?:[、､,・･と]|及び|および|並びに) ?/y
/** Not before the rest of a date (H29年度～H30年８月). */
const OPEN_END = / ?(?:[~〜]|から|以降)(?! ?(?:[^\d\s]{1,2} ?)?[\d元]{1,4} ?[年./])/y
const UNTIL = /まで/y
/** Of the years without 年度, M1 and T2 are seldom eras, nor are small letters. */
const STANDS_ALONE = /[SHR明大昭平令㍾㍽㍼㍻㋿]/
const OPENING = '([{〔【〈<'
const CLOSING = ')]}〕】〉>'
const PAUSES = '、､,・･。;:/ \t\n'

/**
 * Mentions in the order of the text; they do not overlap. Dates (H29年８月) and calendar years (2025年) are none. A year
 * without 年度 counts in a list or range with one that has it, alone at the edge of brackets, behind another year in the
 * same brackets (（H29:3回、H30:5回）), and where it is open ahead: H30～.
 */
export function findFiscalYears(text: string): readonly FiscalYearMention[] {
  const folded = foldWidth(text)
  const mentions: FiscalYearMention[] = []
  START.lastIndex = 0
  for (let match = START.exec(folded); match; match = START.exec(folded)) {
    const chain = readChain(folded, match.index)
    const mention = toMention(folded, match.index, chain.links, mentions.at(-1))
    if (mention) mentions.push(mention)
    // A chain that is no mention has none within it: going on behind it keeps the search linear.
    START.lastIndex = Math.max(mention?.end ?? chain.end, match.index + 1)
  }
  return mentions
}

/** The mentions of a field that is nothing but years, a line each: R6～R8 need not say 年度. */
export function findYearsOfField(text: string): readonly FiscalYearMention[] {
  let start = 0
  return text.split('\n').flatMap((line) => {
    const found = findFiscalYears(`(${line})`).map((mention) => ({
      ...mention,
      start: mention.start - 1 + start,
      end: mention.end - 1 + start,
    }))
    start += line.length + 1
    return found
  })
}

/** Years joined by separators, as far as they go. A date ends the chain. */
function readChain(text: string, at: number): { readonly links: readonly Link[]; readonly end: number } {
  const first = readYear(text, at)
  if (first?.unit !== 'fiscal' && first?.unit !== 'none') return { links: [], end: first?.end ?? at }
  let last: Link = { ...first, joint: 'first', bare: false }
  const links = [last]
  for (let next = readLink(text, last); next; next = readLink(text, next)) {
    links.push(next)
    last = next
  }
  return { links, end: last.end }
}

function readLink(text: string, before: Link): Link | undefined {
  const rangeEnd = before.joint === 'range' ? undefined : matchAt(RANGE, text, before.end)
  const listEnd = matchAt(LIST, text, before.end)
  const at = rangeEnd ?? listEnd
  if (at === undefined) return undefined
  const joint = rangeEnd === undefined ? 'list' : 'range'
  const whole = readYear(text, at)
  const year = whole ?? readFollowingYear(text, at, before)
  // 2000、H30年度: a number, then a year. A list keeps to one way of counting.
  if (!year || year.unit === 'calendar' || (joint === 'list' && !year.era !== !before.era)) return undefined
  return { ...year, joint, bare: !whole }
}

function toMention(
  text: string,
  at: number,
  chain: readonly Link[],
  before: FiscalYearMention | undefined,
): FiscalYearMention | undefined {
  const links = settle(text, chain)
  const last = links.at(-1)
  if (!last) return undefined
  const single = links.length === 1

  const openEnd = last.joint === 'range' ? undefined : matchAt(OPEN_END, text, last.end)
  const untilEnd = single || last.joint === 'range' ? matchAt(UNTIL, text, last.end) : undefined
  const end = openEnd ?? untilEnd ?? last.end
  const start = single && openEnd === undefined ? openStart(text, at, end) : at

  const isOpen = openEnd !== undefined && beginsAt(text, start) && endsAt(text, end)
  const alone =
    STANDS_ALONE.test(text[at]!) && (isAtBracket(text, start, end) || isOpen || goesOn(text, start, end, before))
  if (!alone && links.every((link) => link.unit === 'none')) return undefined
  if (openEnd !== undefined) return { start, end, spans: [...toSpans(links.slice(0, -1)), { from: last.year }] }
  if (single && (untilEnd !== undefined || start < at)) return { start, end, spans: [{ to: last.year }] }
  return { start, end, spans: toSpans(links) }
}

/** Mere numbers at the end are years only before a closing bracket: （H28、29）, but not H28年度、29名. */
function settle(text: string, chain: readonly Link[]): readonly Link[] {
  if (isClosed(text, chain.at(-1)?.end ?? 0)) return chain
  return chain.slice(0, chain.findLastIndex((link) => link.unit === 'fiscal' || (link.era && !link.bare)) + 1)
}

function toSpans(links: readonly Link[]): readonly YearSpan[] {
  return links.flatMap((link, i) => {
    if (links[i + 1]?.joint === 'range') return []
    return [{ from: link.joint === 'range' ? links[i - 1]!.year : link.year, to: link.year }]
  })
}

/** ～H30年度 is open where it stands by itself; ～平成30年度の取組～ is an ornament. */
function openStart(text: string, at: number, end: number): number {
  const wave = text[at - 1] === ' ' ? at - 2 : at - 1
  const opens = /[~〜]/.test(text.charAt(wave)) && beginsAt(text, wave) && endsAt(text, end)
  return opens ? wave : at
}

/** A bracket stands on one side, a blank left out, and no word on the other. */
function isAtBracket(text: string, start: number, end: number): boolean {
  const opened = OPENING.includes(text.charAt(text[start - 1] === ' ' ? start - 2 : start - 1) || '-')
  return (opened && endsAt(text, end)) || (isClosed(text, end) && beginsAt(text, start))
}

/** So far behind a year another one of the same brackets may stand. */
const ROOM = 40

/** In the same brackets as the year before it, with no word right before or behind. */
function goesOn(text: string, start: number, end: number, before: FiscalYearMention | undefined): boolean {
  if (!before || start - before.end > ROOM || !beginsAt(text, start) || !endsAt(text, end)) return false
  return isWithinBrackets(text, before) && !/[()[\]{}〔〕【】〈〉<>\n]/.test(text.slice(before.end, start))
}

function isWithinBrackets(text: string, { start }: FiscalYearMention): boolean {
  const before = text.slice(Math.max(0, start - ROOM), start)
  return (
    [...before].findLastIndex((sign) => OPENING.includes(sign)) >
    [...before].findLastIndex((sign) => CLOSING.includes(sign))
  )
}

function isClosed(text: string, end: number): boolean {
  return CLOSING.includes(text.charAt(text[end] === ' ' ? end + 1 : end) || '-')
}

/** No word stands before the place. The empty string at the text's edge is part of every string. */
function beginsAt(text: string, at: number): boolean {
  return (PAUSES + OPENING).includes(text.charAt(at - 1))
}

function endsAt(text: string, at: number): boolean {
  return (PAUSES + CLOSING).includes(text.charAt(at))
}

/** The place behind a match that begins right here. */
function matchAt(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at
  return sticky.test(text) ? sticky.lastIndex : undefined
}
