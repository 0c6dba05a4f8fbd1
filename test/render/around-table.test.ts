/** 前文, 単位 and 注: whole, in their order and clear of the table, in every format and over any number of pages. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/domain/plan.js'
import type { LaidOut } from '../../src/layout/page.js'
import { blocksOn, extentOf } from '../../src/layout/page-sections.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { handoutOf } from '../support/handouts.js'
import { bundledFonts, layOutPlan } from '../support/print.js'
import { describeParagraph, redlineOf } from '../support/print-redline.js'
import { frontOf } from '../support/sections.js'
import { layOut, toForm } from '../support/stages.js'

const FORM = bundledForm('four-column')
const [FIRST] = seedPlan('mogami-h30', FORM).categories
const PLAN: Plan = { ...seedPlan('mogami-h30', FORM), categories: [FIRST!] }

const line = fc.constantFrom('※１　注の文。', '○箇条書き', '', '長い段落の文が続きます。'.repeat(30), '凡例　◎：達成')
const text = fc.array(line, { minLength: 1, maxLength: 60 }).map((lines) => `はじめ\n${lines.join('\n')}\nおわり`)

const bare = (words: string) => words.replace(/[\s\u3000]/g, '')

/** What the blocks of all pages say, page by page. */
function drawn({ pages }: LaidOut): string {
  const lines = pages.flatMap(blocksOn).flatMap((block) => block.lines)
  return lines.flatMap(({ line }) => line.pieces.map((piece) => piece.text)).join('')
}

describe('表の前後の文', () => {
  it('題名、前文、単位、表、注の順に並ぶ', () => {
    const { form, pages } = layOutPlan({ ...PLAN, lead: '前文', unit: '千円', notes: '※注' }, FORM)
    expect(form.sections.map((section) => (section.tag === 'texts' ? section.role : section.tag))).toEqual([
      'lead',
      'unit',
      'table',
      'notes',
    ])
    expect(drawn({ form, pages })).toBe('前文（単位：千円）※注')
    const [lead, unit] = blocksOn(pages[0]!)
    expect(lead!.top).toBeGreaterThan(pages[0]!.title.at(-1)!.baseline)
    const right = unit!.lines[0]!.x + unit!.lines[0]!.line.width
    expect(right).toBeCloseTo(unit!.left + unit!.width, 6)
  })

  it('空の前文と注は、ないのと同じ', () => {
    expect(toForm({ ...PLAN, lead: '\n', notes: ' ' }, FORM)).toEqual(toForm(PLAN, FORM))
  })

  it('どんなに長くても一字も欠けず、重ならず、版面からはみ出さず、単位は表から離れない', () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (lead, notes, above) => {
        const around = { ...FORM.around, notesStand: above ? ('above' as const) : ('below' as const) }
        const laidOut = layOutPlan({ ...PLAN, lead, unit: '人', notes }, { ...FORM, around })
        const order = above ? [lead, notes, '（単位：人）'] : [lead, '（単位：人）', notes]
        expect(bare(drawn(laidOut))).toBe(bare(order.join('')))
        const { paper } = laidOut.form
        for (const { sections } of laidOut.pages) {
          let end = paper.margins.top
          for (const section of sections) {
            const { top, bottom } = extentOf(section)!
            expect(top).toBeGreaterThanOrEqual(end - 0.01)
            expect(bottom).toBeLessThanOrEqual(paper.height - paper.margins.bottom + 0.01)
            end = bottom
          }
          const unit = sections.findIndex((each) => each.tag === 'texts' && blockText(each.blocks) === '（単位：人）')
          if (unit >= 0) expect(sections[unit + 1]?.tag).toBe('table')
        }
      }),
      { numRuns: 40 },
    )
  })

  it('会議資料にもあり、見え消しは変わった語に印を付ける', () => {
    const plan = { ...PLAN, lead: '前文', notes: '※注' }
    const paper = layOut(handoutOf({ plan, definition: FORM }), bundledFonts())
    expect(drawn(paper)).toContain('前文')
    expect(drawn(paper)).toContain('※注')
    const redline = redlineOf(
      { old: { ...PLAN, lead: '前年度の前文', unit: '千円' }, new: { ...PLAN, lead: '今年度の前文', notes: '※注' } },
      { revisions: 'plain' },
      FORM,
    )
    const shown = frontOf(redline).flatMap(({ paragraphs }) => paragraphs.map(describeParagraph))
    expect(shown).toEqual(['[-前年度-]{+今年度+}の前文', '[-（単位：千円）-]', '{+※注+}'])
  })
})

function blockText(blocks: readonly { readonly block: { readonly paragraphs: LaidOut['form']['title'] } }[]): string {
  return blocks.flatMap(({ block }) => block.paragraphs.flatMap(({ runs }) => runs.map((run) => run.text))).join('')
}
