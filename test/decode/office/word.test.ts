/** Traits of Word tables as offices make them, each in a document of its own. */

import { describe, expect, it } from 'vitest'
import { linesOf } from '../../../src/decode/office/office-document.js'
import { docx, paragraph, tbl, tc, tr } from '../../support/office-files.js'
import { readOffice, tablesOf, tell, textsOf, toldOf } from '../../support/read-office.js'

const cellOf = (content: string, related = {}, options = {}) => {
  const read = readOffice(docx(tbl(tr('a', 'b'), tr(tc(content), 'x')), related), options)
  return { read, text: tell(tablesOf(read)[0]!)[1]![0]!, cell: tablesOf(read)[0]!.rows[1]!.cells[0]! }
}

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const INS = 'w:author="係員甲" w:id="1"'

describe('セルの中', () => {
  it('改行と段落は一行ずつ、行頭の空白も残る', () => {
    expect(
      cellOf(`<w:p>${run('○一')}<w:r><w:br/></w:r>${run('　・二')}</w:p>${paragraph('')}${paragraph('三')}`).text,
    ).toBe('○一⏎　・二⏎⏎三')
  })

  it('終わりの空の段落は文ではない', () => {
    expect(cellOf(`${paragraph('一')}<w:p/><w:p><w:r/></w:p>`).text).toBe('一')
  })

  it('ふりがなは外して告げる', () => {
    const ruby = `<w:p><w:r><w:ruby><w:rubyPr/><w:rt>${run('うずまい')}</w:rt><w:rubyBase>${run('鵜住')}</w:rubyBase></w:ruby></w:r>${run('地区')}</w:p>`
    const { read, text } = cellOf(ruby)
    expect(text).toBe('鵜住地区')
    expect(toldOf(read, 'furigana')).toEqual(['表1 行2 列1 うずまい'])
  })

  it('変更履歴は承諾した文、または戻した文になり、残らない字も告げる', () => {
    const changed = `<w:p>${run('（')}<w:del ${INS}><w:r><w:delText>R6</w:delText></w:r></w:del><w:ins ${INS}>${run('R7')}</w:ins>${run('年度）')}</w:p>`
    const accepted = cellOf(changed)
    expect(accepted.text).toBe('（R7年度）')
    expect(toldOf(accepted.read, 'revision')).toEqual(['表1 行2 列1 R6 係員甲'])
    expect([...accepted.read.revisions]).toEqual([['係員甲', 2]])
    const rejected = cellOf(changed, {}, { revisions: 'reject' })
    expect(rejected.text).toBe('（R6年度）')
    expect(toldOf(rejected.read, 'revision')).toEqual(['表1 行2 列1 R7 係員甲'])
  })

  it('段落の終わりの変更履歴は、段落をつなぐ', () => {
    const joined = `<w:p><w:pPr><w:rPr><w:del ${INS}/></w:rPr></w:pPr>${run('一')}</w:p>${paragraph('二')}`
    expect(cellOf(joined).text).toBe('一二')
    expect(cellOf(joined, {}, { revisions: 'reject' }).text).toBe('一⏎二')
  })

  it('移した文は一度だけ読む', () => {
    const moved = `<w:p><w:moveFrom ${INS}>${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo ${INS}>${run('甲')}</w:moveTo></w:p>`
    expect(cellOf(moved).text).toBe('乙甲')
    expect(cellOf(moved, {}, { revisions: 'reject' }).text).toBe('甲乙')
  })

  it('飾りは走りごとに、字体の名前からも', () => {
    const styles = '<w:styles><w:style w:type="character" w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style></w:styles>'
    const { cell } = cellOf(
      `<w:p>${run('一', '<w:rStyle w:val="S"/>')}${run('二', '<w:u w:val="single"/><w:color w:val="FF0000"/>')}${run('三', '<w:b/>')}${run('四', '<w:b w:val="0"/><w:vertAlign w:val="superscript"/>')}</w:p>`,
      { styles },
    )
    expect(cell.paragraphs[0]!.runs.map(({ text, marks }) => [text, ...marks].join(' '))).toEqual([
      '一 strike',
      '二 underline red',
      '三 bold',
      '四 superscript',
    ])
  })

  it('隠し文字は読んで告げ、求めがあれば除く', () => {
    const hidden = `<w:p>${run('見える')}${run('隠し', '<w:vanish/>')}</w:p>`
    expect(cellOf(hidden).text).toBe('見える隠し')
    const skipped = cellOf(hidden, {}, { hidden: 'skip' })
    expect(skipped.text).toBe('見える')
    expect(toldOf(skipped.read, 'hidden')).toEqual(['表1 行2 列1 隠し'])
  })

  it('フィールドは今見えている文、制御の語は読まない', () => {
    const field =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>令和６年</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    expect(cellOf(field).text).toBe('令和６年')
  })

  it('コンテンツ コントロール、リンク、互換の入れ物の中も読む', () => {
    const wrapped = `<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:hyperlink>${run('甲')}</w:hyperlink><w:sdt><w:sdtContent>${run('乙')}</w:sdtContent></w:sdt><mc:AlternateContent><mc:Choice Requires="x">${run('丙')}</mc:Choice><mc:Fallback>${run('丁')}</mc:Fallback></mc:AlternateContent></w:p></w:sdtContent></w:sdt>`
    expect(cellOf(wrapped).text).toBe('甲乙丙')
  })

  it('記号の書体の字は、見た目の字で', () => {
    const { text } = cellOf(
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:p>',
    )
    expect(text).toBe('✓□')
  })

  it('セルの中の表は、行ごとに一段落', () => {
    const { read, text } = cellOf(`${tbl(tr('一', '二'), tr('三', '四'))}<w:p/>`)
    expect(text).toBe('一　二⏎三　四')
    expect(toldOf(read, 'nested-table')).toEqual(['表1 行2 列1'])
  })
})

describe('段落番号', () => {
  const numbered = (...levels: number[]) =>
    levels
      .map((level) =>
        paragraph('項', `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>`),
      )
      .join('')
  const numbering = (...levels: readonly (readonly [format: string, text: string, suffix?: string])[]) => ({
    numbering: `<w:numbering><w:abstractNum w:abstractNumId="5">${levels
      .map(
        ([format, text, suffix = 'nothing'], level) =>
          `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="${suffix}"/><w:lvlText w:val="${text}"/></w:lvl>`,
      )
      .join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num></w:numbering>`,
  })

  it.each([
    ['aiueoFullWidth', 'ア項⏎イ項'],
    ['aiueo', 'ｱ項⏎ｲ項'],
    ['irohaFullWidth', 'イ項⏎ロ項'],
    ['decimalEnclosedCircle', '①項⏎②項'],
    ['decimalFullWidth', '１項⏎２項'],
    ['japaneseCounting', '一項⏎二項'],
    ['upperRoman', 'I項⏎II項'],
    ['lowerLetter', 'a項⏎b項'],
    ['ideographTraditional', '甲項⏎乙項'],
  ])('%s', (format, text) => {
    expect(cellOf(numbered(0, 0), numbering([format, '%1'])).text).toBe(text)
  })

  it('段の番号は親の段から、下の段は親ごとに始まる', () => {
    const levels = numbering(['decimal', '%1.'], ['decimal', '（%1-%2）', 'space'])
    expect(cellOf(numbered(0, 1, 1, 0, 1), levels).text).toBe('1.項⏎（1-1） 項⏎（1-2） 項⏎2.項⏎（2-1） 項')
  })

  it('後ろのタブは全角の空き、記号の書体の中黒は・', () => {
    expect(cellOf(numbered(0), numbering(['bullet', '・', 'tab'])).text).toBe('・　項')
    const symbol = numbering(['bullet', '\uf0b7', 'space']).numbering.replace(
      '</w:lvl>',
      '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>',
    )
    expect(cellOf(numbered(0), { numbering: symbol }).text).toBe('・ 項')
  })
})

describe('表の形', () => {
  it('縦と横の結合、縦書き', () => {
    const [table] = tablesOf(
      readOffice(
        docx(
          tbl(
            tr(
              tc('一', '<w:vMerge w:val="restart"/><w:textDirection w:val="tbRlV"/>'),
              tc('二', '<w:gridSpan w:val="2"/>'),
            ),
            tr(tc('', '<w:vMerge/>'), '三', '四'),
          ),
        ),
      ),
    )
    expect(tell(table!)).toEqual([
      ['一×2', '二＋2'],
      ['三', '四'],
    ])
    expect(table!.rows[0]!.cells[0]!.direction).toBe('vertical')
  })

  it('消された行は読まず、入れられた行は読む', () => {
    const body = tbl(
      tr('a', 'b'),
      `<w:tr><w:trPr><w:del ${INS}/></w:trPr>${tc(`<w:p><w:del ${INS}><w:r><w:delText>消</w:delText></w:r></w:del></w:p>`)}${tc('え')}</w:tr>`,
      tr('c', 'd'),
    )
    const read = readOffice(docx(body))
    expect(tell(tablesOf(read)[0]!)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(toldOf(read, 'revision')).toEqual(['表1 行2 消え 係員甲'])
    expect(tell(tablesOf(readOffice(docx(body), { revisions: 'reject' }))[0]!)).toHaveLength(3)
  })

  it('どの名前空間、どの接頭辞、UTF-16 でも同じ', () => {
    const plain = docx(tbl(tr('一', '二')))
    const strict = (xml: string) =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll('w:', 'q:')
        .replace('xmlns:q:', 'xmlns:q')
    const xml = `<q:document xmlns:q="http://purl.oclc.org/ooxml/wordprocessingml/main"><q:body>${strict(tbl(tr('一', '二')))}</q:body></q:document>`
    const utf16 = new Uint8Array(new Uint16Array([...`\ufeff${xml}`].map((letter) => letter.charCodeAt(0))).buffer)
    for (const part of [xml, utf16]) {
      const read = readOffice(docx('', {}, { 'word/document.xml': part }))
      expect(tell(tablesOf(read)[0]!)).toEqual(tell(tablesOf(readOffice(plain))[0]!))
    }
  })
})

describe('表の外', () => {
  it('テキストボックスと脚注は文として、コメントは一覧に', () => {
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>${paragraph('箱の中')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('箱の中')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const noted =
      '<w:p><w:r><w:t>本文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="7"/></w:r></w:p>'
    const read = readOffice(
      docx(box + noted, {
        footnotes: `<w:footnotes><w:footnote w:id="2">${paragraph('脚の注')}</w:footnote></w:footnotes>`,
        comments: `<w:comments><w:comment w:id="7" w:author="係員乙">${paragraph('確かめること')}</w:comment></w:comments>`,
      }),
    )
    expect(textsOf(read).filter((text) => text !== '')).toEqual(['本文', '箱の中', '脚の注'])
    expect(toldOf(read, 'comment')).toEqual(['段落2 確かめること 係員乙'])
    expect(read.parts.flatMap((part) => (part.tag === 'text' && part.role !== 'flow' ? [part.role] : []))).toEqual([
      'box',
      'note',
    ])
  })

  it('題名は名前の付いた段落から', () => {
    const styles = '<w:styles><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style></w:styles>'
    const read = readOffice(
      docx(paragraph('題', '<w:pPr><w:pStyle w:val="a3"/></w:pPr>') + paragraph('文'), { styles }),
    )
    expect(read.parts.map((part) => part.tag === 'text' && [part.role, ...linesOf([part.paragraph])])).toEqual([
      ['title', '題'],
      ['flow', '文'],
    ])
  })

  it('ヘッダーとフッターは一覧に、図は名前だけ', () => {
    const read = readOffice(
      docx('<w:p><w:r><w:drawing/></w:r></w:p>', { header: `<w:hdr>${paragraph('資料３')}</w:hdr>` }),
    )
    expect(toldOf(read, 'header')).toEqual(['ヘッダー 資料３'])
    expect(toldOf(read, 'image')).toEqual(['段落1'])
  })
})
