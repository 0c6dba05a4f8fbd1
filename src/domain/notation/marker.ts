/** The sign that opens a paragraph in a cell: ○ □ ■ ・ ※ → － or a number. The table of what counts, and the reader. */

import { foldWidth } from '../fold-width.js'

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

/** What is counted: a figure before it is a value, 10 人 and 3-4回, not a number that opens a paragraph. */
const COUNTED =
  '(?:人|名|回|件|か所|カ所|ヶ所|ヵ所|箇所|か月|ヶ月|年|月|日|時|分|円|千|万|億|割|倍|歳|世帯|施設|団体|市町|町村|市|町|村|校|園|台|床|棟|戸|%|点|位|号|次|期|級)'

/**
 * Tried in order at the start of a line whose full-width ASCII is folded (．＊－ are .*-).
 * Look-alikes that people type for lack of the right key count as the sign they stand for: 〇 (the kanji zero) and ◯ as ○,
 * ･ • · as ・, * as ※, ⇒ as →, − ‐ and – as －. A doubled sign is no marker but a name left blank (○○市, △△町), an
 * ellipsis or a rule; three are a marker before such a name. △ and ▲ before a figure are minus signs, as in budgets.
 */
const MARKERS: readonly { readonly kind: MarkerKind; readonly pattern: RegExp }[] = [
  { kind: 'bullet', pattern: /^([○◯●◎◇◆▽▼□■]|〇(?![歳才])|[△▲](?! *[0-9]))(?!\1(?!\1))/ },
  { kind: 'bullet', pattern: /^([☆★▶►▷➢➤☐☑☒✓✔❏❑])(?!\1)/ },
  { kind: 'sub', pattern: /^([・･•·])(?!\1)/ },
  { kind: 'note', pattern: /^([※*])(?!\1)/ },
  { kind: 'arrow', pattern: /^[→⇒⇨➡]/ },
  // A dash alone says that there is nothing; before a figure it is a minus sign.
  { kind: 'dash', pattern: /^[-‐−–](?![-‐−–0-9])(?=\s*\S)/ },
  // ① to ⒛ (U+2460–249B), ⒜ to ⓩ, ⓪, ㉑ to ㊿, ❶ to ⓴, ㋐ to ㋾.
  { kind: 'number', pattern: new RegExp(`^[①-⒛⒜-⓪㉑-㉟㊱-㊿❶-➓⓫-⓴㋐-㋾](?![①-⒛❶-➓])${REFERENCE}`) },
  {
    kind: 'number',
    pattern: new RegExp(`^\\((?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}|[ア-ンｱ-ﾝ]|[A-Za-z])\\)${REFERENCE}`),
  },
  // Not Ⅱ型糖尿病, not Ⅲ度.
  { kind: 'number', pattern: new RegExp(`^[Ⅰ-Ⅻⅰ-ⅻ](?![型度期類群種相級Ⅰ-Ⅻⅰ-ⅻ])${REFERENCE}`) },
  // Not 第１期計画: a blank follows, as in the numbering of official texts (第１　第２, １　２).
  { kind: 'number', pattern: /^第(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[章節項]?(?=\s)/ },
  { kind: 'number', pattern: new RegExp(`^[0-9]{1,2}(?:-[0-9]{1,2}){1,2}[.)]?(?![-0-9./%~])(?! *${COUNTED})`) },
  // Not 1.5倍, not 2025.
  { kind: 'number', pattern: /^[0-9]{1,2}[.)](?![0-9])/ },
  // Not １ ０か所, not 24 時間体制; 市町村との連携 is what a 3 may open, so a full-width blank need only not stand alone with it.
  {
    kind: 'number',
    pattern: new RegExp(`^[0-9]{1,2}(?=\\s)(?!\\s+(?:[-~.,、/%0-9]|$))(?! *${COUNTED}(?![ァ-ヶ一-龠]))`),
  },
  // Not アンケート, not サ高住: a lone kana needs a stop or a blank. Not e.g., not A.B.
  { kind: 'number', pattern: /^[ア-ンｱ-ﾝ](?:[.)]|(?=\s))/ },
  { kind: 'number', pattern: /^[A-Za-z][.)](?![A-Za-z0-9])/ },
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
