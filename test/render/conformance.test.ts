/** What every format has to keep to, each read back by a reader of its own. A format joins by its line in READERS. */

import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Form, TableSection } from '../../src/form/form.js'
import type { Format } from '../../src/render/formats.js'
import { bundledForm, expectValue, seedPlan } from '../support/forms.js'
import { bare, expectNothingLost, expectOnEveryPage } from '../support/nothing-lost.js'
import { bundledFonts } from '../support/print.js'
import { redlineOf } from '../support/print-redline.js'
import { ALL_FORMATS, READERS, type ReadDocument, render } from '../support/read-documents.js'
import { cell, covered, row, sampleForm } from '../support/sample-form.js'
import { tablesOf } from '../support/sections.js'
import { layOut, toForm } from '../support/stages.js'

const OFFICIAL = bundledForm('official')
const PLAN = {
  ...seedPlan('mogami-h30'),
  lead: '前文の一。\n前文の二。',
  unit: '千円',
  notes: '※１　注の文。\n※２　次の注の文。',
}
const PRINTED = layOut(toForm(PLAN, OFFICIAL), bundledFonts())

/** A table by its rows of texts, of columns as wide as told. */
function table(widths: readonly number[], rows: readonly (readonly string[])[]): TableSection {
  const body = rows.map((texts) => row(texts.map((text) => cell(text))))
  return { tag: 'table', kind: 'grid', columns: widths.map((width) => ({ width })), head: [], body }
}

/** Two tables on a page, and a third over several. */
const TABLES = sampleForm({
  sections: [
    table(
      [100, 300],
      [
        ['甲一', '甲二'],
        ['甲三', '甲四'],
      ],
    ),
    table([200, 150, 250], [['乙一', '乙二', '乙三']]),
    table(
      [500],
      Array.from({ length: 80 }, (_, at) => [`丙${at}\n丙の${at}の二行目`]),
    ),
  ],
})

/** A cell over rows, one over columns, one over both. */
const MERGED = sampleForm({
  columns: [{ width: 120 }, { width: 120 }, { width: 120 }],
  head: [],
  body: [
    row([cell('縦に二', { rowSpan: 2 }), cell('横に二', { colSpan: 2 }), covered(0, 1)]),
    row([covered(1), cell('中'), cell('右')]),
    row([cell('縦横に二', { rowSpan: 2, colSpan: 2 }), covered(0, 1), cell('右の上')]),
    row([covered(1), covered(1, 1), cell('右の下')]),
  ],
})

const CHANGED = {
  old: { ...PLAN, lead: '前年度の前文。' },
  new: { ...PLAN, lead: '今年度の前文。', categories: PLAN.categories.slice(0, 2) },
}

/** Headers longer than any format can hold above the page. */
const LONG: Form['header'] = [{ tag: 'text', text: '※ 数え方や区域の範囲を説明する文がここに入る。'.repeat(15) }]

/** What a format says that cannot hold it there. */
const SAID_OF_LONG: Partial<Record<Format, readonly string[]>> = { xlsx: ['page-text-moved'] }

describe.each(ALL_FORMATS)('%s', (format) => {
  async function read(form: Form): Promise<ReadDocument> {
    return READERS[format](expectValue(await render(layOut(form, bundledFonts()), format)))
  }

  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllEnvs()
  })

  it('計画にあるものは欠けない', async () => {
    expectNothingLost(await READERS[format](expectValue(await render(PRINTED, format))), PLAN, OFFICIAL)
  })

  it('時刻、時間帯、何度目かによらず、同じバイト列になる', async () => {
    const documents: Uint8Array[] = []
    for (const [index, zone] of ['Asia/Tokyo', 'America/Los_Angeles', 'UTC'].entries()) {
      vi.stubEnv('TZ', zone)
      vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2031 + index, 6, 5) })
      documents.push(expectValue(await render(PRINTED, format)))
    }
    for (const each of documents) expect(Buffer.compare(each, documents[0]!)).toBe(0)
  })

  it('題名、作成した者、日付は計画のもので、知らない名は書かない', async () => {
    const meta = {
      title: '計画 & <案>',
      subject: '最上構想区域',
      author: '𠮷野保健所',
      date: '2018-08-01T00:00:00.000Z',
    }
    const { title, author, date } = await read(sampleForm({ meta }))
    expect({ title, author, date }).toEqual({ title: meta.title, author: meta.author, date: '2018-08-01' })
    expect((await read(sampleForm({ meta: { ...meta, author: '' } }))).author).toBe('')
  })

  it('上と下の欄外は、どのページにも、長くてもある', async () => {
    const footer: Form['footer'] = [{ tag: 'text', text: '資料１ & <案>' }, { tag: 'page' }]
    for (const header of [LONG, [{ tag: 'text', text: '"見本"&D' }]] as const) {
      expectOnEveryPage(await read({ ...TABLES, header, footer }), [...header, ...footer])
    }
  })

  it('幅の違ういくつもの表が、一つのページにもページをまたいでも、升ごとにある', async () => {
    const found = (await read(TABLES)).columns.flat().map(bare).filter(isSaid).toSorted()
    const expected = tablesOf(TABLES).flatMap(({ body }) => body.flatMap(({ slots }) => slots.flatMap(textOf)))
    expect(found.filter((text) => /^[甲乙丙]/.test(text))).toEqual(expected.map(bare).toSorted())
  })

  it('結合した升は一度だけ言い、隣は自分の列に立つ', async () => {
    const { columns } = await read({ ...MERGED, title: [] })
    expect(columns.map((texts) => texts.filter(isSaid))).toEqual([
      ['縦に二', '縦横に二'],
      ['横に二', '中'],
      ['右', '右の上', '右の下'],
    ])
  })

  it.each(['plain', 'tracked'] as const)('見え消し（%s）には、旧い文も新しい文もある', async (revisions) => {
    const { around, columns } = await read(redlineOf(CHANGED, { revisions }))
    expect(bare(around)).toContain('前年度今年度の前文。')
    const said = bare(columns.flat().join(''))
    for (const { rows } of PLAN.categories) {
      for (const text of rows.flatMap(({ cells }) => Object.values(cells))) {
        if (text.tag === 'text') expect(said).toContain(bare(text.text))
      }
    }
  })

  it('できないことは警告として返し、文書は作る', async () => {
    const name = '在宅医療と介護を支える人材の確保及び育成並びに定着に係る広域の連携体制の強化について'.repeat(3)
    const upright = cell(name, { direction: 'vertical', isLabel: true })
    const form = sampleForm({ header: LONG, body: [row([upright, cell('一'), cell('二'), cell('三')])] })
    const outcome = await render(layOut(form, bundledFonts()), format)
    expect(outcome.ok).toBe(true)
    for (const { severity, code, message } of outcome.diagnostics) {
      expect(severity).toBe('warning')
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(message).toMatch(/[ぁ-ん].*。$/s)
    }
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(SAID_OF_LONG[format] ?? [])
  })
})

function isSaid(text: string): boolean {
  return text !== ''
}

function textOf(slot: TableSection['body'][number]['slots'][number]): readonly string[] {
  if (slot.tag === 'covered') return []
  return [slot.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')]
}
