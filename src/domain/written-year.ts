/** Reads one year as people write it: H30, 平成30年度, 令和元年, 2018(H30)年度, 平成三十年度. Texts are folded first (fold-width.ts). */

import { ERAS, type Era, findEra, westernYear } from './era.js'

export interface WrittenYear {
  readonly year: number
  /** The era that it is counted by, in 平成30(2018)年度 the first notation's; undefined for western years. */
  readonly era: Era | undefined
  /** 年度: a fiscal year. 年: a calendar year or the head of a date. none: only the year is written. */
  readonly unit: Unit
  /** UTF-16 place behind it. */
  readonly end: number
}

type Unit = 'fiscal' | 'calendar' | 'none'

/** Years that an official plan can mean. What lies outside is a number of something else. */
export const FIRST_YEAR = 1868
export const LAST_YEAR = 2200

const KANJI = '〇一二三四五六七八九'
const ERA = `${ERAS.flatMap((era) => [era.name, era.square]).join('|')}|(?<!\\w)[MTSHRmtshr]`
const YEAR_OF_ERA = `元|[0-9]{1,3}|[${KANJI}十]{1,3}`
const WESTERN = `(?<!\\w)[0-9]{4}|(?<![${KANJI}十])[${KANJI}]{4}`
/** No year ends before a letter, a digit or the rest of a date (H30.4.1, H30/4). */
const END = `(?![\\w${KANJI}十]|[./][0-9])`

/** What a year looks like, for a search through a text. Groups: era, year of the era, western year. */
export const YEAR_PATTERN = `(?:(${ERA}) ?(${YEAR_OF_ERA})|(${WESTERN}))${END}`

const YEAR_HERE = new RegExp(YEAR_PATTERN, 'y')
const BARE_HERE = new RegExp(`([0-9]{1,2}|[${KANJI}十]{1,3})${END}`, 'y')
const UNIT_HERE = / ?年(度?)/y

/** The year that begins at a place. A second notation in brackets belongs to it where both name the same year. */
export function readYear(text: string, at: number): WrittenYear | undefined {
  const first = readNotation(text, at)
  if (!first) return undefined
  const simple = { ...first, ...readUnit(text, first.end) }
  if (text[simple.end] !== '(') return simple
  const second = readNotation(text, simple.end + 1)
  if (second?.year !== first.year || !second.era === !first.era) return simple
  const inner = readUnit(text, second.end)
  if (text[inner.end] !== ')') return simple
  const outer = readUnit(text, inner.end + 1)
  const unit = [simple.unit, inner.unit, outer.unit].reduce(stronger)
  return { year: first.year, era: first.era, unit, end: outer.end }
}

/** A number that goes on counting as the year before it: the 28 of H27、28年度, the 20 of 2018～20年度. Years only rise. */
export function readFollowingYear(text: string, at: number, before: WrittenYear): WrittenYear | undefined {
  BARE_HERE.lastIndex = at
  const number = toNumber(BARE_HERE.exec(text)?.[1])
  if (number === undefined) return undefined
  const year = before.era ? westernYear(before.era, number) : Math.floor(before.year / 100) * 100 + number
  if (year <= before.year || year > LAST_YEAR) return undefined
  return { year, era: before.era, ...readUnit(text, BARE_HERE.lastIndex) }
}

function readNotation(text: string, at: number): Pick<WrittenYear, 'year' | 'era' | 'end'> | undefined {
  YEAR_HERE.lastIndex = at
  const match = YEAR_HERE.exec(text)
  if (!match) return undefined
  const [, eraText, yearOfEra, western] = match
  const era = eraText === undefined ? undefined : findEra(eraText)
  const number = toNumber(western ?? yearOfEra)
  if (!number) return undefined
  const year = era ? westernYear(era, number) : number
  return year < FIRST_YEAR || year > LAST_YEAR ? undefined : { year, era, end: YEAR_HERE.lastIndex }
}

function readUnit(text: string, at: number): Pick<WrittenYear, 'unit' | 'end'> {
  UNIT_HERE.lastIndex = at
  const match = UNIT_HERE.exec(text)
  if (!match) return { unit: 'none', end: at }
  return { unit: match[1] ? 'fiscal' : 'calendar', end: UNIT_HERE.lastIndex }
}

function stronger(a: Unit, b: Unit): Unit {
  if (a === 'fiscal' || b === 'fiscal') return 'fiscal'
  return a === 'none' ? b : a
}

/** 30, 元, 三十, 三〇 → the number; undefined for what is none. */
function toNumber(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  if (written === '元') return 1
  const digits = written.replace(/[〇一二三四五六七八九]/g, (c) => String(KANJI.indexOf(c)))
  if (!digits.includes('十')) return Number(digits)
  const tens = /^([0-9]?)十([0-9]?)$/.exec(digits)
  return tens ? Number(tens[1] || 1) * 10 + Number(tens[2]) : undefined
}
