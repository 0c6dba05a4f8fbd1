/** What a font file calls itself: the table `name` (OpenType 1.9). */

import type { FontTables } from './sfnt-tables.js'

export interface FontNames {
  /** Family and full names, in all languages. */
  readonly families: readonly string[]
  readonly postscript: string
}

const FAMILY = 1
const FULL_NAME = 4
const POSTSCRIPT = 6
const MACINTOSH = 1

/** Names that the file writes in an old encoding of Macintosh come out right as far as they are ASCII. */
export function readNames({ bytes, view, at }: FontTables): FontNames {
  const start = at('name')
  const texts = start + view.getUint16(start + 4)
  const families = new Set<string>()
  let postscript = ''
  for (let index = 0; index < view.getUint16(start + 2); index++) {
    const record = start + 6 + 12 * index
    const id = view.getUint16(record + 6)
    if (id !== FAMILY && id !== FULL_NAME && id !== POSTSCRIPT) continue
    const from = texts + view.getUint16(record + 10)
    const decoder = new TextDecoder(view.getUint16(record) === MACINTOSH ? 'latin1' : 'utf-16be')
    const text = decoder.decode(bytes.subarray(from, from + view.getUint16(record + 8)))
    if (id === POSTSCRIPT) postscript = text
    else families.add(text)
  }
  return { families: [...families], postscript }
}
