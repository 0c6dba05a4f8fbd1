/** How the layout asks for widths. The answer comes from the very fonts that the PDF embeds (see font-set.ts); tests may give any other. */

export interface Measure {
  /** Horizontal advance of a code point in em, from the first font that has it. Combining marks and variation selectors: 0. */
  advance(codePoint: number): number
  /** The same in bold type; where it is left out, that is as wide as plain type. */
  boldAdvance?(codePoint: number): number
}

/** Raised and lowered type, of the size of the type around it. */
export const SCRIPT_SIZE = 0.65
