/** Texts that may take only so many lines: nothing is cut that has room, and what is left fits. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tablesOn } from '../../src/layout/page-sections.js'
import { openSeed, overviewOf, placedRows } from '../support/overview.js'
import { bundledFonts } from '../support/print.js'
import { cell, row, sampleForm } from '../support/sample-form.js'
import { bodyOf } from '../support/sections.js'
import { layOut } from '../support/stages.js'

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
]
const texts = fc.array(fc.constantFrom(...CLUSTERS), { maxLength: 60 }).map((parts) => parts.join(''))

function lay(text: string, width: number, mostLines?: number) {
  const changes = mostLines === undefined ? {} : { mostLines }
  const laidOut = layOut(
    sampleForm({ columns: [{ width }], head: [], title: [], body: [row([cell(text, changes)])] }),
    bundledFonts(),
  )
  const [slot] = bodyOf(laidOut.form)[0]!.slots
  const shown = slot?.tag === 'cell' ? slot.paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)).join('') : ''
  return { shown, lines: tablesOn(laidOut.pages[0]!)[0]!.cells[0]!.lines.length }
}

describe('行数の限りのある文', () => {
  it('入る文はそのまま、入らない文は初めから字の切れ目まで残して … を付ける', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 40, max: 300 }), fc.integer({ min: 1, max: 3 }), (text, width, most) => {
        const { shown, lines } = lay(text, width, most)
        expect(lines).toBeLessThanOrEqual(most)
        if (shown === text) return
        // What has room with a quarter of an em to spare is not cut.
        expect(lay(text, width - 0.25 * 9).lines).toBeGreaterThan(most)
        expect(shown.endsWith('…')).toBe(true)
        const kept = shown.slice(0, -1)
        expect(text.startsWith(kept)).toBe(true)
        expect(text.slice(kept.length)).not.toMatch(/^(?:[\uDC00-\uDFFF]|\p{M})/u)
      }),
      { numRuns: 150 },
    )
  })

  /** When widths were estimated, 13, 15, 0 and 3 were. */
  const MOST_CUT: Readonly<Record<string, number>> = {
    'mogami-h30': 13,
    'mogami-r1': 14,
    'progress-r6': 0,
    'welfare-r6': 0,
  }

  it.each(['mogami-h30', 'mogami-r1', 'progress-r6', 'welfare-r6'])('%s の概要で、入る文は切らない', (name) => {
    const { plan, definition } = openSeed(name)
    const form = overviewOf(plan, definition)
    const laidOut = layOut(form, bundledFonts())
    const [before, after] = [placedRows(form).flat(), placedRows(laidOut.form).flat()]
    const fonts = bundledFonts()
    const widthOf = (text: string, size: number) =>
      Array.from(text).reduce((sum, char) => sum + fonts.advance(char.codePointAt(0)!), 0) * size
    const cut = before.filter(({ text, cell: { mostLines } }, at) => mostLines === 1 && after[at]!.text !== text)
    for (const { text, left, right, cell: own } of cut) {
      const room = right - left - 2 * form.table.padding.x - 0.25 * own.size
      expect(widthOf(text, own.size), text).toBeGreaterThan(room)
    }
    expect(cut.length).toBeLessThanOrEqual(MOST_CUT[name]!)
  })
})
