/** The tagged PDF: read through its tags alone, every cell is there once, whole, and with the names of what heads it. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormCell, FormRow, TableSection } from '../../src/form/form.js'
import type { LaidOut } from '../../src/layout/page.js'
import { cellsOn } from '../../src/layout/page-sections.js'
import { arbitraryEditions } from '../support/arbitrary-editions.js'
import { arbitraryForm } from '../support/arbitrary-form.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { handoutOf } from '../support/handouts.js'
import { overviewOf } from '../support/overview.js'
import { bundledFonts, layOutPlan } from '../support/print.js'
import { redlineOf } from '../support/print-redline.js'
import { readBodyCells, readTags, type Tag, tagsOf, textsIn, untaggedText } from '../support/read-tags.js'
import { tablesOf } from '../support/sections.js'
import { layOut, renderPdf } from '../support/stages.js'

async function tagsOfLaidOut(laidOut: LaidOut): Promise<Tag> {
  return readTags(await renderPdf(laidOut, bundledFonts()))
}

/** A reader of PDF cannot tell blanks from distances; what steers the text is not drawn. */
function bare(text: string): string {
  return text.replace(/[\s\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '')
}

function textsOfCell({ paragraphs }: FormCell): readonly string[] {
  return paragraphs.map(({ runs }) => bare(runs.map(({ text }) => text).join(''))).filter((text) => text !== '')
}

function expectTable(tag: Tag, table: TableSection): void {
  const rowsOf = (part: string) =>
    tag.kids.flatMap((kid) => (typeof kid !== 'string' && kid.kind === part ? kid.kids : []))
  const expectRows = (part: string, rows: readonly FormRow[]) => {
    const found = rowsOf(part) as readonly Tag[]
    expect(found.length).toBe(rows.length)
    found.forEach((row, index) => {
      const cells = rows[index]!.slots.filter((slot) => slot.tag === 'cell')
      const told = (row.kids as readonly Tag[]).map((cell) => ({
        spans: [cell.rowSpan, cell.colSpan],
        texts: textsIn(cell)
          .map(bare)
          .filter((text) => text !== ''),
      }))
      expect(told).toEqual(cells.map((cell) => ({ spans: [cell.rowSpan, cell.colSpan], texts: textsOfCell(cell) })))
    })
  }
  expectRows('THead', table.head)
  expectRows('TBody', table.body)
}

/** Every cell of the form stands in the tree once, with its text and spans. */
async function expectTold(laidOut: LaidOut): Promise<Tag> {
  const tag = await tagsOfLaidOut(laidOut)
  const tables = laidOut.form.sections.filter((section) => section.tag === 'table')
  const told = tagsOf(tag, 'Table')
  expect(told.length).toBe(tables.length)
  told.forEach((each, index) => {
    expectTable(each, tables[index]!)
  })
  expectHeaders(tag)
  return tag
}

/** Names lead to cells that head others, each of its own. */
function expectHeaders(tag: Tag): void {
  const named = tagsOf(tag, 'TH').filter(({ id }) => id !== undefined)
  expect(new Set(named.map(({ id }) => id)).size).toBe(named.length)
  const ids = named.map(({ id }) => id)
  for (const cell of tagsOf(tag, 'TD', 'TH')) expect(ids).toEqual(expect.arrayContaining([...cell.headers]))
}

describe('タグ付き PDF', () => {
  it('最上の計画の一ページ目を読み上げると、どの升も、区分と見出しの名とともに聞こえる', async () => {
    const tag = await tagsOfLaidOut(layOutPlan(seedPlan('mogami-h30'), bundledForm('official')))
    const names = new Map(tagsOf(tag, 'TH').map((head) => [head.id, textsIn(head).join('')]))
    const rows = tagsOf(tagsOf(tag, 'TBody')[0]!, 'TR').slice(0, 4)
    const lines = rows.flatMap((row, index) => [
      `${index + 1}行目`,
      ...(row.kids as readonly Tag[]).map((cell) => {
        const heads = cell.headers.map((id) => names.get(id)).join(' ＞ ')
        return `  ${cell.kind} ${heads}${heads === '' ? '' : '：'}${tell(cell)}`
      }),
    ])
    await expect(`${tagsOf(tag, 'H1').flatMap(textsIn).join('')}\n${lines.join('\n')}\n`).toMatchFileSnapshot(
      '../goldens/mogami-h30.tags.txt',
    )
  })

  it('どの様式のどの見本も、升ごとに、読む順に、一度ずつ', async () => {
    for (const [seed, name] of [
      ['mogami-r1', 'four-column'],
      ['progress-r6', 'progress'],
      ['welfare-r6', 'welfare'],
    ] as const) {
      await expectTold(layOutPlan(seedPlan(seed, bundledForm(name)), bundledForm(name)))
    }
  })

  it('どんな計画でも、長い升がいくつものページにまたがっても', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, arbitraryForm, async (plan, form) => {
        await expectTold(layOutPlan(plan, form))
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })

  it('pdf.js が読む構造の木だけからも、計画の文が升ごとに、行の順に読める', async () => {
    // All on one page: pdf.js gives the tree of a page.
    const official = bundledForm('official')
    const pages = { ...official.pages, ignoresBreaks: true }
    const definition = { ...official, pages, paper: { ...official.paper, height: 100_000 } }
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, async (plan) => {
        const laidOut = layOutPlan(plan, definition)
        const names = tablesOf(laidOut.form).flatMap(({ body }) => body.map(({ bookmark }) => bookmark))
        const keys = definition.columns.flatMap(({ fields }) => fields.map(({ key }) => key))
        const rows = plan.categories.flatMap((category) => category.rows)
        const said = rows.flatMap(({ cells }, at) => [
          names[at] ?? '',
          ...keys.map((key) => (cells[key]?.tag === 'text' ? cells[key].text : '')),
        ])
        const told = await readBodyCells(await renderPdf(laidOut, bundledFonts()))
        expect(told.map(bare).filter((text) => text !== '')).toEqual(said.map(bare).filter((text) => text !== ''))
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })

  it('項目の記号は、その文と分けて言う', async () => {
    const tag = await tagsOfLaidOut(layOutPlan(seedPlan('mogami-h30'), bundledForm('official')))
    const items = tagsOf(tag, 'LI')
    expect(items.length).toBeGreaterThan(80)
    for (const item of items) {
      const [marker, text] = item.kids as readonly Tag[]
      expect([marker!.kind, text?.kind]).toEqual(['Lbl', 'LBody'])
      expect(bare(textsIn(marker!).join(''))).toMatch(/^[○□■・※◎●①-⑳]$/)
    }
  })

  it('ページをまたぐ本文も、一つの文として読まれる', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => `本文の${at}行目。`)
    const plan = { ...seedPlan('mogami-h30'), lead: lines.join('\n') }
    const laidOut = layOutPlan(plan, bundledForm('official'))
    const tag = await tagsOfLaidOut(laidOut)
    const blocks = tagsOf(tag, 'Div').filter((each) => tagsOf(each, 'P').length === lines.length)
    expect(blocks.some((each) => textsIn(each).join() === lines.join())).toBe(true)
  })

  it('見え消しでは、加わった文と消えた文を言葉でも言い、どの升の文も欠けない', async () => {
    let told = 0
    await fc.assert(
      fc.asyncProperty(arbitraryEditions, async (editions) => {
        const form = redlineOf(editions, { revisions: 'plain' })
        const tag = await expectTold(layOut(form, bundledFonts()))
        for (const span of tagsOf(tag, 'Span')) {
          told++
          expect(bare(span.alt ?? '')).toMatch(/^(追加|削除|下線|取消線|二重取消線)：/)
          expect(bare(span.alt!.replace(/^.*?：/, ''))).toBe(bare(textsIn(span).join('')))
        }
      }),
      { numRuns: 10, endOnFailure: true },
    )
    expect(told).toBeGreaterThan(0)
  })

  it('概要の年次工程表では、棒が年度と、実施か予定かを言葉で言う', async () => {
    const plan = seedPlan('mogami-h30')
    const laidOut = layOut(overviewOf(plan), bundledFonts())
    const tag = await expectTold(laidOut)
    const bars = tagsOf(tag, 'Figure').map(({ alt }) => alt)
    expect(bars.length).toBe(cellsOn(laidOut.pages[0]!).filter(({ cell }) => cell.bar?.says !== undefined).length)
    expect(bars.length).toBeGreaterThan(10)
    for (const alt of bars) expect(alt).toMatch(/^[HR]\d+.*：(取組み|予定)/)
    // Every bar is told under the name of its item.
    const names = new Map(tagsOf(tag, 'TH').map((head) => [head.id, textsIn(head).join('')]))
    for (const cell of tagsOf(tag, 'TD').filter((each) => tagsOf(each, 'Figure').length > 0)) {
      expect(cell.headers.map((id) => names.get(id)).length).toBeGreaterThanOrEqual(3)
    }
  })

  it('会議資料の題は見出しで、案の印は一度だけ読まれ、どの文字も、読まれるか読まれない印の中にある', async () => {
    const laidOut = layOut(handoutOf({ plan: seedPlan('mogami-h30'), stamp: '案', cover: 'cover' }), bundledFonts())
    const bytes = await renderPdf(laidOut, bundledFonts())
    const tag = await readTags(bytes)
    expect(laidOut.pages.length).toBeGreaterThan(1)
    expect(laidOut.pages.filter(({ stamp }) => stamp !== undefined).length).toBeGreaterThan(1)
    expect(tagsOf(tag, 'P').filter((each) => textsIn(each).join('') === '案').length).toBe(1)
    expect(tagsOf(tag, 'H1', 'H2')[0]!.kind).toBe('H1')
    expect(await untaggedText(bytes)).toBe('')
  })
})

/** A list as a person hears it. */
function tell(tag: Tag): string {
  if (tag.kind === 'LI') return `\n      項目 ${textsIn(tag).join(' ')}`
  return tag.kids.map((kid) => (typeof kid === 'string' ? kid : tell(kid))).join(tag.kind === 'L' ? '' : ' ')
}
