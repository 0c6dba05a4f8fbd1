/** A form that extends another: the other's tree with what differs put in its place. */

import type { Diagnostic, Position } from '../../domain/diagnostic.js'
import { formatFiscalYear } from '../../domain/fiscal-year.js'
import { say } from '../../domain/messages/say.js'
import { Fields } from '../shape/fields.js'
import { nearestKey } from '../shape/nearest-key.js'
import type { Tree, TreeMap } from '../tree.js'
import { BASE, BASE_COLUMN } from './form-shape.js'
import { type FormerKey, readFormerKey } from './former-keys.js'
import { BOXES, KIND, RECORD_KEYS } from './record-shape.js'

/**
 * Merges `own` into `base`, both judged by their shapes: maps key by key, all else as a whole; columns that `own` takes
 * over by name, too. What comes from the base takes the place where `own` names it, so that every place of the result
 * lies in the file of `own`. Columns that the base does not have are told in `slips`.
 */
export function extendForm(
  file: string,
  base: TreeMap,
  own: TreeMap,
): { readonly tree: TreeMap; readonly slips: readonly Diagnostic[] } {
  const slips: Diagnostic[] = []
  const baseColumns = columnsOf(new Fields(base)).map((column) => column.tree)
  const takeColumn = (column: Tree): Tree => {
    const name = column.tag === 'map' ? column.entries.find((entry) => entry.key === BASE_COLUMN)?.value : undefined
    if (column.tag !== 'map' || name?.tag !== 'text') return column
    const found =
      baseColumns.find((each) => fieldNames(each).includes(name.text)) ?? formerColumn(baseColumns, name.text)
    if (found === undefined) slips.push(unknownColumn(file, name.text, name.at, baseColumns.flatMap(fieldNames)))
    return found === undefined ? column : mergeMaps(move(found, name.at), without(column, BASE_COLUMN))
  }
  const takeColumns = (map: Tree): Tree => (map.tag === 'map' ? withItems(map, '列', takeColumn) : map)
  const taken = withItems(withItems(without(own, BASE), '列', takeColumn), '表', takeColumns)
  const at = new Fields(own).value(BASE)?.at ?? own.at
  return { tree: mergeMaps(move(withoutOthers(base, own), at), taken), slips }
}

/** What a form has one of, each with the keys that stand beside it alone. */
const BODIES: readonly (readonly string[])[] = [['列'], ['表'], [BOXES, KIND, ...Object.keys(RECORD_KEYS)]]

/** A form has columns, tables of columns or boxes; what it says of the one leaves no place for the others of its base. */
function withoutOthers(base: TreeMap, own: TreeMap): TreeMap {
  const said = BODIES.find(([key]) => new Fields(own).has(key!))
  if (said === undefined) return base
  // How many tiers stand again is said of the base's own.
  return BODIES.flatMap((keys) => (keys === said ? ['繰り返す段'] : keys)).reduce(without, base)
}

/** The columns of a form: its own, or those of all its tables. */
export function columnsOf(form: Fields): readonly Fields[] {
  return [form, ...form.maps('表')].flatMap((table) => table.maps('列'))
}

function withItems(map: TreeMap, key: string, change: (item: Tree) => Tree): TreeMap {
  const entries = map.entries.map((entry) =>
    entry.key === key && entry.value.tag === 'list'
      ? { ...entry, value: { ...entry.value, items: entry.value.items.map(change) } }
      : entry,
  )
  return { ...map, entries }
}

/** `base` with what `own` says in its place, key by key; both may hold maps. */
export function mergeMaps(base: TreeMap, own: TreeMap): TreeMap {
  const kept = base.entries.map((entry) => {
    const other = own.entries.find(({ key }) => key === entry.key)
    if (other === undefined) return entry
    const both = entry.value.tag === 'map' && other.value.tag === 'map'
    return both ? { ...other, value: mergeMaps(entry.value as TreeMap, other.value as TreeMap) } : other
  })
  const added = own.entries.filter(({ key }) => !base.entries.some((entry) => entry.key === key))
  return { tag: 'map', at: own.at, entries: [...kept, ...added] }
}

function without(map: TreeMap, key: string): TreeMap {
  return { ...map, entries: map.entries.filter((entry) => entry.key !== key) }
}

/** The same map, every place of it `at`. */
function move(map: TreeMap, at: Position): TreeMap {
  return {
    tag: 'map',
    at,
    entries: map.entries.map((entry) => ({ ...entry, keyAt: at, value: moveTree(entry.value, at) })),
  }
}

function moveTree(tree: Tree, at: Position): Tree {
  switch (tree.tag) {
    case 'map':
      return move(tree, at)
    case 'list':
      return { ...tree, at, items: tree.items.map((item) => moveTree(item, at)) }
    case 'text':
      return { ...tree, at, lineByLine: false }
    case 'nothing':
      return { ...tree, at }
  }
}

function fieldNames(column: TreeMap): string[] {
  return new Fields(column).maps('欄').map((field) => field.text('名前'))
}

/** A column that an older make of the base had for one year, 前年度: the base's column of years, as that one of them. */
function formerColumn(baseColumns: readonly TreeMap[], name: string): TreeMap | undefined {
  for (const base of baseColumns.filter((each) => new Fields(each).has('年'))) {
    const column = new Fields(base)
    const former = readFormerKey(name, fieldNames(base))
    const [field, ...others] = column.maps('欄')
    if (former === undefined || field === undefined || others.length > 0) continue
    const text = (written: string): Tree => ({ tag: 'text', at: base.at, text: written, lineByLine: false })
    const entry = (key: string, value: Tree) => ({ key, keyAt: base.at, value })
    const own = mergeMaps(field.tree, { tag: 'map', at: base.at, entries: [entry('名前', text(name))] })
    return mergeMaps(without(without(base, '年'), '年の見出し'), {
      tag: 'map',
      at: base.at,
      entries: [
        entry('上の見出し', text(column.text('見出し'))),
        entry('見出し', text(headingOf(former))),
        entry('欄', { tag: 'list', at: base.at, items: [own] }),
      ],
    })
  }
  return undefined
}

function headingOf({ year }: FormerKey): string {
  return 'year' in year ? formatFiscalYear(year.year, 'letter') : `{{略記 年度 ${year.offset}}}`
}

function unknownColumn(file: string, name: string, at: Position, known: readonly string[]): Diagnostic {
  const place = { kind: 'text', file, ...at, length: name.length } as const
  return say('unknown-column', { name, nearest: nearestKey(name, known), known }, place)
}
