/** How the wording of an item and its counterpart differ. */

import type { Kind } from '../change-kinds.js'
import type { EditionItem } from '../edition.js'

/** None where the texts are the same to the letter; else at most 記号変更 and one of 修正, 年度更新 and 表記のみ. */
export function compareWording(old: EditionItem, now: EditionItem): readonly Kind[] {
  if (old.text === now.text) return []
  const marker: readonly Kind[] = old.said.sign === now.said.sign ? [] : ['marker-changed']
  if (old.said.whole === now.said.whole) {
    return marker.length > 0 && afterMarker(old) === afterMarker(now) ? marker : [...marker, 'notation-only']
  }
  return [...marker, old.said.timeless === now.said.timeless ? 'years-only' : 'reworded']
}

function afterMarker({ text, item: { marker } }: EditionItem): string {
  return marker ? text.trimStart().slice(marker.text.length + marker.space.length) : text
}
