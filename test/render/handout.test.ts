/** What stands around the table of a handout, and where, read back from all three formats. */

import { strFromU8, unzipSync } from 'fflate'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/domain/plan.js'
import type { Form } from '../../src/form/form.js'
import { onlyTable, withTable } from '../../src/form/only-table.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { handoutOf } from '../support/handouts.js'
import { bundledFonts } from '../support/print.js'
import { readPdf } from '../support/read-pdf.js'
import { attribute, readSheet } from '../support/read-sheet.js'
import { attributeOf, children, elements, readPart, textOf } from '../support/read-word.js'
import { columnsOf } from '../support/sections.js'
import { layOut, renderExcel, renderPdf, renderWord } from '../support/stages.js'

const TITLE = '地域医療構想（最上構想区域）における在宅医療関係施策に係るこれまでの取り組み及び今後の対応について'
const PAPER: Plan = {
  ...seedPlan('mogami-h30'),
  handout: { number: '資料１', meeting: '第２回協議会＆<部会>', date: '平成31年2月1日', author: '𠮷野保健所' },
}
/** On the cover its lines end where phrases do. */
const TITLE_IN_LINES = TITLE.replace('施策に', '施策に\n')
const AROUND = ['資料１', '第２回協議会＆<部会>', '平成31年2月1日', '作成：𠮷野保健所', '議題（２）', TITLE]
const WHOLE = handoutOf({ plan: PAPER, agenda: '議題（２）', stamp: '案' })
const COVERED = handoutOf({ plan: PAPER, agenda: '議題（２）', stamp: '案', cover: 'cover' })
const lay = (form: Form) => layOut(form, bundledFonts())

describe('PDF', () => {
  it('一ページ目に枠、会議、議題、題名が上から並び、どのページにも案と n／N がある', async () => {
    const { pages } = await readPdf(await renderPdf(lay(WHOLE), bundledFonts()))
    const first = pages[0]!.texts.toSorted((a, b) => a.baseline - b.baseline).map(({ text }) => text)
    expect(first.slice(0, 7)).toEqual(['案', ...AROUND])
    for (const [index, { texts }] of pages.entries()) {
      expect(texts.filter(({ text }) => text === '案')).toHaveLength(1)
      expect(texts.map(({ text }) => text)).toContain(`${index + 1}／${pages.length}`)
    }
  })

  it('番号と案は、四本の罫線で囲む', async () => {
    const sections = WHOLE.sections.map((section) =>
      section.tag === 'texts' ? { ...section, blocks: section.blocks.map(({ frame: _, ...block }) => block) } : section,
    )
    const free = { ...WHOLE, sections }
    const [framed, half] = [await countRules(WHOLE), await countRules(free)]
    expect(framed - half).toBe(4)
    const { stamp, ...unstamped } = free
    const { frame: _, ...bare } = stamp!
    expect(half - (await countRules({ ...unstamped, stamp: bare }))).toBe(4)
  })

  /** Lines drawn on the first page, but those of the table. */
  async function countRules(form: Form): Promise<number> {
    const laidOut = lay(withTable(form, { ...onlyTable(form), body: [], head: [] }))
    const document = await getDocument({
      data: Uint8Array.from(await renderPdf(laidOut, bundledFonts())),
      verbosity: 0,
    }).promise
    const { fnArray } = await (await document.getPage(1)).getOperatorList()
    return fnArray.filter((operator) => operator === OPS.constructPath).length
  }

  it('表紙は一ページ目で、表は二ページ目から', async () => {
    const { pages, outline } = await readPdf(await renderPdf(lay(COVERED), bundledFonts()))
    const texts = pages[0]!.texts.map(({ text }) => text)
    expect(texts.join('')).toBe(
      `案資料１議題（２）${TITLE}第２回協議会＆<部会>平成31年2月1日作成：𠮷野保健所資料１1／${pages.length}`,
    )
    expect(pages[1]!.texts.map(({ text }) => text)).toContain('現状と課題')
    for (const { texts } of pages) expect(texts.map(({ text }) => text).join('')).toMatch(/資料１\d+／\d+/)
    expect(outline).toHaveLength(6)
  })
})

describe('Word', () => {
  it('段落が上から並び、枠の段落だけに罫線がある', async () => {
    const bytes = await renderWord(lay(WHOLE))
    const paragraphs = children(elements(readPart(bytes, 'word/document.xml'), 'w:body')[0]!, 'w:p')
    const front = paragraphs.filter((paragraph) => textOf(paragraph) !== '')
    expect(front.map(textOf)).toEqual(AROUND)
    expect(front.map((paragraph) => elements(paragraph, 'w:pBdr').length)).toEqual([1, 0, 0, 0, 0, 0])
    expect(front.map((paragraph) => attributeOf(paragraph, 'w:jc'))).toEqual([
      'center',
      'right',
      'right',
      'right',
      'center',
      'center',
    ])
    expect(attributeOf(front.at(-1)!, 'w:pStyle')).toBe('Title')
    expect(elements(readPart(bytes, 'word/document.xml'), 'w:pageBreakBefore')).toHaveLength(0)
  })

  it('案は罫線で囲んでヘッダーに、n／N はフッターに', async () => {
    const bytes = await renderWord(lay(WHOLE))
    const [stamp, ...more] = elements(readPart(bytes, 'word/header1.xml'), 'w:p')
    expect([textOf(stamp!), more.length, elements(stamp!, 'w:pBdr').length]).toEqual(['案', 0, 1])
    const footer = strFromU8(unzipSync(bytes)['word/footer1.xml']!)
    expect(footer).toMatch(/PAGE.*／.*NUMPAGES/s)
  })

  it('欄外に文のある様式では、その文の下に案がある', async () => {
    const definition = bundledForm('four-column')
    const plan = seedPlan('mogami-h30', definition)
    const bytes = await renderWord(lay(handoutOf({ plan, definition, stamp: '案' })))
    const texts = elements(readPart(bytes, 'word/header1.xml'), 'w:p').map(textOf)
    expect(texts).toEqual(['最上構想区域　平成30年度', '案'])
  })

  it('表紙の次の段落から新しいページになる', async () => {
    const bytes = await renderWord(lay(COVERED))
    const paragraphs = children(elements(readPart(bytes, 'word/document.xml'), 'w:body')[0]!, 'w:p')
    const starts = paragraphs.filter((paragraph) => elements(paragraph, 'w:pageBreakBefore').length > 0)
    expect(starts.map(textOf)).toEqual(['資料１'])
    expect(paragraphs.slice(0, 6).map(textOf)).toEqual(['資料１', '議題（２）', TITLE_IN_LINES, ...AROUND.slice(1, 4)])
    expect(starts[0]).toBe(paragraphs[6])
  })
})

describe('Excel', () => {
  const SHEET = 'xl/worksheets/sheet1.xml'

  it('表の上の行に並び、枠は右端の升、見出しの行は印刷のたびに繰り返す', async () => {
    const sheet = readSheet(await renderExcel(lay(WHOLE)))
    const texts = [...sheet.cells].filter(([, { text }]) => text !== '').slice(0, 6)
    expect(texts.map(([, { text }]) => text)).toEqual(AROUND)
    const [[place, number]] = texts as [(typeof texts)[0]]
    expect(place).toMatch(/^G/)
    expect(Object.values(number.border)).toEqual(['thin', 'thin', 'thin', 'thin'])
    expect(
      texts
        .slice(1)
        .every(([at, cell]) => at.startsWith('A') && Object.values(cell.border).every((rule) => rule === '')),
    ).toBe(true)
    const head = Number([...sheet.cells].find(([, { text }]) => text === '現状と課題')![0].slice(1))
    expect(Object.values(sheet.definedNames).join()).toContain(`$${head}:$${head + 1}`)
    expect(attribute(sheet, SHEET, 'pane', 'ySplit')).toBeNull()
  })

  it('案は各ページのヘッダーの左に、太字の【】で', async () => {
    const sheet = readSheet(await renderExcel(lay(WHOLE)))
    expect(headerOf(sheet.parts[SHEET]!)).toBe('&L&12&"BIZ UDPゴシック,Bold"【案】')
    const definition = bundledForm('four-column')
    const plan = seedPlan('mogami-h30', definition)
    const four = readSheet(await renderExcel(lay(handoutOf({ plan, definition, stamp: '案' }))))
    expect(headerOf(four.parts[SHEET]!)).toBe(
      '&L&9 \n&12&"BIZ UDPゴシック,Bold"【案】&C&9&"BIZ UDPゴシック,Regular"最上構想区域　平成30年度\n&12 ',
    )
  })

  it('表紙は前の別のシート', async () => {
    const bytes = await renderExcel(lay(COVERED))
    const [cover, table] = [readSheet(bytes), readSheet(bytes, 2)]
    expect([cover.name, table.name]).toEqual(['表紙', '最上構想区域'])
    const texts = [...cover.cells.values()].map(({ text }) => text).filter((text) => text !== '')
    expect(texts).toEqual(['資料１', '議題（２）', TITLE_IN_LINES, ...AROUND.slice(1, 4)])
    for (const number of [1, 2]) expect(headerOf(cover.parts[`xl/worksheets/sheet${number}.xml`]!)).toContain('【案】')
    expect(table.cells.size).toBeGreaterThan(100)
  })

  it('縦の大きな用紙の表紙でも、行は Excel の限りより高くならず、シートは一ページに収まる', async () => {
    const { paper } = COVERED
    const upright = { ...paper, orientation: 'portrait', width: paper.height, height: paper.width } as const
    const columns = columnsOf(COVERED).map(({ width }) => ({ width: width * (paper.height / paper.width) }))
    const laidOut = lay({ ...withTable(COVERED, { ...onlyTable(COVERED), columns }), paper: upright })
    const { heights } = readSheet(await renderExcel(laidOut))
    expect(Math.max(...heights)).toBeLessThanOrEqual(409.5)
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeGreaterThan(upright.height * 0.7)
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThan(upright.height)
  })

  it('区域の名前が表紙でも、二つのシートの名前は違う', async () => {
    const bytes = await renderExcel(lay(handoutOf({ plan: { ...PAPER, area: '表紙' }, cover: 'cover' })))
    expect(readSheet(bytes).name).not.toBe(readSheet(bytes, 2).name)
  })

  function headerOf(xml: string): string {
    const [, code = ''] = /<oddHeader>(.*?)<\/oddHeader>/s.exec(xml) ?? []
    return code.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  }
})
