/** 装飾: which marks count, what is left of the text, and that nothing else of it changes. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodePlan, openPlanFile } from '../../src/decode/plan/plan-file.js'
import { readEmphasis } from '../../src/decode/plan/read-emphasis.js'
import type { PlanEmphasis } from '../../src/domain/plan.js'
import { bundledForm, expectValue } from '../support/forms.js'

/** The text with what is emphasised in ［ ］ behind the first letters of its emphasis. */
function shown(typed: string): string {
  const { text, emphasis = [] } = readEmphasis(typed)
  const cuts = emphasis.flatMap((each) => [
    { at: each.start, order: 1, put: `${each.emphasis.slice(0, 3)}［` },
    { at: each.end, order: 0, put: '］' },
  ])
  const sorted = cuts.toSorted((a, b) => b.at - a.at || b.order - a.order)
  return sorted.reduce((line, { at, put }) => line.slice(0, at) + put + line.slice(at), text)
}

const MARKS: Readonly<Record<PlanEmphasis, string>> = {
  bold: '**',
  underline: '__',
  strike: '~~',
  superscript: '^^',
  subscript: ',,',
}

describe('装飾の記号', () => {
  it.each([
    ['**太字**と__下線__', 'bol［太字］とund［下線］'],
    ['~~取消~~、10m^^2^^、CO,,2,,', 'str［取消］、10msup［2］、COsub［2］'],
    ['**太字の中の^^上付き^^も**', 'bol［太字の中のsup［上付き］も］'],
    ['**食い違う__記号**は__、外側が勝つ', 'bol［食い違う__記号］は__、外側が勝つ'],
    ['***', '***'],
    ['***と***', '***と***'],
    ['____', '____'],
    ['閉じない**は文字', '閉じない**は文字'],
    ['** **は間に字がない', '** **は間に字がない'],
    ['**行を\nまたぐ**', '**行を\nまたぐ**'],
    ['\\**そのまま\\**', '**そのまま**'],
    ['**太字\\**の中**', 'bol［太字**の中］'],
    ['C:\\temp と \\ は文字', 'C:\\temp と \\ は文字'],
    ['1,,000 と 2', '1,,000 と 2'],
  ])('%s', (typed, expected) => {
    expect(shown(typed)).toBe(expected)
  })

  it('記号を付けて読めば、元の文と付けた所に戻る', () => {
    const word = fc.stringMatching(/^[ぁ-ん○a-z0-9 ]{0,5}[漢a][ぁ-ん\n]{0,3}$/)
    const part = fc.record({
      word,
      emphasis: fc.constantFrom(...(Object.keys(MARKS) as PlanEmphasis[])),
      marked: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const stretches = parts.map(({ word, ...rest }) => ({
          ...rest,
          word: rest.marked ? word.replaceAll('\n', '') : word,
        }))
        const typed = stretches.map(({ word, emphasis, marked }) =>
          marked ? `${MARKS[emphasis]}${word}${MARKS[emphasis]}、` : word,
        )
        const { text, emphasis = [] } = readEmphasis(typed.join(''))
        expect(text).toBe(stretches.map(({ word, marked }) => (marked ? `${word}、` : word)).join(''))
        expect(emphasis.map((each) => [each.emphasis, text.slice(each.start, each.end)])).toEqual(
          stretches.flatMap(({ word, emphasis, marked }) => (marked ? [[emphasis, word]] : [])),
        )
      }),
    )
  })

  it('書かなければ、どの記号も文字のまま', () => {
    const form = bundledForm('four-column')
    const read = (key: string) => {
      const yaml = `計画: 見本\n年度: R6\n${key}前文: '**前**'\n区分:\n  - 名称: あ\n    行:\n      - 取組み: '○__下線__'\n注: ^^1^^\n`
      return expectValue(decodePlan(expectValue(openPlanFile('p.yaml', new TextEncoder().encode(yaml))), form))
    }
    const textsOf = (plan: ReturnType<typeof read>) => [
      plan.lead,
      plan.categories[0]!.rows[0]!.cells.取組み,
      plan.notes,
    ]
    expect(textsOf(read(''))).toEqual(['**前**', expect.objectContaining({ text: '○__下線__' }), '^^1^^'])
    expect(read('').emphasis).toBeUndefined()
    expect(textsOf(read('装飾: true\n'))).toEqual([
      '前',
      expect.objectContaining({ text: '○下線', emphasis: [{ start: 1, end: 3, emphasis: 'underline' }] }),
      '1',
    ])
  })
})
