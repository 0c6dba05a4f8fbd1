/** Small Word and Excel packages by hand: only the parts that a test is about, the rest as short as a reader takes it. */

import { strToU8, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org'
const W = `xmlns:w="${MAIN}/wordprocessingml/2006/main" xmlns:r="${MAIN}/officeDocument/2006/relationships" xmlns:mc="${MAIN}/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`
const X = `xmlns="${MAIN}/spreadsheetml/2006/main" xmlns:r="${MAIN}/officeDocument/2006/relationships"`

export type Parts = Readonly<Record<string, string | Uint8Array>>

export function zipOf(parts: Parts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
}

/** `related` are parts beside the document by the last word of their relationship: `comments`, `numbering`. */
export function docx(body: string, related: Parts = {}, others: Parts = {}): Uint8Array {
  const parts = Object.fromEntries(
    Object.entries(related).map(([type, xml]) => [
      `word/${type}.xml`,
      typeof xml === 'string' ? xml.replace('>', ` ${W}>`) : xml,
    ]),
  )
  return zipOf({
    '[Content_Types].xml': contentTypes('/word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }),
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(
      Object.fromEntries(Object.keys(related).map((type) => [type, `${type}.xml`])),
    ),
    ...parts,
    ...others,
  })
}

export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A cell by its text, or by the XML of what stands in it. */
export function tc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`
}

export function tr(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc>') || cell.startsWith('<w:trPr>') ? cell : tc(cell))).join('')}</w:tr>`
}

export function tbl(...rows: readonly string[]): string {
  const columns = Math.max(...rows.map((row) => row.split('<w:tc>').length - 1))
  return `<w:tbl><w:tblGrid>${'<w:gridCol w:w="1000"/>'.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl>`
}

export interface SheetParts {
  readonly name: string
  /** The XML of `sheetData` and what follows it. */
  readonly xml: string
  readonly state?: string
}

export function xlsx(
  sheets: readonly SheetParts[],
  related: Parts = {},
  others: Parts = {},
  workbook = '',
): Uint8Array {
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
  )
  const targets = Object.fromEntries(
    sheets.map((_, index) => [`worksheet${index}`, `worksheets/sheet${index + 1}.xml`]),
  )
  return zipOf({
    '[Content_Types].xml': contentTypes('/xl/workbook.xml', 'spreadsheetml.sheet'),
    '_rels/.rels': relationships({ officeDocument: 'xl/workbook.xml' }),
    'xl/workbook.xml': `<workbook ${X}>${workbook}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships({
      ...targets,
      ...Object.fromEntries(Object.keys(related).map((type) => [type, `${type}.xml`])),
    }),
    ...Object.fromEntries(
      sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet ${X}>${xml}</worksheet>`]),
    ),
    ...Object.fromEntries(
      Object.entries(related).map(([type, xml]) => [
        `xl/${type}.xml`,
        typeof xml === 'string' ? xml.replace('>', ` ${X}>`) : xml,
      ]),
    ),
    ...others,
  })
}

/** Rows of texts from A1 on; an empty text is no cell. */
export function sheetData(rows: readonly (readonly string[])[]): string {
  const cells = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row
        .map((text, column) =>
          text === ''
            ? ''
            : `<c r="${String.fromCharCode(65 + column)}${index + 1}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
        )
        .join('')}</row>`,
  )
  return `<sheetData>${cells.join('')}</sheetData>`
}

/** Ids count from 1; a digit behind a type only tells two of a kind apart. */
export function relationships(targets: Readonly<Record<string, string>>): string {
  const list = Object.entries(targets).map(([type, target], index) => {
    const isOutside = /^https?:/.test(target) ? ' TargetMode="External"' : ''
    return `<Relationship Id="rId${index + 1}" Type="${MAIN}/officeDocument/2006/relationships/${type.replace(/\d+$/, '')}" Target="${target}"${isOutside}/>`
  })
  return `<Relationships xmlns="${MAIN}/package/2006/relationships">${list.join('')}</Relationships>`
}

function contentTypes(part: string, type: string): string {
  return `<Types xmlns="${MAIN}/package/2006/content-types"><Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`
}
