/** What a plan file's author meant to fill in and has not yet: told before the paper goes to the council. */

import type { Diagnostic, Severity } from '../../domain/diagnostic.js'
import { say, withSeverity } from '../../domain/messages/say.js'
import { findPlaceholders } from '../../domain/placeholders.js'
import type { Tree } from '../tree.js'
import type { PlanSource } from './plan-file.js'
import { isRowKey } from './table-shape.js'

/** Keys whose values are printed on no table; 資料 only on a handout. */
const NOT_PRINTED: readonly string[] = ['年度', '様式', '様式の表', '番号']

/** Every line of the printed texts with a placeholder, at the first of them. `replaced` are keys of 資料 that are said anew. */
export function findUnfilled(
  { file, tree }: PlanSource,
  paper: 'table' | 'handout',
  severity: Severity = 'warning',
  replaced: readonly string[] = [],
): Diagnostic[] {
  return visit(tree, undefined)

  function visit(tree: Tree, key: string | undefined): Diagnostic[] {
    switch (tree.tag) {
      case 'nothing':
        return []
      case 'map':
        return tree.entries.flatMap((entry) => (isPrinted(entry.key, key) ? visit(entry.value, entry.key) : []))
      case 'list':
        return tree.items.flatMap((item) => visit(item, key))
      case 'text':
        return tree.text.split('\n').flatMap((line, index) => {
          const [first, ...others] = findPlaceholders(line)
          if (first === undefined) return []
          const position = tree.lineByLine ? { line: tree.at.line + index, column: tree.at.column + first.at } : tree.at
          const place = { kind: 'text', file, ...position, length: first.text.length } as const
          const text = [first, ...others].map((each) => each.text).join('」「')
          return [withSeverity(say('unfilled', { key, text }, place), severity)]
        })
    }
  }

  function isPrinted(key: string, parent: string | undefined): boolean {
    if (parent === '資料') return !replaced.includes(key)
    return !NOT_PRINTED.includes(key) && !isRowKey(key) && (paper === 'handout' || key !== '資料')
  }
}
