/** Writes a changed plan into the text of its file: what did not change keeps its bytes, remarks, order, quotes and line ends. */

import type { Plan } from '../../domain/plan.js'
import { planTree, type RowKeys } from '../plan-tree.js'
import { hasEmphasis } from '../write-emphasis.js'
import { Patcher } from './patcher.js'
import { Source } from './source.js'

const BYTE_ORDER_MARK = '\ufeff'

/**
 * `before` is the plan that the text says, as it was read; `after` what it is to say. Rows and 区分 of `after` that come
 * from the text are known by their place (`at`), wherever they stand now; one without a place is new. `keys` are those
 * of a row in their order. Where both plans say the same, the text comes back as it is.
 */
export function patchPlan(text: string, before: Plan, after: Plan, keys: RowKeys): string {
  if (text.startsWith(BYTE_ORDER_MARK)) return BYTE_ORDER_MARK + patchPlan(text.slice(1), before, after, keys)
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n'
  if (!text.endsWith('\n')) return patchPlan(text + eol, before, after, keys).slice(0, -eol.length)
  const source = new Source(text, eol)
  const marks = before.isMarked || hasEmphasis(after) ? 'on' : 'off'
  const patcher = new Patcher(source, planTree(before, before.isMarked ? 'on' : 'off', keys))
  return patcher.patch(planTree(after, marks, keys))
}
