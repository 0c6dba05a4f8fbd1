/** 装飾: what a plan emphasises is emphasised in every format, in redlines and in reports, and no letter of it is lost. */

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { loadBolds } from '../../src/cli/files/find-fonts.js'
import { createFontSet } from '../../src/fonts/font-set.js'
import { chooseFonts } from '../../src/print/choose-fonts.js'
import { compareEditions } from '../../src/print/print-comparison.js'
import { listChanges } from '../../src/review/comparison.js'
import { bundledForm, expectValue, planFrom } from '../support/forms.js'
import { bundledFonts } from '../support/print.js'
import { describeParagraph, describeRows, redlineOf } from '../support/print-redline.js'
import { readPdf } from '../support/read-pdf.js'
import { readSheet } from '../support/read-sheet.js'
import { elements, readPart, textOf } from '../support/read-word.js'
import { bodyOf, frontOf } from '../support/sections.js'
import { layOut, renderExcel, renderPdf, renderWord, toForm } from '../support/stages.js'

const FORM = bundledForm('four-column')

function planOf(cell: string, lead = '前文') {
  const yaml = `計画: 見本\n年度: R6\n装飾: true\n前文: '${lead}'\n区分:\n  - 名称: あ\n    行:\n      - 取組み: |\n          ${cell}\n`
  return expectValue(planFrom(yaml, FORM))
}

const PLAN = planOf('○**太字ABC**と__下線__、~~取消~~、m^^2^^、CO,,2,,、**__両方__**')
const WORDS = '○太字ABCと下線、取消、m2、CO2、両方'

describe('装飾', () => {
  it('PDF の太字は太い書体で、縁取りなしに描く。上付きと下付きは小さく、文字はどれもそのままある', async () => {
    const form = toForm(PLAN, FORM)
    const { fonts } = chooseFonts(form, { fonts: { faces: bundledFonts().faces, bolds: loadBolds }, file: 'p.yaml' })
    const bytes = await renderPdf(layOut(form, fonts), fonts)
    const { pages } = await readPdf(bytes)
    expect(pages[0]!.texts.map(({ text }) => text).join('')).toContain(WORDS)
    const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
    const page = await (await task.promise).getPage(1)
    const { items, styles } = await page.getTextContent({ disableNormalization: true })
    const texts = items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []))
    const of = (text: string) => texts.find(({ str }) => str === text || (text !== '2' && str.includes(text)))!
    expect(of('太字ABC').fontName).toBe(of('両方').fontName)
    expect(of('太字ABC').fontName).not.toBe(of('下線').fontName)
    expect(Object.keys(styles).length).toBe(2)
    const [, subscript] = texts.filter(({ str }) => str === '2')
    expect(of('2').height / of('下線').height).toBeCloseTo(0.65, 2)
    expect(of('2').transform[5]).toBeGreaterThan(of('下線').transform[5])
    expect(subscript!.transform[5]).toBeLessThan(of('下線').transform[5])
    await task.destroy()
  })

  it('太い書体のない家族の太字は、これまでどおり縁取りで太くする', () => {
    const [regular] = bundledFonts().faces
    const [bold] = loadBolds()
    const fonts = createFontSet([{ ...regular!, family: '別の書体' }], [bold!])
    expect(fonts.embolden(fonts.draw(0x3042), 0x3042, 'horizontal')).toBeUndefined()
    expect(fonts.boldAdvance(0x41)).toBe(fonts.advance(0x41))
    expect(bundledFonts().advance(0x41)).not.toBe(createFontSet([regular!], [bold!]).boldAdvance(0x41))
  })

  it('Word に、それぞれの印である', async () => {
    const word = readPart(await renderWord(layOut(toForm(PLAN, FORM), bundledFonts())), 'word/document.xml')
    const runs = elements(word, 'w:r').map((run) => {
      const marks = elements(run, 'w:rPr').flatMap((each) =>
        Array.from(each.childNodes).map(({ nodeName }) => nodeName),
      )
      const script = elements(run, 'w:vertAlign')[0]?.getAttribute('w:val') ?? ''
      return [textOf(run), ...marks, script].filter((each) => each !== '').join(' ')
    })
    expect(runs).toEqual(
      expect.arrayContaining([
        '太字ABC w:b w:bCs',
        '下線 w:u',
        '取消 w:strike',
        '2 w:vertAlign superscript',
        '2 w:vertAlign subscript',
        '両方 w:b w:bCs w:u',
      ]),
    )
  })

  it('Excel に、それぞれの印である', async () => {
    const sheet = readSheet(await renderExcel(layOut(toForm(PLAN, FORM), bundledFonts())))
    const cell = [...sheet.cells.values()].find(({ text }) => text === WORDS)!
    expect(cell.runs.map(({ text, marks }) => `${text} ${marks.replace(/[\d.]+$/, '')}`.trim())).toEqual([
      '○',
      '太字ABC b',
      'と',
      '下線 u',
      '、',
      '取消 strike',
      '、m',
      '2 superscript',
      '、CO',
      '2 subscript',
      '、',
      '両方 b u',
    ])
  })

  it('印だけの違いは「書式」。見え消しは、変わった語だけを消して書き直す', () => {
    const old = planOf('○研修の開催、10m2', '前の文')
    const now = planOf('○**研修**の開催、10m^^2^^', '前の__文__')
    const comparison = compareEditions({ old: { plan: old, definition: FORM }, new: { plan: now, definition: FORM } })
    expect(listChanges(comparison).map(({ kinds, segments }) => ({ kinds, segments }))).toEqual([
      { kinds: ['format-only'], segments: [] },
      { kinds: ['format-only'], segments: [] },
    ])
    expect(comparison.same).toBe(false)
    const redline = redlineOf({ old, new: now }, { revisions: 'plain' }, FORM)
    expect(describeRows(redline, [2])).toEqual(['○[-研修-]{+研修+}の開催、10m[-2-]{+2+}〔書式〕'])
    expect(frontOf(redline).flatMap(({ paragraphs }) => paragraphs.map(describeParagraph))).toEqual([
      '前の[-文-]{+文+}',
    ])
  })

  it('語も変われば、書き足した語も残った語も、新しい版の装飾で立つ', () => {
    const redline = redlineOf(
      { old: planOf('○**研修**の開催'), new: planOf('○**研修**の__定期__開催') },
      { revisions: 'plain' },
      FORM,
    )
    const slots = bodyOf(redline).flatMap((row) => row.slots)
    const paragraphs = slots.flatMap((slot) => (slot.tag === 'cell' ? slot.paragraphs : []))
    expect(paragraphs.flatMap(({ runs }) => runs).filter(({ emphasis }) => emphasis !== undefined)).toEqual([
      { text: '研修', emphasis: ['bold'] },
      { text: '定期', emphasis: ['underline'], revision: 'inserted' },
    ])
  })

  it('同じ装飾を別の順に書いても、変わっていない', () => {
    const [old, now] = [planOf('○**__研修__**'), planOf('○__**研修**__')]
    const comparison = compareEditions({ old: { plan: old, definition: FORM }, new: { plan: now, definition: FORM } })
    expect(comparison.same).toBe(true)
  })
})
