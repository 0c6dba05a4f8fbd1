/** The parts that say what the document is: title, author and date, and for which program it was made. */

import { escapeXml } from '../../ooxml/units.js'
import { element } from './element.js'
import type { Properties } from './workbook.js'

/** ECMA-376 part 2, 11.1. Nobody is named where nobody is known. */
export function coreXml({ title, subject, author, date }: Properties): string {
  const at = date.replace(/\.\d+Z$/, 'Z')
  const xmlns = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  }
  const names = { 'dc:title': title, 'dc:subject': subject, 'dc:creator': author, 'cp:lastModifiedBy': author }
  const texts = { ...names, 'dc:language': 'ja-JP' }
  const dates = { 'dcterms:created': at, 'dcterms:modified': at }
  return element(
    'cp:coreProperties',
    xmlns,
    [
      ...Object.entries(texts).map(([name, text]) => (text === '' ? '' : element(name, {}, escapeXml(text)))),
      ...Object.entries(dates).map(([name, text]) => element(name, { 'xsi:type': 'dcterms:W3CDTF' }, escapeXml(text))),
    ].join(''),
  )
}

/** What LibreOffice reads as a file of Excel it shows as Excel does. */
export const APPLICATION = element(
  'Properties',
  { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
  '<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion>',
)
