/** The bookmarks of a PDF (ISO 32000-1, 12.3.3): parts of the plan, and their 区分 below them. */

import type { Bookmark } from './page-content.js'
import type { PdfFile } from './pdf-file.js'
import { dictionary, list, number, type Reference, text } from './values.js'

export interface PlacedBookmark extends Omit<Bookmark, 'top'> {
  readonly page: Reference
  /** Above the foot of the sheet. */
  readonly top: number
}

/** With the bookmarks below it, which are shown. */
interface Entry {
  readonly bookmark: PlacedBookmark
  readonly reference: Reference
  readonly below: Entry[]
}

/** `undefined` where there is no bookmark. */
export function addOutline(file: PdfFile, bookmarks: readonly PlacedBookmark[]): Reference | undefined {
  if (bookmarks.length === 0) return undefined
  const outline = file.reserve()
  const entries: Entry[] = []
  for (const bookmark of bookmarks) {
    const part = bookmark.of === 'category' ? entries.findLast((entry) => entry.bookmark.of === 'part') : undefined
    const siblings = part?.below ?? entries
    siblings.push({ bookmark, reference: file.reserve(), below: [] })
  }
  addEntries(file, outline, entries)
  return file.add(dictionary({ Type: '/Outlines', ...ends(entries), Count: bookmarks.length }), outline)
}

function addEntries(file: PdfFile, parent: Reference, entries: readonly Entry[]): void {
  for (const [index, { bookmark, reference, below }] of entries.entries()) {
    const { title, page, top } = bookmark
    const item = dictionary({
      Title: text(title),
      Parent: parent,
      Prev: entries[index - 1]?.reference,
      Next: entries[index + 1]?.reference,
      ...(below.length > 0 && { ...ends(below), Count: below.length }),
      Dest: list([page, '/XYZ', 0, number(top), 'null']),
    })
    file.add(item, reference)
    addEntries(file, reference, below)
  }
}

function ends(entries: readonly Entry[]): { readonly First: Reference; readonly Last: Reference } {
  return { First: entries[0]!.reference, Last: entries.at(-1)!.reference }
}
