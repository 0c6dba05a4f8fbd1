/** （再掲）: what stands elsewhere too goes where its original went, however much both were rewritten. */

import { groupBy } from '../../domain/group-by.js'
import type { Edition, EditionItem, Editions } from '../edition.js'
import type { Mates } from './counterparts.js'

/** Joins those 再掲 items without counterpart whose originals are counterparts: of several the nth with the nth. */
export function followOriginals(mates: Mates, { old, new: now }: Editions): void {
  const oldAgain = old.items.filter(({ item, index }) => item.again && mates.newOf(index) === undefined)
  const newAgain = now.items.filter(({ item, index }) => item.again && mates.oldOf(index) === undefined)
  if (oldAgain.length === 0 || newAgain.length === 0) return
  const oldOriginals = originals(old)
  const newOriginals = originals(now)
  const newAgainByWords = groupBy(newAgain, wordsInColumn)
  for (const [words, copies] of groupBy(oldAgain, wordsInColumn)) {
    const original = oldOriginals.get(words)
    const mate = original && mates.newOf(original.index)
    if (mate === undefined) continue
    const newWords = wordsInColumn(now.items[mate]!)
    if (newOriginals.get(newWords)?.index !== mate) continue
    const followers = newAgainByWords.get(newWords) ?? []
    for (const [at, copy] of copies.entries()) {
      const follower = followers[at]
      if (follower) mates.join(copy.index, follower.index)
    }
  }
}

/** The first item that says something, and does not say that it stands elsewhere. */
function originals(edition: Edition): ReadonlyMap<string, EditionItem> {
  const found = new Map<string, EditionItem>()
  for (const item of edition.items) {
    if (!item.item.again && !found.has(wordsInColumn(item))) found.set(wordsInColumn(item), item)
  }
  return found
}

function wordsInColumn({ said, cell }: EditionItem): string {
  return `${cell.column.key}\n${said.words}`
}
