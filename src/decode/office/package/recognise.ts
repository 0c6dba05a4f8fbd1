/** What a file is by its bytes, whatever its name says, and what to do with those that cannot be read. */

import type { ValuesOf } from '../../../domain/messages/messages.js'
import { OfficePackage } from './office-package.js'
import { Refusal } from './refusal.js'

/** Whether these bytes are an office's document, and no text: readable or not. */
export function isOfficeBytes(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP) || startsWith(bytes, OLE) || startsWith(bytes, PDF) || startsWith(bytes, RTF)
}

const ZIP = [0x50, 0x4b]
/** [MS-CFB] 2.2: the container of Word 97, Excel 97, Ichitaro and of encrypted documents. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66]

export interface RecognisedDocument {
  readonly kind: 'word' | 'excel'
  readonly office: OfficePackage
  /** `word/document.xml`, `xl/workbook.xml`. */
  readonly main: string
}

/** Opens a Word or Excel document. Throws a Refusal, which says what the file is, for any other. */
export function recognise(bytes: Uint8Array): RecognisedDocument {
  if (startsWith(bytes, OLE)) throw refuseOle(bytes)
  if (startsWith(bytes, PDF)) throw notAPlan('pdf')
  if (startsWith(bytes, RTF)) throw savedOtherwise('リッチテキスト（.rtf）', 'Word', '.docx')
  const office = new OfficePackage(bytes)
  const main = office.partOf('', 'officeDocument')
  if (main !== undefined && /\.bin$/i.test(main))
    throw savedOtherwise('Excel バイナリ ブック（.xlsb）', 'Excel', '.xlsx')
  const kind = main === undefined ? undefined : kindOf(office, main)
  if (main !== undefined && kind !== undefined) return { kind, office, main }
  throw refuseZip(office)
}

/** By the content type (ECMA-376 part 2, 7.2.3), whatever the part is called: documents, templates, with macros and without. */
function kindOf(office: OfficePackage, main: string): RecognisedDocument['kind'] | undefined {
  let type = ''
  office.each('[Content_Types].xml', ['ct:Override'], ({ attributes }) => {
    if (attributes.PartName?.toLowerCase() === `/${main.toLowerCase()}`) type = attributes.ContentType ?? ''
  })
  if (/wordprocessingml|ms-word/.test(type)) return 'word'
  return /spreadsheetml|ms-excel/.test(type) ? 'excel' : undefined
}

/** An OLE container by the names of its streams. */
function refuseOle(bytes: Uint8Array): Refusal {
  const streams = streamNames(bytes)
  if (streams.has('EncryptedPackage')) return new Refusal({ code: 'encrypted-document', values: { part: undefined } })
  if (streams.has('WordDocument')) return savedOtherwise('古い形式の Word 文書（.doc）', 'Word', '.docx')
  if (streams.has('Workbook') || streams.has('Book')) {
    return savedOtherwise('古い形式の Excel ブック（.xls）', 'Excel', '.xlsx')
  }
  if ([...streams].some((name) => /^JSRV|^DocumentText$|^Figure$/.test(name))) {
    return savedOtherwise('一太郎の文書（.jtd）', '一太郎', 'Word 文書（.docx）')
  }
  return notAPlan('unknown')
}

/** [MS-CFB] 2.6.1: directory entries of 128 bytes, a name in UTF-16 and its length in bytes at 64. */
function streamNames(bytes: Uint8Array): ReadonlySet<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = new Set<string>()
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = view.getUint16(at + 64, true)
    const kind = bytes[at + 66]!
    if (length < 4 || length > 64 || length % 2 === 1 || kind < 1 || kind > 5) continue
    names.add(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)))
  }
  return names
}

const OPEN_DOCUMENTS: Readonly<Record<string, readonly [what: string, program: string, ending: string]>> = {
  'application/vnd.oasis.opendocument.text': ['OpenDocument の文書（.odt）', 'LibreOffice か Word', '.docx'],
  'application/vnd.oasis.opendocument.spreadsheet': ['OpenDocument の表（.ods）', 'LibreOffice か Excel', '.xlsx'],
}

function refuseZip(office: OfficePackage): Refusal {
  if (office.has('mimetype')) {
    const known = OPEN_DOCUMENTS[office.text('mimetype').trim()]
    if (known !== undefined) return savedOtherwise(...known)
  }
  return notAPlan(office.names.some((name) => name.startsWith('ppt/')) ? 'slides' : 'zip')
}

function savedOtherwise(what: string, program: string, ending: string): Refusal {
  return new Refusal({ code: 'old-document', values: { what, program, ending } })
}

function notAPlan(kind: ValuesOf<'not-a-plan'>['kind']): Refusal {
  return new Refusal({ code: 'not-a-plan', values: { kind } })
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
