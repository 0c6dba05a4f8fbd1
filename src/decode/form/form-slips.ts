/** What no shape can tell of a form: columns that are too wide or too narrow, names used twice, no column for the categories. */

import type { FormDefinition } from '../../definition/form-definition.js'
import type { Diagnostic, Position } from '../../domain/diagnostic.js'
import { Fields } from '../shape/fields.js'
import type { TreeMap } from '../tree.js'
import { measureOf, POINTS_PER_MM } from './read-definition.js'

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
      const message = `欄の名前「${name}」が二度使われています。`
      return [slip(file, 'duplicate-field', field.tree.at, message, '欄ごとに違う名前を付けてください。')]
    }),
  )
}

/** A plan always names its categories: a form without a place for the names would lose them. */
function findLostCategories(file: string, tree: TreeMap, { columns }: FormDefinition): Diagnostic[] {
  if (columns.some((column) => column.fields.some((field) => field.part === 'category'))) return []
  const hint = '「列」に、欄の役割が「区分」の列を加えてください。例: 欄: [{ 名前: 区分, 役割: 区分 }]'
  return [slip(file, 'no-category', columnsAt(tree), '区分の名称を印刷する列がありません。', hint)]
}

function findBadWidths(file: string, tree: TreeMap, { paper, type, table, columns }: FormDefinition): Diagnostic[] {
  const there = measureOf(paper)
  const wanted = columns.reduce((sum, column) => sum + column.width * type.size + 2 * table.padding.x, 0)
  const narrow = columns.find((column) => column.width < Math.max(type.size, column.size ?? 0) / type.size)
  if (wanted <= there + ROUNDING && narrow === undefined) return []
  const fit = '「列幅: 用紙いっぱい」と書けば、幅の比を保って用紙に合わせます。'
  const hint = `列の「幅」か文字の「大きさ」を小さくするか、余白を狭くしてください。${fit}`
  if (wanted > there + ROUNDING) {
    const mm = (points: number) => (points / POINTS_PER_MM).toFixed(1)
    const over = Math.ceil(((wanted - there) / type.size) * 10) / 10
    const message = `列の幅の合計が用紙に入りません（列 ${mm(wanted)} ミリ、余白の内側 ${mm(there)} ミリ。${over} 文字分の超過）。`
    return [slip(file, 'too-wide', columnsAt(tree), message, hint)]
  }
  const name = narrow!.fields.map((field) => field.key).join('・')
  const message = `「${name}」の列が狭すぎて一文字も入りません。`
  return [slip(file, 'too-narrow', columnsAt(tree), message, '列の「幅」を広げるか、ほかの列を狭くしてください。')]
}

function columnsAt(tree: TreeMap): Position {
  return tree.entries.find((entry) => entry.key === '列')?.keyAt ?? tree.at
}

function slip(file: string, code: string, at: Position, message: string, hint: string): Diagnostic {
  return { severity: 'error', code, message, place: { kind: 'text', file, ...at }, hint }
}
