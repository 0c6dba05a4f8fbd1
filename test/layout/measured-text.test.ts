/** A text that is measured unit by unit must be one whose units are clusters. */

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clusterEnd, drawn, measureText } from '../../src/layout/lines/measured-text.js'
import { emMeasure } from './em-measure.js'

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
const clustersOf = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment)

it('一字ずつ測る近道は、隣と結び付かない文字にだけ通じる', () => {
  const around = Array.from({ length: 0x10000 }, (_, unit) => `あ${String.fromCharCode(unit)}あ`)
  const joined = around.filter((text) => clustersOf(text).length < 3)
  expect(joined.length).toBeGreaterThan(1000)
  expect(joined.filter((text) => measureText(text, emMeasure).continues === undefined)).toEqual([])
})

it('書記素は Intl.Segmenter の分けるとおりになる', () => {
  const part = fc.constantFrom(
    ...['あ', 'H', '漢', '葛\u{e0100}', 'か\u3099', '\u3099', '𠮷', '👨‍👩‍👧', '🇯🇵', '🇯', '각', '\u0600', '\r\n', '\n'],
  )
  const text = fc.oneof(
    fc.array(part).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(text, (content) => {
      const measured = measureText(content, emMeasure)
      const found: string[] = []
      for (let at = 0; at < content.length; at = clusterEnd(measured, at))
        found.push(content.slice(at, clusterEnd(measured, at)))
      expect(found).toEqual(clustersOf(content))
    }),
  )
})

it.each(['\n', '\t', '\u200b', '\u2060', '\ufeff', '\u00ad'])('目に見えない %j は描かない', (character) => {
  const measured = measureText(`域${character}内`, { advance: () => 1 })
  expect(drawn(measured, 0, 3)).toBe(character === '\t' ? '域 内' : '域内')
  expect(measured.advances[1]).toBe(character === '\t' ? 1 : 0)
})

it('日本語の本文は近道を通る', () => {
  const text = '○[山形県栄養士会]「もがみネット」の普及（Ｈ25～29年度）、ｱｲｳ･ＱＯＬ…※①㈱→℃'
  expect(measureText(text, emMeasure).continues).toBeUndefined()
})

it('書記素ごとに幅を持つ', () => {
  const measured = measureText('葛\u{e0100}か\u3099𠮷H', emMeasure)
  expect([...measured.advances.slice(0, 8)]).toEqual([1, 0, 0, 1, 0, 1, 0, 0.5])
  expect([0, 3, 5, 7].map((at) => clusterEnd(measured, at))).toEqual([3, 5, 7, 8])
})

it('長い本文の後に短い本文を測っても混ざらない', () => {
  measureText('が'.repeat(3000), emMeasure)
  measureText('か\u3099'.repeat(3000), emMeasure)
  const measured = measureText('か\u3099H', emMeasure)
  expect([0, 2].map((at) => clusterEnd(measured, at))).toEqual([2, 3])
})
