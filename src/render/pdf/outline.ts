/** The bookmarks of a PDF (ISO 32000-1, 12.3.3): one list of places. */

import type { PdfFile } from './pdf-file.js'
import { dictionary, list, number, type Reference, text } from './values.js'

export interface PlacedBookmark {
  readonly title: string
  readonly page: Reference
  /** Above the foot of the sheet. */
  readonly top: number
}

/** `undefined` where there is no bookmark. */
export function addOutline(file: PdfFile, bookmarks: readonly PlacedBookmark[]): Reference | undefined {
  if (bookmarks.length === 0) return undefined
  const outline = file.reserve()
  const items = bookmarks.map(() => file.reserve())
  bookmarks.forEach(({ title, page, top }, index) => {
    const item = dictionary({
      Title: text(title),
      Parent: outline,
      Prev: items[index - 1],
      Next: items[index + 1],
      Dest: list([page, '/XYZ', 0, number(top), 'null']),
    })
    file.add(item, items[index])
  })
  return file.add(dictionary({ Type: '/Outlines', First: items[0], Last: items.at(-1), Count: items.length }), outline)
}
