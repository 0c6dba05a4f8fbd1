/** What documents are called on the disk. */

import { basename } from 'node:path'
import type { PrintedDocument } from '../../print/printable.js'
import { nameFile } from '../console/name-file.js'

/** A plan file's name without folder and ending. */
export function stemOf(file: string): string {
  return basename(nameFile(file)).replace(/\.[^.]+$/, '')
}

/** `stem` begins the name: mogami-h30.pdf, mogami-h30.handout.docx, mogami-h30_mogami-r1.summary.pdf. */
export function documentName(stem: string, { kind, format }: PrintedDocument): string {
  return kind === 'plan' || kind === 'comparison' ? `${stem}.${format}` : `${stem}.${kind}.${format}`
}
