/** A measure for tests: a full-width character is one em, ASCII and half-width ones half an em, a mark that joins nothing. */

import type { Measure } from '../../src/fonts/measure.js'

export const emMeasure: Measure = {
  advance: (codePoint) => {
    const character = String.fromCodePoint(codePoint)
    if (/[\p{M}\p{Cf}\p{Emoji_Modifier}ﾞﾟ]/u.test(character)) return 0
    return /[\u0020-\u00ff｡-ﾝ]/.test(character) ? 0.5 : 1
  },
}
