/** What no shape can tell of the boxes of a 個票: fields named twice, boxes too narrow, tiers that boxes from above part. */

import type { FormDefinition, RecordDefinition } from '../../definition/form-definition.js'
import { recordGrid } from '../../definition/record-grid.js'
import type { Diagnostic } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { Fields } from '../shape/fields.js'
import type { TreeMap } from '../tree.js'
import { boxesOf } from './read-record.js'

/** All slips of a whole form; `form` is what `tree` reads as. */
export function findBoxSlips(
  file: string,
  tree: TreeMap,
  form: FormDefinition,
  record: RecordDefinition,
): Diagnostic[] {
  const tiers = boxesOf(new Fields(tree))
  const placeOf = (tier: number, box = 0) => {
    const at = tiers[tier]![box]?.tree.at ?? tree.at
    return { kind: 'text', file, ...at } as const
  }
  const double = findDoubleFields(tiers, file)
  const { places, widths, parted } = recordGrid(record, form)
  if (parted !== undefined) return [...double, say('boxes-parted', {}, placeOf(parted))]
  const { type, table } = form
  const narrow = places.filter(({ column, colSpan, box, tag }) => {
    const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0)
    const size = box.size ?? (tag === 'heading' ? type.headSize : type.size)
    return width - 2 * table.padding.x < size
  })
  const named = new Map(narrow.map(({ box, row }) => [box, row]))
  return [
    ...double,
    ...[...named].map(([box, row]) =>
      say('narrow-box', { name: box.field ?? box.heading }, placeOf(row, record.tiers[row]!.indexOf(box))),
    ),
    ...(form.columns.length > 0 ? [] : [say('no-field', {}, placeOf(0))]),
  ]
}

function findDoubleFields(tiers: readonly (readonly Fields[])[], file: string): Diagnostic[] {
  const seen = new Set<string>()
  return tiers.flat().flatMap((box) => {
    const name = box.text('欄')
    const isDouble = name !== '' && seen.has(name)
    seen.add(name)
    return isDouble ? [say('duplicate-field', { name }, { kind: 'text', file, ...box.tree.at })] : []
  })
}
