/** Traits of sheets as offices make them, each in a workbook of its own. */

import { describe, expect, it } from 'vitest'
import { relationships, sheetData, xlsx } from '../../support/office-files.js'
import { readOffice, tablesOf, tell, textsOf, toldOf } from '../../support/read-office.js'

const sheet = (xml: string, name = '表') => ({ name, xml })
const cells = (row: string) => sheet(`<sheetData><row r="1">${row}</row></sheetData>`)
const read = (xml: string, related = {}, options = {}) => readOffice(xlsx([cells(xml)], related), options)
const first = (...args: Parameters<typeof read>) => tell(tablesOf(read(...args))[0]!)[0]

describe('セルの値', () => {
  it('共有の文字列も、その場の文字列も、数式の文字列も', () => {
    const strings = {
      sharedStrings: '<sst><si><t>共有</t></si><si><r><t>一</t></r><r><t xml:space="preserve"> 二</t></r></si></sst>',
    }
    expect(
      first(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>その場</t></is></c><c r="D1" t="str"><f>A1</f><v>式</v></c>',
        strings,
      ),
    ).toEqual(['共有', '一 二', 'その場', '式'])
  })

  it('ふりがなは外して告げる', () => {
    const book = read('<c r="A1" t="inlineStr"><is><t>下地区</t><rPh sb="0" eb="3"><t>シモチク</t></rPh></is></c>')
    expect(tell(tablesOf(book)[0]!)).toEqual([['下地区']])
    expect(toldOf(book, 'furigana')).toEqual(['表!A1 シモチク'])
  })

  it('セルの改行は段落、_x000D_ は改行の一部', () => {
    expect(first('<c t="inlineStr"><is><t>○一_x000D_\n　・二</t></is></c>')).toEqual(['○一⏎　・二'])
  })

  it('真偽、誤り、値のない数式', () => {
    const book = read(
      '<c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1"><f>A1</f></c><c r="D1"><f>1+1</f><v>2</v></c>',
    )
    expect(tell(tablesOf(book)[0]!)).toEqual([['TRUE', '#N/A', '2']])
    expect(toldOf(book, 'formula-without-value')).toEqual(['表!C1'])
    expect(toldOf(book, 'formula')).toEqual(['表!D1'])
  })

  it('書式は見えるとおりに、1904 年からのブックも', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-411]ge.m.d"/></numFmts><fonts><font/></fonts><borders><border/></borders><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>'
    const row = '<c r="A1" s="1"><v>45747</v></c><c r="B1" s="2"><v>0.5</v></c>'
    expect(first(row, { styles })).toEqual(['R7.3.31', '50%'])
    const book = xlsx([cells('<c r="A1" s="1"><v>44285</v></c>')], { styles }, {}, '<workbookPr date1904="1"/>')
    expect(tell(tablesOf(readOffice(book))[0]!)).toEqual([['R7.3.31']])
  })

  it('番地のないセルと行は、前の次', () => {
    expect(
      tell(
        tablesOf(
          readOffice(
            xlsx([
              sheet('<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row></sheetData>'),
            ]),
          ),
        )[0]!,
      ),
    ).toEqual([['1', '2'], ['3']])
  })
})

describe('シートの形', () => {
  const merged = (refs: readonly string[], rows: readonly (readonly string[])[]) =>
    tell(
      tablesOf(
        readOffice(
          xlsx([
            sheet(
              `${sheetData(rows)}<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
            ),
          ]),
        ),
      )[0]!,
    )

  it('縦と横の結合', () => {
    expect(merged(['A1:A3', 'B1:C2'], [['a', 'b'], [], ['', 'c', 'd']])).toEqual([['a×3', 'b×2＋2'], [], ['c', 'd']])
  })

  it('結合に隠れた字は一覧に', () => {
    const book = readOffice(
      xlsx([
        sheet(
          `${sheetData([
            ['a', 'b'],
            ['隠れ', 'c'],
          ])}<mergeCells><mergeCell ref="A1:A2"/></mergeCells>`,
        ),
      ]),
    )
    expect(tell(tablesOf(book)[0]!)).toEqual([['a×2', 'b'], ['c']])
    expect(toldOf(book, 'hidden')).toEqual(['表!A2 隠れ'])
  })

  it('全行の結合、重なる結合でも止まらない', () => {
    expect(merged(['A1:XFD1', 'B2:B1048576', 'A1:B2'], [['a'], ['b', 'c']])).toEqual([['a＋2'], ['b', 'c']])
  })

  it('隠した行、列、シートは読んで告げ、求めがあれば除く', () => {
    const hidden =
      '<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row></sheetData>'
    const book = xlsx([sheet(hidden), { ...sheet(sheetData([['控え']]), '控え'), state: 'hidden' }])
    const told = readOffice(book)
    expect(tablesOf(told).map(tell)).toEqual([[['1', '2'], ['3']], [['控え']]])
    expect(toldOf(told, 'hidden')).toEqual(['表!2行', '表!B列', '控え'])
    const skipped = readOffice(book, { hidden: 'skip' })
    expect(tablesOf(skipped).map(tell)).toEqual([[['1']]])
    expect(toldOf(skipped, 'hidden')).toEqual(['表!2行 3', '表!B列 2', '控え 控え'])
  })

  it('罫線のある空の行は表の行、ない所は切れ目', () => {
    const styles =
      '<styleSheet><borders><border/><border><left style="thin"/></border></borders><cellXfs><xf/><xf borderId="1"/></cellXfs></styleSheet>'
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" s="1"/></row><row r="3"><c r="A3"><v>3</v></c></row><row r="9"><c r="A9"><v>9</v></c></row>'
    const [table] = tablesOf(readOffice(xlsx([sheet(`<sheetData>${rows}</sheetData>`)], { styles })))
    expect(table!.rows.map(({ cells: own, isGap }) => (isGap ? '切れ目' : own.length))).toEqual([1, 0, 1, '切れ目', 1])
  })

  it('縦書き、ページごとに繰り返す行', () => {
    const styles = '<styleSheet><cellXfs><xf/><xf><alignment textRotation="255"/></xf></cellXfs></styleSheet>'
    const names =
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">表!$A:$A,表!$1:$1</definedName></definedNames>'
    const [table] = tablesOf(readOffice(xlsx([cells('<c r="A1" s="1"><v>1</v></c>')], { styles }, {}, names)))
    expect(table!.rows[0]).toMatchObject({ isHeading: true, cells: [{ direction: 'vertical' }] })
  })
})

describe('シートの外', () => {
  it('コメント、ヘッダー、図形の文', () => {
    const others = {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships({
        comments: '../comments1.xml',
        drawing: '../drawings/drawing1.xml',
      }),
      'xl/comments1.xml':
        '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>係員乙</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>確かめる</t></r><r><t>こと</t></r></text></comment></commentList></comments>',
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:txBody><a:p><a:r><a:t>図形の文</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:pic/></xdr:wsDr>',
    }
    const xml = `${sheetData([['a']])}<headerFooter><oddHeader>&amp;L資料３&amp;R&amp;"ＭＳ 明朝,標準"&amp;10&amp;P／&amp;N</oddHeader></headerFooter>`
    const book = readOffice(xlsx([sheet(xml)], {}, others))
    expect(toldOf(book, 'comment')).toEqual(['表!A1 確かめること 係員乙'])
    expect(toldOf(book, 'header')).toEqual(['表 資料３／'])
    expect(toldOf(book, 'image')).toEqual(['表'])
    expect(textsOf(book)).toEqual(['図形の文'])
  })
})
