/** The blocks around the table: where they stand, and that they meet nothing, however long their texts are. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/domain/plan.js'
import type { LaidOut, Page, PlacedBlock } from '../../src/layout/page.js'
import { blocksOn } from '../../src/layout/page-sections.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { blockTexts, handoutOf } from '../support/handouts.js'
import { bundledFonts } from '../support/print.js'
import { coverPage, innerPages, rowsOn } from '../support/sections.js'
import { layOut } from '../support/stages.js'

const FORM = bundledForm('four-column')
const PLAN = seedPlan('mogami-h30', FORM)

function lay(changes: Plan['handout'], request: Partial<Parameters<typeof handoutOf>[0]> = {}): LaidOut {
  const plan = { ...PLAN, handout: changes }
  return layOut(handoutOf({ plan, definition: FORM, ...request }), bundledFonts())
}

/** What stands on a page from the top down: header, stamp, blocks, table, footer. */
function bandsOf(page: Page): { readonly top: number; readonly bottom: number }[] {
  const lines = (placed: Page['header']) =>
    placed.map(({ line, baseline }) => ({ top: baseline - 0.88 * line.size, bottom: baseline + 0.12 * line.size }))
  const boxes = (blocks: readonly PlacedBlock[]) => blocks.map(({ top, height }) => ({ top, bottom: top + height }))
  const rows = rowsOn(page).map(({ top, height }) => ({ top, bottom: top + height }))
  return [
    ...lines(page.header),
    ...boxes([...(page.stamp ? [page.stamp] : []), ...(blocksOn(page) ?? [])]),
    ...rows,
    ...lines(page.footer),
  ]
}

const anyText = fc.oneof(
  fc.constant(''),
  fc.constantFrom('資料１', '第２回最上地域保健医療協議会', '𠮷葛󠄀㈱ｶﾞ｛｝～〜', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.repeat(9)),
  fc.integer({ min: 1, max: 900 }).map((length) => '長い名前の会議、'.repeat(length).slice(0, length)),
)

describe('表のまわりの場所', () => {
  it('枠は右上に、その下に会議と日付、題名は中央、その下に表', () => {
    const { pages } = lay({ number: '資料１', meeting: '協議会', date: '平成31年2月1日' })
    const [number, meeting, date, title] = blocksOn(pages[0]!)!
    const { paper } = FORM
    const right = paper.width - paper.margins.right
    expect(number!.left + number!.width).toBeCloseTo(right, 6)
    expect(number!.top).toBe(paper.margins.top)
    const last = date!.lines[0]!
    expect(last.x + last.line.width).toBeCloseTo(right, 6)
    const middle = title!.lines[0]!.x + title!.lines[0]!.line.width / 2
    expect(middle).toBeCloseTo(paper.width / 2, 6)
    expect([number, meeting, date, title].map((block) => block!.top)).toEqual(
      [number, meeting, date, title].map((block) => block!.top).toSorted((a, b) => a - b),
    )
    expect(pages.slice(1).every((page) => blocksOn(page).length === 0)).toBe(true)
  })

  it('案の印はどのページにもあり、その分だけ上の余白が広がる', () => {
    const [plain, stamped] = [lay({}), lay({}, { stamp: '案', cover: 'cover' })]
    const { pages } = stamped
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1))
    expect(coverPage(stamped)).toBe(pages[0])
    for (const { stamp } of pages) {
      expect(stamp!.left).toBeCloseTo(FORM.paper.margins.left, 6)
      expect(stamp!.top).toBe(FORM.paper.margins.top)
      expect(stamp!.top + stamp!.height).toBeLessThan(stamped.form.paper.margins.top)
    }
    expect(plain.form.paper).toEqual(FORM.paper)
    expect(stamped.pages[0]!.header[0]!.baseline).toBe(plain.pages[0]!.header[0]!.baseline)
  })

  it('下の欄外は n／N で、表紙も数える', () => {
    const feet = lay({}, { cover: 'cover' }).pages.map(({ footer }) =>
      footer[0]!.line.pieces.map(({ text }) => text).join(''),
    )
    expect(feet).toEqual(feet.map((_, index) => `${index + 1}／${feet.length}`))
  })

  it('表紙の題名は中ほどに、番号は上に、会議は下に', () => {
    const laidOut = lay({ number: '資料１', meeting: '協議会' }, { cover: 'cover' })
    const { form } = laidOut
    const [number, title, meeting] = blocksOn(coverPage(laidOut)!)
    expect(title!.top + title!.height / 2).toBeCloseTo(
      (form.paper.margins.top + form.paper.height - form.paper.margins.bottom) / 2,
      6,
    )
    expect(number!.top).toBe(form.paper.margins.top)
    expect(form.paper.height - form.paper.margins.bottom - (meeting!.top + meeting!.height)).toBeCloseTo(70, 6)
  })

  it('どんなに長い文でも、一字も欠けず、互いにも表にも欄外にも重ならず、幅に収まる', () => {
    const texts = fc.record({ number: anyText, meeting: anyText, date: anyText, author: anyText })
    fc.assert(
      fc.property(texts, anyText, anyText, fc.constantFrom('cover', 'none'), (all, agenda, stamp, cover) => {
        const known = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''))
        const laidOut = lay(known, { cover, ...(agenda === '' ? {} : { agenda }), ...(stamp === '' ? {} : { stamp }) })
        const { form } = laidOut
        for (const page of laidOut.pages) {
          const bands = bandsOf(page)
          for (const [index, { top }] of bands.entries()) {
            expect(top).toBeGreaterThanOrEqual((bands[index - 1]?.bottom ?? 0) - 0.01)
          }
          expect(bands.at(-1)!.bottom).toBeLessThan(form.paper.height)
          for (const { block, left, width, lines } of [...blocksOn(page), ...(page.stamp ? [page.stamp] : [])]) {
            expect(left).toBeGreaterThanOrEqual(form.paper.margins.left - 0.01)
            expect(left + width).toBeLessThanOrEqual(form.paper.width - form.paper.margins.right + 0.01)
            expect(lines.flatMap(({ line }) => line.pieces.map(({ text }) => text)).join('')).toBe(
              // A cover's title may have got line feeds of its own, which blockTexts shows as ／.
              block.isTitle ? blockTexts([block])[0]!.replaceAll('／', '') : blockTexts([block])[0],
            )
            for (const { line, x } of lines) {
              expect(x).toBeGreaterThanOrEqual(left - 0.01)
              expect(x + line.width).toBeLessThanOrEqual(left + width + 0.01)
            }
          }
        }
        expect(rowsOn(innerPages(laidOut)[0]!).some(({ kind }) => kind === 'body')).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
