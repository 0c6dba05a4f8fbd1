/** A plan whose rows are written in another form's columns: one slip, though each of its keys is unknown. */

import type { FormDefinition } from '../../definition/form-definition.js'
import type { Diagnostic, Position } from '../../domain/diagnostic.js'
import { say } from '../../domain/messages/say.js'
import { readFormerKey } from '../form/former-keys.js'
import { Fields } from '../shape/fields.js'
import type { Tree } from '../tree.js'
import { isRowKey } from './table-shape.js'

/**
 * Tells which of `others` name all that the rows name, where `form` lacks several of these columns. The place is that of
 * the first column that it lacks.
 */
export function findOtherForm(
  file: string,
  tree: Tree,
  form: FormDefinition,
  others: readonly FormDefinition[],
): Diagnostic | undefined {
  if (tree.tag !== 'map') return undefined
  const keys = new Map<string, Position>()
  const top = new Fields(tree)
  for (const category of [top, ...top.maps('表')].flatMap((table) => [table, ...table.maps('区分')])) {
    for (const row of category.maps('行')) {
      for (const { key, keyAt } of row.tree.entries) if (!isRowKey(key) && !keys.has(key)) keys.set(key, keyAt)
    }
  }
  const names = [...keys.keys()]
  const lacking = lackedBy(form, names)
  const fitting = others.filter((other) => other.id !== form.id && lackedBy(other, names).length === 0)
  if (lacking.length < 2 || fitting.length === 0) return undefined
  const values = { forms: fitting.map(({ name }) => name), form: form.name, lacking }
  return say('columns-of-other-form', values, {
    kind: 'text',
    file,
    ...keys.get(lacking[0]!)!,
    length: lacking[0]!.length,
  })
}

/** Keys of an older make are of the form whose columns of years they mean. */
function lackedBy({ columns, tables = [] }: FormDefinition, names: readonly string[]): readonly string[] {
  const all = [{ columns }, ...tables].flatMap((table) => table.columns)
  const keysOf = (some: typeof all) => some.flatMap(({ fields }) => fields.map(({ key }) => key))
  const [keys, ofYears] = [keysOf(all), keysOf(all.filter(({ years }) => years !== undefined))]
  return names.filter((name) => !keys.includes(name) && readFormerKey(name, ofYears) === undefined)
}
