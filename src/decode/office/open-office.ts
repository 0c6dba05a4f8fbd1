/** Bytes of a Word or Excel document to what it says. */

import { fail, type Outcome, succeed } from '../../domain/diagnostic.js'
import { sayAt } from '../../domain/messages/say.js'
import { readExcel } from './excel/read-excel.js'
import type { OfficeDocument, ReadingOptions } from './office-document.js'
import { readSkeleton } from './package/carried-skeleton.js'
import { recognise } from './package/recognise.js'
import { Refusal } from './package/refusal.js'
import { readWord } from './word/read-word.js'

/** Reads a document; `file` is only for messages. What cannot be read is recognised by its bytes, and what to do is said. */
export function openOffice(file: string, bytes: Uint8Array, options: ReadingOptions): Outcome<OfficeDocument> {
  try {
    const { kind, office, main } = recognise(bytes)
    const read = kind === 'word' ? readWord : readExcel
    const skeleton = readSkeleton(office)
    return succeed({ ...read(office, main, options), ...(skeleton && { skeleton }) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return fail(sayAt(error.said, { kind: 'file', file }))
  }
}
