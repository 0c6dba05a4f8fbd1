/** Two editions of a plan of several tables: what changed is told of its table, and the redline has all of them. */

import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/form/form.js'
import { toJson } from '../../src/review/to-json.js'
import { settleMargins, settleRevisions, type Verdict } from '../support/accept-revisions.js'
import { comparisonOf, formOf, type SampleEdition } from '../support/editions.js'
import { expectValue, planFrom } from '../support/forms.js'
import { renderWord, toForm, toRedlineForm } from '../support/stages.js'

const FORM = formOf('二表', ['項目|項目|見出し', '値|値|その他', '取組|取組|取組み'])

function editionOf(year: string, parts: readonly string[]): SampleEdition {
  const text = `計画: 子ども計画\n年度: ${year}\n表:\n${parts.join('')}`
  return { plan: expectValue(planFrom(text, FORM)), definition: FORM }
}

const NEED = (value: string, unit = '人') =>
  `  - { 見出し: １　見込み, 単位: ${unit}, 行: [{ 項目: 見込み, 値: "${value}", 取組: ○調査 }, { 項目: 確保, 値: "9" }] }\n`
const WAY = (words: string) => `  - { 見出し: ２　考え方, 本文: ${words} }\n`
const COST = (heading: string, own = '') =>
  `  - { 見出し: ${heading}, ${own}行: [{ 項目: 人件費, 値: "100" }, { 項目: 物件費, 値: "50" }] }\n`
const OTHER = (item: string) => `  - { 見出し: ${item}の表, 行: [{ 項目: ${item}, 値: "1" }] }\n`

function told(old: SampleEdition, now: SampleEdition): readonly string[] {
  const place = ({ table, category, row, column, text }: ReturnType<typeof toJson>['changes'][number]['old'][number]) =>
    `表${table} ${category}-${row} ${column}「${text}」`
  return toJson(comparisonOf(old, now)).changes.map(
    ({ kinds, old: before, new: after }) => `${kinds.join()}: ${before.map(place)} → ${after.map(place)}`,
  )
}

describe('表がいくつもある計画の比較', () => {
  it('見出し、単位、本文、列の見出し、値の変更を、その表のものとして言う', () => {
    const old = editionOf('R6', [NEED('10'), WAY('次のとおり進める。'), COST('３　費用')])
    const now = editionOf('R7', [
      NEED('12', '世帯'),
      WAY('速やかに進める。'),
      COST('３　事業費', '列の見出し: { 値: 金額 }, '),
    ])
    expect(told(old, now)).toEqual([
      'document-changed: 表1 0-0 単位「人」 → 表1 0-0 単位「世帯」',
      'document-changed: 表2 0-0 本文「次のとおり進める。」 → 表2 0-0 本文「速やかに進める。」',
      'document-changed: 表3 0-0 見出し「３　費用」 → 表3 0-0 見出し「３　事業費」',
      'document-changed: 表3 0-0 見出し:値「値」 → 表3 0-0 見出し:値「金額」',
      'reworded: 表1 1-1 値「10」 → 表1 1-1 値「12」',
    ])
  })

  it('先頭に表が加わっても、ほかの表は変わったとは言わない', () => {
    const parts = [NEED('10'), WAY('次のとおり進める。'), COST('３　費用')]
    expect(told(editionOf('R6', parts), editionOf('R7', [OTHER('新規'), ...parts]))).toEqual([
      'document-changed:  → 表1 0-0 見出し「新規の表」',
      'row-added:  → 表1 1-1 項目「新規」,表1 1-1 値「1」',
    ])
  })
})

describe('表がいくつもある計画の見え消し', () => {
  const settled = async (form: Form, verdict: Verdict) => {
    const bytes = await renderWord({ form, pages: [] })
    const { paragraphs, tables } = settleRevisions(bytes, verdict)
    return { paragraphs: paragraphs.filter((text) => text !== ''), tables, margins: settleMargins(bytes, verdict) }
  }
  const all = [NEED('10'), WAY('次のとおり進める。'), COST('３　費用')]

  it.each([
    ['値と文が変わった', all, [NEED('12', '世帯'), WAY('速やかに進める。'), COST('３　事業費')]],
    ['表が先頭に加わった', all, [OTHER('新規'), ...all]],
    ['表がなくなった', [...all, OTHER('参考')], all],
    ['表が入れ替わった', all, all.toReversed()],
    ['一つの表になった', all, [NEED('10')]],
    ['表がみな別の表になった', [OTHER('参考')], [OTHER('新規')]],
  ])('%s：すべて承諾すれば新しい文書に、すべて元に戻せば古い文書になる', async (_, before, after) => {
    const [old, now] = [editionOf('R6', before), editionOf('R7', after)]
    const comparison = comparisonOf(old, now)
    const redline = toRedlineForm(old.plan, now.plan, comparison, FORM, { revisions: 'tracked' })
    const own = { old: toForm(old.plan, FORM), new: toForm(now.plan, FORM) }
    expect(await settled(redline, 'accept')).toEqual(await settled(own.new, 'accept'))
    expect(await settled(redline, 'reject')).toEqual(await settled(own.old, 'accept'))
  })
})
