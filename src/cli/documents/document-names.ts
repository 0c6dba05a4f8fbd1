/** What documents are called on the disk. */

import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { PrintedDocument } from '../../print/printable.js'
import { nameFile } from '../console/name-file.js'

/** A plan file's name without folder and ending. */
export function stemOf(file: string): string {
  return basename(nameFile(file)).replace(/\.[^.]+$/, '')
}

/** File systems take names of 255 bytes; `.taishohyo.docx` is to stand behind. */
const LONGEST = 255 - 15

/** The names of both plans; where that is too long, each is cut, with a mark of its own that tells it from others. */
export function comparisonStem(oldFile: string, newFile: string): string {
  const stems = [stemOf(oldFile), stemOf(newFile)]
  const whole = stems.join('_')
  return byteLength(whole) <= LONGEST ? whole : stems.map(shorten).join('_')
}

function shorten(stem: string): string {
  const room = Math.floor((LONGEST - 1) / 2)
  if (byteLength(stem) <= room) return stem
  const mark = `-${createHash('sha256').update(stem).digest('hex').slice(0, 8)}`
  let head = ''
  for (const character of stem) {
    if (byteLength(head + character + mark) > room) break
    head += character
  }
  return head + mark
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/** `stem` begins the name: mogami-h30.pdf, mogami-h30.handout.docx, mogami-h30_mogami-r1.summary.pdf. */
export function documentName(stem: string, { kind, format }: PrintedDocument): string {
  return kind === 'plan' || kind === 'comparison' ? `${stem}.${format}` : `${stem}.${kind}.${format}`
}
