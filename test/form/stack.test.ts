/** Stacked columns: several texts of a row in one cell, and what is said where only one of them goes on from above. */

import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import type { Plan } from '../../src/domain/plan.js'
import type { FormRow } from '../../src/form/form.js'
import { NOTHING_HERE, SAME_AS_ABOVE } from '../../src/form/stacked-fields.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm, expectValue, planFrom, seedPlan } from '../support/forms.js'
import { bodyOf } from '../support/sections.js'
import { toForm } from '../support/stages.js'

const form = bundledForm('four-column')
/** 区分, 現状と課題／施策, 取組み, 成果と課題, 今後の対応／具体的な取組み. */
const [STATE, PLANS] = [1, 4]

function cellAt(body: readonly FormRow[], row: number, column: number): string {
  const slot = body[row]!.slots[column]!
  return slot.tag === 'covered'
    ? '↑'
    : slot.paragraphs.map((each) => each.runs.map((run) => run.text).join('')).join('\n')
}

/** The cells of a column, from rows written as in a plan file. */
function column(rows: readonly Readonly<Record<string, string>>[], at: number, definition = form): string[] {
  const text = `計画: 題\n年度: H30\n区分: [{ 名称: あ, 行: ${JSON.stringify(rows)} }]\n`
  const body = bodyOf(toForm(expectValue(planFrom(text, definition)), definition))
  return body.map((_, row) => cellAt(body, row, at))
}

describe('一つの欄に重ねた文', () => {
  it('二つ目から小見出しで分け、ない方は小見出しも書かない', () => {
    expect(
      column(
        [
          { 現状と課題: 'い', 施策: 'ろ' },
          { 現状と課題: 'は', 施策: '' },
          { 現状と課題: '', 施策: 'に' },
        ],
        STATE,
      ),
    ).toEqual(['い\n＜施策＞\nろ', 'は', '＜施策＞\nに'])
  })

  it('小見出しは太字で、ページの終わりに残らない', () => {
    const body = bodyOf(toForm(seedPlan('mogami-h30', form), form))
    const slot = body[0]!.slots[STATE]!
    const label = slot.tag === 'cell' ? slot.paragraphs[1] : undefined
    expect(label).toEqual({
      runs: [{ text: '＜施策＞', emphasis: ['bold'] }],
      marker: 0,
      keepWithNext: true,
      isFieldHeading: true,
    })
  })

  it('どちらも書かなければ、上のセルと一つになる', () => {
    expect(column([{ 現状と課題: 'い', 施策: 'ろ' }, {}, { 現状と課題: '↑', 施策: '↑' }], STATE)).toEqual([
      'い\n＜施策＞\nろ',
      '↑',
      '↑',
    ])
  })

  it('片方だけ上と共通なら、共通の側に（上に同じ）と書く', () => {
    const rows = [
      { 現状と課題: 'い', 施策: 'ろ' },
      { 現状と課題: 'は' },
      { 施策: 'に' },
      { 現状と課題: 'ほ', 施策: '↑' },
    ]
    expect(column(rows, STATE)).toEqual([
      'い\n＜施策＞\nろ',
      `は\n＜施策＞\n${SAME_AS_ABOVE}`,
      `${SAME_AS_ABOVE}\n＜施策＞\nに`,
      `ほ\n＜施策＞\n${SAME_AS_ABOVE}`,
    ])
  })

  it('（上に同じ）の隣の空は（記載なし）。同じと読まれないように', () => {
    const rows = [
      { 現状と課題: 'い', 施策: 'ろ' },
      { 現状と課題: '', 施策: '↑' },
      { 現状と課題: 'は', 施策: '' },
      { 現状と課題: '↑', 施策: '' },
    ]
    expect(column(rows, STATE)).toEqual([
      'い\n＜施策＞\nろ',
      `${NOTHING_HERE}\n＜施策＞\n${SAME_AS_ABOVE}`,
      'は',
      `${SAME_AS_ABOVE}\n＜施策＞\n${NOTHING_HERE}`,
    ])
  })

  it('上も空なら（上に同じ）とは書かない', () => {
    expect(column([{ 現状と課題: 'い' }, { 現状と課題: 'は' }], STATE)).toEqual(['い', 'は'])
    expect(column([{ 現状と課題: 'い', 施策: '' }, { 現状と課題: 'は' }], STATE)).toEqual(['い', 'は'])
  })

  it('結合しない欄では、書かなければ空、↑ なら（上に同じ）', () => {
    const rows = [
      { 今後の対応: 'い', 具体的な取組み: 'ろ' },
      { 今後の対応: 'は' },
      { 今後の対応: 'に', 具体的な取組み: '↑' },
    ]
    const label = '＜具体的な取り組み（予定）＞'
    expect(column(rows, PLANS)).toEqual([`い\n${label}\nろ`, 'は', 'に'])
    const joined = [
      { 今後の対応: 'い', 具体的な取組み: 'ろ' },
      { 今後の対応: 'は', 具体的な取組み: '↑' },
    ]
    expect(column(joined, PLANS)[1]).toBe(`は\n${label}\n${SAME_AS_ABOVE}`)
  })

  it('最上の計画: 病院における退院支援の充実の施策は、上に同じ', () => {
    const body = bodyOf(toForm(seedPlan('mogami-h30', form), form))
    expect(cellAt(body, 1, STATE)).toBe(`病院における退院支援の充実\n＜施策＞\n${SAME_AS_ABOVE}`)
  })

  test('どんな計画でも、すべてのセルの文が一度ずつ、書いた順に残る', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        expect(textsOf(printed(plan))).toEqual(writtenTexts(plan))
      }),
      { numRuns: 60 },
    )
  })
})

/** What stands in the cells, column by column, without what the form itself says. */
function printed(plan: Plan): string[][] {
  const body = bodyOf(toForm(plan, form))
  return form.columns.slice(1).map((_, at) => body.flatMap((_, row) => cellAt(body, row, at + 1).split('\n')))
}

const LABELS = form.columns.flatMap((each) => each.fields.flatMap((field) => field.label ?? []))

function textsOf(columns: readonly string[][]): string[][] {
  return columns.map((lines) =>
    lines.filter((line) => ![...LABELS, SAME_AS_ABOVE, NOTHING_HERE, '', '↑'].includes(line)),
  )
}

function writtenTexts(plan: Plan): string[][] {
  const rows = plan.categories.flatMap((category) => category.rows)
  const columns = form.columns.slice(1).map((each) =>
    rows.flatMap((row) =>
      each.fields.flatMap(({ key }) => {
        const cell = row.cells[key]
        return cell?.tag === 'text' ? cell.text.split('\n') : []
      }),
    ),
  )
  return textsOf(columns)
}

describe('計画の改ページ', () => {
  it('四欄様式は、公式様式に合わせた改ページに従わない', () => {
    const breaks = (definition: FormDefinition) =>
      bodyOf(toForm(seedPlan('mogami-h30', definition), definition)).filter((row) => row.startsPage).length
    expect([breaks(bundledForm('official')), breaks(form)]).toEqual([3, 0])
  })
})
