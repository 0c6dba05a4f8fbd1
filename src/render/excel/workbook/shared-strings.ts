/** The part `xl/sharedStrings.xml`: every text of the cells once (ECMA-376 part 1, 18.4.9 sst). */

import { assertNever } from '../../../domain/assert-never.js'
import { escapeXml } from '../../ooxml/units.js'
import { element, MAIN } from './element.js'
import { fontFamily } from './styles.js'
import type { Mark, RunFont, Text } from './workbook.js'

export class SharedStrings {
  private readonly numbers = new Map<string, number>()
  private count = 0

  /** By which the cells name the text. */
  numberOf(text: Text): number {
    const xml = text.every(({ font }) => font === undefined)
      ? textXml(text.map((run) => run.text).join(''))
      : text.map(({ text: own, font }) => `<r>${font === undefined ? '' : fontXml(font)}${textXml(own)}</r>`).join('')
    this.count++
    const known = this.numbers.get(xml)
    if (known !== undefined) return known
    const number = this.numbers.size
    this.numbers.set(xml, number)
    return number
  }

  xml(): string {
    const { count, numbers } = this
    const texts = Array.from(numbers.keys(), (xml) => `<si>${xml}</si>`).join('')
    return element('sst', { xmlns: MAIN, count, uniqueCount: numbers.size }, texts)
  }
}

/**
 * ECMA-376 part 1, 22.9.2.19 ST_Xstring: `_xHHHH_` stands for a character. So a text that reads like that is escaped
 * itself, and so is what XML cannot hold: control characters, lone surrogates, U+FFFE and U+FFFF.
 */
export function stringXml(text: string): string {
  return escapeXml(text).replace(
    /_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0B-\x1F\x7F\uFFFE\uFFFF]|\p{Surrogate}/gu,
    (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${stringXml(text)}</t>`
}

function fontXml({ name, size, marks, color }: RunFont): string {
  const { family, charset } = fontFamily(name)
  return [
    '<rPr>',
    ...marks.map(markXml),
    `<sz val="${size}"/>`,
    color === undefined ? '' : `<color rgb="FF${color}"/>`,
    `<rFont val="${escapeXml(name)}"/><family val="${family}"/><charset val="${charset}"/></rPr>`,
  ].join('')
}

function markXml(mark: Mark): string {
  switch (mark) {
    case 'bold':
      return '<b/>'
    case 'underline':
      return '<u/>'
    case 'double-underline':
      return '<u val="double"/>'
    case 'strike':
      return '<strike/>'
    case 'superscript':
    case 'subscript':
      return `<vertAlign val="${mark}"/>`
    default:
      return assertNever(mark)
  }
}
