/** 列の見出し: what a plan prints over its columns in the place of the form's headings. */

import { describe, expect, it } from 'vitest'
import { chooseColumns } from '../../src/cli/commands/choose-part.js'
import { compareEditions } from '../../src/print/print-comparison.js'
import { listChanges } from '../../src/review/comparison.js'
import { bundledForm, expectValue, planFrom } from '../support/forms.js'
import { headOf } from '../support/sections.js'
import { toForm } from '../support/stages.js'

const FORM = bundledForm('four-column')
const yaml = (headings: string) =>
  `計画: 見本\n年度: R6\n${headings}区分:\n  - 名称: あ\n    行:\n      - 取組み: ○研修\n`
const planOf = (headings: string) => expectValue(planFrom(yaml(headings), FORM))

function headsOf(headings: string): readonly string[] {
  const slots = headOf(toForm(planOf(headings), FORM)).flatMap((row) => row.slots)
  return slots.flatMap((slot) =>
    slot.tag === 'cell' ? slot.paragraphs.map(({ runs }) => runs.map((run) => run.text).join('')).join('／') : [],
  )
}

describe('列の見出し', () => {
  const own = '列の見出し:\n  取組み: |\n    {{年度}}の\n    取組み\n  現状と課題: 課題\n'

  it('欄の名前で書いた列だけ、書いたとおりに変わる。重ねた列は、はじめの欄の名前で書く', () => {
    const [usual, changed] = [headsOf(''), headsOf(own)]
    const at = usual.indexOf('これまでの取組み')
    expect(changed).toEqual(usual.with(at, '{{年度}}の／取組み').with(at - 1, '課題'))
  })

  it('様式にない欄、重ねた列の二つ目の欄の名前は誤りで、近い名前を示す', () => {
    for (const [key, guess] of [
      ['取り組み', '取組み'],
      ['施策', ''],
    ]) {
      const read = planFrom(yaml(`列の見出し:\n  ${key}: 課題\n`), FORM)
      expect(read.ok).toBe(false)
      expect(read.diagnostics.map(({ code }) => code)).toEqual(['unknown-key'])
      expect(`${read.diagnostics[0]!.message}${read.diagnostics[0]!.hint}`).toContain(guess)
    }
  })

  it('会議資料の抜粋は、その見出しでも選べる', () => {
    expect(expectValue(chooseColumns('課題', FORM, planOf(own)))).toEqual([1])
  })

  it('見出しを変えれば、比較はそれを言う', () => {
    const comparison = compareEditions({
      old: { plan: planOf(''), definition: FORM },
      new: { plan: planOf('列の見出し:\n  取組み: 実施した取組\n'), definition: FORM },
    })
    expect(listChanges(comparison).map(({ old, new: now }) => [old[0]?.column, old[0]?.text, now[0]?.text])).toEqual([
      ['見出し:取組み', 'これまでの取組み', '実施した取組'],
    ])
  })
})
