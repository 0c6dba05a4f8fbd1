/** How the wording of an item and its counterpart differ. */

import type { Kind } from '../change-kinds.js'
import { type EditionItem, isSameEmphasis } from '../edition.js'
import { foldNotation } from '../words/normalise.js'

/**
 * None where the texts are the same to the letter, 書式 where they are emphasised otherwise; else at most 記号変更, 実施主体の変更 and one of 修正, 年度更新 and
 * 表記のみ.
 */
export function compareWording(old: EditionItem, now: EditionItem): readonly Kind[] {
  if (old.text === now.text) return isSameEmphasis(old.emphasis, now.emphasis) ? [] : ['format-only']
  const marker: readonly Kind[] = old.said.sign === now.said.sign ? [] : ['marker-changed']
  if (old.said.whole === now.said.whole) {
    return marker.length > 0 && afterMarker(old) === afterMarker(now) ? marker : [...marker, 'notation-only']
  }
  const others: readonly Kind[] = isSameBody(old, now) ? marker : [...marker, 'body-changed']
  if (old.said.dated === now.said.dated) return others
  return [...others, old.said.timeless === now.said.timeless ? 'years-only' : 'reworded']
}

/** By whom it is done, as the item itself says. */
function isSameBody({ item: a }: EditionItem, { item: b }: EditionItem): boolean {
  return foldNotation(a.actor ?? '') === foldNotation(b.actor ?? '')
}

function afterMarker({ text, item: { marker } }: EditionItem): string {
  return marker ? text.trimStart().slice(marker.text.length + marker.space.length) : text
}
