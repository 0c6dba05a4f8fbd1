/** The Japanese eras since 1868 and which of them names a fiscal year. */

export interface Era {
  /** 平成. */
  readonly name: string
  /** The one-character form, U+337B–337E and U+32FF. */
  readonly square: string
  /** The letter of the short form, H30. */
  readonly letter: string
  readonly start: CalendarDate
}

export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Oldest first. 明治 was proclaimed on 23 October 1868 and counts back to the new year of 慶応４年. */
export const ERAS: readonly Era[] = [
  { name: '明治', square: '㍾', letter: 'M', start: { year: 1868, month: 1, day: 25 } },
  { name: '大正', square: '㍽', letter: 'T', start: { year: 1912, month: 7, day: 30 } },
  { name: '昭和', square: '㍼', letter: 'S', start: { year: 1926, month: 12, day: 25 } },
  { name: '平成', square: '㍻', letter: 'H', start: { year: 1989, month: 1, day: 8 } },
  { name: '令和', square: '㋿', letter: 'R', start: { year: 2019, month: 5, day: 1 } },
]

/** The era of a day; undefined before 明治. */
export function eraOn(date: CalendarDate): Era | undefined {
  return ERAS.findLast((era) => order(era.start) <= order(date))
}

/**
 * The era that names a fiscal year: the one in force when its calendar year ends. So the whole of 2019 is 令和元年度, as
 * the government ruled on 2 April 2019, though April still was 平成; and January to March 1989 belong to 昭和63年度.
 */
export function eraOfFiscalYear(year: number): Era | undefined {
  return eraOn({ year, month: 12, day: 31 })
}

/** The western year of a year of an era. An era that has ended counts on: 平成35 is 2023. */
export function westernYear(era: Era, yearOfEra: number): number {
  return era.start.year - 1 + yearOfEra
}

/** The year of the era that a western year is: 30 for 2018 in 平成. */
export function yearOfEra(era: Era, year: number): number {
  return year - era.start.year + 1
}

/** 平成, ㍻ or h → the era; undefined for anything else. */
export function findEra(written: string): Era | undefined {
  return ERAS.find((e) => e.name === written || e.square === written || e.letter === written.toUpperCase())
}

function order({ year, month, day }: CalendarDate): number {
  return (year * 12 + month) * 31 + day
}
