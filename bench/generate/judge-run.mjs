/** What a run of the program must never do, whatever it is given. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Words of a trace, or of a value that nobody meant to print. */
const TRACE = /\bat .{1,200}\.m?js:\d+|\b(?:Range|Type|Syntax|Reference)Error\b|\[object |プログラムの誤り/
/** Control characters, C1 and the signs that turn the direction. */
const RAW = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/
/** How a document of each format begins. */
const MAGIC = { pdf: '%PDF-', docx: 'PK', xlsx: 'PK' }

/**
 * The first thing that is wrong with a run, in English; undefined where nothing is.
 * @param {string} folder that of the case, whose `out` holds the documents
 * @param {{ status: number, out: readonly string[], err: readonly string[] }} run
 */
export function judgeRun(folder, { status, out, err }) {
  const said = err.join('\n')
  if (![0, 1, 2, 3].includes(status)) return `status ${status}`
  const trace = TRACE.exec(said)?.[0]
  if (trace !== undefined) return `says ${trace}`
  if ([...out, ...err].some((line) => RAW.test(line))) return 'writes a raw control character'
  if (status !== 0 && !/エラー|オプション|引数|コマンド/.test(said)) return `status ${status} without a word`
  const written = existsSync(join(folder, 'out')) ? readdirSync(join(folder, 'out')) : []
  if (status !== 0 && written.length > 0) return `status ${status}, and ${written.join(', ')} written`
  for (const name of written) {
    const magic = MAGIC[name.split('.').at(-1)]
    if (magic === undefined) return `wrote ${name}`
    const head = readFileSync(join(folder, 'out', name))
      .subarray(0, 5)
      .toString('latin1')
    if (!head.startsWith(magic)) return `${name} begins with ${head}`
  }
  return undefined
}
