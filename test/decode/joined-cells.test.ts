/** ↑ and ←: what they join, and what they cannot. */

import { describe, expect, it } from 'vitest'
import { bundledForm, expectValue, planFrom } from '../support/forms.js'

const FORM = { ...bundledForm('official'), categories: 'band' as const }
const HEAD = '計画: 題\n年度: R6\n'

/** The slips of rows written in flow style, as `code line:column`. */
function slips(...rows: readonly string[]): readonly string[] {
  const read = planFrom(`${HEAD}行:\n${rows.map((row) => `  - ${row.replaceAll('; ', '\n    ')}\n`).join('')}`, FORM)
  return read.diagnostics.map(({ code, place }) => `${code} ${place?.kind === 'text' ? place.line : ''}`)
}

describe('結合の書き方', () => {
  it('区分のない表は「行」だけで書く', () => {
    const plan = expectValue(planFrom(`${HEAD}行:\n  - 取組み: ○い\n  - 取組み: ←\n    施策: 三\n`, FORM))
    expect(plan.categories).toMatchObject([{ name: '', rows: [{}, { cells: { 取組み: { tag: 'joined-left' } } }] }])
  })

  it('区分の列のある様式では、区分の中に書くように言う', () => {
    const read = planFrom(`${HEAD}行:\n  - 取組み: ○い\n`)
    expect(read.diagnostics).toMatchObject([{ code: 'rows-alone', place: { line: 3, column: 1 } }])
  })

  it('左に何もない「←」、上に何もない「↑」は、その場所を言う', () => {
    expect(slips('取組み: 一; 現状と課題: ←')).toEqual(['nothing-left 5'])
    expect(slips('取組み: ↑')).toEqual(['nothing-above 4'])
  })

  it('長方形にならない結合は、一つの誤りとして言う', () => {
    // 現状と課題 and 施策 merge by themselves; 取組み does not.
    expect(slips('現状と課題: 一; 施策: ←', '現状と課題: 二; 取組み: 三')).toEqual(['bad-join 5'])
    expect(slips('現状と課題: 一; 施策: 二; 取組み: ←', '現状と課題: 三; 取組み: ↑')).toEqual([])
    expect(slips('現状と課題: 一; 施策: 二; 取組み: ←', '現状と課題: 三; 施策: 四; 取組み: ↑')).toEqual(['bad-join 6'])
    expect(slips('現状と課題: 一; 施策: ←; 取組み: ←', '取組み: ↑')).toEqual([])
  })
})
