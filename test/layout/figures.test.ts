/** A figure with its sign stands on one line: where its column is too narrow, its cell is set smaller, in every format. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakCell, lineSettings } from '../../src/layout/lines/cell-lines.js'
import type { LaidOut } from '../../src/layout/page.js'
import { cellsOn } from '../../src/layout/page-sections.js'
import { layOut as outcomeOf } from '../../src/layout/pages/lay-out.js'
import { bundledFonts } from '../support/print.js'
import { readSheet } from '../support/read-sheet.js'
import { attributeOf, elements, readPart, textOf } from '../support/read-word.js'
import { cell, row, sampleForm } from '../support/sample-form.js'
import { layOut, renderExcel, renderWord } from '../support/stages.js'
import { emMeasure } from './em-measure.js'

const SETTINGS = lineSettings(sampleForm(), emMeasure)

/** The lines of a cell so many em wide, and the size of its type. */
function linesOf(text: string, em: number, size = 9): { readonly size: number; readonly lines: readonly string[] } {
  const each = cell(text, { size })
  const { lines } = breakCell(each, em * size + 2 * SETTINGS.padding.x, SETTINGS)
  const textAt = (index: number) => each.paragraphs[index]!.runs[0]?.text ?? ''
  return {
    size: lines[0]?.size ?? size,
    lines: lines.map(({ paragraph, start, end }) => textAt(paragraph).slice(start, end)),
  }
}

describe('数の行', () => {
  it.each([
    ['位取りのある数', '1,234,567', 4, 8, ['1,234,567']],
    ['負の数', '▲14,451', 3, 6.5, ['▲14,451']],
    ['空きを置いた負の数', '△ ３件', 2, 7, ['△ ３', '件']],
    ['年度の幅', 'H23-H26', 3, 7.5, ['H23-H26']],
    ['分数', '3,47/9', 2, 6, ['3,47/9']],
    ['入る数はそのまま', '1,234,567', 5, 9, ['1,234,567']],
    ['文の中の数は次の行へ', '決算額は1,234,567円', 5, 9, ['決算額は', '1,234,567', '円']],
    ['長い語は数ではない', 'Healthcare2025', 3, 9, ['Health', 'care20', '25']],
    ['六十桁の数は数とみなさない', '1'.repeat(60), 15, 9, ['1'.repeat(30), '1'.repeat(30)]],
  ])('%s', (_title, text, em, size, lines) => {
    expect(linesOf(text, em)).toEqual({ size, lines })
  })

  it('なくなった数と新しい数の間は分かれてよい', () => {
    const changed = cell('', {
      paragraphs: [
        {
          runs: [
            { text: '43.8', revision: 'deleted' },
            { text: '44.1', revision: 'inserted' },
          ],
          marker: 0,
          keepWithNext: false,
        },
      ],
    })
    const { lines } = breakCell(changed, 2 * 9 + 2 * SETTINGS.padding.x, SETTINGS)
    expect(lines.map(({ size, end }) => [size, end])).toEqual([
      [9, 4],
      [9, 8],
    ])
  })

  const digits = fc.integer({ min: 0, max: 99_999_999 })
  const figure = fc.oneof(
    fc
      .tuple(fc.constantFrom('', '▲', '△ ', '－', '-', '+', '−'), digits, fc.constantFrom('', '%', '％', '.5'))
      .map(([sign, number, end]) => sign + number.toLocaleString('en-US') + end),
    digits.map((number) =>
      String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ),
    fc.tuple(fc.nat(40), fc.nat(40)).map(([from, to]) => `H${from}-H${to}`),
  )
  const words = fc.constantFrom('', '○', '決算額は', '（', '）の', '、', '目標：', '。\n', '件　')

  it('どんな幅でも、どの数も一行に立つ', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, figure, fc.constantFrom('、', '件', '\n')), { maxLength: 6 }),
        fc.integer({ min: 2, max: 9 }),
        (parts, em) => {
          const { lines } = linesOf(parts.map((part) => part.join('')).join(''), em)
          for (const [, text] of parts) expect(lines.some((line) => line.includes(text))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('読みにくいほど小さい字', () => {
  const warningsOf = (width: number) => {
    const source = { category: 1, row: 2, column: '値', at: { line: 9, column: 12 } }
    const narrow = cell('1,234,567', { source })
    const body = [row([narrow, cell('a')]), row([{ ...narrow, source: { ...source, row: 3 } }, cell('b')])]
    const form = sampleForm({ columns: [{ width }, { width: 200 }], head: [], body, source: { file: 'plan.yaml' } })
    return outcomeOf(form, bundledFonts()).diagnostics
  }

  it('6 ポイントより小さければ、どこの文字がいくつかを言う', () => {
    expect(warningsOf(44)).toEqual([])
    expect(warningsOf(24)).toMatchObject([
      {
        severity: 'warning',
        code: 'small-type',
        message: '区分1の2行目「値」ほか1か所の文字を、欄に収めるため 3 ポイントまで小さくしました。',
        place: { kind: 'text', file: 'plan.yaml', line: 9, column: 12 },
        hint: '様式の列の「幅」を広げるか、用紙を大きくするか、文を短くしてください。',
      },
    ])
  })
})

describe('小さく組んだ升', () => {
  const form = sampleForm({
    columns: [{ width: 40 }, { width: 200 }],
    head: [],
    body: [row([cell('1,234,567'), cell('決算額')])],
  })
  const laidOut: LaidOut = layOut(form, bundledFonts())
  const size = cellsOn(laidOut.pages[0]!)[0]!.lines[0]!.line.size

  it('Word と Excel でも同じ大きさ', async () => {
    expect(size).toBeLessThan(9)
    const word = await renderWord(laidOut)
    const paragraph = elements(readPart(word, 'word/document.xml'), 'w:p').find((each) => textOf(each) === '1,234,567')!
    const style = elements(readPart(word, 'word/styles.xml'), 'w:style').find(
      (each) => each.getAttribute('w:styleId') === attributeOf(paragraph, 'w:pStyle'),
    )!
    expect(Number(attributeOf(style, 'w:sz'))).toBe(2 * size)
    const found = [...readSheet(await renderExcel(laidOut)).cells.values()].find(({ text }) => text === '1,234,567')!
    expect(found.style.font).toBe(`BIZ UDPゴシック ${size}`)
  })
})
