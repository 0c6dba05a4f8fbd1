/** Which column of a foreign table names its 区分: the one that says so, or an upright or joined first one without a heading. */

import { foldHeading } from '../table/fold-heading.js'
import type { FoundTable } from '../table/found-table.js'

const WORDS =
  /^(?:区分|分野|領域|大項目|大柱|柱|基本目標|基本方針|基本施策|基本方向|施策の柱|政策|章|テーマ|部門|カテゴリー?)$/

export function isCategoryColumn(table: FoundTable, index: number): boolean {
  return index === findCategoryColumn(table)
}

function findCategoryColumn(table: FoundTable): number {
  const named = table.columns.findIndex(
    ({ headings }) => headings.length === 1 && WORDS.test(foldHeading(headings[0]!)),
  )
  if (named >= 0) return named
  return table.columns.slice(0, 2).findIndex(({ headings }, index) => {
    const cells = table.rows.map(({ cells: own }) => own[index]!)
    const texts = cells.flatMap((cell) => (cell.tag === 'text' && cell.paragraphs.length > 0 ? [cell] : []))
    const isVertical = texts.length > 0 && texts.every(({ direction }) => direction === 'vertical')
    const isNameless = headings.every((heading) => heading.trim() === '')
    return texts.length > 0 && (isVertical || (isNameless && cells.some(({ tag }) => tag === 'above')))
  })
}
