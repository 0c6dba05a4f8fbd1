/** The words of `keikaku handout` that are judged before any file is read: texts of one line, and the day of the meeting. */

import { InvalidArgumentError } from 'commander'
import { isUnprintable } from '../../decode/shape/validate.js'
import { assertNever } from '../../domain/assert-never.js'
import { formatDate, readDate } from '../../domain/written-date.js'

/** A text that is printed in one line; an empty one is printed nowhere. */
export function parseLine(text: string): string {
  if (!text.includes('\n') && !isUnprintable(text)) return text.trim()
  throw new InvalidArgumentError('改行やタブなどの制御文字を除いて、一行で書いてください。')
}

/** Excel holds 255 characters in a header, and the form's own header is there too. */
const LONGEST_STAMP = 20

export function parseStamp(text: string): string {
  const stamp = parseLine(text)
  if ([...stamp].length <= LONGEST_STAMP) return stamp
  throw new InvalidArgumentError(`${LONGEST_STAMP}字までで書いてください。`)
}

/** A day as it is printed, 平成31年2月1日; an empty text for none. */
export function parseMeetingDay(text: string): string {
  if (text.trim() === '') return ''
  const day = readDate(text)
  if (day.ok) return formatDate(day.date)
  switch (day.reason) {
    case 'unknown':
      throw new InvalidArgumentError('2019-02-01、H31.2.1、平成31年2月1日 のように書いてください。')
    case 'no-such-day':
      throw new InvalidArgumentError('この日は暦にありません。年月日を確かめてください。')
    case 'other-era':
      throw new InvalidArgumentError(`この日の元号が違います。「${formatDate(day.date)}」と書いてください。`)
    default:
      return assertNever(day)
  }
}
