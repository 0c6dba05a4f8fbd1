import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FormDefinition } from '../../src/definition/form-definition.js'
import { joinCells } from '../../src/definition/joined-cells.js'
import type { Plan } from '../../src/domain/plan.js'
import type { Form } from '../../src/form/form.js'
import { bodyJoins, bodyTexts, settleMargins, settleRevisions, type Verdict } from '../support/accept-revisions.js'
import {
  arbitraryColumns,
  arbitraryEditions,
  type Editions,
  editionsWithoutBreaks,
} from '../support/arbitrary-editions.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { findLibreOffice, settleInLibreOffice } from '../support/libreoffice.js'
import { bundledFonts } from '../support/print.js'
import { planOf, redlineOf } from '../support/print-redline.js'
import { attributeOf, children, elements, readPart, readTables, textOf } from '../support/read-word.js'
import { bodyOf, rowsOn } from '../support/sections.js'
import { layOut, renderWord, toForm } from '../support/stages.js'

const FORM = bundledForm('official')
const SEEDS = { old: seedPlan('mogami-h30'), new: seedPlan('mogami-r1') }

type Texts = readonly (readonly string[])[]

function word(form: Form): Promise<Uint8Array> {
  return renderWord(layOut(form, bundledFonts()))
}

/** Without pages: texts and marks do not depend on them. */
function quickWord(form: Form): Promise<Uint8Array> {
  return renderWord({ form, pages: [] })
}

async function quickTexts(plan: Plan): Promise<Texts> {
  return bodyTexts(settleRevisions(await quickWord(toForm(plan, FORM)), 'accept'))
}

/** Whether ← makes rectangles among these columns as well. */
function areRectangular({ categories }: Plan, { columns }: FormDefinition): boolean {
  const joining = columns.map(({ fields, merges }) => ({
    keys: fields.flatMap(({ key, part }) => (part === 'category' ? [] : [key])),
    merges,
  }))
  return categories.every(({ rows }) => {
    const { corners, spanOf } = joinCells(rows, joining)
    return corners.flat().every((corner) => spanOf(corner) !== undefined)
  })
}

/** Without what a label says again behind a forced page break of the plan's own. */
function withoutRepeated(texts: Texts, plan: Plan): Texts {
  const body = bodyOf(toForm(plan, FORM))
  return texts.map((row, index) => row.map((text, at) => (body[index]!.slots[at]!.tag === 'covered' ? '' : text)))
}

describe('Word の見え消し', () => {
  test('見本の計画：すべて承諾すれば新しい文書に、すべて元に戻せば古い文書になる', async () => {
    const redline = await word(redlineOf(SEEDS, { revisions: 'tracked' }))
    const own = { old: await word(toForm(SEEDS.old, FORM)), new: await word(toForm(SEEDS.new, FORM)) }
    // Tables, heading rows, merged cells and all.
    expect(settleRevisions(redline, 'accept')).toEqual(settleRevisions(own.new, 'accept'))
    // The pages are the new edition's, and so are the borders of its tables.
    expect(bodyTexts(settleRevisions(redline, 'reject'))).toEqual(bodyTexts(settleRevisions(own.old, 'accept')))
  })

  test('行、区分、結合、項目がどう変わっても、承諾と取消しで升ごとに新旧の文書の文字になる', async () => {
    await fc.assert(
      fc.asyncProperty(editionsWithoutBreaks, async (editions) => {
        const redline = await quickWord(redlineOf(editions, { revisions: 'tracked' }))
        expect(bodyTexts(settleRevisions(redline, 'accept'))).toEqual(await quickTexts(editions.new))
        expect(bodyTexts(settleRevisions(redline, 'reject'))).toEqual(await quickTexts(editions.old))
      }),
      { numRuns: 30 },
    )
  })

  test('結合も、承諾と取消しで新旧の文書のとおりになる', async () => {
    const joins = async (plan: Plan) => bodyJoins(settleRevisions(await quickWord(toForm(plan, FORM)), 'accept'))
    await fc.assert(
      fc.asyncProperty(editionsWithoutBreaks, async (editions) => {
        const redline = await quickWord(redlineOf(editions, { revisions: 'tracked' }))
        expect(bodyJoins(settleRevisions(redline, 'accept'))).toEqual(await joins(editions.new))
        expect(bodyJoins(settleRevisions(redline, 'reject'))).toEqual(await joins(editions.old))
      }),
      { numRuns: 30 },
    )
  })

  test('欄が加わり、なくなり、移り、題名と欄外と見出しが変わっても、升ごとに、結合まで新旧の文書になる', async () => {
    const withColumns = (name: string, columns: readonly number[]): FormDefinition => ({
      ...FORM,
      columns: columns.map((at) => FORM.columns[at]!),
      texts: { ...FORM.texts, title: `{{計画}}（${name}）`, header: `${name}の凡例`, footer: `${name} {{ページ番号}}` },
    })
    const settled = (bytes: Uint8Array, verdict: Verdict) => {
      const { paragraphs, tables } = settleRevisions(bytes, verdict)
      const rows = tables.flat().map(({ texts, goesOn }) => texts.map((text, at) => (goesOn[at] ? '↑' : text)))
      return { paragraphs: paragraphs.filter((text) => text !== ''), rows, margins: settleMargins(bytes, verdict) }
    }
    await fc.assert(
      fc.asyncProperty(editionsWithoutBreaks, arbitraryColumns, arbitraryColumns, async (editions, before, after) => {
        const [oldDefinition, definition] = [withColumns('旧い様式', before), withColumns('新しい様式', after)]
        fc.pre(areRectangular(editions.old, oldDefinition) && areRectangular(editions.new, definition))
        const redline = await quickWord(redlineOf(editions, { revisions: 'tracked', oldDefinition }, definition))
        const own = {
          old: await quickWord(toForm(editions.old, oldDefinition)),
          new: await quickWord(toForm(editions.new, definition)),
        }
        expect(settled(redline, 'accept')).toEqual(settled(own.new, 'accept'))
        expect(settled(redline, 'reject')).toEqual(settled(own.old, 'accept'))
      }),
      { numRuns: 25 },
    )
  })

  test.each([
    ['区分の先頭に行が入る', ['b', 'c'], ['a', 'b', 'c']],
    ['区分の先頭の行がなくなる', ['a', 'b', 'c'], ['b', 'c']],
    ['区分の先頭の行が移る', ['a', 'b', 'c'], ['b', 'c', 'a']],
  ])('%s：区分の名前の箱は、承諾しても元に戻しても一つ', async (_, old, now) => {
    const plan = (year: string, rows: readonly string[]) =>
      planOf(
        year,
        `  - 名称: 区分一\n    行:\n${rows.map((id) => `      - { id: ${id}, 現状と課題: ${id}の課題, 施策: ${id}の施策, 取組み: ○${id}の取組 }\n`).join('')}`,
      )
    const redline = await quickWord(
      redlineOf({ old: plan('H30', old), new: plan('R1', now) }, { revisions: 'tracked' }),
    )
    const names = (verdict: 'accept' | 'reject') => {
      const settled = settleRevisions(redline, verdict)
      return bodyTexts(settled).map(([name], at) => (bodyJoins(settled)[at]![0] ? '↑' : name))
    }
    expect(names('accept')).toEqual(['①区分一', ...now.slice(1).map(() => '↑')])
    expect(names('reject')).toEqual(['①区分一', ...old.slice(1).map(() => '↑')])
  })

  test('改ページで見出しをくり返しても同じ。古い年度の改ページでくり返した見出しだけは戻らない', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryEditions, async (editions) => {
        const redline = await quickWord(redlineOf(editions, { revisions: 'tracked' }))
        expect(bodyTexts(settleRevisions(redline, 'accept'))).toEqual(await quickTexts(editions.new))
        const rejected = bodyTexts(settleRevisions(redline, 'reject'))
        expect(withoutRepeated(rejected, editions.old)).toEqual(
          withoutRepeated(await quickTexts(editions.old), editions.old),
        )
      }),
      { numRuns: 25 },
    )
  })

  const python = findLibreOffice()
  const reason = python === undefined ? '（LibreOffice か python3-uno がないので試さない）' : ''
  test.skipIf(python === undefined)(`LibreOffice が承諾し、元に戻しても同じ${reason}`, async () => {
    const isShort = (editions: Editions) => JSON.stringify(editions).length < 12_000
    const drawn = fc.sample(editionsWithoutBreaks.filter(isShort), { numRuns: 12 })
    const pairs = [SEEDS, ...drawn]
    const redlines = await Promise.all(pairs.map((each) => word(redlineOf(each, { revisions: 'tracked' }))))
    const settled = settleInLibreOffice(
      python!,
      redlines.flatMap((bytes) => [
        { bytes, verdict: 'accept' as const },
        { bytes, verdict: 'reject' as const },
      ]),
    )
    for (const [index, { old, new: now }] of pairs.entries()) {
      expect(asStored(settled[2 * index]!)).toEqual(await quickTexts(now))
      expect(asStored(settled[2 * index + 1]!)).toEqual(await quickTexts(old))
    }
  })
})

/** LibreOffice escapes what reads like an escape of Excel's, `_x0041_`, when it stores. */
function asStored(bytes: Uint8Array): Texts {
  const texts = bodyTexts(settleRevisions(bytes, 'accept'))
  return texts.map((row) => row.map((text) => text.replaceAll('_x005F_x', '_x')))
}

describe('変更履歴の印', () => {
  test('名と日付は指定のもの、なければ資料の作成者、それもなければ事務局', async () => {
    const authors = async (editions: Editions, author?: string) => {
      const context = { revisions: 'tracked' as const, date: '2019-08-01T00:00:00.000Z', ...(author ? { author } : {}) }
      const body = readPart(await quickWord(redlineOf(editions, context)), 'word/document.xml')
      const marks = [...elements(body, 'w:ins'), ...elements(body, 'w:del')]
      expect(new Set(marks.map((mark) => mark.getAttribute('w:date')))).toEqual(new Set(['2019-08-01T00:00:00.000Z']))
      return [...new Set(marks.map((mark) => mark.getAttribute('w:author')))]
    }
    const handout = { author: '最上保健所' }
    expect(await authors(SEEDS, '最上総合支庁')).toEqual(['最上総合支庁'])
    expect(await authors({ ...SEEDS, new: { ...SEEDS.new, handout } })).toEqual(['最上保健所'])
    expect(await authors({ ...SEEDS, new: { ...SEEDS.new, handout: {} } })).toEqual(['事務局'])
  })

  test('変わった行は、立てた区分名に要る高さしか持たない。承諾すれば低くなるから', async () => {
    const plan = (text: string) =>
      planOf(
        'R1',
        `
  - 名称: 在宅医療への円滑な移行
    行:
      - { id: a, 取組み: ${text} }
      - { id: b, 取組み: ${JSON.stringify(`${text}\n`.repeat(9))} }
      - { id: c, 取組み: ${text} }
      - { id: d, 取組み: ○変わらない }
`,
      )
    const form = redlineOf({ old: plan('○研修会'), new: plan('○講習会') }, { revisions: 'tracked' })
    const laidOut = layOut(form, bundledFonts())
    const [a, b, , d] = rowsOn(laidOut.pages[0]!)
      .slice(-4)
      .map((row) => row.height)
    const heights = readTables(await renderWord(laidOut))[0]!
      .slice(-4)
      .map((row) => row.height)
    // A circled number, eleven characters and room for one more of 10 pt, and 2 pt of padding over and under them.
    // The row that does not change gives its own in every state.
    const rest = 134 - a! - d!
    expect(rest).toBeLessThan(b!)
    expect(heights).toEqual([a, rest, undefined, d].map((points) => points && Math.round(points * 20)))
  })

  const rows = (starting: string) =>
    ['a', 'b', 'c'].map((id) => `{ id: ${id}, ${id === starting ? '改ページ: true, ' : ''}取組み: ○${id} }`).join(', ')
  const breaking = (year: string, starting: string) => planOf(year, `  - { 名称: 移行, 行: [${rows(starting)}] }\n`)
  const names = async (editions: Editions) => {
    const redline = await quickWord(redlineOf(editions, { revisions: 'tracked' }))
    const [rejected, accepted] = (['reject', 'accept'] as const).map((verdict) =>
      bodyTexts(settleRevisions(redline, verdict)).map(([name]) => name),
    )
    return { tables: readTables(redline).length, rejected, accepted }
  }

  test('どちらの年度も同じ行で改ページすれば、くり返す区分名はどちらにも残る', async () => {
    const name = ['①移行', '①移行', '']
    const both = { old: breaking('H30', 'b'), new: breaking('R1', 'b') }
    expect(await names(both)).toEqual({ tables: 2, rejected: name, accepted: name })
  })

  test('改ページの行がずれれば、新しい方で改め、古い方の行ではくり返さない', async () => {
    const moved = { old: breaking('H30', 'b'), new: breaking('R1', 'c') }
    expect(await names(moved)).toEqual({ tables: 2, rejected: ['①移行', '', ''], accepted: ['①移行', '', '①移行'] })
  })

  test('取り消すと前に何も残らないところでは、表を割らない', async () => {
    const old = planOf('H30', '  - { 名称: 移行, 行: [{ id: b, 取組み: ○b }, { id: c, 取組み: ○c }] }\n')
    expect(await names({ old, new: breaking('R1', 'b') })).toEqual({
      tables: 1,
      rejected: ['①移行', ''],
      accepted: ['①移行', '①移行', ''],
    })
  })

  test('加わった行の改ページは段落に書く。行が取り消されても表は割れていない', async () => {
    const old = planOf(
      'H30',
      '  - { 名称: 移行, 行: [{ id: a, 現状と課題: 連携, 取組み: ○甲 }, { id: c, 取組み: ○丙 }] }\n',
    )
    const now = planOf(
      'R1',
      '  - { 名称: 移行, 行: [{ id: a, 現状と課題: 連携, 取組み: ○甲 }, { id: b, 改ページ: true, 取組み: ○乙 }, { id: c, 取組み: ○丙 }] }\n',
    )
    const redline = await quickWord(redlineOf({ old, new: now }, { revisions: 'tracked' }))
    const [table, ...others] = readTables(redline)
    expect(others).toEqual([])
    const broken = table!.filter((row) => elements(row.element, 'w:pageBreakBefore').length > 0)
    expect(broken.map((row) => row.cells[3]!.paragraphs)).toEqual([['○乙']])
    // Accepted, the row says its labels again, as it does in its own document; rejected, the row below joins the first.
    expect(
      settleRevisions(redline, 'accept')
        .tables[0]!.slice(2)
        .map(({ texts }) => texts[0]),
    ).toEqual(['①移行', '①移行', ''])
    expect(
      settleRevisions(redline, 'reject')
        .tables[0]!.slice(2)
        .map(({ goesOn }) => goesOn[0]),
    ).toEqual([false, true])
  })
})

describe('変更履歴にしない見え消し', () => {
  test('履歴の印は一つもなく、消した語は赤の取消線、加えた語は赤の下線、そのほかは素の文字', async () => {
    const body = readPart(await quickWord(redlineOf(SEEDS, { revisions: 'plain' })), 'word/document.xml')
    expect([...elements(body, 'w:ins'), ...elements(body, 'w:del'), ...elements(body, 'w:delText')]).toEqual([])
    const looks = (text: string) => {
      const run = elements(body, 'w:r').find((each) => textOf(each) === text)!
      const properties = children(run, 'w:rPr')[0]
      return properties === undefined ? [] : Array.from(properties.childNodes).map((each) => each.nodeName)
    }
    expect(looks('H25～H30年度')).toEqual(['w:strike', 'w:color'])
    expect(looks('H25～R1年度')).toEqual(['w:color', 'w:u'])
    expect(looks('〔行を旧②1から移動〕')).toEqual(['w:sz', 'w:szCs'])
    expect(looks('○在宅医療に取り組む医療従事者の増加に向けた取り組み')).toEqual([])
    expect(attributeOf(body, 'w:color')).toBe('C00000')
  })
})
