/** The documents that new ones would replace: one that somebody edited is not, and rows that only the older one has are told. */

import { existsSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { type MadeDocument, readMade } from '../../decode/office/package/made-document.js'
import type { Diagnostic } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { readInput } from '../files/read-file.js'
import type { Output } from './write-output.js'

export interface JudgedReplacing {
  /** Why documents are not written. */
  readonly refusals: readonly Diagnostic[]
  readonly warnings: readonly Diagnostic[]
}

const OFFICE = new Set(['.docx', '.xlsx'])

/** `edited` says what becomes of documents that somebody worked in. */
export function judgeReplacing(outputs: readonly Output[], edited: 'kept' | 'replaced'): JudgedReplacing {
  const pairs = outputs.flatMap(({ path: file, bytes }) => {
    if (!OFFICE.has(extname(file).toLowerCase()) || !isFile(file)) return []
    const old = readInput(file)
    const made = old.ok ? readMade(old.value) : undefined
    return made === undefined ? [] : [{ file, old: made, now: readMade(bytes) }]
  })
  const refusals = pairs
    .filter(({ old }) => edited === 'kept' && !old.isAsMade)
    .map(({ file, old }) => {
      return say('target-is-edited', { whose: old.rows === undefined ? 'unknown' : 'ours' }, { kind: 'file', file })
    })
  const warnings = pairs.flatMap(({ file, old, now }) => {
    const lacking = countLacking(old, now)
    return lacking === 0 ? [] : [say('fewer-rows', { rows: lacking }, { kind: 'file', file })]
  })
  return { refusals, warnings }
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile()
}

/** Rows more that the older document has. */
function countLacking({ rows: old }: MadeDocument, now: MadeDocument | undefined): number {
  return old === undefined || now?.rows === undefined ? 0 : Math.max(0, old - now.rows)
}
