/** Whether a glyph can be trusted to be seen where its character stands: it has ink, in its place, and room of its own. */

import { readCharstrings } from './cff-table.js'
import { inkOfCharstring } from './charstring-ink.js'
import { FontError, readTable } from './font-fault.js'
import { inkOfOutline, readOutlines } from './glyf-outlines.js'
import type { Ink } from './ink.js'
import type { CharacterMap } from './sfnt-characters.js'
import type { FontTables } from './sfnt-tables.js'

/** A glyph of a font file. */
export interface Glyph {
  readonly id: number
  /** In em. */
  readonly advance: number
}

/** A damaged glyph with the table that is to blame. */
export type JudgedGlyph =
  | { readonly tag: 'sound'; readonly glyph: Glyph }
  | { readonly tag: 'damaged'; readonly table: string }

/** Judges the glyph of that number as that of a character. */
export type GlyphJudge = (id: number, codePoint: number) => JudgedGlyph

/** Characters that show nothing: spaces, fillers, those that steer the text, the empty pattern of Braille. */
const BLANK = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]$/u
/** Characters that stand on others, or share one place with them, and need no room of their own. */
const ATTACHED = /^[\p{M}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]$/u

/**
 * In em, more than any glyph of seventy sound fonts needs: how far ink may stand out of its character's room, how high or
 * deep it may reach, how much wider it may be than one and a half of its room. Beyond that letters lie over each other.
 */
const BESIDE = 0.7
const TALLEST = 3
const WIDER = 0.75

/** By these a whole font is judged as it is opened, as far as it has them. Each is large in every typeface. */
const SAMPLE = 'AMan083あのアン年度計画市区在宅医療'

export function readGlyphs(font: FontTables): GlyphJudge {
  const table = font.find('CFF ') === undefined ? 'glyf' : 'CFF '
  const readInk = readTable(table, () => inkReader(font, table))
  const inks = new Map<number, Ink>()
  const inkOf = (id: number): Ink => {
    const known = inks.get(id)
    if (known !== undefined) return known
    const ink = readInk(id)
    inks.set(id, ink)
    return ink
  }
  const unitsPerEm = font.view.getUint16(font.at('head') + 18)
  const count = font.view.getUint16(font.at('maxp') + 4)
  const advanceOf = readAdvances(font)
  return (id, codePoint) => {
    if (id >= count) return { tag: 'damaged', table: 'cmap' }
    const advance = advanceOf(id)
    const sound = { tag: 'sound', glyph: { id, advance } } as const
    const character = String.fromCodePoint(codePoint)
    if (BLANK.test(character)) return sound
    const ink = inkOf(id)
    if (ink.tag !== 'box') return { tag: 'damaged', table }
    const [left, right] = [ink.left / unitsPerEm, ink.right / unitsPerEm]
    const isInPlace =
      left > -BESIDE && right < advance + BESIDE && Math.max(ink.top, -ink.bottom) / unitsPerEm < TALLEST
    if (ATTACHED.test(character)) return isInPlace ? sound : { tag: 'damaged', table }
    if (advance === 0 || right - left > 1.5 * advance + WIDER) return { tag: 'damaged', table: 'hmtx' }
    return isInPlace ? sound : { tag: 'damaged', table }
  }
}

/** Advances of glyphs in em, from `hmtx`; the last one goes for all glyphs behind it. */
export function readAdvances({ view, at }: FontTables): (id: number) => number {
  const unitsPerEm = view.getUint16(at('head') + 18)
  const last = view.getUint16(at('hhea') + 34) - 1
  const metrics = at('hmtx')
  return (id) => view.getUint16(metrics + 4 * Math.min(id, last)) / unitsPerEm
}

/** Throws a FontError where a glyph by which a font is judged is damaged. */
export function judgeSample(judge: GlyphJudge, { lookup }: CharacterMap): void {
  for (const character of SAMPLE) {
    const codePoint = character.codePointAt(0)!
    const id = lookup(codePoint)
    if (id === 0) continue
    const judged = judge(id, codePoint)
    if (judged.tag === 'damaged') throw new FontError({ tag: 'damaged', table: judged.table })
  }
}

function inkReader(font: FontTables, table: 'glyf' | 'CFF '): (id: number) => Ink {
  if (table === 'glyf') {
    const outlineOf = readOutlines(font)
    return (id) => inkOfOutline(outlineOf, id)
  }
  const charstrings = readCharstrings(font)
  return (id) => inkOfCharstring(charstrings, id)
}
