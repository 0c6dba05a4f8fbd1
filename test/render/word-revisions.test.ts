import type { Element } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FormRow, Paragraph, Revision } from '../../src/form/form.js'
import { children, elements, readPart, textOf } from '../support/read-word.js'
import { cell, covered, paragraph, row, type SampleChanges, sampleForm, sampleLaidOut } from '../support/sample-form.js'
import { renderWord } from '../support/stages.js'

const BODY: readonly FormRow[] = [
  row([
    cell('区分', { rowSpan: 2 }),
    cell('', {
      paragraphs: [
        paragraph('', {
          runs: [
            { text: '○研修会の' },
            { text: '開催', revision: 'deleted' },
            { text: '実施', revision: 'inserted', emphasis: ['underline'] },
          ],
        }),
        paragraph('○新しい段落', { revision: 'inserted' }),
        paragraph('○消える\t段落', { revision: 'deleted' }),
      ],
    }),
  ]),
  row([covered(1), cell('加わった行')], { revision: 'inserted' }),
  row([cell('消えた行'), cell('')], { revision: 'deleted' }),
  row([cell('変わらない行'), cell('同じ')]),
]

async function read(changes: SampleChanges = {}): Promise<Element> {
  const form = sampleForm({ head: [], columns: [{ width: 100 }, { width: 100 }], body: BODY, ...changes })
  const document = readPart(await renderWord(sampleLaidOut(form)), 'word/document.xml')
  return document.documentElement!
}

function numbered(revision: Revision | undefined, index: number): Paragraph {
  return paragraph(`段落${index}`, revision === undefined ? {} : { revision })
}

type Tag = 'w:ins' | 'w:del'

/** Whether a mark of this name stands in the properties of a row, or of a paragraph's end. */
function isMarked(element: Element, properties: 'w:trPr' | 'w:pPr', name: Tag): boolean {
  return children(element, properties).some((each) => elements(each, name).length > 0)
}

/** The table's text when all revisions are accepted (`drop` is w:del) or rejected (w:ins). */
function settle(root: Element, drop: Tag): string[][][] {
  const rows = elements(root, 'w:tr').filter((each) => !isMarked(each, 'w:trPr', drop))
  return rows.map((each) => elements(each, 'w:tc').map((own) => settleCell(own, drop)))
}

/** A paragraph whose end goes is one with the next; the last end of a cell stays. */
function settleCell(cell: Element, drop: Tag): string[] {
  const texts = ['']
  const paragraphs = children(cell, 'w:p')
  paragraphs.forEach((each, index) => {
    const joins = isMarked(each, 'w:pPr', drop) && index < paragraphs.length - 1
    for (const dropped of children(each, drop)) each.removeChild(dropped)
    texts[texts.length - 1] += textOf(each)
    if (!joins && index < paragraphs.length - 1) texts.push('')
  })
  return texts
}

describe('Word の変更履歴', () => {
  test('すべて承諾すると新しい文だけが残る', async () => {
    expect(settle(await read(), 'w:del')).toEqual([
      [['区分'], ['○研修会の実施', '○新しい段落']],
      [[''], ['加わった行']],
      [['変わらない行'], ['同じ']],
    ])
  })

  test('すべて元に戻すと古い文だけが残る', async () => {
    expect(settle(await read(), 'w:ins')).toEqual([
      [['区分'], ['○研修会の開催', '○消える\t段落']],
      [['消えた行'], ['']],
      [['変わらない行'], ['同じ']],
    ])
  })

  test('段落がどう加わり消えても、承諾と取消しのあとに空の段落が残らない', async () => {
    // A cell whose text is replaced as a whole is one paragraph with both texts in it.
    const revisions = fc
      .array(fc.constantFrom<Revision | undefined>(undefined, 'inserted', 'deleted'), { minLength: 1, maxLength: 6 })
      .filter((each) => each.includes(undefined) || new Set(each).size === 1)
    await fc.assert(
      fc.asyncProperty(fc.array(revisions, { minLength: 10, maxLength: 20 }), async (cells) => {
        const body = cells.map((each) => row([cell('', { paragraphs: each.map(numbered) })]))
        for (const drop of ['w:del', 'w:ins'] as const) {
          const gone: Revision = drop === 'w:del' ? 'deleted' : 'inserted'
          const left = cells.map((each) =>
            each.flatMap((revision, index) => (revision === gone ? [] : [`段落${index}`])),
          )
          expect(settle(await read({ columns: [{ width: 100 }], body }), drop)).toEqual(
            left.map((texts) => [texts.length === 0 ? [''] : texts]),
          )
        }
      }),
      { numRuns: 5 },
    )
  })

  test('行の印は、上の升に続く升の段落にも及ぶ', async () => {
    const inserted = elements(await read(), 'w:tr')[1]!
    expect(isMarked(inserted, 'w:trPr', 'w:ins')).toBe(true)
    const paragraphs = elements(inserted, 'w:p')
    expect(paragraphs.map((each) => isMarked(each, 'w:pPr', 'w:ins'))).toEqual([true, true])
  })

  test('消した文字は文字として読まれない', async () => {
    const root = await read()
    for (const each of elements(root, 'w:del')) expect(elements(each, 'w:t')).toEqual([])
    for (const each of elements(root, 'w:ins')) expect(elements(each, 'w:delText')).toEqual([])
    expect(elements(root, 'w:delText').length).toBeGreaterThan(0)
  })

  test('印の番号は重ならず、名と日付は文書のもの', async () => {
    const meta = { ...sampleForm().meta, author: '最上"保健所"' }
    const root = await read({ meta })
    const marks = [...elements(root, 'w:ins'), ...elements(root, 'w:del')]
    expect(new Set(marks.map((each) => each.getAttribute('w:id'))).size).toBe(marks.length)
    expect(new Set(marks.map((each) => each.getAttribute('w:author')))).toEqual(new Set([meta.author]))
    expect(new Set(marks.map((each) => each.getAttribute('w:date')))).toEqual(new Set([meta.date]))
  })

  test('作成者が分からなければ、事務局の変更とする', async () => {
    expect(elements(await read(), 'w:ins')[0]!.getAttribute('w:author')).toBe('事務局')
  })
})
