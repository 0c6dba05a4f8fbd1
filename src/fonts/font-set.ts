/** The fonts of a document in order of preference: what one lacks comes from the next. Both layout and PDF go by it. */

import type { Glyph } from './judge-glyphs.js'
import type { Measure } from './measure.js'
import type { Typeface } from './typeface.js'

/** Drawn where no font has a character: the printers' mark for a missing sort (下駄). */
export const GETA = 0x3013

/** Which font of the set draws a character, and with which glyph. */
export interface Drawn {
  /** Index in `faces`. */
  readonly face: number
  readonly glyph: Glyph
  /** No font has the character: the glyph is the geta mark or the font's own mark for that. */
  readonly missing: boolean
}

export interface FontSet extends Measure {
  /** In order of preference; the bold ones stand behind all others, which they are no choice for. */
  readonly faces: readonly Typeface[]
  draw(codePoint: number): Drawn
  drawVertical(codePoint: number): Drawn
  /** A character with a variation selector; the plain character (`missing`) where no font has the variant. */
  drawVariant(codePoint: number, selector: number): Drawn
  /** The bold glyph in the place of a plain one; undefined where the font that draws it has no bold face with it. */
  embolden(drawn: Drawn, codePoint: number, direction: 'horizontal' | 'vertical'): Drawn | undefined
  boldAdvance(codePoint: number): number
}

/** Combining marks stand on the character before them; format characters and selectors are not seen at all. */
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u
const FORMAT = /^\p{Cf}$/u

/** Makes a set of at least one font; a bold face is that of the regular one of its family. */
export function createFontSet(faces: readonly Typeface[], bolds: readonly Typeface[] = []): FontSet {
  const plain = new Map<number, Drawn>()
  const vertical = new Map<number, Drawn>()
  const advances = new Float32Array(0x30000).fill(-1)

  const find = (codePoint: number, glyphOf: (face: Typeface) => Glyph | undefined): Drawn => {
    for (let face = 0; face < faces.length; face++) {
      const glyph = glyphOf(faces[face]!)
      if (glyph !== undefined) return { face, glyph, missing: false }
    }
    return codePoint === GETA
      ? { face: 0, glyph: { id: 0, advance: 1 }, missing: true }
      : { ...draw(GETA), missing: true }
  }
  const remember = (known: Map<number, Drawn>, codePoint: number, drawn: Drawn): Drawn => {
    known.set(codePoint, drawn)
    return drawn
  }
  const draw = (codePoint: number): Drawn =>
    plain.get(codePoint) ??
    remember(
      plain,
      codePoint,
      find(codePoint, (face) => face.glyph(codePoint)),
    )
  const drawVertical = (codePoint: number): Drawn =>
    vertical.get(codePoint) ??
    remember(
      vertical,
      codePoint,
      find(codePoint, (face) => face.verticalGlyph(codePoint)),
    )
  const measure = (codePoint: number): number => (isZeroWidth(codePoint) ? 0 : draw(codePoint).glyph.advance)

  const embolden: FontSet['embolden'] = ({ face, missing }, codePoint, direction) => {
    const bold = missing ? -1 : bolds.findIndex(({ family }) => family === faces[face]!.family)
    const glyph = direction === 'vertical' ? bolds[bold]?.verticalGlyph(codePoint) : bolds[bold]?.glyph(codePoint)
    return glyph && { face: faces.length + bold, glyph, missing: false }
  }

  return {
    faces: [...faces, ...bolds],
    draw,
    embolden,
    boldAdvance(codePoint) {
      if (isZeroWidth(codePoint)) return 0
      const plain = draw(codePoint)
      return (embolden(plain, codePoint, 'horizontal') ?? plain).glyph.advance
    },
    drawVertical,
    drawVariant(codePoint, selector) {
      const drawn = find(codePoint, (face) => face.variant(codePoint, selector))
      return drawn.missing ? { ...draw(codePoint), missing: true } : drawn
    },
    advance(codePoint) {
      if (codePoint >= advances.length) return measure(codePoint)
      const known = advances[codePoint]!
      if (known >= 0) return known
      const advance = measure(codePoint)
      advances[codePoint] = advance
      return advance
    },
  }
}

/** What is known of the code points of the first plane: 0 nothing yet, 1 has a width, 2 has none. */
const knownWidths = new Uint8Array(0x10000)

/** Whether a code point takes no room of its own. */
export function isZeroWidth(codePoint: number): boolean {
  if (codePoint > 0xffff) return ZERO_WIDTH.test(String.fromCodePoint(codePoint))
  // U+00AD is the first such character.
  if (codePoint < 0xad) return false
  const known = knownWidths[codePoint]
  if (known !== 0) return known === 2
  const zero = ZERO_WIDTH.test(String.fromCodePoint(codePoint))
  knownWidths[codePoint] = zero ? 2 : 1
  return zero
}

/** Whether a code point needs no glyph. */
export function isInvisible(codePoint: number): boolean {
  return codePoint > 0xac && (isVariationSelector(codePoint) || FORMAT.test(String.fromCodePoint(codePoint)))
}

/** They steer the text and are not drawn, as fonts show □ for them: controls, U+200B, U+2060, marks of direction. */
export const STEERING = /[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

export function isSteering(codePoint: number): boolean {
  return codePoint > 0xac && STEERING.test(String.fromCodePoint(codePoint))
}

/** Standardised variants (VS1 to VS16) and ideographic ones (VS17 to VS256, UTS 37). */
export function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
}
