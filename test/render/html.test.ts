/** The page for the web: the form's grid as real cells, each with what heads it; marks in words; nothing that a plan says is markup. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form, FormRow, Revision, TableSection } from '../../src/form/form.js'
import { renderHtml } from '../../src/render/html/render-html.js'
import { arbitraryEditions } from '../support/arbitrary-editions.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm, expectValue, planFrom, seedPlan } from '../support/forms.js'
import { bare } from '../support/nothing-lost.js'
import { openSeed, overviewOf } from '../support/overview.js'
import { bundledFonts } from '../support/print.js'
import { redlineOf } from '../support/print-redline.js'
import { all, type HtmlCell, type HtmlPage, readHtml, textOf } from '../support/read-html.js'
import { linesOf } from '../support/reports.js'
import { cell, covered, row, sampleForm } from '../support/sample-form.js'
import { tablesOf } from '../support/sections.js'
import { layOut, repeatHeadings, toForm } from '../support/stages.js'

const OFFICIAL = bundledForm('official')

async function sourceOf(form: Form): Promise<Uint8Array> {
  return expectValue(await renderHtml({ form, pages: [] }))
}

async function pageOf(form: Form): Promise<HtmlPage> {
  return readHtml(await sourceOf(form))
}

/** Cells of the form at their places, as the page must have them. */
function gridOf({ head, body }: TableSection): readonly unknown[] {
  return [...head, ...body].flatMap(({ slots }: FormRow, at) =>
    slots.flatMap((slot, column) =>
      slot.tag === 'covered'
        ? []
        : [[at, column, slot.rowSpan, slot.colSpan, bare(linesOf(slot.paragraphs)), slot.bar?.says ?? '']],
    ),
  )
}

function gridIn(cells: readonly HtmlCell[]): readonly unknown[] {
  return cells.map(({ row: at, column, rowSpan, colSpan, text, element }) => {
    const bar = all(element, 'span').find((each) => /^bar /.test(each.getAttribute('class') ?? ''))
    return [at, column, rowSpan, colSpan, bare(text), bar?.getAttribute('aria-label') ?? '']
  })
}

async function expectGrid(form: Form): Promise<HtmlPage> {
  const page = await pageOf(form)
  expect(page.tables.map(gridIn)).toEqual(tablesOf(form).map(gridOf))
  for (const cells of page.tables) {
    const heads = cells.filter(({ tag }) => tag === 'th')
    const ids = heads.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { headers } of cells) for (const id of headers) expect(ids).toContain(id)
    for (const { element } of heads) expect(element.getAttribute('scope')).toMatch(/^(row|col|rowgroup)$/)
  }
  return page
}

/** What a row's cells say without what came, or without what went. */
function keptOf({ slots }: FormRow, gone: Revision): readonly string[] {
  return slots.flatMap((slot) => {
    if (slot.tag === 'covered') return []
    const runs = slot.paragraphs.flatMap((paragraph) => paragraph.runs)
    return [bare(runs.map(({ text, revision }) => (revision === gone ? '' : text)).join(''))]
  })
}

describe('HTML の文書', () => {
  it('どんな計画でも、升は様式のとおりの所に、同じ結合で、その文で立つ', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, async (plan) => {
        await expectGrid(toForm(plan, OFFICIAL))
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  it('どの見本も、概要も', async () => {
    for (const [seed, name] of [
      ['mogami-r1', 'four-column'],
      ['progress-r6', 'progress'],
      ['welfare-r6', 'welfare'],
    ] as const) {
      await expectGrid(toForm(seedPlan(seed, bundledForm(name)), bundledForm(name)))
    }
    const page = await expectGrid(overviewOf(seedPlan('mogami-h30')))
    expect(all(page.root, 'h1')).toHaveLength(1)
  })

  it('升は、区分、行の名、列の見出しの名を持つ', async () => {
    const { tables } = await pageOf(toForm(seedPlan('mogami-h30'), OFFICIAL))
    const cells = tables[0]!
    const names = new Map(cells.map(({ id, text }) => [id, text]))
    const cell = cells.find(({ text }) => text.startsWith('○[最上総合支庁]入退院調整'))!
    expect(cell.headers.map((id) => names.get(id))).toEqual([
      '今後の対応（案）',
      '具体的な取り組み（予定）',
      '①在宅医療への円滑な移行',
      '入院時から在宅療養までの円滑な移行に向けた医療介護関係者等の連携強化',
      '地域で共通の退院調整のルールづくりや連携ツールの検討',
    ])
    expect(cell.element.getAttribute('data-label')).toBe('今後の対応（案） ＞ 具体的な取り組み（予定）')
  })

  it('ページごとに繰り返す帯と名は一度だけで、ページで分けた結合は一つの升に戻る', async () => {
    const definition = bundledForm('progress')
    const plan = seedPlan('progress-r6', definition)
    const banded = { ...definition, categories: 'band' as const, columns: definition.columns.slice(1) }
    const long = {
      ...plan,
      categories: plan.categories.map((each) => ({ ...each, rows: Array(9).fill(each.rows).flat() })),
    }
    const form = toForm(long, banded)
    const parted = repeatHeadings(form, bundledFonts())
    expect(tablesOf(parted)[0]!.body.length).toBeGreaterThan(tablesOf(form)[0]!.body.length)
    const { tables } = await pageOf(parted)
    expect(tables.map(gridIn)).toEqual(tablesOf(form).map(gridOf))
    expect(await pageOf(form).then(({ tables: whole }) => whole.map(gridIn))).toEqual(tables.map(gridIn))
  })

  it('見え消しは、消えた文を除けば新しい版、加わった文を除けば旧い版で、どちらも言葉でも言う', async () => {
    let told = 0
    await fc.assert(
      fc.asyncProperty(arbitraryEditions, async (editions) => {
        const form = redlineOf(editions, { revisions: 'plain' })
        const cells = (await expectGrid(form)).tables.flat()
        for (const [tag, revision, word] of [
          ['ins', 'inserted', '追加'],
          ['del', 'deleted', '削除'],
        ] as const) {
          const kept = tablesOf(form).flatMap(({ head, body }) =>
            [...head, ...body].flatMap((row) => keptOf(row, revision)),
          )
          expect(cells.map(({ element }) => bare(textOf(element, [tag]).join('')))).toEqual(kept)
          for (const change of cells.flatMap(({ element }) => all(element, tag))) {
            told++
            expect(change.textContent).toMatch(new RegExp(`^${word}：[^]+（${word}ここまで）$`))
          }
        }
      }),
      { numRuns: 12, endOnFailure: true },
    )
    expect(told).toBeGreaterThan(0)
  })

  it('文の中の印や命令は、どこに書いても文のまま', async () => {
    const odd = '</style><script>alert(1)</script>"\'`=&amp;{{計画}}\\22 ]]>'
    const form = sampleForm({
      meta: { title: odd, subject: odd, author: odd, date: '2018-04-01T00:00:00.000Z' },
      header: [{ tag: 'text', text: odd }],
      title: [{ runs: [{ text: odd, emphasis: ['bold', 'double-strike'] }], marker: 0, keepWithNext: false }],
      stamp: {
        paragraphs: [{ runs: [{ text: odd }], marker: 0, keepWithNext: false }],
        size: 9,
        align: 'start',
        space: 0,
        frame: { rule: 1, padding: { x: 2, y: 2 } },
      },
      columns: [{ width: 100 }, { width: 100 }],
      head: [],
      body: [
        row([cell(odd, { isLabel: true, rowSpan: 2, direction: 'vertical' }), cell(odd)], { bookmark: odd }),
        row([covered(1), cell(odd)], { bookmark: odd }),
      ],
    })
    const page = await pageOf(form)
    expect(all(page.root, 'script')).toEqual([])
    expect(all(page.root, 'style')).toHaveLength(1)
    expect(page.title).toBe(odd)
    expect(page.meta).toMatchObject({ author: odd, description: odd })
    expect(page.printed).toContain(odd)
    expect(page.tables[0]!.map(({ text }) => text)).toEqual([odd, odd, odd])
    expect(all(page.root, 'tr')[1]!.getAttribute('data-within')).toBe(odd)
    expect(all(page.root, 'a').map((each) => each.textContent)).toEqual([odd, odd])
  })

  it('ほかのものを読みに行かず、スクリプトはない', async () => {
    const source = new TextDecoder().decode(await sourceOf(toForm(seedPlan('mogami-h30'), OFFICIAL)))
    expect(source).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(source).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|url\(|@import|https?:|src=/i)
  })

  it('縦の名では、二、三字の英数字を横に並べる', async () => {
    const plan = expectValue(
      planFrom('計画: 計\n年度: H30\n区分:\n  - 名称: 在宅ICT第12回2025年A\n    行:\n      - 取組み: ○'),
    )
    const { tables } = await pageOf(toForm(plan, OFFICIAL))
    const name = tables[0]!.find(({ text }) => text.includes('ICT'))!
    const across = all(name.element, 'span').filter((each) => each.getAttribute('class') === 'across')
    expect(across.map((each) => each.textContent)).toEqual(['ICT', '12'])
  })

  it('紙の大きさと余白、欄外とページ番号は様式のもの', async () => {
    const laidOut = layOut(sampleForm(), bundledFonts())
    const source = new TextDecoder().decode(expectValue(await renderHtml(laidOut)))
    const { top, right, bottom, left } = laidOut.form.paper.margins
    expect(source).toContain('size:1190.55pt 841.89pt')
    expect(source).toContain(
      `margin:${[top, right, bottom, left].map((each) => `${Math.round(each * 100) / 100}pt`).join(' ')}`,
    )
    expect(source).toContain('content:"\\2d \\20 " counter(page) "\\20 \\2f \\20 " counter(pages) "\\20 \\2d "')
  })

  it('用紙の違う部分は、印刷すると自分の紙に立つ', async () => {
    const { plan, definition } = openSeed('keikaku-3tables-r6')
    const { root } = await pageOf(toForm(plan, definition))
    const style = all(root, 'style')[0]!.textContent!
    expect(style).toMatch(/@page\{\nsize:595\.28pt 841\.89pt;/)
    expect(style).toMatch(/@page paper1\{\nsize:841\.89pt 595\.28pt;/)
    const papers = all(root, 'table').map((table) => table.getAttribute('class') ?? '')
    expect(new Set(papers).size).toBe(2)
    expect(papers).toEqual(tablesOf(toForm(plan, definition)).map(({ paper }) => (paper === undefined ? '' : 'paper1')))
  })
})
