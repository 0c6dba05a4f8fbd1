import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Form, FormCell, FormRow } from '../../src/form/form.js'
import { tablesOn } from '../../src/layout/page-sections.js'
import { denseGrid } from '../support/arbitrary-grid.js'
import { bundledForm, expectValue, planFrom } from '../support/forms.js'
import { layOutPlan } from '../support/print.js'
import { attributeOf, children, elements, type ReadTable, readPart, readTables, textOf } from '../support/read-word.js'
import { cell, paragraph, row, sampleForm, sampleLaidOut } from '../support/sample-form.js'
import { rowsOn } from '../support/sections.js'
import { renderWord } from '../support/stages.js'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

function render(form: Form = sampleForm(), heights: readonly number[] = []): Promise<Uint8Array> {
  return renderWord(sampleLaidOut(form, heights))
}

/** A form of one column for each slot of its rows, without heading rows. */
function plainForm(body: readonly FormRow[], changes: Partial<Form> = {}): Form {
  const columns = body[0]!.slots.map(() => ({ width: 100 }))
  return sampleForm({ head: [], columns, body, ...changes })
}

function textsOf(form: FormCell): readonly string[] {
  const texts = form.paragraphs.map((each) => each.runs.map((run) => run.text).join(''))
  return texts.length === 0 ? [''] : texts
}

/** What a row should read like: own cells, and `↑` for a place that a cell above covers. */
function expectedRows(rows: readonly FormRow[]): unknown[] {
  return rows.map((each, y) =>
    each.slots.flatMap((slot, x) => {
      if (slot.tag === 'covered' && slot.left > 0) return []
      const corner = slot.tag === 'covered' ? (rows[y - slot.up]!.slots[x] as FormCell) : slot
      return [[slot.tag === 'cell' ? textsOf(slot) : '↑', corner.colSpan]]
    }),
  )
}

function readRows(table: ReadTable): unknown[] {
  return table.map((each) => each.cells.map((own) => [own.merge === 'continue' ? '↑' : own.paragraphs, own.gridSpan]))
}

describe('Word の表', () => {
  test('どの升の文字も、段落ごとに一字も変わらず、一度だけある', async () => {
    await fc.assert(
      fc.asyncProperty(denseGrid, async (body) => {
        const tables = readTables(await render(plainForm(body)))
        expect(tables.map(readRows)).toEqual([expectedRows(body)])
      }),
      { numRuns: 15 },
    )
  })

  test('縦に続く升は、始まりの行から終わりの行まで途切れない', async () => {
    const [first] = readTables(await render())
    expect(first!.map((each) => each.cells.map((own) => own.merge))).toEqual([
      ['restart', 'restart', 'none'],
      ['continue', 'continue', 'none', 'none'],
      ['restart', 'restart', 'none', 'none'],
      ['continue', 'continue', 'none', 'none'],
      ['continue', 'none', 'none', 'none'],
    ])
  })

  test('見出しの行は、改ページで分けたどの表でもくり返す', async () => {
    const tables = readTables(await render())
    expect(tables.map((table) => table.map((each) => each.isHead))).toEqual([
      [true, true, false, false, false],
      [true, true, false, false],
    ])
    expect(readRows(tables[1]!).slice(0, 2)).toEqual(readRows(tables[0]!).slice(0, 2))
  })

  test('改ページの行は新しいページの表に始まり、区分をもう一度名乗る', async () => {
    const bytes = await render()
    const [body] = elements(readPart(bytes, 'word/document.xml'), 'w:body')
    const breaks = children(body!, 'w:p').map((each) => elements(each, 'w:pageBreakBefore').length)
    expect(breaks).toEqual([0, 1, 0])
    expect(Array.from(body!.childNodes, (node) => node.nodeName)).toEqual([
      'w:p',
      'w:tbl',
      'w:p',
      'w:tbl',
      'w:p',
      'w:sectPr',
    ])
    expect(readTables(bytes)[1]![2]!.cells[0]!.paragraphs).toEqual(['①在宅医療への円滑な移行（続き）'])
  })

  test('前後と連続の空白、タブ、改行を残す', async () => {
    const text = '  前後  \tタブ\n改行 　 '
    const form = plainForm([row([cell('', { paragraphs: [paragraph(text)] })])])
    const bytes = await render(form)
    expect(readTables(bytes)[0]![0]!.cells[0]!.paragraphs).toEqual([text])
    const document = readPart(bytes, 'word/document.xml')
    for (const each of elements(document, 'w:t')) expect(each.getAttribute('xml:space')).toBe('preserve')
  })

  test('列の幅は測った幅を下回らず、升の幅は列の幅の和になる', async () => {
    const widths = [33.333, 222.25, 447.01, 402]
    const form = sampleForm({ columns: widths.map((width) => ({ width })) })
    const bytes = await render(form)
    const grid = elements(readPart(bytes, 'word/document.xml'), 'w:gridCol').slice(0, 4)
    const columns = grid.map((each) => Number(each.getAttribute('w:w')))
    expect(columns).toEqual([667, 4445, 8941, 8040])
    const spans = readTables(bytes)[0]![0]!.cells.map((own) => Number(attributeOf(own.element, 'w:tcW', 'w:w')))
    expect(spans).toEqual([667, 4445, 8941 + 8040])
  })

  test('棒は升の端から端まで届き、余白より狭い空の升が行を高くしない。文のある升の余白はそのまま', async () => {
    const body = [row([cell('', { bar: { color: '336699', pattern: 'solid' } }), cell(''), cell(''), cell('文')])]
    const { padding } = sampleForm().table
    const columns = [100, 3 * padding.x, 5 * padding.x, 3 * padding.x].map((width) => ({ width }))
    const [cells] = readTables(await render(sampleForm({ head: [], body, columns })))[0]!.map((each) => each.cells)
    const margins = cells!.map(({ element }) =>
      ['w:left', 'w:right'].map((side) => elements(element, 'w:tcMar').flatMap((own) => children(own, side))[0]),
    )
    expect(margins.map((sides) => sides.map((side) => side?.getAttribute('w:w')))).toEqual([
      ['0', '0'],
      ['0', '0'],
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  test('縦書きの升は上から下、右から左へ組む', async () => {
    const [first] = readTables(await render())
    const directions = first!.map((each) => attributeOf(each.cells[0]!.element, 'w:textDirection'))
    expect(directions).toEqual([undefined, undefined, 'tbRlV', 'tbRlV', 'tbRlV'])
    expect(attributeOf(first![2]!.cells[1]!.element, 'w:textDirection')).toBeUndefined()
  })
})

describe('Word の縦書き', () => {
  const vertical = (text: string) => cell(text, { direction: 'vertical' })

  test('三字までの数字と英字は、縦の行の中で横に並べる', async () => {
    const bytes = await render(plainForm([row([vertical('平成30年度のA型、2025年'), cell('平成30年度')])]))
    const [upright, plain] = readTables(bytes)[0]![0]!.cells
    const across = elements(upright!.element, 'w:r').filter((each) => elements(each, 'w:eastAsianLayout').length > 0)
    expect(across.map(textOf)).toEqual(['30', 'A'])
    expect(upright!.paragraphs).toEqual(['平成30年度のA型、2025年'])
    expect(elements(plain!.element, 'w:eastAsianLayout')).toEqual([])
  })
})

describe('行の高さとページまたぎ', () => {
  test('行は組版で決まった高さより低くならない', async () => {
    const [first, second] = readTables(await render(sampleForm(), [90, 40.5, 60, 70, 120]))
    expect(first!.map((each) => each.height)).toEqual([360, 360, 1800, 810, 1200])
    expect(second!.map((each) => each.height)).toEqual([360, 360, 1400, 2400])
  })

  test('一ページに収まった行は分けず、ページをまたいだ行は分けてよい', async () => {
    const laidOut = sampleLaidOut(sampleForm())
    const [first, second] = laidOut.pages
    const [table] = tablesOn(second!)
    const split = { ...rowsOn(first!).at(-1)!, part: 'last' as const, height: 30 }
    const tables = readTables(
      await renderWord({
        ...laidOut,
        pages: [first!, { ...second!, sections: [{ ...table!, rows: [split, ...table!.rows] }] }],
      }),
    )
    expect(tables[0]!.map((each) => each.cantSplit)).toEqual([true, true, true, true, false])
    expect(tables[0]!.at(-1)!.height).toBe((60 + 30) * 20)
  })

  test('ページをまたぐ行の縦書きの名は、行が分けられるように横に組む', async () => {
    const [first, second] = readTables(await render(sampleForm(), [60, 650, 60, 60]))
    expect(first!.map((each) => each.cantSplit)).toEqual([true, true, true, false, true])
    for (const each of first!) expect(attributeOf(each.element, 'w:textDirection')).toBeUndefined()
    expect(second!.map((each) => attributeOf(each.element, 'w:textDirection'))).toEqual([
      undefined,
      undefined,
      'tbRlV',
      'tbRlV',
    ])
  })

  describe('縦書きの名だけで高さが決まる行', () => {
    const name = (count: number) => ({ 名称: '名'.repeat(count), 行: [{ 現状と課題: 'あ' }] })
    const print = async (counts: readonly number[]) => {
      const plan = expectValue(planFrom(JSON.stringify({ 計画: '題', 年度: 'H30', 区分: counts.map(name) })))
      const laidOut = layOutPlan(plan, bundledForm('official'))
      const rows = laidOut.pages.map((page) =>
        rowsOn(page)
          .filter(({ kind }) => kind === 'body')
          .map((each) => each.height),
      )
      const tables = readTables(await renderWord(laidOut))
      const heights = tables.flatMap((table) => table.filter((each) => !each.isHead).map((each) => each.height! / 20))
      return { rows, heights }
    }

    test('一字の余裕をもつ', async () => {
      const { rows, heights } = await print([7, 15])
      // A circled number stands before the name; type of 10 pt, 2 pt of padding over and under it.
      expect(rows).toEqual([[84, 164]])
      expect(heights).toEqual([94, 174])
    })

    test('ページの残りより高くはならず、改ページは動かない', async () => {
      const { rows, heights } = await print([7, 7, 7, 7, 7, 7, 7, 7, 7])
      expect(rows.map((page) => page.length)).toEqual([8, 1])
      const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
      const { paper } = bundledForm('official')
      const added = sum(heights.slice(0, 8)) - sum(rows[0]!)
      expect(added).toBeGreaterThan(0)
      expect(added).toBeLessThan(80)
      expect(sum(heights.slice(0, 8))).toBeLessThan(paper.height - paper.margins.top - paper.margins.bottom)
      expect(heights.at(-1)).toBe(94)
    })
  })

  test('ページより高い行には高さを求めない', async () => {
    const [first] = readTables(await render(sampleForm(), [707, 706]))
    expect(first!.map((each) => each.height)).toEqual([360, 360, undefined, 14120, 1200])
  })
})

describe('Word のページと書式', () => {
  test('用紙は横長の A3 で、余白は様式のとおり', async () => {
    const document = readPart(await render(), 'word/document.xml')
    const [size] = elements(document, 'w:pgSz')
    expect(['w:w', 'w:h', 'w:orient', 'w:code'].map((name) => size!.getAttribute(name))).toEqual([
      '23811',
      '16838',
      'landscape',
      '8',
    ])
    const [margin] = elements(document, 'w:pgMar')
    expect(['w:top', 'w:right', 'w:bottom', 'w:left'].map((name) => margin!.getAttribute(name))).toEqual([
      '1134',
      '850',
      '850',
      '850',
    ])
  })

  test('縦長の A4 は縦のまま', async () => {
    const paper = { ...sampleForm().paper, size: 'A4', orientation: 'portrait' as const, width: 595.28, height: 841.89 }
    const [size] = elements(readPart(await render(sampleForm({ paper })), 'word/document.xml'), 'w:pgSz')
    expect(['w:w', 'w:h', 'w:orient', 'w:code'].map((name) => size!.getAttribute(name))).toEqual([
      '11906',
      '16838',
      'portrait',
      '9',
    ])
  })

  test('下欄のページ番号と総ページ数はフィールドになり、欄の語はそのまま出る', async () => {
    const form = sampleForm({ header: [{ tag: 'text', text: 'CURRENT' }] })
    const bytes = await render(form)
    const footer = readPart(bytes, 'word/footer1.xml')
    expect(elements(footer, 'w:instrText').map((each) => each.textContent)).toEqual(['PAGE', 'NUMPAGES'])
    expect(elements(footer, 'w:p').map(textOf)).toEqual(['-  /  -'])
    const header = readPart(bytes, 'word/header1.xml')
    expect(elements(header, 'w:p').map(textOf)).toEqual(['CURRENT'])
    expect(elements(header, 'w:instrText')).toEqual([])
  })

  test('空の上欄と下欄は作らない', async () => {
    const parts = Object.keys(unzipSync(await render(sampleForm({ header: [], footer: [] }))))
    expect(parts.filter((name) => /header|footer/.test(name))).toEqual([])
  })

  test('行送りは固定で、禁則とぶら下げは様式に従う', async () => {
    const styles = async (lines: Form['lines']) => readPart(await render(sampleForm({ lines })), 'word/styles.xml')
    const { lines } = sampleForm()
    const [normal] = elements(await styles(lines), 'w:style')
    expect(attributeOf(normal!, 'w:spacing', 'w:line')).toBe(String(9 * 1.4 * 20))
    expect(attributeOf(normal!, 'w:spacing', 'w:lineRule')).toBe('exact')
    expect(
      ['w:overflowPunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:jc'].map((name) => attributeOf(normal!, name)),
    ).toEqual(['1', '0', '0', 'both'])
    const [other] = elements(await styles({ ...lines, hanging: false, justify: false }), 'w:style')
    expect(['w:overflowPunct', 'w:jc'].map((name) => attributeOf(other!, name))).toEqual(['0', 'left'])
  })

  test('行頭と行末の禁則は、Word が持てる字数で書く', async () => {
    const settings = async (strictness: Form['lines']['strictness']) =>
      readPart(await render(sampleForm({ lines: { ...sampleForm().lines, strictness } })), 'word/settings.xml')
    for (const strictness of ['standard', 'strict'] as const) {
      const before = attributeOf(await settings(strictness), 'w:noLineBreaksBefore')!
      const after = attributeOf(await settings(strictness), 'w:noLineBreaksAfter')!
      for (const char of '、。）」ーっ々～〜') expect(before).toContain(char)
      for (const char of '（「『【〔') expect(after).toContain(char)
      expect(new Set(before).size).toBe(before.length)
      expect(before.length).toBeLessThanOrEqual(100)
      expect(after.length).toBeLessThanOrEqual(50)
    }
    expect(attributeOf(await settings('loose'), 'w:noLineBreaksBefore')).toBeUndefined()
  })

  test('約物を詰めるかどうかは様式に従う', async () => {
    const spacing = async (pushIn: boolean) =>
      attributeOf(
        readPart(await render(sampleForm({ lines: { ...sampleForm().lines, pushIn } })), 'word/settings.xml'),
        'w:characterSpacingControl',
      )
    expect(await spacing(true)).toBe('compressPunctuation')
    expect(await spacing(false)).toBe('doNotCompress')
  })

  test.each([
    ['BIZ UDPゴシック', 'BIZ UDPGothic,ＭＳ Ｐゴシック', 'modern', 'variable'],
    ['BIZ UD明朝 Medium', 'BIZ UDMincho Medium,ＭＳ 明朝', 'roman', 'fixed'],
    ['ＭＳ 明朝', 'MS Mincho', 'roman', 'fixed'],
    ['A&B', 'ＭＳ ゴシック', 'modern', 'fixed'],
  ])('書体の表には %s と、それがない機械で代わりになる書体がある', async (officeFont, others, family, pitch) => {
    const type = { ...sampleForm().type, officeFont }
    const table = readPart(await render(sampleForm({ type })), 'word/fontTable.xml')
    expect(elements(table, 'w:font').map((font) => font.getAttribute('w:name'))).toEqual([officeFont])
    expect(['w:altName', 'w:charset', 'w:family', 'w:pitch'].map((name) => attributeOf(table, name))).toEqual([
      others,
      '80',
      family,
      pitch,
    ])
  })

  test('書体は四つの文字種とも様式の書体で、言語は日本語', async () => {
    const styles = readPart(await render(), 'word/styles.xml')
    const [fonts] = elements(styles, 'w:rFonts')
    for (const name of ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'])
      expect(fonts!.getAttribute(name)).toBe('BIZ UDPゴシック')
    expect(attributeOf(styles, 'w:lang', 'w:eastAsia')).toBe('ja-JP')
  })

  test('本文と違う大きさの升は、その大きさと行送りの書式を持つ', async () => {
    const bytes = await render(plainForm([row([cell('注', { size: 7.5 })])]))
    const style = attributeOf(readTables(bytes)[0]![0]!.cells[0]!.element, 'w:pStyle')
    const found = elements(readPart(bytes, 'word/styles.xml'), 'w:style').find(
      (each) => each.getAttribute('w:styleId') === style,
    )
    expect(attributeOf(found!, 'w:sz')).toBe('15')
    expect(attributeOf(found!, 'w:spacing', 'w:line')).toBe('210')
  })

  test('二行目からの字下げは、組版が見つけた幅になる', async () => {
    const form = plainForm([row([cell('○長い項目\n印のない行\n・短い項目')])])
    const laidOut = sampleLaidOut(form)
    const [page] = laidOut.pages
    const line = {
      paragraph: 0,
      start: 3,
      end: 5,
      size: 9,
      indent: 8.4,
      width: 18,
      pieces: [],
      direction: 'horizontal' as const,
    }
    const [placed] = tablesOn(page!)
    const cells = placed!.cells.map((each) => ({ ...each, lines: [{ line, x: 0, baseline: 0 }] }))
    const [table] = readTables(await renderWord({ form, pages: [{ ...page!, sections: [{ ...placed!, cells }] }] }))
    const indents = children(table![0]!.cells[0]!.element, 'w:p').map((each) => attributeOf(each, 'w:ind', 'w:hanging'))
    expect(indents).toEqual(['168', undefined, '180'])
    const plain = await render({ ...form, lines: { ...form.lines, markerIndent: false } })
    expect(elements(readPart(plain, 'word/document.xml'), 'w:ind')).toEqual([])
  })
})

describe('Word の文書の素性', () => {
  test('題名、区域、作成者、日付は計画のもので、ほかの名は残さない', async () => {
    const meta = {
      title: '計画 & <案>',
      subject: '最上構想区域',
      author: '最上保健所',
      date: '2018-08-01T00:00:00.000Z',
    }
    const core = readPart(await render(sampleForm({ meta })), 'docProps/core.xml')
    const found = Array.from(core.documentElement!.childNodes, (node) => [node.nodeName, node.textContent])
    expect(Object.fromEntries(found)).toEqual({
      'dc:title': meta.title,
      'dc:subject': meta.subject,
      'dc:creator': meta.author,
      'dc:language': 'ja-JP',
      'cp:lastModifiedBy': meta.author,
      'cp:revision': '1',
      'dcterms:created': meta.date,
      'dcterms:modified': meta.date,
    })
  })

  test('区分へのしおりは、Word の決まりに合う別々の名を持つ', async () => {
    const long = '①'.concat('在宅医療・介護の連携（その１）'.repeat(5))
    const body = [long, long, '𠮷'.repeat(30)].map((bookmark) => row([cell('甲')], { bookmark }))
    const document = readPart(await render(plainForm(body)), 'word/document.xml')
    const names = elements(document, 'w:bookmarkStart').map((each) => each.getAttribute('w:name')!)
    expect(new Set(names).size).toBe(3)
    for (const name of names) expect(name).toMatch(/^\p{L}[\p{L}\p{Nd}_]*$/u)
    for (const name of names) expect(name.length).toBeLessThanOrEqual(40)
  })
})
