/** How the layout asks for widths. The answer comes from the very fonts that the PDF embeds (see font-set.ts); tests may give any other. */

export interface Measure {
  /** Horizontal advance of a code point in em, from the first font that has it. Combining marks and variation selectors: 0. */
  advance(codePoint: number): number
}
