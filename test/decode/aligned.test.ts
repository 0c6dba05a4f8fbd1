/** 揃え: how the texts of a row stand where it is otherwise than the form says. */

import { describe, expect, it } from 'vitest'
import { bundledForm, expectValue, planFrom } from '../support/forms.js'
import { cellsOf, linesOf } from '../support/reports.js'
import { bodyOf } from '../support/sections.js'
import { toForm } from '../support/stages.js'

const FORM = bundledForm('welfare')
const planOf = (rows: string) => planFrom(`計画: 題\n年度: R6\n区分:\n  - 名称: あ\n    行:\n${rows}`, FORM)

describe('揃え', () => {
  it('書いた行の書いた列だけが、様式と違う側に揃う', () => {
    const rows = '      - { 課題: い, 揃え: { 課題: 右 } }\n      - { 課題: ろ, 年度: R6, 揃え: { 年度: 左 } }\n'
    const body = bodyOf(toForm(expectValue(planOf(rows)), FORM))
    const told = cellsOf(body).map(({ paragraphs, align }) => [linesOf(paragraphs), align])
    expect(told).toEqual(
      expect.arrayContaining([
        ['い', 'end'],
        ['ろ', 'start'],
        ['R6', 'start'],
      ]),
    )
  })

  it.each([
    ['知らない欄', '{ 課題: い, 揃え: { 題目: 右 } }', 'unknown-key'],
    ['知らない側', '{ 課題: い, 揃え: { 課題: 下 } }', 'wrong-type'],
    ['区分の欄', '{ 課題: い, 揃え: { 区分: 右 } }', 'unknown-key'],
    ['左と結合した列', '{ 課題: い, 基本方向: ←, 揃え: { 基本方向: 右 } }', 'align-joined'],
  ])('%sは、その場所を言う', (_, row, code) => {
    const { diagnostics } = planOf(`      - ${row}\n`)
    expect(diagnostics.map((each) => [each.code, each.place?.kind === 'text' && each.place.line])).toEqual([[code, 6]])
  })

  it('上の行と結合した列の揃えは誤り', () => {
    const { diagnostics } = planOf('      - { 課題: い }\n      - { 揃え: { 課題: 右 } }\n')
    expect(diagnostics.map(({ code }) => code)).toEqual(['align-joined'])
  })
})
