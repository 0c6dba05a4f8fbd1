/** The sign that opens a paragraph in a cell: ○ □ ■ ・ ※ → － or a number. The table of what counts, and the reader. */

import { foldWidth } from './fold-width.js'

/** bullet: ○□■… sub: ・ dash: － arrow: → note: ※ number: ①, (1), 1., ア. */
export type MarkerKind = 'bullet' | 'number' | 'sub' | 'dash' | 'arrow' | 'note'

export interface Marker {
  readonly kind: MarkerKind
  readonly text: string
  /** The blanks between the marker and what it marks. */
  readonly space: string
}

/** A number before one of these is spoken of, not counted with: ①～③を, (1)及び(2). */
const REFERENCE = '(?![~〜、,・]|及び)'

/**
 * Tried in order at the start of a line whose full-width ASCII is folded (．＊－ are .*-).
 * Look-alikes that people type for lack of the right key count as the sign they stand for: 〇 (the kanji zero) and ◯ as ○,
 * ･ • · as ・, * as ※, ⇒ as →, − and – as －. A doubled sign is no marker but a name left blank (○○市, △△町), an
 * ellipsis or a rule; three are a marker before such a name. △ and ▲ before a figure are minus signs, as in budgets.
 */
const MARKERS: readonly { readonly kind: MarkerKind; readonly pattern: RegExp }[] = [
  { kind: 'bullet', pattern: /^([○◯●◎◇◆□■]|〇(?![歳才])|[△▲](?![0-9]))(?!\1(?!\1))/ },
  { kind: 'sub', pattern: /^([・･•·])(?!\1)/ },
  { kind: 'note', pattern: /^([※*])(?!\1)/ },
  { kind: 'arrow', pattern: /^[→⇒]/ },
  // A dash alone says that there is nothing; before a figure it is a minus sign.
  { kind: 'dash', pattern: /^[-−–](?![-−–0-9])(?=\s*\S)/ },
  // ① to ⒛ (U+2460–249B) and ㉑ to ㊿.
  { kind: 'number', pattern: new RegExp(`^[①-⒛㉑-㉟㊱-㊿](?![①-⒛])${REFERENCE}`) },
  { kind: 'number', pattern: new RegExp(`^\\((?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}|[ア-ンｱ-ﾝ])\\)${REFERENCE}`) },
  // Not 1.5倍, not 2025.
  { kind: 'number', pattern: /^[0-9]{1,2}[.)](?![0-9])/ },
  // Not アンケート, not サ高住: a lone kana needs a stop or a blank.
  { kind: 'number', pattern: /^[ア-ンｱ-ﾝ](?:[.)]|(?=\s))/ },
]

/** The marker that the text begins with, or undefined. */
export function readMarker(text: string): Marker | undefined {
  // The longest marker, （10）, and what must not follow it are within so many characters.
  const opening = foldWidth(text.slice(0, 8))
  for (const { kind, pattern } of MARKERS) {
    const length = pattern.exec(opening)?.[0].length
    if (length) return { kind, text: text.slice(0, length), space: /^\s*/.exec(text.slice(length))![0] }
  }
  return undefined
}
