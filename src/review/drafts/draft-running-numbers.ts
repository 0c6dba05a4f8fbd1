/** Numbers in a label column that shift because rows came or went: said once, not row by row. */

import { foldWidth } from '../../domain/fold-width.js'
import { groupBy } from '../../domain/group-by.js'
import type { EditionItem } from '../edition.js'
import type { Table } from './both-tables.js'
import type { Draft } from './draft.js'

/** 4, 004, (4), ④, 2-4. */
const NUMBER = /^(?:[(]?[0-9]+[).]?|[①-⑳㉑-㊿]|[0-9]+(?:-[0-9]+)+)$/

/** The changes of numbers that go together, column by column, each group as one change. */
export function joinRunningNumbers(table: Table, ofItem: ReadonlyMap<EditionItem, Draft>): readonly Draft[] {
  const haveRowsChanged = table.rowNodes.some(({ status }) => status !== 'matched')
  if (!haveRowsChanged) return []
  const numbers = [...new Set(ofItem.values())].filter(isNumber)
  const byColumn = groupBy(numbers, ({ olds }) => olds[0]!.cell.column.key)
  return [...byColumn.values()].flatMap((drafts): Draft[] => {
    const ordered = drafts.toSorted((a, b) => a.olds[0]!.index - b.olds[0]!.index)
    const [olds, news] = [ordered.map((draft) => draft.olds[0]!), ordered.map((draft) => draft.news[0]!)]
    const keepTheirOrder = isRising(news.map(({ index }) => index)) && shiftAlike(olds, news)
    return ordered.length > 1 && keepTheirOrder ? [{ ...ordered[0]!, olds, news }] : []
  })
}

function isNumber({ kinds, olds, news }: Draft): boolean {
  const isOne = olds.length === 1 && news.length === 1 && kinds.length === 1 && kinds[0] === 'label-changed'
  return isOne && [...olds, ...news].every(({ text }) => NUMBER.test(foldWidth(text.trim())))
}

/** Up or down, but all the same way. */
function shiftAlike(olds: readonly EditionItem[], news: readonly EditionItem[]): boolean {
  const signs = olds.map(({ text }, at) => Math.sign(numberIn(news[at]!.text) - numberIn(text)))
  return signs.every((sign) => sign === signs[0])
}

/** 2-4 as 2.004: what matters is which comes first. */
function numberIn(text: string): number {
  const figures = text.normalize('NFKC').match(/[0-9]+/g) ?? []
  return figures.reduce((sum, figure, at) => sum + Number(figure) / 1000 ** at, 0)
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > numbers[at - 1]!)
}
