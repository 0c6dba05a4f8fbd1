/** The table of counts in the 変更の概要: kinds of change by 区分, with bars. */

import type { SummaryStyle } from '../../definition/report-style.js'
import { COUNT_LABELS, KIND_LABELS, KINDS, type Kind } from '../../review/change-kinds.js'
import type { CategoryPair, Comparison, Count, Tally } from '../../review/comparison.js'
import { cellRow, headCell, numberCell, plainParagraph, textCell } from '../cells.js'
import type { FormCell, FormRow } from '../form.js'
import { categoryName, orderedPairs } from './change-places.js'
import type { ReportRequest } from './report.js'

/** More categories than these stand in tables one below the other. */
const MOST_CATEGORIES = 8

/** Widths in proportion to each other; the categories share theirs. */
const WIDTHS = { kind: 15, categories: 44, number: 7, bar: 28 }
/** The bar reaches over two columns: the promises above have two there. */
const BAR_PARTS = [0.4, 0.6]

/** The columns' widths: kind, categories, three sums, two for the bar. */
export function countGrid(categories: number): readonly number[] {
  const { kind, number, bar } = WIDTHS
  const share = tableSize(categories)
  return [
    kind,
    ...Array.from({ length: share }, () => WIDTHS.categories / share),
    number,
    number,
    number,
    ...BAR_PARTS.map((part) => part * bar),
  ]
}

/** The heading row and the kinds, for as many categories at a time as there are columns. */
export function countRows(request: ReportRequest<SummaryStyle>): readonly FormRow[] {
  const pairs = orderedPairs(request.comparison)
  const size = tableSize(pairs.length)
  const starts = Array.from({ length: Math.ceil(pairs.length / size) }, (_, index) => index * size)
  return starts.flatMap((start) => tableRows(pairs.slice(start, start + size), size, request))
}

function tableSize(categories: number): number {
  return Math.ceil(categories / Math.ceil(categories / MOST_CATEGORIES))
}

function tableRows(
  pairs: readonly CategoryPair[],
  size: number,
  request: ReportRequest<SummaryStyle>,
): readonly FormRow[] {
  const { comparison, style } = request
  const { total } = comparison.counts
  const kinds = KINDS.filter((kind) => kind !== 'unchanged' && total[kind].changes > 0)
  const longest = Math.max(1, ...kinds.map((kind) => total[kind].changes))
  const unit = barUnit(longest, barLength(request))
  const names = [...pairs.map((pair) => categoryName(pair)), ...Array<string>(size - pairs.length).fill('')]
  const heading = cellRow([
    headCell('変更の種類', style),
    ...names.map((name) => headCell(name, style)),
    headCell('計', style),
    headCell('旧の\n項目', style),
    headCell('新の\n項目', style),
    headCell(unit === 1 ? '━は１件' : `━は${unit}件（端数は切上げ）`, style, { colSpan: BAR_PARTS.length }),
  ])
  const row = (name: string, pick: (tally: Tally) => Count, bar: string, look: Partial<FormCell> = {}) => {
    const number = (count: number) =>
      count === 0 ? textCell([plainParagraph('－')], style, { align: 'end', ...look }) : numberCell(count, style, look)
    const own = pairs.map((pair) => number(pick(tallyOf(comparison, pair)).changes))
    const empty = names.slice(pairs.length).map(() => textCell('', style, look))
    const sums = [pick(total).changes, pick(total).old, pick(total).new].map(number)
    const label = textCell([plainParagraph(name)], style, look)
    return cellRow([
      label,
      ...own,
      ...empty,
      ...sums,
      textCell([plainParagraph(bar)], style, { ...look, colSpan: BAR_PARTS.length }),
    ])
  }
  const changed = (tally: Tally) => sumCounts(kinds.map((kind) => tally[kind]))
  const light = { shade: 0.96 }
  return [
    { ...heading, isHeading: true },
    ...kinds.map((kind) => row(COUNT_LABELS[kind], (tally) => tally[kind], barOf(total[kind].changes, unit))),
    row('変更の計', changed, '', light),
    row(KIND_LABELS.unchanged, (tally) => tally.unchanged, ''),
    row('合計', (tally) => sumCounts(KINDS.map((kind: Kind) => tally[kind])), '', light),
  ]
}

function tallyOf({ categoryPairs, counts }: Comparison, pair: CategoryPair): Tally {
  return counts.byCategory[categoryPairs.indexOf(pair)]!
}

function sumCounts(counts: readonly Count[]): Count {
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0)
  return { changes: sum('changes'), old: sum('old'), new: sum('new') }
}

/** Characters that a bar may have. One is kept free for programs that set them wider. */
function barLength({ style, definition }: ReportRequest<SummaryStyle>): number {
  const { width, margins } = style.paper
  const total = WIDTHS.kind + WIDTHS.categories + 3 * WIDTHS.number + WIDTHS.bar
  const column = ((width - margins.left - margins.right) * WIDTHS.bar) / total
  return Math.max(2, Math.floor((column - 2 * definition.table.padding.x) / style.size) - 1)
}

/** How many a character stands for: 1, 2, 5, 10, 20, … */
export function barUnit(longest: number, length: number): number {
  for (let power = 1; ; power *= 10) {
    for (const digit of [1, 2, 5]) if (Math.ceil(longest / (digit * power)) <= length) return digit * power
  }
}

/** In characters, for these every format draws alike; a bar is told by its length, not by a colour. */
function barOf(count: number, unit: number): string {
  return '━'.repeat(Math.ceil(count / unit))
}
