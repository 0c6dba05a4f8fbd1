/**
 * The texts of a workbook, kept out of exceljs: it hands them to a zip writer that cuts strings after every 16,384
 * units, through surrogate pairs too (JSZip, pull request 963), and it does not escape `_xHHHH_`. It gets stand-ins
 * for them, and the texts replace these when the parts are packed.
 */

import { assertNever } from '../../domain/assert-never.js'
import type { Emphasis, Form, Revision, Run } from '../../form/form.js'
import { escapeXml } from '../ooxml/units.js'
import { japaneseFont } from './styles.js'

export interface Strings {
  /** The stand-in for a cell's text in type of `size` points. */
  readonly keep: (runs: readonly Run[], size: number) => string
  /** Puts the texts into the part `xl/sharedStrings.xml`. */
  readonly putBack: (xml: string) => string
}

export function keepStrings({ type }: Form): Strings {
  const font = fontXml(type.officeFont)
  const numbers = new Map<string, number>()
  const texts: string[] = []

  function keep(runs: readonly Run[], size: number): string {
    const plain = runs.every(({ revision, emphasis }) => revision === undefined && emphasis === undefined)
    const xml = plain ? textXml(runs.map((run) => run.text).join('')) : runs.map((run) => runXml(run, size)).join('')
    const number = numbers.get(xml) ?? texts.push(xml) - 1
    numbers.set(xml, number)
    return `text ${number}`
  }

  /** ECMA-376 part 1, 18.4.4 and 18.4.7: what a run says of its font is all that Excel knows of it. */
  function runXml({ text, revision, emphasis }: Run, size: number): string {
    const marks = new Set([...revisionMarks(revision), ...(emphasis ?? []).flatMap(emphasisMarks)])
    const points = emphasis?.includes('small') ? type.noteSize : size
    const color = revision === undefined ? '' : '<color rgb="FFFF0000"/>'
    return `<r><rPr>${[...marks].join('')}<sz val="${points}"/>${color}${font}</rPr>${textXml(text)}</r>`
  }

  return { keep, putBack: (xml) => xml.replace(/<t>text (\d+)<\/t>/g, (_, number) => texts[Number(number)]!) }
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

function fontXml(name: string): string {
  const { family, charset } = japaneseFont(name)
  return `<rFont val="${escapeXml(name)}"/><family val="${family}"/><charset val="${charset}"/>`
}

function revisionMarks(revision: Revision | undefined): readonly string[] {
  switch (revision) {
    case undefined:
      return []
    case 'inserted':
      return ['<u/>']
    case 'deleted':
      return ['<strike/>']
    default:
      return assertNever(revision)
  }
}

function emphasisMarks(emphasis: Emphasis): readonly string[] {
  switch (emphasis) {
    case 'small':
      return []
    case 'bold':
      return ['<b/>']
    case 'underline':
      return ['<u/>']
    case 'strike':
    // Excel has no double strike.
    case 'double-strike':
      return ['<strike/>']
    case 'superscript':
    case 'subscript':
      return [`<vertAlign val="${emphasis}"/>`]
    default:
      return assertNever(emphasis)
  }
}
