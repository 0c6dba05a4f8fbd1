/** The one judge of all text that an option brings into a document, or calls it by. */

import { InvalidArgumentError } from 'commander'
import { isUnprintable } from '../../decode/shape/validate.js'

/** No name of a meeting or an office is longer, and Word keeps no more of an author's. In characters. */
const LONGEST_LINE = 255

/** Excel holds 255 characters in a header, and the form's own header is there too. */
const LONGEST_STAMP = 20

/** A text that is printed in one line; an empty one is printed nowhere. */
export function parseLine(text: string): string {
  return judge(text, LONGEST_LINE)
}

/** A text that something is called by: there is no leaving it empty. */
export function parseName(text: string): string {
  const name = judge(text, LONGEST_LINE)
  if (name !== '') return name
  throw new InvalidArgumentError('名前を書くか、オプションごと省いてください。')
}

export function parseStamp(text: string): string {
  return judge(text, LONGEST_STAMP)
}

/** What a document for the web is called. */
export function parseWebName(name: string): string {
  if (/\.(ya?ml|json|docx|docm|xlsx|xlsm)$/i.test(name)) {
    throw new InvalidArgumentError(
      '計画ファイルは --publish の前に書いてください。例: keikaku build plan.yaml --publish',
    )
  }
  if (isWebName(name)) return name
  throw new InvalidArgumentError('半角の英数字とハイフン、下線、点だけで書いてください。例: --publish zaitaku-r6')
}

/** Letters that every server and every address takes as they are. */
export function isWebName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)
}

function judge(text: string, longest: number): string {
  if (text.includes('\n') || isUnprintable(text)) {
    throw new InvalidArgumentError('改行やタブなどの制御文字を除いて、一行で書いてください。')
  }
  const line = text.trim()
  if ([...line].length <= longest) return line
  throw new InvalidArgumentError(`${longest}字までで書いてください。`)
}
