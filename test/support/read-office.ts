/** An office document as a test reads it: cells as texts with their spans, texts around, what was listed. */

import {
  type Listed,
  linesOf,
  type OfficeDocument,
  type OfficeTable,
  type ReadingOptions,
  USUAL_READING,
} from '../../src/decode/office/office-document.js'
import { openOffice } from '../../src/decode/office/open-office.js'
import { expectValue } from './forms.js'

export function readOffice(bytes: Uint8Array, options: Partial<ReadingOptions> = {}): OfficeDocument {
  return expectValue(openOffice('文書', bytes, { ...USUAL_READING, ...options }))
}

/** `ア　一⏎二`, with spans as `文×2` (down) and `文＋2` (across). */
export function tell({ rows }: OfficeTable): string[][] {
  return rows.map(({ cells }) =>
    cells.map(({ paragraphs, rowSpan, colSpan }) => {
      const text = linesOf(paragraphs).join('\n').replaceAll('\n', '⏎')
      return text + (rowSpan > 1 ? `×${rowSpan}` : '') + (colSpan > 1 ? `＋${colSpan}` : '')
    }),
  )
}

export function tablesOf({ parts }: OfficeDocument): OfficeTable[] {
  return parts.flatMap((part) => (part.tag === 'table' ? [part.table] : []))
}

export function textsOf({ parts }: OfficeDocument): string[] {
  return parts.flatMap((part) => (part.tag === 'text' ? linesOf([part.paragraph]) : []))
}

export function toldOf(document: { readonly listed: readonly Listed[] }, kind: Listed['kind']): string[] {
  return document.listed
    .filter((each) => each.kind === kind)
    .map(({ place, text, author }) => [place, text, author].filter(Boolean).join(' '))
}
