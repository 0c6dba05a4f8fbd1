/** Values that came or went with the column of their year, told under the column's own change. */

import { columnName } from '../../review/columns.js'
import type { Change, Comparison, Place } from '../../review/comparison.js'

type Side = 'old' | 'new'

/** A plain roll of years is then two changes on paper, and not two of each row. */
export function foldYears({ columns }: Pick<Comparison, 'columns'>, changes: readonly Change[]): readonly Change[] {
  const alone = columns.flatMap((pair) => {
    const side: Side | undefined = !pair.old ? 'new' : !pair.new ? 'old' : undefined
    const column = pair.new ?? pair.old
    if (pair.year === undefined || side === undefined || column === undefined) return []
    return [{ side, key: column.key, name: `欄:${columnName(column)}` }]
  })
  const columnOf = (change: Change) => alone.find(({ side, key }) => isValueOf(change, side, key))
  const isTold = ({ side, name }: (typeof alone)[number]) => changes.some((change) => isColumn(change, side, name))
  return changes.flatMap((change): Change[] => {
    const of = columnOf(change)
    if (of !== undefined && isTold(of)) return []
    const column = alone.find(({ side, name }) => isColumn(change, side, name))
    if (column === undefined) return [change]
    const { side, key } = column
    const { table } = change[side][0]!
    const values = changes.filter((each) => isValueOf(each, side, key)).map((each) => each[side][0]!)
    const own = values.filter((place) => table === undefined || place.table === table).map(withLabel)
    return [{ ...change, [side]: [...change[side], ...own] }]
  })
}

function isValueOf({ kinds, subject, old, new: now }: Change, side: Side, key: string): boolean {
  const [own, other] = side === 'new' ? [now, old] : [old, now]
  const isAlone = kinds[0] === (side === 'new' ? 'added' : 'removed') && subject === 'item'
  return isAlone && other.length === 0 && own.length === 1 && own[0]!.column === key
}

function isColumn(change: Change, side: Side, name: string): boolean {
  return change.subject === 'document' && change[side][0]?.column === name
}

/** 健診の受診率の向上　45.1 */
function withLabel({ emphasis: _, ...place }: Place): Place {
  return place.label === undefined ? place : { ...place, text: `${place.label}　${place.text}` }
}
