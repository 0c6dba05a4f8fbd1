/** A day that Excel stores as a number, and the parts of it that a number format shows (ECMA-376 part 1, 18.8.31). */

import { eraOn, yearOfEra } from '../../../domain/era.js'

export interface SerialDay {
  readonly year: number
  readonly month: number
  readonly day: number
  /** 0 is Sunday. */
  readonly weekday: number
  /** Whole seconds since midnight. */
  readonly seconds: number
  /** Decimals of the second, as many as the format asks for. */
  readonly fraction: string
  /** Seconds since day 0, for [h]. */
  readonly elapsed: number
}

const DAY = 86_400
/** 31 December 9999. */
const LAST = 2_958_465
const WEEKDAYS = '日月火水木金土'
const ENGLISH_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** Undefined for a number that is no day. Day 60 is the 29th of February 1900, which Excel has and the calendar has not. */
export function dayOfSerial(serial: number, is1904: boolean, decimals: number): SerialDay | undefined {
  if (serial < 0 || serial > LAST + 1) return undefined
  const unit = 10 ** decimals
  const ticks = Math.round(serial * DAY * unit)
  const elapsed = Math.floor(ticks / unit)
  const days = Math.floor(elapsed / DAY)
  const fraction = decimals === 0 ? '' : String(ticks % unit).padStart(decimals, '0')
  const rest = { seconds: elapsed % DAY, fraction, elapsed }
  if (!is1904 && days === 60) return { year: 1900, month: 2, day: 29, weekday: 3, ...rest }
  // Day 1 is 1 January 1900; in workbooks of 1904 day 0 is 1 January 1904.
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days > 60 ? 30 : 31)
  const date = new Date(start + days * DAY * 1000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    ...rest,
  }
}

export interface PartContext {
  /** AM and PM stand in the format: hours count to twelve. */
  readonly hasHalves: boolean
  readonly isMinute: boolean
  readonly hasGannen: boolean
}

/** A part by its sign: `ggg`, `yyyy`, `mm`. */
export function writeDatePart(sign: string, day: SerialDay, { hasHalves, isMinute, hasGannen }: PartContext): string {
  const key = sign.toLowerCase()
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(day.seconds / 3600)
  const minutes = Math.floor(day.seconds / 60) % 60
  if (isMinute) return key.length > 1 ? two(minutes) : String(minutes)
  switch (key[0]) {
    case 'y':
      return key.length > 2 ? String(day.year) : two(day.year % 100)
    case 'g':
      return eraPart(day, key.length)
    case 'e':
      return hasGannen && eraYear(day, 1) === '1' ? '元' : eraYear(day, key.length)
    case 'r':
      return eraPart(day, key.length > 1 ? 3 : 0) + eraYear(day, 1)
    case 'm':
      return monthPart(day.month, key.length)
    case 'd':
      if (key.length > 2) return ENGLISH_DAYS[day.weekday]!.slice(0, key.length === 3 ? 3 : undefined)
      return key.length > 1 ? two(day.day) : String(day.day)
    case 'a':
      if (key.includes('/')) return halfOfDay(sign, hours)
      return `${WEEKDAYS[day.weekday]}${key.length > 3 ? '曜日' : ''}`
    case '午':
      return halfOfDay(sign, hours)
    case 'h': {
      const shown = hasHalves ? hours % 12 || 12 : hours
      return key.length > 1 ? two(shown) : String(shown)
    }
    case 's':
      return key.length > 1 ? two(day.seconds % 60) : String(day.seconds % 60)
    default:
      return elapsedPart(key, day.elapsed)
  }
}

function elapsedPart(key: string, elapsed: number): string {
  const unit = key.startsWith('[h') ? 3600 : key.startsWith('[m') ? 60 : 1
  return String(Math.floor(elapsed / unit)).padStart(key.length - 2, '0')
}

/** AM/PM, A/P, 午前/午後: what stands before or behind the stroke. */
function halfOfDay(sign: string, hours: number): string {
  return sign.split('/')[hours < 12 ? 0 : 1]!
}

function monthPart(month: number, length: number): string {
  if (length > 4) return MONTHS[month - 1]![0]!
  if (length > 2) return MONTHS[month - 1]!.slice(0, length === 3 ? 3 : undefined)
  return length > 1 ? String(month).padStart(2, '0') : String(month)
}

/** g: R, gg: 令, ggg: 令和. Excel names the calendar's eras whether or not the format names a locale. */
function eraPart(day: SerialDay, length: number): string {
  const era = eraOn(day)
  if (era === undefined || length === 0) return ''
  return length === 1 ? era.letter : length === 2 ? era.name[0]! : era.name
}

/** Excel shows 1 where the format does not ask for 元. */
function eraYear(day: SerialDay, length: number): string {
  const era = eraOn(day)
  const year = era === undefined ? day.year : yearOfEra(era, day.year)
  return length > 1 ? String(year).padStart(2, '0') : String(year)
}
