/** The columns of both editions: which stand for one another in the two forms. */

import type { Part } from '../definition/form-definition.js'
import { type ColumnYears, type ComparedColumn, columnYears, timelessUppers, wordsOver } from './columns.js'

/** A column of both editions, or of one: the other has nothing there. */
export interface ColumnPair {
  /** Tells the pair from the others: the new form's key, or the old one's where only that has the column. */
  readonly id: string
  readonly part: Part
  readonly old?: ComparedColumn
  readonly new?: ComparedColumn
  /** The fiscal year that it stands for, where it is one of a row of years. */
  readonly year?: number
}

export interface MatchedColumns {
  /** Of both editions, in the new form's order, what only the old one has at its old place; without the categories'. */
  readonly pairs: readonly ColumnPair[]
  /** What places of category labels give as their column. */
  readonly categoryKey: string
}

/**
 * A column of years stands for its year, whatever its key: last year's 前年度 is this year's 前々年度. The others are paired
 * by key, else by a heading that is the same without its year (H29評価, H30評価). `yearsBy` place: the values did not move
 * with the years.
 */
export function matchColumns(
  olds: readonly ComparedColumn[],
  news: readonly ComparedColumn[],
  yearsBy: 'year' | 'place' = 'year',
): MatchedColumns {
  const isText = ({ part }: ComparedColumn) => part !== 'category'
  const [from, to] = [olds.filter(isText), news.filter(isText)]
  const years: ColumnYears = new Map([...columnYears(from), ...columnYears(to)])
  const mates = new Map<ComparedColumn, ComparedColumn>()
  const pairBy = (keyOf: (column: ComparedColumn, own: readonly ComparedColumn[]) => string | undefined): void => {
    const free = to.filter((column) => !mates.has(column))
    const taken = new Set(mates.values())
    for (const old of from.filter((column) => !taken.has(column))) {
      const key = keyOf(old, from)
      const mate =
        key === undefined ? undefined : free.find((column) => !mates.has(column) && keyOf(column, to) === key)
      if (mate) mates.set(mate, old)
    }
  }
  const isPaired = (column: ComparedColumn) => mates.has(column) || [...mates.values()].includes(column)
  const ofYears = (keyOf: (column: ComparedColumn, own: readonly ComparedColumn[]) => string | undefined) =>
    pairBy((column, own) => (years.has(column) ? keyOf(column, own) : undefined))
  if (yearsBy === 'place') {
    ofYears((column, own) => {
      const row = own.filter((each) => years.has(each) && timelessUppers(each) === timelessUppers(column))
      return `${row.indexOf(column)} ${timelessUppers(column)}`
    })
  } else {
    ofYears(({ key, ofYear }) => ofYear && key)
    ofYears((column) => `${years.get(column)} ${wordsOver(column)}`)
    // One edition writes maps of years, the other keys that name them: their headings need not be the same.
    const left = [from, to].map((own) => own.filter((column) => years.has(column) && !isPaired(column)))
    const isOneRow = left.every((own) => new Set(own.map(timelessUppers)).size === 1)
    const [before, after] = left.map((own) => own.some(({ ofYear }) => ofYear !== undefined))
    if (isOneRow && before !== after) ofYears((column) => String(years.get(column)))
  }
  pairBy((column) => (years.has(column) ? undefined : column.key))
  pairBy((column) => (years.has(column) || !column.heading ? undefined : `${column.part} ${wordsOver(column)}`))

  const oldOf = new Map([...mates].map(([now, old]) => [old, now]))
  const pairs: ColumnPair[] = to.map((column) => pairOf(mates.get(column), column, years))
  for (const [at, old] of from.entries()) {
    if (oldOf.has(old)) continue
    const before = from.slice(0, at).findLast((each) => pairs.some((pair) => pair.old === each))
    const place = pairs.findIndex((pair) => pair.old === before && before !== undefined) + 1
    pairs.splice(place, 0, pairOf(old, undefined, years))
  }
  const categoryKey = [...news, ...olds].find((column) => !isText(column))?.key ?? '区分'
  return { pairs, categoryKey }
}

function pairOf(old: ComparedColumn | undefined, now: ComparedColumn | undefined, years: ColumnYears): ColumnPair {
  const column = (now ?? old)!
  const year = years.get(column)
  return {
    id: now ? now.key : `${column.key}（旧）`,
    part: column.part,
    ...(old && { old }),
    ...(now && { new: now }),
    ...(year !== undefined && { year }),
  }
}
