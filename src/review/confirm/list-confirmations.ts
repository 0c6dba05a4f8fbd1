/** 要確認: what an official has to look at, since it cannot be known or hardly was meant so. */

import { groupBy } from '../../domain/group-by.js'
import type { Change, Confirmation, ConfirmationCode, Place } from '../comparison.js'
import { type EditionCell, type EditionItem, type Editions, placeOf, rowPlace } from '../edition.js'
import type { Matches } from '../matches.js'
import { cellStoodFor } from '../promises/list-promises.js'
import { isReversed } from './contraries.js'

/** In the order of their codes' weight: promises first. `changes` are those between the editions. */
export function listConfirmations(
  editions: Editions,
  matches: Matches,
  changes: readonly Change[],
): readonly Confirmation[] {
  return [
    ...ofPromises(matches),
    ...ofDitto(editions),
    ...ofRepeats(editions, matches),
    ...ofPastValues(editions, matches),
    ...ofChanges(changes),
    ...matches.swappedIds.map((row) =>
      confirm('ids-swapped', rowPlace(row), 'new', `行の id「${row.id}」が、ほかの行の id と入れ替わっているようです`),
    ),
  ]
}

function confirm(code: ConfirmationCode, place: Place, side: 'old' | 'new', message: string): Confirmation {
  return { code, place, side, message }
}

function ofPromises({ promises }: Matches): readonly Confirmation[] {
  return promises.flatMap(({ item, said, carried, toConfirm }) =>
    toConfirm.map(({ code, message }) => {
      const isHere = code === 'past-year' && carried !== undefined
      const place = isHere ? placeOf(carried) : { ...placeOf(item), text: said.text }
      return confirm(code, place, isHere ? 'new' : 'old', message)
    }),
  )
}

/** 同上 and its like in both editions, of which the cell that they stand for says something else now. */
function ofDitto({ old, new: now }: Editions): readonly Confirmation[] {
  const textOf = (cell: EditionCell) => cell.lines.map(({ text }) => text).join('\n')
  const saidBefore = new Map(old.items.filter(isDitto).map((item) => [placeKey(item), textOf(cellStoodFor(item.cell))]))
  if (saidBefore.size === 0) return []
  return now.items.filter(isDitto).flatMap((item) => {
    const before = saidBefore.get(placeKey(item))
    const after = textOf(cellStoodFor(item.cell))
    if (before === undefined || before === after) return []
    return [confirm('ditto-target-changed', placeOf(item), 'new', `「${item.text}」の指す記載が変わりました：${after}`)]
  })
}

function isDitto({ item, cell }: EditionItem): boolean {
  return item.ditto !== undefined && cell.items.length === 1
}

/** By the row's labels, which stay the same more than anything else; else by its place. */
function placeKey({ cell }: EditionItem): string {
  const { row, column } = cell
  return [row.category.category.name, row.label ?? row.position, column.key].join('\n')
}

/** A （再掲） that said what its original said, and of which one has changed and the other not. */
function ofRepeats({ old, new: now }: Editions, { items }: Matches): readonly Confirmation[] {
  const originals = groupBy(
    old.items.filter(({ item }) => !item.again),
    ({ said }) => said.words,
  )
  return old.items.flatMap((copy) => {
    if (!copy.item.again) return []
    const original = originals.get(copy.said.words)?.[0]
    const mates = [copy, original].map((item) => {
      const mate = item && items.newOf(item.index)
      return mate === undefined ? undefined : now.items[mate]
    })
    const [copied, from] = mates
    if (!copied || !from || copied.said.words === from.said.words) return []
    return [confirm('repeat-differs', placeOf(copied), 'new', `再掲の元と文が合いません（元：${from.text}）`)]
  })
}

/** A value of a year that has passed, published before, which now says something else. */
function ofPastValues({ old, new: now }: Editions, { items }: Matches): readonly Confirmation[] {
  return now.items.flatMap((item) => {
    const { year } = item.cell.column
    const before = items.oldOf(item.index)
    if (year === undefined || year >= now.plan.year || before === undefined) return []
    const value = old.items[before]!
    if (value.said.whole === item.said.whole) return []
    return [
      confirm('past-value-rewritten', placeOf(item), 'new', `公表済みの値が変わりました（${value.text}→${item.text}）`),
    ]
  })
}

function ofChanges(changes: readonly Change[]): readonly Confirmation[] {
  return changes.flatMap(({ kinds, old, new: now, segments }) => {
    const [from] = old
    const [to] = now
    if (!from || !to) return []
    if (
      kinds.includes('marker-changed') &&
      !kinds.includes('reworded') &&
      /^\s*■/.test(from.text) &&
      /^\s*□/.test(to.text)
    ) {
      return [confirm('result-without-words', to, 'new', '課題（■）が、文を変えずに成果（□）になりました')]
    }
    if (!kinds.includes('reworded') && !kinds.includes('label-changed')) return []
    const join = (type: 'del' | 'ins') =>
      segments
        .filter((segment) => segment.type === type)
        .map(({ text }) => text)
        .join('／')
    if (!isReversed(join('del'), join('ins'))) return []
    return [confirm('sense-reversed', to, 'new', '文の意味が逆になったようです')]
  })
}
