/** What documents are called: as the command line calls them. */

import type { PrintedDocument } from '../../print/printable.js'

export function stemOf(file: string): string {
  return file.replace(/\.[^.]+$/, '')
}

/** File systems take names of 255 bytes; a Japanese character has three. */
const LONGEST = 36

export function comparisonStem(old: string, now: string): string {
  const stems = [stemOf(old), stemOf(now)]
  const isLong = new TextEncoder().encode(stems.join('_')).length > 240
  return stems.map((stem) => (isLong ? stem.slice(0, LONGEST) : stem)).join('_')
}

/** mogami-h30.pdf, mogami-h30.handout.docx, mogami-h30_mogami-r1.summary.pdf. */
export function documentName(stem: string, { kind, format }: Pick<PrintedDocument, 'kind' | 'format'>): string {
  return kind === 'plan' || kind === 'comparison' ? `${stem}.${format}` : `${stem}.${kind}.${format}`
}
