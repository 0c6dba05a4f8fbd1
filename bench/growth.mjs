/** How the time grows with a text: four times the text should take about four times as long, and never sixteen times. */

import { fileURLToPath } from 'node:url'
import { openPlan } from '../dist/cli/files/open-plan.js'
import { decodePlan, openPlanFile } from '../dist/decode/plan/plan-file.js'
import { createFontSet } from '../dist/fonts/font-set.js'
import { listPlanItems } from '../dist/form/overview/plan-items.js'
import { toForm } from '../dist/form/to-form.js'
import { layOut } from '../dist/layout/pages/lay-out.js'

const SHORT = 5_000
const seed = fileURLToPath(new URL('../seeds/mogami-h30.yaml', import.meta.url))
const { definition, fonts } = openPlan(seed).value
const fontSet = createFontSet(fonts.faces)
const keys = { actor: [], funding: [], years: [] }

/** Kinds of long texts: where they stand, and what they are made of. */
const KINDS = [
  ['文の中の空き', (length) => planWith({ cell: `x${' '.repeat(length)}y` }), print],
  ['続く字', (length) => planWith({ cell: 'x'.repeat(length) }), print],
  ['続く数字', (length) => planWith({ cell: '1'.repeat(length) }), print],
  ['縦の名前', (length) => planWith({ name: 'あ'.repeat(length) }), print],
  ['項目の中の空き', (length) => planWith({ cell: `○x${' '.repeat(length)}（R7年度）` }), items],
  ['主体の読点', (length) => planWith({ cell: `○[${'市、'.repeat(length)}]研修会` }), items],
]

function planWith({ name = '区分', cell = '○文' }) {
  const text = JSON.stringify({ 計画: '題', 年度: 'R6', 区分: [{ 名称: name, 行: [{ 取組み: cell }] }] })
  return decodePlan(openPlanFile('plan.json', new TextEncoder().encode(text)).value, definition).value
}

function print(plan) {
  layOut(toForm(plan, definition).value, fontSet)
}

function items(plan) {
  listPlanItems(plan, definition.columns, keys)
}

/** In milliseconds: the best of three, as other work on the machine only ever adds to it. */
function timeOf(work) {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now()
      work()
      return performance.now() - start
    }),
  )
}

console.log(`文の長さを ${SHORT.toLocaleString()} 字から四倍にしたときの時間の比（長さに比例すれば 4、二乗なら 16）`)
for (const [name, make, work] of KINDS) {
  const [short, long] = [make(SHORT), make(4 * SHORT)]
  work(make(100))
  const [few, many] = [timeOf(() => work(short)), timeOf(() => work(long))]
  console.log(`${name}\t${few.toFixed(1)} → ${many.toFixed(1)} ミリ秒\t${(many / few).toFixed(1)} 倍`)
}
