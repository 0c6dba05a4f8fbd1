import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateWidth, shorten } from '../../src/form/overview/shorten.js'
import { bundledFonts } from '../support/print.js'

const CLUSTERS = [
  '在',
  '宅',
  'ア',
  'ー',
  '𠮷',
  '葛󠄀',
  '㈱',
  'ｶﾞ',
  'か\u3099',
  '｛｝',
  '～',
  '（H25～H30年度）',
  ' ',
  'W',
  'i',
  '0',
]
const texts = fc.array(fc.constantFrom(...CLUSTERS), { maxLength: 40 }).map((parts) => parts.join(''))

describe('一行に収める', () => {
  it('入る文はそのまま、入らない文は初めから字の切れ目まで残して … を付ける', () => {
    fc.assert(
      fc.property(texts, fc.double({ min: 2, max: 30, noNaN: true }), (text, room) => {
        const short = shorten(text, room)
        expect(estimateWidth(short)).toBeLessThanOrEqual(room)
        if (estimateWidth(text) <= room) {
          expect(short).toBe(text)
          return
        }
        expect(short.endsWith('…')).toBe(true)
        const kept = short.slice(0, -1)
        expect(text.startsWith(kept)).toBe(true)
        expect(text.slice(kept.length)).not.toMatch(/^(?:[\uDC00-\uDFFF]|\p{M})/u)
      }),
      { numRuns: 300 },
    )
  })

  it('見積もりは、同梱の書体で測った幅より狭くない', () => {
    const fonts = bundledFonts()
    const measured = (text: string) =>
      Array.from(text).reduce((sum, char) => sum + fonts.advance(char.codePointAt(0)!), 0)
    for (const text of [
      '在宅医療推進事業費補助金',
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
      'abcdefghijklmnopqrstuvwxyz',
      '0123456789%&@',
      'ｶﾞｷﾞ・「」（）、。～',
    ])
      expect(estimateWidth(text)).toBeGreaterThanOrEqual(measured(text))
  })
})
