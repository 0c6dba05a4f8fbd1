/** A generated plan as the plan file that somebody would write. */

import { stringify } from 'yaml'
import { toPlan } from './generate-plan.mjs'

/** @param {import('./generate-plan.mjs').DraftPlan} draft */
export function planFile(draft) {
  const { title, year, categories } = toPlan(draft)
  const 区分 = categories.map(({ name, rows }) => ({ 名称: name, 行: rows.map(({ cells }) => textsOf(cells)) }))
  return stringify({ 計画: title, 年度: year, 様式: '公式', 区分 }, { lineWidth: 0 })
}

function textsOf(cells) {
  return Object.fromEntries(Object.entries(cells).map(([key, { text }]) => [key, text]))
}
