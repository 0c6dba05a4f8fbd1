/** A cover's title ends its lines where a phrase ends, and loses nothing. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakAtPhrases } from '../../src/layout/pages/title-phrases.js'
import { paragraph, sampleForm } from '../support/sample-form.js'
import { emMeasure } from './em-measure.js'

/** The lines of a title in a column of so many em. */
function linesOf(runs: readonly string[], em: number): readonly string[] {
  const title = { ...paragraph(''), runs: runs.map((text) => ({ text })) }
  const block = { paragraphs: [title], size: 10, align: 'center' as const, space: 0, isTitle: true }
  const request = { width: em * 10, size: 10, rules: sampleForm().lines, measure: emMeasure }
  const [broken] = breakAtPhrases(block, request).paragraphs
  return broken!.runs
    .map(({ text }) => text)
    .join('')
    .split('\n')
}

const TITLE = '地域医療構想（最上構想区域）における在宅医療関係施策に係るこれまでの取り組み及び今後の対応について'

describe('表紙の題名', () => {
  it.each<[string, number, readonly string[]]>([
    ['一行に入ればそのまま', 60, [TITLE]],
    [
      '二行は句の切れ目で、長さをそろえて分ける',
      30,
      ['地域医療構想（最上構想区域）における在宅医療関係施策に', '係るこれまでの取り組み及び今後の対応について'],
    ],
    [
      '三行も',
      20,
      ['地域医療構想（最上構想区域）における', '在宅医療関係施策に係るこれまでの', '取り組み及び今後の対応について'],
    ],
  ])('%s', (_title, em, lines) => {
    expect(linesOf([TITLE], em)).toEqual(lines)
  })

  it('切れ目のない長い語は、ふつうの行分けに任せる', () => {
    expect(linesOf(['在宅医療介護連携推進事業実施要綱'], 5)).toEqual(['在宅医療介護連携推進事業実施要綱'])
  })

  it('どんな題名でも、一字も変わらない', () => {
    const runs = fc.array(fc.constantFrom('在宅医療の', '推進に係る', '（案）', '取り組み', '、', 'について', 'ABC '), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(runs, fc.integer({ min: 3, max: 40 }), (texts, em) => {
        expect(linesOf(texts, em).join('')).toBe(texts.join(''))
      }),
    )
  })
})
