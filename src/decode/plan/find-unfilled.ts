/** What a plan file's author meant to fill in and has not yet: told before the paper goes to the council. */

import type { Diagnostic, Severity } from '../../domain/diagnostic.js'
import { say, withSeverity } from '../../domain/messages/say.js'
import { findPlaceholders } from '../../domain/placeholders.js'
import type { Tree } from '../tree.js'
import type { PlanSource } from './plan-file.js'
import { isRowKey } from './plan-shape.js'

/** Keys whose values are printed on no table; 資料 only on a handout. */
const NOT_PRINTED: readonly string[] = ['年度', '様式', '番号']

/** Every placeholder in the printed texts, with its place. */
export function findUnfilled(
  { file, tree }: PlanSource,
  paper: 'table' | 'handout',
  severity: Severity = 'warning',
): Diagnostic[] {
  return visit(tree, undefined)

  function visit(tree: Tree, key: string | undefined): Diagnostic[] {
    switch (tree.tag) {
      case 'nothing':
        return []
      case 'map':
        return tree.entries.flatMap((entry) => (isPrinted(entry.key) ? visit(entry.value, entry.key) : []))
      case 'list':
        return tree.items.flatMap((item) => visit(item, key))
      case 'text':
        return tree.text.split('\n').flatMap((line, index) =>
          findPlaceholders(line).map(({ at, text }): Diagnostic => {
            const position = tree.lineByLine ? { line: tree.at.line + index, column: tree.at.column + at } : tree.at
            const place = { kind: 'text', file, ...position, length: text.length } as const
            return withSeverity(say('unfilled', { key, text }, place), severity)
          }),
        )
    }
  }

  function isPrinted(key: string): boolean {
    return !NOT_PRINTED.includes(key) && !isRowKey(key) && (paper === 'handout' || key !== '資料')
  }
}
