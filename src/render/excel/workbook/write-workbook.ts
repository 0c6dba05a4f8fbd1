/** A workbook as the parts of its package, and how these belong together (ECMA-376 part 1, 12.3; part 2, 9). */

import type { Parts } from '../../ooxml/package-zip.js'
import { element } from './element.js'
import { APPLICATION, coreXml } from './properties.js'
import { SharedStrings } from './shared-strings.js'
import { Styles } from './styles.js'
import type { Workbook } from './workbook.js'
import { workbookXml } from './workbook-xml.js'
import { worksheetXml } from './worksheet.js'

export function writeWorkbook(workbook: Workbook): Parts {
  const styles = new Styles(workbook.font)
  const strings = new SharedStrings()
  const ofBook = [
    ...workbook.sheets.map((sheet, index) => {
      const xml = worksheetXml(sheet, styles, strings)
      return sheetPart(`worksheets/sheet${index + 1}.xml`, 'worksheet', xml)
    }),
    sheetPart('styles.xml', 'styles', styles.xml()),
    sheetPart('sharedStrings.xml', 'sharedStrings', strings.xml()),
  ]
  const ofPackage: readonly Part[] = [
    { ...sheetPart('workbook.xml', 'officeDocument', workbookXml(workbook)), type: `${SPREADSHEET}.sheet.main+xml` },
    {
      name: 'docProps/core.xml',
      relation: `${PACKAGE}/relationships/metadata/core-properties`,
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      xml: coreXml(workbook.properties),
    },
    {
      name: 'docProps/app.xml',
      relation: `${OFFICE}/extended-properties`,
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      xml: APPLICATION,
    },
  ]
  const all = [...ofPackage, ...ofBook]
  const encoder = new TextEncoder()
  const bytes = (xml: string) => encoder.encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)
  return {
    '[Content_Types].xml': bytes(typesXml(all)),
    '_rels/.rels': bytes(relationsXml(ofPackage, '')),
    'xl/_rels/workbook.xml.rels': bytes(relationsXml(ofBook, FOLDER)),
    ...Object.fromEntries(all.map(({ name, xml }) => [name, bytes(xml)])),
  }
}

interface Part {
  readonly name: string
  /** What it is to what it belongs to. */
  readonly relation: string
  readonly type: string
  readonly xml: string
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const FOLDER = 'xl/'

function sheetPart(name: string, kind: string, xml: string): Part {
  return { name: FOLDER + name, relation: `${OFFICE}/${kind}`, type: `${SPREADSHEET}.${kind}+xml`, xml }
}

function typesXml(parts: readonly Part[]): string {
  const types = [
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...parts.map(({ name, type }) => element('Override', { PartName: `/${name}`, ContentType: type })),
  ]
  return element('Types', { xmlns: `${PACKAGE}/content-types` }, types.join(''))
}

/** What stands in `folder` names its parts from there. */
function relationsXml(parts: readonly Part[], folder: string): string {
  const relations = parts.map(({ name, relation }, index) =>
    element('Relationship', { Id: `rId${index + 1}`, Type: relation, Target: name.slice(folder.length) }),
  )
  return element('Relationships', { xmlns: `${PACKAGE}/relationships` }, relations.join(''))
}
