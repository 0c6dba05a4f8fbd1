/** What an item says, apart from how it is written: the keys by which two items are held to be the same. */

import type { YearSpan } from '../../domain/fiscal-year-mention.js'
import type { Item } from '../../domain/notation/item.js'
import { type Marker, readMarker } from '../../domain/notation/marker.js'
import { isOpenBehind } from '../../domain/year-span.js'
import { unifySpelling } from './spelling-variants.js'

/** Two items with the same key are the same in all that the key holds. */
export interface Said {
  /** All but the marker: 再掲, 【新規】, actor, words and years. What differs beyond it is notation. */
  readonly whole: string
  /** … and without the actor. */
  readonly dated: string
  /** … and without fiscal years. That something lasts until a year, and not from it, stays. */
  readonly timeless: string
  /** The words alone, without 再掲, actor and years; where there are none, the actor. Likeness is judged by it. */
  readonly words: string
  /** 実施主体, its own or the one of the item that it belongs to; empty where none is named. */
  readonly actor: string
  /** The sign it opens with, look-alikes as one; empty without a marker. */
  readonly sign: string
}

/** Width, white space, shape of brackets, signs of figures and spelling variants out of the way. */
export function foldNotation(text: string): string {
  // Variation selectors (葛󠄀) and zero-width characters are not seen by NFKC.
  const seen = text.replace(/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u200B-\u200D\u2060\uFEFF]/gu, '')
  return unifySpelling(
    foldFigures(foldWidthOfFigures(seen))
      .replace(SIGN, (sign) => STANDARD_SIGNS.get(sign)!)
      .replace(/(?<![0-9]),|,(?![0-9])/g, '、'),
  )
}

/** Signs that stand for one another, by the one that stands for all. */
const STANDARD_SIGNS = new Map(
  Object.entries({
    '(': '[〔【［',
    ')': ']〕】］',
    '「': '『“‘',
    '」': '』”’',
    '~': '〜',
    '○': '〇◯',
    '-': '‐‑‒–—―−',
    '・': '•·‧',
  }).flatMap(([standard, others]) => [...others].map((sign) => [sign, standard] as const)),
)
const SIGN = /[[〔【［\]〕】］『“‘』”’〜〇◯‐‑‒–—―−•·‧]/g

/**
 * NFKC, but what is another number stays: 10² is not 102, 1½ is not 11/2, 3① is not 31. ㎡ is m², as people write it too.
 */
function foldWidthOfFigures(text: string): string {
  if (!/[\p{No}ⁿ㎡㎢㎥]/u.test(text)) return foldWidth(text)
  return text
    .replace(/㎡/g, 'm²')
    .replace(/㎢/g, 'km²')
    .replace(/㎥/g, 'm³')
    .split(/([²³¹⁰-ⁿ₀-ₙ]+|(?<=[0-9０-９])\p{No}|\p{No}(?=[0-9０-９]))/u)
    .map((part, at) => (at % 2 === 0 ? foldWidth(part) : part))
    .join('')
}

function foldWidth(text: string): string {
  return text.normalize('NFKC').replaceAll('⁄', '/')
}

/** White space goes, but １ ０ is not １０; 1,000 is 1000; △3 and ▲3 are -3, as budgets write it. */
function foldFigures(text: string): string {
  return text
    .replace(/(?<=[0-9])\s+(?=[0-9])/g, '\u{E002}')
    .replace(/\s+/g, '')
    .replace(/\u{E002}/gu, ' ')
    .replace(/(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])/g, (figure) => figure.replaceAll(',', ''))
    .replace(/(?<![0-9A-Za-z)）])[△▲‐‑‒–—―−](?=[0-9])/g, '-')
}

/** The keys of an item. */
export function readSaid(item: Item): Said {
  const body = item.text.slice(item.bodyStart, item.bodyEnd)
  const years = item.years.filter(({ start, end }) => start >= item.bodyStart && end <= item.bodyEnd)
  const places = years.map(({ start, end, spans }) => ({
    start: start - item.bodyStart,
    end: end - item.bodyStart,
    spans: canonicalYears(spans),
    side: isOpenBehind(spans) ? UNTIL : '',
  }))
  const dated = foldNotation(replaceYears(body, places, (place) => place.spans))
  const undated = years.length === 0 ? dated : foldNotation(replaceYears(body, places, (place) => place.side))
  const timeless = dropEmptyBrackets(undated)
  // □（再掲）□…: the original's marker was copied with it.
  const bare = item.again ? timeless.slice(readMarker(timeless)?.text.length ?? 0) : timeless
  const words = dropEmptyBrackets(bare.replace(/\u{E003}/gu, ''))
  const ownActor = foldNotation(item.actor ?? '')
  const opening = `${item.again ? '再' : ''}${foldNotation(item.status ?? '')}`
  return {
    whole: `${opening}(${ownActor})${dated}`,
    dated: opening + dated,
    timeless: opening + timeless,
    words: words || foldNotation(item.actor ?? item.text),
    actor: foldNotation(item.actor ?? item.inheritedActor ?? ''),
    sign: item.marker ? foldSign(item.marker) : '',
  }
}

interface YearPlace {
  readonly start: number
  readonly end: number
  readonly spans: string
  readonly side: string
}

/** Stands for years of which only the last is told. */
const UNTIL = '\u{E003}'

/** Delimited by private-use characters, so that no number in the text reads like years. */
function replaceYears(text: string, places: readonly YearPlace[], by: (place: YearPlace) => string): string {
  let result = ''
  let from = 0
  for (const place of places) {
    result += text.slice(from, place.start) + by(place)
    from = place.end
  }
  return result + text.slice(from)
}

/** H28、29、30年度 and H28～30年度 are the same years; an open end stays open. */
function canonicalYears(spans: readonly YearSpan[]): string {
  const known = spans
    .map(({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }) => ({ from, to }))
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
  const merged: { from: number; to: number }[] = []
  for (const span of known) {
    const last = merged.at(-1)
    // A range that was turned round by a slip stays what it is.
    if (last && span.from <= last.to + 1 && last.from <= last.to && span.from <= span.to) {
      last.to = Math.max(last.to, span.to)
    } else merged.push(span)
  }
  return `\u{E000}${merged.map(({ from, to }) => `${from}:${to}`).join(',')}\u{E001}`
}

function dropEmptyBrackets(text: string): string {
  return text.replace(/\([、・/~-]*\)/g, '')
}

/** The kinds of marker say which signs look alike: 〇 ◯ ○, ・ ･ •, ※ *, → ⇒. */
function foldSign({ kind, text }: Marker): string {
  if (kind === 'bullet' || kind === 'number') return foldNotation(text)
  return kind
}
