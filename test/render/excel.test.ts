import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LaidOut, PageCell } from '../../src/layout/page.js'
import { tablesOn } from '../../src/layout/page-sections.js'
import * as renderer from '../../src/render/excel/render-excel.js'
import { address, attribute, placesOf, type ReadSheet, readSheet } from '../support/read-sheet.js'
import { cell, row, sampleForm } from '../support/sample-form.js'
import { ODD_CHARACTERS, ODD_VALUES, onePage, onPages, RESULTS, twoPages } from '../support/sample-laid-out.js'
import { columnsOf } from '../support/sections.js'
import { renderExcel } from '../support/stages.js'

const SHEET = 'xl/worksheets/sheet1.xml'

async function render(laidOut: LaidOut): Promise<ReadSheet> {
  return readSheet(await renderExcel(laidOut))
}

/** The texts of the sheet, row by row; what a merged cell covers is empty. */
function textsOf(sheet: ReadSheet, columns: number): string[][] {
  return sheet.heights.map((_, at) =>
    Array.from({ length: columns }, (__, column) => sheet.cells.get(address(at + 1, column + 1))?.text ?? ''),
  )
}

const oddText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '𠮷',
        '葛󠄀',
        '㈱',
        'ｶﾞ',
        '｛',
        '｝',
        '～',
        '〜',
        '　',
        ' ',
        '\t',
        '\n',
        '_x0041_',
        '_x000D_',
        '_',
        'x0041_',
      ),
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '007',
        "'",
        '"',
        '&',
        '<',
        '>',
        ']]>',
        '\u0000',
        '\u000b',
        '\u001f',
        '\uffff',
        '\ud842',
      ),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').replaceAll('\r', ''))

describe('文字', () => {
  test('二ページの表のセルごとに、そのページにあるべき文字だけがある', async () => {
    const results = RESULTS.join('\n')
    const twice = `${results}\n${results}`
    const cut = twice.indexOf('聞きながら')
    expect(textsOf(await render(twoPages()), 7)).toEqual([
      ['地域医療構想における在宅医療関係施策に係る今後の対応について', '', '', '', '', '', ''],
      [
        '',
        '現状と課題',
        '2025年のあるべき医療提供体制を\n実現するための施策',
        'これまでの取組み',
        'これまでの成果と課題\n成果：□、課題：■',
        '今後の対応（案）',
        '',
      ],
      ['', '', '', '', '', '', '具体的な取り組み（予定）'],
      [
        '①在宅医療への円滑な移行',
        '入院時から在宅療養までの円滑な移行に向けた医療介護関係者等の連携強化',
        '地域で共通の退院調整のルールづくりや連携ツールの検討',
        '○医療介護福祉関係者を対象とした退院支援に係る情報交換会の開催（H25～H30年度）\n【在宅医療推進事業費補助金】',
        results,
        '○医療・介護が連携して入退院支援を行うための情報共有のためのルールづくりの取り組み',
        '○[最上総合支庁]入退院調整（情報共有）のためルール作成（Ｈ30年度）',
      ],
      ['', '', '', ODD_CHARACTERS, ODD_VALUES.join('\n'), '=1+1', '\n前後に空行\n\n'],
      [
        '',
        '病院における退院支援の充実',
        '',
        '007',
        twice.slice(0, cut),
        '○研修会の開催実施太下線取消二重小\n○新しい段落',
        '同上',
      ],
      ['①在宅医療への円滑な移行', '病院における退院支援の充実', '', '', twice.slice(cut), '', ''],
      ['②日常の療養生活の支援', '訪問看護の充実', '', '○研修会', '', '○検討', ''],
    ])
  })

  test('どんな文字も元のまま読み戻せ、数値や数式にならない', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(oddText, oddText), { minLength: 1, maxLength: 4 }), async (texts) => {
        const sheet = await render(
          onePage(
            texts,
            texts.map(() => 100),
          ),
        )
        expect(textsOf(sheet, 2)).toEqual(texts)
        for (const { type } of sheet.cells.values()) expect(['', 's']).toContain(type)
        expect(sheet.parts[SHEET]).not.toContain('<f>')
      }),
      { numRuns: 60 },
    )
  })

  test('ページをまたぐセルは、どこで切れても行の途中の文字を失わず、二度書かない', async () => {
    await fc.assert(
      fc.asyncProperty(
        oddText,
        fc.array(fc.integer({ min: 12, max: 60 }), { minLength: 1, maxLength: 4 }),
        async (text, heights) => {
          const form = sampleForm({ title: [], head: [], columns: [{ width: 100 }], body: [row([cell(text)])] })
          const last = heights.length
          const pages = [...heights, 800].map((height, at) => {
            const part = at === 0 ? 'first' : at === last ? 'last' : 'middle'
            return [{ index: 0, part, height } as const]
          })
          const joined = textsOf(await render(onPages(form, pages)), 1).join('')
          expect(joined.replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('変更と強調は文字ごとの書式になる', async () => {
    const { cells } = await render(twoPages())
    expect(cells.get('F6')!.runs.map(({ text, marks }) => [text, marks])).toEqual([
      ['○研修会の', '9'],
      ['開催', 'strike FFFF0000 9'],
      ['実施', 'u FFFF0000 9'],
      ['太', 'b 9'],
      ['下線', 'u 9'],
      ['取消', 'strike 9'],
      ['二重', 'strike 9'],
      ['小\n', '7.5'],
      ['○新しい段落', 'u FFFF0000 9'],
    ])
    expect(cells.get('F5')!.runs).toEqual([])
  })
})

describe('行と列', () => {
  test('結合範囲は重ならず、どの場所にも外枠の切れ目がない', async () => {
    const { cells, merges, heights } = await render(twoPages())
    const merged = merges.flatMap(placesOf)
    expect(new Set(merged).size).toBe(merged.length)
    const table = { top: 2, left: 1, bottom: heights.length, right: 7 }
    const single = placesOf(table).filter((place) => !merged.includes(place))
    for (const range of merges
      .slice(1)
      .map(placesOf)
      .concat(single.map((place) => [place]))) {
      const borders = range.map((place) => cells.get(place)!.border)
      const at = (place: string) => ({ column: place.charCodeAt(0), row: Number(place.slice(1)) })
      const first = at(range[0]!)
      const last = at(range.at(-1)!)
      range.forEach((place, index) => {
        const { column, row: line } = at(place)
        expect(borders[index]!.left !== '', `${place} left`).toBe(column === first.column)
        expect(borders[index]!.right !== '', `${place} right`).toBe(column === last.column)
        expect(borders[index]!.top !== '', `${place} top`).toBe(line === first.row)
        expect(borders[index]!.bottom !== '', `${place} bottom`).toBe(line === last.row)
      })
    }
  })

  test('外側の罫線は太く、各ページの下端も閉じる', async () => {
    const { cells, breaks, heights } = await render(twoPages())
    expect(placesOf({ top: 2, left: 1, bottom: 2, right: 7 }).map((place) => cells.get(place)!.border.top)).toEqual(
      Array(7).fill('medium'),
    )
    for (const line of [...breaks, heights.length]) {
      const foot = placesOf({ top: line, left: 1, bottom: line, right: 7 })
      expect(foot.map((place) => cells.get(place)!.border.bottom)).toEqual(Array(7).fill('medium'))
    }
    for (let line = 2; line <= heights.length; line++) {
      expect([cells.get(`A${line}`)!.border.left, cells.get(`G${line}`)!.border.right]).toEqual(['medium', 'medium'])
    }
  })

  test('409.5 ポイントより高い行は数行に分けて結合し、文字は一つのセルにある', async () => {
    const text = Array.from({ length: 80 }, (_, index) => `○${index}`).join('\n')
    const { heights, merges, cells } = await render(onePage([[text, '']], [1000]))
    expect(heights.length).toBe(3)
    expect(Math.max(...heights)).toBeLessThanOrEqual(409.5)
    expect(heights.reduce((sum, height) => sum + height)).toBeGreaterThanOrEqual(1000)
    expect(merges).toEqual([
      { top: 1, left: 1, bottom: 3, right: 1 },
      { top: 1, left: 2, bottom: 3, right: 2 },
    ])
    expect(cells.get('A1')!.text).toBe(text)
  })

  test('32,767 字より長い文字は段落の切れ目で次の行に続く', async () => {
    const lines = Array.from({ length: 4000 }, (_, index) => `○${index}𠮷野`)
    const { cells, heights } = await render(onePage([[lines.join('\n'), '短い']], [300]))
    const parts = heights.map((_, index) => cells.get(`A${index + 1}`)!.text)
    expect(parts.join('')).toBe(lines.join('\n'))
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(32767)
    expect(cells.get('B1')!.text).toBe('短い')
  })

  test('行の高さはすべて決めてあり、版面に入る', async () => {
    const laidOut = twoPages()
    const sheet = await render(laidOut)
    const { paper } = laidOut.form
    const scale = Number(attribute(sheet, SHEET, 'pageSetup', 'scale')) / 100
    const room = paper.height - paper.margins.top - paper.margins.bottom
    const sum = (heights: readonly number[]) => heights.reduce((total, each) => total + each, 0)
    const head = sum(sheet.heights.slice(1, 3))
    const [end] = sheet.breaks
    expect(sum(sheet.heights.slice(0, end)) * scale).toBeLessThanOrEqual(room)
    expect((head + sum(sheet.heights.slice(end))) * scale).toBeLessThanOrEqual(room)
    expect(sheet.widths.length).toBe(columnsOf(laidOut.form).length)
    // Widest figure of BIZ UDPゴシック at 9 pt: 0.76 em, 9 px.
    const width = sum(sheet.widths) * 9 * 0.75
    const table = sum(columnsOf(laidOut.form).map((column) => column.width))
    expect(width).toBeGreaterThan(table * 1.05)
    expect(width * scale).toBeLessThan(table * 1.02)
  })

  test('版面の一杯まである表は、行の余裕の分だけ縮めて印刷する', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => [`○${index}\n次の行`])
    const sheet = await render(
      onePage(
        texts,
        texts.map(() => 24.7),
      ),
    )
    const scale = Number(attribute(sheet, SHEET, 'pageSetup', 'scale')) / 100
    const { paper } = sampleForm()
    const height = sheet.heights.reduce((sum, each) => sum + each, 0)
    expect(height * scale).toBeLessThanOrEqual(paper.height - paper.margins.top - paper.margins.bottom)
    expect(scale).toBeLessThan(0.95)
  })

  test('縦書きの区分は一字ずつ縦に積み、見出しには地がある', async () => {
    const { cells } = await render(twoPages())
    expect(cells.get('A4')!.style).toEqual({ rotation: '255', wrap: false, fill: '', font: 'BIZ UDPゴシック 9' })
    expect(cells.get('B2')!.style.fill).toBe('FFD9D9D9')
  })

  test('ページに合わせて小さく組まれた縦書きは、その大きさになる', async () => {
    const laidOut = twoPages()
    const shrink = (each: PageCell): PageCell => {
      if (each.cell.direction === 'horizontal') return each
      return { ...each, lines: each.lines.map((placed) => ({ ...placed, line: { ...placed.line, size: 7 } })) }
    }
    const pages = laidOut.pages.map((page) => ({
      ...page,
      sections: tablesOn(page).map((table) => ({ ...table, cells: table.cells.map(shrink) })),
    }))
    expect((await render({ ...laidOut, pages })).cells.get('A4')!.style.font).toBe('BIZ UDPゴシック 7')
  })
})

describe('印刷', () => {
  test('本文のない表は見出しだけで閉じる', async () => {
    const sheet = await render(onPages(sampleForm({ body: [] }), [[]]))
    expect(sheet.heights.length).toBe(3)
    expect(sheet.breaks).toEqual([])
    expect(sheet.cells.get('A3')!.border.bottom).toBe('medium')
  })

  test('横一ページで、ページの頭に改ページと見出し行がある', async () => {
    const sheet = await render(twoPages())
    expect(sheet.breaks).toEqual([6])
    expect(sheet.definedNames).toMatchObject({ '_xlnm.Print_Titles': "'最上構想区域'!$2:$3" })
    expect(attribute(sheet, SHEET, 'pageSetUpPr', 'fitToPage')).toBe('1')
    expect(attribute(sheet, SHEET, 'pageSetup', 'fitToWidth')).toBe('1')
    expect(attribute(sheet, SHEET, 'pageSetup', 'fitToHeight')).toBe('0')
    expect(attribute(sheet, SHEET, 'pageSetup', 'paperSize')).toBe('8')
    expect(attribute(sheet, SHEET, 'pageSetup', 'orientation')).toBe('landscape')
    expect(attribute(sheet, SHEET, 'pane', 'ySplit')).toBe('3')
  })

  test.each([
    [1024, undefined],
    [1025, '1025 ページのうち、Excel の改ページは 1023 か所までしか入らないため、1025 ページ目からは'],
  ])('%d ページの、入らない改ページは黙って捨てない', async (pages, told) => {
    const texts = Array.from({ length: pages }, (_, page) => [String(page)])
    const { form } = onePage(
      texts,
      texts.map(() => 12),
    )
    const rows = texts.map((_, index) => [{ index, part: 'whole' as const, height: 12 }])
    const made = await renderer.renderExcel(onPages(form, rows))
    expect(made.diagnostics.map(({ code, message }) => [code, message])).toEqual(
      told === undefined ? [] : [['page-breaks-cut', expect.stringContaining(told)]],
    )
    expect(made.ok && readSheet(made.value).breaks).toHaveLength(1023)
  })

  test('欄外の文字の & は二つ重ね、ページの数は Excel に任せる', async () => {
    const header = [{ tag: 'text', text: '資料３ & <案>' }] as const
    const sheet = await render(twoPages({ header }))
    expect(sheet.parts[SHEET]).toContain('資料３ &amp;&amp; &lt;案&gt;</oddHeader>')
    expect(sheet.parts[SHEET]).toContain('- &amp;P / &amp;N -</oddFooter>')
  })
})

describe('文書の属性', () => {
  test.each([
    ['最上構想区域', '最上構想区域'],
    ['', '計画'],
    ["'A/B:C*[D]?\\'", 'ABCD'],
    ['History', '計画'],
    [`${'区'.repeat(30)}𠮷`, '区'.repeat(30)],
  ])('題目 %j のシート名は %j', async (subject, name) => {
    const { meta } = sampleForm()
    const sheet = await render(twoPages({ meta: { ...meta, subject } }))
    expect(sheet.name).toBe(name)
    expect(sheet.definedNames['_xlnm.Print_Titles']).toBe(`'${name}'!$2:$3`)
  })

  test('作成者は分かるときだけ書き、日時は計画のもの', async () => {
    const { meta } = sampleForm()
    const known = (await render(twoPages({ meta: { ...meta, author: '最上総合支庁' } }))).parts['docProps/core.xml']!
    expect(known.match(/最上総合支庁/g)).toHaveLength(2)
    const unknown = (await render(twoPages())).parts['docProps/core.xml']!
    expect(unknown).not.toMatch(/dc:creator|cp:lastModifiedBy/)
    expect(unknown.match(/2018-04-01T00:00:00Z/g)).toHaveLength(2)
  })

  test('標準の書体は表の書体で、列の幅はその数字で数える', async () => {
    const styles = (await render(twoPages())).parts['xl/styles.xml']!
    expect(/<font>.*?<\/font>/.exec(styles)![0]).toContain('<sz val="9"/><name val="BIZ UDPゴシック"/>')
    expect(styles).not.toContain('Calibri')
  })
})
