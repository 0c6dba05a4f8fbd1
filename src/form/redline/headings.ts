/** The heading rows of both tables as one: each heading with its words of either year. */

import type { FormRow } from '../form.js'
import type { RedlineColumn } from './both-columns.js'
import { joinGrid, type RowShape, shapeRow, shapeTrackedRow, sizeOfRows, spreadRows, trackCells } from './both-grids.js'
import { type PairedRow, revisionOfRow, trackedColumns } from './tracked-cells.js'

/** Where the editions' headings reach over other columns, or have other rows, the old rows stand above the new ones. */
export function redlineHead(
  olds: readonly FormRow[],
  news: readonly FormRow[],
  columns: readonly RedlineColumn[],
  revisions: 'tracked' | 'plain',
): readonly FormRow[] {
  const shape = revisions === 'plain' ? shapeRow : shapeTrackedRow
  const common = olds.length === news.length ? news.map((row, at) => shape(olds[at], row, columns)) : []
  const isOne = common.length > 0 && common.every((each) => each !== undefined)
  const rows: readonly PairedRow[] = isOne
    ? news.map((_, at) => ({ side: 'both', old: at, new: at }))
    : [
        ...olds.map((_, at) => ({ side: 'old', old: at }) as const),
        ...news.map((_, at) => ({ side: 'new', new: at }) as const),
      ]
  const shapes = isOne
    ? common
    : rows.map(({ old, new: now }): RowShape => {
        return shape(old === undefined ? undefined : olds[old], now === undefined ? undefined : news[now], columns)!
      })
  const shapeOf = (edition: 'old' | 'new') => (index: number) =>
    shapes[rows.findIndex((row) => row[edition] === index)]!
  const spread = {
    old: spreadRows(olds, 'old', shapeOf('old')),
    new: spreadRows(news, 'new', shapeOf('new')),
  }
  const size = sizeOfRows(news)
  const slots = joinGrid(
    trackedColumns({ rows, columns: columns.length, seams: new Set<number>(), size, ...spread }, () => []),
    shapes,
  )
  return rows.map(({ side, old, new: now }, at): FormRow => {
    const row = (now === undefined ? olds[old!] : news[now])!
    if (revisions === 'plain') return { ...row, slots: slots[at]! }
    const tracked = { ...row, slots: trackCells(slots[at]!, shapes[at]!) }
    const revision = revisionOfRow({ side })
    return revision === undefined ? tracked : { ...tracked, revision }
  })
}
