/** Plans of several tables and texts between them, in every format: nothing is lost, papers change where a table asks, our own documents read back. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tablesOnForm } from '../../src/definition/form-tables.js'
import type { Plan, PlanPart } from '../../src/domain/plan.js'
import { listTables } from '../../src/domain/plan-parts.js'
import { findMissingGlyphs } from '../../src/layout/missing-glyphs.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm, expectValue, seedPlan } from '../support/forms.js'
import { bare, expectOnEveryPage } from '../support/nothing-lost.js'
import { bundledFonts } from '../support/print.js'
import { readAll, render } from '../support/read-documents.js'
import { readSheet } from '../support/read-sheet.js'
import { layOut, repeatHeadings, toForm } from '../support/stages.js'

const OFFICIAL = bundledForm('official')
const FORM = bundledForm('needs-and-supply')
const SEED = seedPlan('keikaku-3tables-r6', FORM)

/** The official form as one of two tables, the second upright, with its 区分 as headings. */
const SEVERAL = {
  ...OFFICIAL,
  tables: [
    { name: '一', categories: 'column' as const, columns: OFFICIAL.columns },
    {
      name: '二',
      categories: 'heading' as const,
      columns: OFFICIAL.columns.slice(1, 4),
      paper: { ...OFFICIAL.paper, orientation: 'portrait' as const, width: 841.89, height: 1190.55 },
    },
  ],
}

const text = fc.option(fc.constantFrom('※注', '前文の一。\n\n前文の二。', '長い文が続く。'.repeat(300)), {
  nil: undefined,
})

/** The categories of a plan parted among tables, texts between them. */
const severalTables: fc.Arbitrary<Plan> = fc
  .tuple(
    arbitraryPlan,
    fc.array(fc.tuple(text, text, text, fc.boolean(), fc.boolean()), { minLength: 4, maxLength: 4 }),
  )
  .map(([plan, looks]): Plan => {
    const keys = SEVERAL.tables[1]!.columns.flatMap(({ fields }) => fields.map(({ key }) => key))
    const categories = plan.categories.map((category, index) => ({
      ...category,
      rows: category.rows.map((row) => {
        const cells = Object.entries(row.cells).filter(([key]) => index % 2 === 0 || keys.includes(key))
        return { ...row, cells: Object.fromEntries(cells) }
      }),
    }))
    const parts = categories.flatMap((_, index): PlanPart[] => {
      const [heading, lead, notes, startsPage, hasText] = looks[index]!
      const title = heading?.slice(0, 20)
      const table: PlanPart = {
        tag: 'table',
        startsPage,
        categories: 1,
        formTable: SEVERAL.tables[index % 2]!.name,
        ...given({ heading: title, lead, unit: index === 0 ? '千円' : undefined, notes }),
      }
      const between: PlanPart = {
        tag: 'text',
        startsPage: !startsPage,
        text: lead ?? '本文',
        ...given({ heading: title }),
      }
      return hasText ? [table, between] : [table]
    })
    return { ...plan, categories, parts }
  })

function given<T extends object>(texts: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(texts).filter(([, each]) => each !== undefined)) as never
}

/** All that the parts say, in their order. */
function textsOf(plan: Plan): readonly string[] {
  const around = (plan.parts ?? []).flatMap((part) =>
    part.tag === 'text' ? [part.heading, part.text] : [part.heading, part.lead, part.unit, part.notes],
  )
  return [plan.title, plan.lead, ...around, plan.notes].flatMap((each) => each ?? [])
}

async function expectAll(plan: Plan, definition: typeof FORM): Promise<void> {
  const fonts = bundledFonts()
  const form = repeatHeadings(toForm(plan, definition), fonts)
  for (const read of await readAll(form)) {
    const around = bare(read.around)
    for (const each of textsOf(plan)) expect(around).toContain(bare(each))
    const cells = read.columns.flat().map(bare)
    for (const { rows } of plan.categories) {
      for (const cell of rows.flatMap((row) => Object.values(row.cells))) {
        if (cell.tag === 'text' && cell.text.trim() !== '') expect(cells).toContain(bare(cell.text))
      }
    }
    expectOnEveryPage(read, [...form.header, ...form.footer])
  }
}

describe('表がいくつもある計画は、どの文書でも欠けない', () => {
  it('見本の三つの表', () => expectAll(SEED, FORM))

  it('どんな計画でも、どこに文があってもなくても、用紙の向きが変わっても', async () => {
    await fc.assert(
      fc.asyncProperty(severalTables, (plan) => expectAll(plan, SEVERAL)),
      { numRuns: 8, endOnFailure: true },
    )
  })

  it('どの部分も計画の順に並び、どの表も自分の様式の用紙に立つ', () => {
    fc.assert(
      fc.property(severalTables, (plan) => {
        const form = toForm(plan, SEVERAL)
        const parts = form.sections.flatMap(({ part }) => part ?? [])
        expect(parts).toEqual(parts.toSorted((a, b) => a - b))
        const tables = tablesOnForm(plan, SEVERAL)
        const { pages } = layOut(form, bundledFonts())
        for (const page of pages) {
          for (const { section } of page.sections) {
            const part = form.sections[section]!.part
            const listed = part === undefined ? undefined : tables.find((each) => plan.parts![part] === each.part)
            if (listed !== undefined) expect(page.paper.orientation).toBe(listed.form.paper.orientation)
          }
        }
        expect(listTables(plan).flatMap(({ categories }) => categories)).toEqual(plan.categories)
      }),
      { numRuns: 10 },
    )
  })
})

describe('用紙の向きの違う表', () => {
  const laidOut = layOut(repeatHeadings(toForm(SEED, FORM), bundledFonts()), bundledFonts())
  const papers = laidOut.pages.map(({ paper }) => paper.orientation)

  it('ページは縦、横、縦で、番号は続き、欄外はどのページにもある', () => {
    expect(papers).toEqual(['portrait', 'landscape', 'portrait'])
    expect(laidOut.pages.map(({ number }) => number)).toEqual([1, 2, 3])
    for (const { header, footer, paper } of laidOut.pages) {
      expect([header.length, footer.length]).toEqual([1, 1])
      expect(footer[0]!.baseline).toBeGreaterThan(paper.height - paper.margins.bottom)
    }
  })

  it('Word は用紙ごとの節、Excel は見出しの名のシート、PDF はページごとの大きさ', async () => {
    const word = new TextDecoder('latin1').decode(expectValue(await render(laidOut, 'docx')))
    expect(word.length).toBeGreaterThan(0)
    const { parts } = readSheet(expectValue(await render(laidOut, 'xlsx')))
    const names = [...parts['xl/workbook.xml']!.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['１　需要量の見込みと確保量', '２　確保のための取組み', '３　成果指標による評価'])
    const setups = names.map(
      (_, index) => /orientation="(\w+)"/.exec(parts[`xl/worksheets/sheet${index + 1}.xml`]!)![1],
    )
    expect(setups).toEqual(papers)
  })

  it('欄外は何行でも、どの形式のどのページにも立つ', async () => {
    const texts = { ...FORM.texts, header: '{{区域}}\n{{期間}}', footer: '一行目\n{{ページ番号}}／{{総ページ数}}' }
    const form = repeatHeadings(toForm(SEED, { ...FORM, texts }), bundledFonts())
    const { pages } = layOut(form, bundledFonts())
    expect(pages.map(({ header, footer }) => [header.length, footer.length])).toEqual([
      [2, 2],
      [2, 2],
      [2, 2],
    ])
    expect(findMissingGlyphs(form, bundledFonts(), 'plan.yaml')).toEqual([])
    for (const read of await readAll(form)) expectOnEveryPage(read, [...form.header, ...form.footer])
  })

  it('「表の置き方: 表ごと」なら、表ごとに新しいページ', () => {
    const apart = { ...SEVERAL, tables: [SEVERAL.tables[0]!], pages: { ...SEVERAL.pages, tables: 'apart' as const } }
    const part = { tag: 'table', startsPage: false, categories: 1 } as const
    const rows = [{ startsPage: false, cells: { 取組み: { tag: 'text', text: '一' } } }] as const
    const category = { name: '甲', number: 1, rows }
    const plan: Plan = {
      title: '題',
      year: 2024,
      yearText: 'R6',
      handout: {},
      categories: [category, category],
      parts: [part, part],
    }
    expect(layOut(toForm(plan, apart), bundledFonts()).pages).toHaveLength(2)
    expect(layOut(toForm(plan, { ...apart, pages: OFFICIAL.pages }), bundledFonts()).pages).toHaveLength(1)
  })
})
