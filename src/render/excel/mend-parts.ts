/** Corrections to the parts that exceljs writes: what it does not know how to say, or gets wrong. */

import type { Form } from '../../form/form.js'
import type { LaidOut } from '../../layout/page.js'
import { escapeXml } from '../ooxml/units.js'
import { footerCodes, headerCodes, type PageTextCodes } from './header-footer.js'
import { type Strings, stringXml } from './shared-strings.js'
import { japaneseFont } from './styles.js'

export function correctPart(name: string, xml: string, laidOut: LaidOut, strings: Strings): string | undefined {
  const { form } = laidOut
  switch (name) {
    case 'xl/sharedStrings.xml':
      return strings.putBack(xml)
    case 'xl/worksheets/sheet1.xml':
    case 'xl/worksheets/sheet2.xml':
      return xml.replace(HEADER_AND_FOOTER, () => headerAndFooter(laidOut))
    case 'xl/styles.xml':
      return xml.replace(/<font>.*?<\/font>/gs, (font) => orderedFont(font, form))
    case 'docProps/core.xml':
      // exceljs names somebody where nobody is known.
      return form.meta.author === '' ? xml.replace(/<(dc:creator|cp:lastModifiedBy)>[^<]*/g, '<$1>') : undefined
    default:
      return undefined
  }
}

/** What exceljs is told of header and footer: for the rest see `excel-strings.ts`. */
export const STAND_IN = { oddHeader: '-', oddFooter: '-' }
const HEADER_AND_FOOTER = /<headerFooter>.*?<\/headerFooter>/s

/** The same on all sheets. */
function headerAndFooter(laidOut: LaidOut): string {
  const element = (name: string, { code }: PageTextCodes) =>
    code === '' ? '' : `<${name}>${stringXml(code)}</${name}>`
  const content = element('oddHeader', headerCodes(laidOut)) + element('oddFooter', footerCodes(laidOut))
  return content === '' ? '' : `<headerFooter>${content}</headerFooter>`
}

/**
 * The order of a font's properties (ECMA-376 part 1, 18.8.22). The first font is the one in whose figures Excel counts
 * the columns' widths: that of the table, not the one that exceljs always takes.
 */
function orderedFont(font: string, { type }: Form): string {
  const isFirst = font.includes('<scheme')
  const size = isFirst ? type.size : /<sz val="([^"]+)"/.exec(font)![1]
  const { name, family, charset } = japaneseFont(type.officeFont)
  return `<font><sz val="${size}"/><name val="${escapeXml(name)}"/><family val="${family}"/><charset val="${charset}"/></font>`
}
