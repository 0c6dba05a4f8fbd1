import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Run } from '../../src/form/form.js'
import { joinParagraphs, partText } from '../../src/render/excel/cell-text.js'
import { paragraph } from '../support/sample-form.js'

const run = fc.record({
  text: fc
    .array(fc.constantFrom('あ', '𠮷', '葛󠄀', '㈱', 'ｶﾞ', 'か\u3099', '\n', 'A1 '), { maxLength: 20 })
    .map((each) => each.join('')),
  revision: fc.constantFrom(undefined, 'inserted' as const, 'deleted' as const),
})

const textOf = (runs: readonly Run[]) => runs.map((each) => each.text).join('')

describe('partText', () => {
  test('長い文字は段落か字の切れ目で分かれ、つなぐと元に戻る', () => {
    fc.assert(
      fc.property(fc.array(run), fc.integer({ min: 4, max: 50 }), (runs, longest) => {
        const parts = partText(runs as Run[], longest).map(textOf)
        expect(parts.join('')).toBe(textOf(runs as Run[]))
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(longest)
          expect(part).not.toMatch(/^(?:[\uDC00-\uDFFF]|\p{M})/u)
        }
      }),
    )
  })

  test('許される長さの文字は分けない', () => {
    const runs = [{ text: 'あ'.repeat(32767) }]
    expect(partText(runs)).toEqual([runs])
    expect(partText([{ text: 'あ'.repeat(32768) }]).map(textOf)).toEqual(['あ'.repeat(32767), 'あ'])
  })
})

describe('joinParagraphs', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['', ['']],
    ['○一', ['○一']],
    ['\n○一\n\n○二\n', ['', '○一', '', '○二', '']],
  ])('%j', (text, paragraphs) => {
    expect(textOf(joinParagraphs(paragraphs.map((each) => paragraph(each))))).toBe(text)
  })

  test('書式の同じ文字は一つにまとまり、段落の変更はその文字に及ぶ', () => {
    expect(joinParagraphs([paragraph('○一'), paragraph('○二'), paragraph('○三', { revision: 'deleted' })])).toEqual([
      { text: '○一\n○二\n' },
      { text: '○三', revision: 'deleted' },
    ])
  })
})
