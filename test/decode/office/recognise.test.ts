/** Files that are no readable document, told apart by their bytes, and documents that would do harm. */

import { describe, expect, it } from 'vitest'
import { USUAL_READING } from '../../../src/decode/office/office-document.js'
import { openOffice } from '../../../src/decode/office/open-office.js'
import { isOfficeBytes } from '../../../src/decode/office/package/recognise.js'
import { docx, paragraph, relationships, sheetData, xlsx, zipOf } from '../../support/office-files.js'
import { readOffice, textsOf, toldOf } from '../../support/read-office.js'

function refusal(bytes: Uint8Array): string {
  const opened = openOffice('文書.docx', bytes, USUAL_READING)
  if (opened.ok) return '読めた'
  const [diagnostic, second] = opened.diagnostics
  expect(second).toBeUndefined()
  expect(diagnostic!.place).toEqual({ kind: 'file', file: '文書.docx' })
  expect(diagnostic!.hint).toMatch(/。$/)
  return `${diagnostic!.code}: ${diagnostic!.message}${diagnostic!.hint}`
}

/** A compound file (MS-CFB) with directory entries of these names in its second sector. */
function ole(...names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * names.length)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  names.forEach((name, index) => {
    const at = 512 + 128 * index
    ;[...name].forEach((letter, place) => {
      bytes[at + 2 * place] = letter.charCodeAt(0)
    })
    bytes[at + 64] = 2 * (name.length + 1)
    bytes[at + 66] = index === 0 ? 5 : 2
  })
  return bytes
}

const TEXT = docx(paragraph('題'))

describe('バイトで見分ける', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['暗号化', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), /^encrypted-document: .*パスワード.*消して/],
    ['.doc', ole('Root Entry', '1Table', 'WordDocument'), /^old-document: 古い形式の Word 文書（.doc）.*\.docx/],
    ['.xls', ole('Root Entry', 'Workbook'), /^old-document: 古い形式の Excel ブック（.xls）.*\.xlsx/],
    ['.jtd', ole('Root Entry', 'JSRV_SegmentInformation'), /^old-document: 一太郎.*Word/],
    ['ほかの複合ファイル', ole('Root Entry', 'PowerPoint Document'), /^not-a-plan: /],
    ['.odt', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' }), /^old-document: .*（.odt）/],
    [
      '.ods',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      /^old-document: .*（.ods）.*\.xlsx/,
    ],
    [
      '.xlsb',
      zipOf({ '_rels/.rels': relationships({ officeDocument: 'xl/workbook.bin' }), 'xl/workbook.bin': '' }),
      /^old-document: .*xlsb/,
    ],
    ['.pptx', zipOf({ 'ppt/presentation.xml': '<p/>' }), /^not-a-plan: PowerPoint/],
    ['.zip', zipOf({ 'a.txt': 'a' }), /^not-a-plan: 圧縮ファイル/],
    ['PDF', new TextEncoder().encode('%PDF-1.7\n'), /^not-a-plan: PDF/],
    ['RTF', new TextEncoder().encode('{\\rtf1'), /^old-document: リッチテキスト/],
  ])('%s は何であるかと、すべきことを言う', (_, bytes, said) => {
    expect(isOfficeBytes(bytes)).toBe(true)
    expect(refusal(bytes)).toMatch(said)
    expect(refusal(bytes)).not.toMatch(/メモ帳|UTF-8/)
  })

  it('計画ファイルは文書ではない', () => {
    expect(isOfficeBytes(new TextEncoder().encode('計画: 題\n'))).toBe(false)
  })

  it('途中で切れた文書、数の合わない文書', () => {
    expect(refusal(TEXT.slice(0, TEXT.length - 30))).toMatch(/^damaged-document: /)
    for (const place of ['word/document.xml', '_rels/.rels']) {
      const at = indexOf(TEXT, place) + place.length + 4
      expect(refusal(TEXT.map((byte, index) => (index === at ? byte ^ 0x55 : byte)))).toMatch(/^damaged-document: /)
    }
  })

  it('XML の誤り、文字コードの誤り', () => {
    expect(refusal(docx('<w:p>'))).toMatch(/^damaged-document: .*XML/)
    expect(refusal(docx('', {}, { 'word/document.xml': new Uint8Array([0x3c, 0x61, 0xff, 0xff]) }))).toMatch(
      /文字コード/,
    )
  })

  it('文書型宣言は断る', () => {
    const bomb = '<!DOCTYPE w:document [<!ENTITY a "aaaa">]><w:document/>'
    expect(refusal(docx('', {}, { 'word/document.xml': bomb }))).toMatch(/^unsafe-document: .*DOCTYPE/)
  })
})

describe('限り', () => {
  it('目次の言う大きさを超えて広がる部品', () => {
    const bytes = zipOf({ ...parts(), 'word/document.xml': '<a>'.padEnd(50_000_000, ' ') })
    expect(refusal(lieAbout(bytes, 'word/document.xml', 1000))).toMatch(/^damaged-document: .*大きさ/)
  })

  it('正直に大きな部品は、広げる前に断る', () => {
    const bytes = docx(paragraph('題'))
    expect(refusal(lieAbout(bytes, 'word/document.xml', 300 * 1024 * 1024))).toMatch(/^document-too-large: .*256 MB/)
  })

  it('深すぎる入れ子、多すぎる部品', () => {
    expect(refusal(docx(`${'<w:p>'.repeat(300)}${'</w:p>'.repeat(300)}`))).toMatch(/^document-too-large: .*入れ子/)
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`a${index}`, '']))
    expect(refusal(zipOf(many))).toMatch(/^document-too-large: .*部品/)
  })

  it('一つの長い文字列', () => {
    expect(refusal(docx(`<w:p><w:r><w:t>${'あ'.repeat(20_000_000)}</w:t></w:r></w:p>`))).toMatch(
      /^document-too-large: /,
    )
  })

  it('10万行、200万セルまで', () => {
    const rows = (count: number) => `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(count)}</sheetData>`
    expect(refusal(xlsx([{ name: '表', xml: rows(100_001) }]))).toMatch(/^document-too-large: .*10万/)
    expect(refusal(xlsx([{ name: '表', xml: rows(100_000) }]))).toBe('読めた')
  })

  it('書式だけの百万行は、あるだけの行として読む', () => {
    const empty = Array.from(
      { length: 1_000_000 },
      (_, row) => `<row r="${row + 3}"><c r="A${row + 3}" s="1"/><c r="B${row + 3}" s="1"/></row>`,
    )
    const filled = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>'
    const [part] = readOffice(xlsx([{ name: '表', xml: `<sheetData>${filled}${empty.join('')}</sheetData>` }])).parts
    expect(part).toMatchObject({ tag: 'table', table: { rows: { length: 2 } } })
  })

  it('外の文書は開かず、マクロは動かさず、そう言う', () => {
    const links = relationships({ attachedTemplate: 'https://example.com/x.dotm', vbaProject: 'vbaProject.bin' })
    const read = readOffice(
      docx(paragraph('題'), {}, { 'word/_rels/document.xml.rels': links, 'word/vbaProject.bin': 'x' }),
    )
    expect(textsOf(read)).toEqual(['題'])
    expect(toldOf(read, 'external-link')).toEqual(['attachedTemplate'])
    expect(toldOf(read, 'macro')).toHaveLength(1)
    const book = readOffice(xlsx([{ name: '表', xml: sheetData([['a']]) }], { externalLink: '<externalLink/>' }))
    expect(toldOf(book, 'external-link')).toEqual(['xl/externalLink.xml'])
  })
})

function parts(): Record<string, string> {
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }),
  }
}

/** Writes another size into the directory entry of a part. */
function lieAbout(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const lie = bytes.slice()
  const at = lastIndexOf(lie, name) - 46
  new DataView(lie.buffer).setUint32(at + 24, size, true)
  return lie
}

function indexOf(bytes: Uint8Array, text: string): number {
  return Array.from(bytes, (byte) => String.fromCharCode(byte))
    .join('')
    .indexOf(text)
}

function lastIndexOf(bytes: Uint8Array, text: string): number {
  return Array.from(bytes, (byte) => String.fromCharCode(byte))
    .join('')
    .lastIndexOf(text)
}
