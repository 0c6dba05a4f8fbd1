/** A character with all that stands on it, and the glyph that draws it: PDF and page go by the same. */

import { type Drawn, type FontSet, isVariationSelector, isZeroWidth } from './font-set.js'

/** Where the character at `at` ends with all that stands on it. */
export function clusterEnd(text: string, at: number): number {
  let end = at + 1
  if (text.codePointAt(at)! > 0xffff) end++
  while (end < text.length) {
    const codePoint = text.codePointAt(end)!
    if (!isZeroWidth(codePoint)) break
    end += codePoint > 0xffff ? 2 : 1
  }
  return end
}

export function drawCluster(fonts: FontSet, cluster: string, direction: 'horizontal' | 'vertical'): Drawn {
  const base = cluster.codePointAt(0)!
  if (direction === 'vertical') return fonts.drawVertical(base)
  const next = cluster.codePointAt(base > 0xffff ? 2 : 1)
  if (next !== undefined && isVariationSelector(next)) return fonts.drawVariant(base, next)
  return fonts.draw(characterOf(cluster))
}

/** A mark that makes one character with the letter before it (か＋゛) is that character. */
export function characterOf(cluster: string): number {
  const length = cluster.codePointAt(0)! > 0xffff ? 2 : 1
  const part = cluster.slice(0, length + 1)
  return (cluster.length === length ? cluster : part.normalize('NFC')).codePointAt(0)!
}
