/** Days on the command line, written as people write them. */

import { InvalidArgumentError } from 'commander'
import { assertNever } from '../../domain/assert-never.js'
import type { CalendarDate } from '../../domain/era.js'
import { formatDate, readDate } from '../../domain/written-date.js'

/** The day of a meeting as it is printed, 平成31年2月1日; an empty text for none. */
export function parseMeetingDay(text: string): string {
  return text.trim() === '' ? '' : formatDate(parseDay(text))
}

/** A day, or a moment of one with its time zone (RFC 3339), as ISO 8601 in UTC. */
export function parseMoment(text: string): string {
  const [, written = text, time = 'T00:00Z'] = /^(\d{4}-\d{2}-\d{2})(T.*)$/.exec(text.trim()) ?? []
  const { year, month, day } = parseDay(written)
  const moment = new Date(`${[year, pad(month), pad(day)].join('-')}${time}`)
  if (/^T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(time) && !Number.isNaN(moment.getTime())) {
    return moment.toISOString()
  }
  throw new InvalidArgumentError('時刻は 2019-08-01T09:00:00+09:00 の形で書いてください。')
}

function parseDay(text: string): CalendarDate {
  const day = readDate(text)
  if (day.ok) return day.date
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

function pad(count: number): string {
  return String(count).padStart(2, '0')
}
