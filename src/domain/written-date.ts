/** A day as people write it (2019-02-01, 平成31年2月1日, H31.2.1) and as Japanese papers print it. */

import { type CalendarDate, eraOn, findEra, westernYear, yearOfEra } from './era.js'
import { foldWidth } from './fold-width.js'
import { FIRST_YEAR, LAST_YEAR } from './written-year.js'

export type WrittenDate =
  | { readonly ok: true; readonly date: CalendarDate }
  /** unknown: not written as a day. no-such-day: the 31st of February. other-era: the day belongs to another era. */
  | { readonly ok: false; readonly reason: 'unknown' | 'no-such-day' }
  | { readonly ok: false; readonly reason: 'other-era'; readonly date: CalendarDate }

const ERA = '明治|大正|昭和|平成|令和|[㍾㍽㍼㍻㋿]|[MTSHRmtshr]'
const YEAR = `(?:(?<western>\\d{4})|(?<era>${ERA}) ?(?<count>元|\\d{1,2}))`
const REST =
  '(?: ?年 ?(?<month>\\d{1,2}) ?月 ?(?<day>\\d{1,2}) ?日|(?<sign>[-./])(?<m>\\d{1,2})\\k<sign>(?<d>\\d{1,2}))'
const DATE = new RegExp(`^${YEAR}${REST}$`)

/** Reads a whole text as a day. Full-width figures and signs are as good as half-width ones. */
export function readDate(text: string): WrittenDate {
  const groups = DATE.exec(foldWidth(text.trim()))?.groups
  if (groups === undefined) return { ok: false, reason: 'unknown' }
  const era = groups.era === undefined ? undefined : findEra(groups.era)
  const count = groups.count === '元' ? 1 : Number(groups.count)
  const date = {
    year: era === undefined ? Number(groups.western) : westernYear(era, count),
    month: Number(groups.month ?? groups.m),
    day: Number(groups.day ?? groups.d),
  }
  if (count === 0 || !isDay(date)) return { ok: false, reason: 'no-such-day' }
  return era === undefined || eraOn(date) === era ? { ok: true, date } : { ok: false, reason: 'other-era', date }
}

/** 平成31年2月1日; days before 明治 by the western year. */
export function formatDate(date: CalendarDate): string {
  const era = eraOn(date)
  const count = era === undefined ? date.year : yearOfEra(era, date.year)
  const year = era === undefined ? `${count}` : `${era.name}${count === 1 ? '元' : count}`
  return `${year}年${date.month}月${date.day}日`
}

function isDay({ year, month, day }: CalendarDate): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= FIRST_YEAR && year <= LAST_YEAR && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
