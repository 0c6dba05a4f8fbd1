/** Characters by what they may do at the ends of a line: the classes of JLREQ Appendix A as one table, and the question which class a character is of. */

import type { Strictness } from '../../definition/form-definition.js'

interface CharacterClass {
  /** The class in JLREQ Appendix A (https://www.w3.org/TR/jlreq/), or what else defines it. */
  readonly source: string
  readonly characters?: string
  /** First and last character of whole ranges. */
  readonly ranges?: readonly string[]
  /** May not begin a line at this strictness and above. */
  readonly notAtStart?: Strictness
  /** May not end a line, at any strictness. */
  readonly notAtEnd?: boolean
}

/**
 * Where a character stands in two rows, the lower one holds.
 *
 * The levels are those of JLREQ Appendix C, Addendum. `loose` is its "loose (magazines)": hyphens, ・, iteration marks,
 * ー and small kana may begin a line (CSS Text 3 `line-break: loose` releases every iteration mark, JLREQ 々 alone).
 * `strict` is its "very strict". `standard` is between them as official documents are printed: all of `strict` but the
 * hyphens and the postfixed abbreviations that do not follow a number.
 */
const CLASSES = {
  other: { source: 'cl-15, cl-16, cl-19: kana, and all that has no rule' },
  ideograph: { source: 'cl-19 ideographic characters', ranges: ['㐀䶿', '一鿿', '\uf900\ufaff'] },
  numeral: {
    source: 'cl-19: numerals that are written as characters',
    characters: '〇一二三四五六七八九十百千万',
    ranges: ['Ⅰⅿ'],
  },
  western: {
    source: 'cl-27 western characters, their full-width forms (cl-19 in JLREQ) as well',
    characters: '＆＇－＿＠',
    ranges: ['!~', '\u00a1\u024f', '\u0370\u052f', 'ＡＺ', 'ａｚ'],
  },
  digit: { source: 'cl-24 grouped numerals, their full-width forms as well', ranges: ['09', '０９'] },
  opening: {
    source: 'cl-01 opening brackets',
    characters: '‘“(（〔[［{｛〈《「『【⦅｟〘〖«〝｢',
    notAtEnd: true,
  },
  closing: {
    source: 'cl-02 closing brackets',
    characters: '’”)）〕]］}｝〉》」』】⦆｠〙〗»〞〟｣',
    notAtStart: 'loose',
  },
  quote: { source: 'UAX #14 QU: opens and closes', characters: '"＂', notAtStart: 'loose', notAtEnd: true },
  waveDash: { source: 'cl-03 hyphens: the wave dash', characters: '〜～', notAtStart: 'standard' },
  hyphen: { source: 'cl-03 hyphens: the others', characters: '‐–゠', notAtStart: 'strict' },
  dividing: { source: 'cl-04 dividing punctuation marks', characters: '!！?？‼⁇⁈⁉', notAtStart: 'loose' },
  middleDot: { source: 'cl-05 middle dots: the dot', characters: '・･·', notAtStart: 'standard' },
  colon: { source: 'cl-05 middle dots: colons', characters: ':：;；', notAtStart: 'loose' },
  fullStop: { source: 'cl-06 full stops', characters: '。.．｡', notAtStart: 'loose' },
  comma: { source: 'cl-07 commas', characters: '、,，､', notAtStart: 'loose' },
  leader: { source: 'cl-08 inseparable characters; ─ is written for — in office text', characters: '—―─…‥〳〴〵' },
  iteration: { source: 'cl-09 iteration marks', characters: 'ヽヾゝゞ々〻', notAtStart: 'standard' },
  prolonged: { source: 'cl-10 prolonged sound mark', characters: 'ーｰ', notAtStart: 'standard' },
  smallKana: {
    source: 'cl-11 small kana, the half-width ones as well',
    characters: 'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ',
    ranges: ['ㇰㇿ', 'ｧｯ'],
    notAtStart: 'standard',
  },
  soundMark: { source: 'UAX #14 NS: sound marks that stand alone', characters: '゛゜', notAtStart: 'loose' },
  prefix: { source: 'cl-12 prefixed abbreviations', characters: '¥￥$＄£￡#＃€№', notAtEnd: true },
  postfix: {
    source: 'cl-13 postfixed abbreviations, with all of Unicode’s squared units',
    characters: '°′″℃¢￠%％‰㏋ℓ',
    ranges: ['㌀㍗', '㍱㍺', '㎀㏟'],
    notAtStart: 'strict',
  },
  space: {
    source: 'cl-14, cl-26 spaces, and U+200B, which is a break without width (UAX #14 ZW)',
    characters: ' \t\u1680\u200b\u205f\u3000',
    ranges: ['\u2000\u2006', '\u2008\u200a'],
  },
  glue: { source: 'UAX #14 GL, WJ: forbids a break at both sides', characters: '\u00a0\u2007\u2011\u202f\u2060\ufeff' },
  joined: {
    source: 'UAX #29 Extend: combining marks, variation selectors, ZWJ; the second half of a surrogate pair',
    characters: '\u200d\u3099\u309aﾞﾟ\udb40',
    ranges: ['\u0300\u036f', '\u20d0\u20ff', '\u302a\u302f', '\ufe00\ufe0f', '\udc00\udfff'],
  },
} as const satisfies Record<string, CharacterClass>

export type ClassName = keyof typeof CLASSES

const NAMES = Object.keys(CLASSES) as ClassName[]
const RANKS: Readonly<Record<Strictness, number>> = { loose: 1, standard: 2, strict: 3 }

/** By UTF-16 unit the place of its class in NAMES. */
const TABLE = new Uint8Array(0x10000)
NAMES.forEach((name, number) => {
  const { characters = '', ranges = [] }: CharacterClass = CLASSES[name]
  for (const range of ranges) TABLE.fill(number, range.charCodeAt(0), range.charCodeAt(1) + 1)
  for (let i = 0; i < characters.length; i++) TABLE[characters.charCodeAt(i)] = number
})

/** The class of a UTF-16 unit. The first half of a surrogate pair is `other`. */
export function classOf(unit: number): ClassName {
  return NAMES[TABLE[unit]!]!
}

export function mayBegin(name: ClassName, strictness: Strictness): boolean {
  const { notAtStart }: CharacterClass = CLASSES[name]
  return notAtStart === undefined || RANKS[strictness] < RANKS[notAtStart]
}

export function mayEnd(name: ClassName): boolean {
  const { notAtEnd }: CharacterClass = CLASSES[name]
  return notAtEnd !== true
}
