/** What no shape can tell of a form: columns that are too wide or too narrow, names used twice, no column for the categories. */

import type { FormDefinition } from '../../definition/form-definition.js'
import type { Diagnostic, Position } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { Fields } from '../shape/fields.js'
import type { TreeMap } from '../tree.js'
import { measureOf, namesCategories, POINTS_PER_MM } from './read-definition.js'

/** Rounding of sums of widths, in points. */
const ROUNDING = 0.01

/** All slips of a whole form; `form` is what `tree` reads as. */
export function findFormSlips(file: string, tree: TreeMap, form: FormDefinition): Diagnostic[] {
  return [...findDoubleNames(file, tree), ...findLostCategories(file, tree, form), ...findBadWidths(file, tree, form)]
}

function findDoubleNames(file: string, tree: TreeMap): Diagnostic[] {
  const seen = new Set<string>()
  return new Fields(tree).maps('列').flatMap((column) =>
    column.maps('欄').flatMap((field): Diagnostic[] => {
      const name = field.text('名前')
      const double = seen.has(name)
      seen.add(name)
      if (!double) return []
      return [say('duplicate-field', { name }, { kind: 'text', file, ...field.tree.at })]
    }),
  )
}

/** A form that shows the categories in a column has one: it would lose their names. */
function findLostCategories(file: string, tree: TreeMap, { columns, categories }: FormDefinition): Diagnostic[] {
  if (categories !== 'column' || namesCategories(columns)) return []
  return [say('no-category', {}, { kind: 'text', file, ...columnsAt(tree) })]
}

function findBadWidths(file: string, tree: TreeMap, { paper, type, table, columns }: FormDefinition): Diagnostic[] {
  const there = measureOf(paper)
  const wanted = columns.reduce((sum, column) => sum + column.width * type.size + 2 * table.padding.x, 0)
  const narrow = columns.find((column) => column.width < Math.max(type.size, column.size ?? 0) / type.size)
  if (wanted <= there + ROUNDING && narrow === undefined) return []
  const place = { kind: 'text', file, ...columnsAt(tree) } as const
  if (wanted > there + ROUNDING) {
    const mm = (points: number) => (points / POINTS_PER_MM).toFixed(1)
    const over = Math.ceil(((wanted - there) / type.size) * 10) / 10
    return [say('too-wide', { columns: mm(wanted), inside: mm(there), over }, place)]
  }
  return [say('too-narrow', { name: narrow!.fields.map((field) => field.key).join('・') }, place)]
}

function columnsAt(tree: TreeMap): Position {
  return tree.entries.find((entry) => entry.key === '列')?.keyAt ?? tree.at
}
