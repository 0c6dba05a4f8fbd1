/** The part `xl/styles.xml`: fonts, fills, borders and the looks that are made of them (ECMA-376 part 1, 18.8.39). */

import { escapeXml } from '../../ooxml/units.js'
import { counted, element, MAIN } from './element.js'
import type { Alignment, Border, Borders, CellStyle, Fill, Font, Side } from './workbook.js'

/** Of the places that a cell covers, at which of its edges one lies: a bit a side. */
export const EDGE: Readonly<Record<Side, number>> = { left: 1, right: 2, top: 4, bottom: 8 }

/** The looks of a workbook, each with a number by which its cells name it. */
export class Styles {
  private readonly fonts = new Numbers()
  private readonly fills = new Numbers()
  private readonly borders = new Numbers()
  private readonly looks = new Numbers()
  /** Of each style the numbers by the edges. */
  private readonly known = new Map<CellStyle, number[]>()

  constructor(font: Font) {
    this.fonts.of(fontXml(font))
    // Excel takes the first two fills for these, whatever is said there.
    this.fills.of(patternXml('none'))
    this.fills.of(patternXml('gray125'))
    this.borders.of(borderXml(NO_BORDERS, 0))
    // The look of cells that nothing is said of.
    this.looks.of('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>')
  }

  /** `edges`: a sum of EDGE. */
  numberOf(style: CellStyle, edges: number): number {
    const numbers = this.known.get(style) ?? []
    this.known.set(style, numbers)
    numbers[edges] ??= this.looks.of(this.lookXml(style, edges))
    return numbers[edges]
  }

  xml(): string {
    const all = [
      counted('fonts', this.fonts.all()),
      counted('fills', this.fills.all()),
      counted('borders', this.borders.all()),
      counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      counted('cellXfs', this.looks.all()),
      counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    ]
    return element('styleSheet', { xmlns: MAIN }, all.join(''))
  }

  private lookXml({ font, fill, borders, alignment }: CellStyle, edges: number): string {
    const ids = {
      fontId: this.fonts.of(fontXml(font)),
      fillId: fill === undefined ? 0 : this.fills.of(fillXml(fill)),
      borderId: this.borders.of(borderXml(borders, edges)),
    }
    const applied = {
      applyFont: 1,
      applyFill: fill === undefined ? undefined : 1,
      applyBorder: ids.borderId === 0 ? undefined : 1,
      applyAlignment: 1,
    }
    return element('xf', { numFmtId: 0, ...ids, xfId: 0, ...applied }, alignmentXml(alignment))
  }
}

/** Elements that are written once, and numbered as they come. */
class Numbers {
  private readonly numbers = new Map<string, number>()

  of(xml: string): number {
    const number = this.numbers.get(xml) ?? this.numbers.size
    this.numbers.set(xml, number)
    return number
  }

  all(): readonly string[] {
    return [...this.numbers.keys()]
  }
}

/** Family and character set of a Japanese font: 1 roman, 3 modern (18.8.18 family); 128 Shift JIS (18.4.1 charset). */
export function fontFamily(name: string): { readonly family: number; readonly charset: number } {
  return { family: /明朝|Mincho/.test(name) ? 1 : 3, charset: 128 }
}

/** In the order of the schema (18.8.22 font). */
function fontXml({ name, size }: Font): string {
  const { family, charset } = fontFamily(name)
  return `<font><sz val="${size}"/><name val="${escapeXml(name)}"/><family val="${family}"/><charset val="${charset}"/></font>`
}

function patternXml(patternType: string, colors = ''): string {
  return element('fill', {}, element('patternFill', { patternType }, colors))
}

/** `bgColor` is what lies between stripes. */
function fillXml(fill: Fill): string {
  const ground = fill.pattern === 'solid' ? '' : `<bgColor rgb="FF${fill.ground}"/>`
  return patternXml(fill.pattern, `<fgColor rgb="FF${fill.color}"/>${ground}`)
}

const NO_BORDERS: Borders = { left: undefined, right: undefined, top: undefined, bottom: undefined }

/** In the order of the schema (18.8.4 border). */
const SIDES = ['left', 'right', 'top', 'bottom'] as const

function borderXml(borders: Borders, edges: number): string {
  const sides = SIDES.map((side) => sideXml(side, edges & EDGE[side] ? borders[side] : undefined))
  return `<border>${sides.join('')}<diagonal/></border>`
}

function sideXml(side: Side, border: Border | undefined): string {
  return border === undefined
    ? `<${side}/>`
    : element(side, { style: border.style }, `<color rgb="FF${border.color}"/>`)
}

/** 255 degrees stand for characters below each other (18.8.1 alignment). */
function alignmentXml({ horizontal, vertical, wraps, upright }: Alignment): string {
  return element('alignment', {
    horizontal,
    vertical,
    textRotation: upright ? 255 : undefined,
    wrapText: wraps ? 1 : undefined,
  })
}
